"""The owner's page. Looking says nothing; a PIN says it, and both PINs say it alike."""

import asyncio
from collections.abc import Awaitable
from datetime import UTC, datetime
from time import monotonic
from zoneinfo import ZoneInfo

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from panoh.checkin.events import Answer
from panoh.relay import page
from panoh.relay.orders import Receipt
from panoh.relay.page import Greeting
from panoh.relay.pages import render
from panoh.relay.pages.limits import form
from panoh.relay.pages.words import Words, language_of, words
from panoh.relay.store import Store

_MOST_DIGITS = 3
_MOST_MINUTES = 12
_DAY = 86_400


async def look(request: Request) -> Response:
    """Show where to type the PIN, and nothing about how things stand."""
    greeting = await _greeting(request)
    language = language_of(request, greeting.language)
    return render.page("owner", language, request.url.path, seen=greeting)


async def say(request: Request) -> Response:
    """Take what the owner says; the answer takes as long whatever the PIN meant."""
    began = monotonic()
    try:
        greeting, fields = await _greeting(request), await form(request)
        await _still_fresh(request, fields)
        receipt = await _proved(request, fields)
        language = language_of(request, greeting.language)
        told = words(language)
        lines = _more(told, receipt, greeting.zone)
        return render.notice(language, request.url.path, told.answers[receipt.answer], *lines)
    finally:
        await asyncio.sleep(max(0, began + request.app.state.floor - monotonic()))


async def wrong_pin(request: Request, _error: Exception) -> Response:
    """Neither of the two."""
    language = language_of(request, (await _greeting(request)).language)
    told = words(language)
    lines = told.wrong_pin, told.wrong_pin_more
    return render.notice(language, request.url.path, *lines, status=403, back=True)


async def too_often(request: Request, _error: Exception) -> Response:
    """Too many that were wrong; none is looked at for a while."""
    language = language_of(request, (await _greeting(request)).language)
    told = words(language)
    lines = told.too_often, told.too_often_more
    return render.notice(language, request.url.path, *lines, status=429, back=True)


async def stale(request: Request, _error: Exception) -> Response:
    """A form that was sent again long after."""
    language = language_of(request, (await _greeting(request)).language)
    told = words(language)
    lines = told.stale, told.stale_more
    return render.notice(language, request.url.path, *lines, status=409, back=True)


async def _still_fresh(request: Request, fields: dict[str, str]) -> None:
    opened = fields.get("opened", "")
    if opened:
        known = int(opened) if opened.isdecimal() and len(opened) < _MOST_MINUTES else 0
        await request.app.state.counter.ask(page.still_fresh, known)


async def _greeting(request: Request) -> Greeting:
    greeting: Greeting = await request.app.state.counter.ask(
        page.greet, request.path_params["token"]
    )
    return greeting


def _proved(request: Request, fields: dict[str, str]) -> Awaitable[Receipt]:
    ask, door = request.app.state.counter.ask, request.path_params["token"]
    pin = fields.get("pin", "")
    asked: Awaitable[Receipt]
    match fields.get("do"):
        case "pause":
            days = fields.get("days", "").strip()
            whole = int(days) if days.isdecimal() and len(days) <= _MOST_DIGITS else 0
            asked = ask(_pause, door, pin, whole)
        case "resume":
            asked = ask(page.resume, door, pin)
        case "well":
            asked = ask(page.check_in, door, pin)
        case _:
            raise HTTPException(400)
    return asked


def _pause(store: Store, door: str, pin: str, days: int) -> Receipt:
    return page.pause(store, door, pin, store.now() + days * _DAY)


def _more(told: Words, receipt: Receipt, zone: str) -> list[str]:
    """When the next answer is expected, as far as it is."""
    seen = receipt.seen
    if receipt.answer is Answer.EARLY:
        return [told.counts_from.format(time=clock(seen.opens, zone))]
    if seen.name in ("draft", "ended"):
        return [told.no_more]
    if seen.name == "paused":
        return [told.nothing_until.format(time=clock(seen.until, zone))]
    if seen.name in ("alarm", "acknowledged"):
        return [told.being_asked]
    start, end = clock(seen.opens, zone), clock(seen.deadline, zone)
    return [told.next_between.format(start=start, end=end)]


def clock(instant: int, zone: str) -> str:
    """An instant as the owner's clock shows it; the zone itself is not named."""
    there = datetime.fromtimestamp(instant, UTC).astimezone(ZoneInfo(zone))
    return there.strftime("%Y-%m-%d %H:%M")
