"""The owner's page. Looking says nothing; a PIN says it, and both PINs say it alike."""

import asyncio
from datetime import UTC, datetime
from time import monotonic
from zoneinfo import ZoneInfo

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from panoh.checkin.events import Answer
from panoh.relay.pages import render
from panoh.relay.pages.desk import OwnerSees, Said
from panoh.relay.pages.limits import form
from panoh.relay.pages.words import Words, language_of, words

_MOST_DIGITS = 3


async def look(request: Request) -> Response:
    """Show where to type the PIN, and nothing about how things stand."""
    seen = await _seen(request)
    language = language_of(request, seen.language)
    return render.page("owner", language, request.url.path, seen=seen)


async def say(request: Request) -> Response:
    """Take what the owner says; the answer takes as long whatever the PIN meant."""
    began = monotonic()
    seen = await _seen(request)
    language, token = language_of(request, seen.language), request.path_params["token"]
    told, tries = words(language), request.app.state.tries
    fields = await form(request)
    if minutes := tries.minutes_left(token):
        wait = told.too_often_more.format(minutes=minutes)
        return render.notice(
            language, request.url.path, told.too_often, wait, status=429, back=True
        )
    said = await _prove(request, token, fields)
    if said is None:
        tries.was_wrong(token)
        answer = render.notice(
            language,
            request.url.path,
            told.wrong_pin,
            told.wrong_pin_more,
            status=403,
            back=True,
        )
    else:
        title = told.answers[said.answer]
        answer = render.notice(language, request.url.path, title, *_more(told, said))
    await asyncio.sleep(max(0, began + request.app.state.floor - monotonic()))
    return answer


async def _seen(request: Request) -> OwnerSees:
    state = request.app.state
    seen: OwnerSees | None = await state.counter.ask(state.desk.owner, request.path_params["token"])
    if seen is None:
        raise HTTPException(404)
    return seen


async def _prove(request: Request, token: str, fields: dict[str, str]) -> Said | None:
    ask, desk, pin = request.app.state.counter.ask, request.app.state.desk, fields.get("pin", "")
    said: Said | None
    match fields.get("do"):
        case "pause":
            days = fields.get("days", "").strip()
            whole = int(days) if days.isdecimal() and len(days) <= _MOST_DIGITS else 0
            said = await ask(desk.pause, token, pin, whole)
        case "resume":
            said = await ask(desk.resume, token, pin)
        case "well":
            said = await ask(desk.well, token, pin)
        case _:
            raise HTTPException(400)
    return said


def _more(told: Words, said: Said) -> list[str]:
    """When the next answer is expected, as far as it is."""
    seen, zone = said.outward, said.zone
    if said.answer is Answer.EARLY:
        return [told.counts_from.format(time=clock(seen.opens, zone))]
    if seen.name in ("draft", "ended"):
        return []
    if seen.name == "paused":
        return [told.nothing_until.format(time=clock(seen.until, zone))]
    if seen.name in ("alarm", "acknowledged"):
        return [told.being_asked]
    start, end = clock(seen.opens, zone), clock(seen.deadline, zone)
    return [told.next_between.format(start=start, end=end)]


def clock(instant: int, zone: str) -> str:
    """An instant as the owner's clock shows it; the zone itself is not named."""
    return (
        datetime.fromtimestamp(instant, UTC).astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")
    )
