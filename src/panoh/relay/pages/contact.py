"""A contact's page: take it, cannot, it is over. Looking, or a scanner that looks, says nothing."""

from base64 import b64decode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from panoh.checkin import Reason
from panoh.checkin.events import Answer
from panoh.relay import answers
from panoh.relay.answers import Asked
from panoh.relay.pages import render
from panoh.relay.pages.limits import form
from panoh.relay.pages.words import language_of, words


async def look(request: Request) -> Response:
    """Show what is asked and what can be answered."""
    asked = await _asked(request)
    return _page(request, language_of(request, asked.language), asked)


async def say(request: Request) -> Response:
    """Take what the contact says, and show how it stands then."""
    answer, asked = await _answered(request, await form(request))
    language = language_of(request, asked.language)
    title = words(language).answers[answer]
    if not asked.open:
        return render.notice(language, request.url.path, title)
    return _page(request, language, asked, title)


async def sealed(request: Request) -> Response:
    """What was left for this contact, still sealed; only after they took it."""
    asked = await _asked(request)
    if not asked.sealed:
        raise HTTPException(404)
    headers = {"Content-Disposition": 'attachment; filename="message.age"'}
    left = b64decode(asked.sealed)
    return Response(left, media_type="application/octet-stream", headers=headers)


def _page(request: Request, language: str, asked: Asked, told: str = "") -> Response:
    # Isolated, so that letters from right to left do not turn it around.
    title = words(language).asked.format(reference=f"\u2066{asked.reference}\u2069")
    return render.page("contact", language, request.url.path, title=title, seen=asked, told=told)


async def _asked(request: Request) -> Asked:
    asked: Asked = await request.app.state.counter.ask(
        answers.look_asked, request.path_params["token"]
    )
    if not asked.open:
        raise HTTPException(404)
    return asked


async def _answered(request: Request, fields: dict[str, str]) -> tuple[Answer, Asked]:
    ask, token = request.app.state.counter.ask, request.path_params["token"]
    done: tuple[Answer, Asked]
    match fields.get("do"):
        case "take":
            done = await ask(answers.take, token)
        case "cannot":
            done = await ask(answers.cannot, token)
        case "close" if fields.get("reason") in set(Reason):
            done = await ask(answers.close, token, Reason(fields["reason"]))
        case _:
            raise HTTPException(400)
    return done
