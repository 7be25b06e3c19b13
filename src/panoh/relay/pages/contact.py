"""A contact's page: take it, cannot, it is over. Looking, or a scanner that looks, says nothing."""

from collections.abc import Callable
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from panoh.checkin import Reason
from panoh.checkin.events import Answer
from panoh.relay.pages import render
from panoh.relay.pages.desk import ContactSees, Desk
from panoh.relay.pages.limits import form
from panoh.relay.pages.words import language_of, words


async def look(request: Request) -> Response:
    """Show what is asked and what can be answered."""
    seen = await _seen(request)
    language = language_of(request, seen.language)
    return _page(request, language, seen)


async def say(request: Request) -> Response:
    """Take what the contact says, and show how it stands then."""
    before = await _seen(request)
    language = language_of(request, before.language)
    answer = await _answer(request, await form(request))
    after = await _found(request)
    title = words(language).answers[answer]
    if after is None or answer is Answer.NO_ALARM:
        return render.notice(language, request.url.path, title)
    return _page(request, language, after, title)


def _page(request: Request, language: str, seen: ContactSees, told: str = "") -> Response:
    # Isolated, so that letters from right to left do not turn it around.
    title = words(language).asked.format(reference=f"\u2066{seen.reference}\u2069")
    return render.page("contact", language, request.url.path, title=title, seen=seen, told=told)


async def sealed(request: Request) -> Response:
    """What was left for this contact, still sealed; only after they took it."""
    seen = await _seen(request)
    if not (seen.took and seen.sealed):
        raise HTTPException(404)
    headers = {"Content-Disposition": 'attachment; filename="message.age"'}
    return Response(seen.sealed, media_type="application/octet-stream", headers=headers)


async def _seen(request: Request) -> ContactSees:
    seen = await _found(request)
    if seen is None:
        raise HTTPException(404)
    return seen


async def _found(request: Request) -> ContactSees | None:
    state = request.app.state
    seen: ContactSees | None = await state.counter.ask(
        state.desk.contact, request.path_params["token"]
    )
    return seen


async def _answer(request: Request, fields: dict[str, str]) -> Answer:
    state, token = request.app.state, request.path_params["token"]
    desk: Desk = state.desk
    call: Callable[[], Answer]
    match fields.get("do"):
        case "take":
            call = partial(desk.take, token)
        case "cannot":
            call = partial(desk.cannot, token)
        case "close" if fields.get("reason") in set(Reason):
            call = partial(desk.close, token, Reason(fields["reason"]))
        case _:
            raise HTTPException(400)
    answer: Answer = await state.counter.ask(call)
    return answer
