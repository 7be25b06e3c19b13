"""The pages as one application: routes, headers, and an honest answer when it is too much."""

from collections.abc import Callable, Collection

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from panoh.relay.errors import LinkUnknown, PageStale, PinRefused, RelayError, TooManyTries
from panoh.relay.pages import contact, orders, owner, service
from panoh.relay.pages.counter import Busy, Counter
from panoh.relay.pages.headers import Strict
from panoh.relay.pages.limits import TooLarge
from panoh.relay.pages.render import notice
from panoh.relay.pages.service import Health
from panoh.relay.pages.words import language_of, words


def pages(
    counter: Counter,
    health: Callable[[], Health],
    channels: Collection[str],
    *,
    floor: float = 0.3,
) -> Starlette:
    """The application; every answer to a PIN takes `floor` seconds, whatever the PIN meant.

    `channels` are the names of those that messages can be sent by.
    """
    app = Starlette(
        routes=[
            Route("/", service.page, methods=["GET"]),
            Route("/status", service.status, methods=["GET"]),
            Route("/orders", orders.receive, methods=["POST"]),
            Route("/c/{token}", owner.look, methods=["GET"]),
            Route("/c/{token}", owner.say, methods=["POST"]),
            Route("/a/{token}", contact.look, methods=["GET"]),
            Route("/a/{token}", contact.say, methods=["POST"]),
            Route("/a/{token}/sealed", contact.sealed, methods=["GET"]),
        ],
        middleware=[Middleware(Strict)],
        exception_handlers={
            HTTPException: _nothing_here,
            LinkUnknown: _nothing_here,
            PinRefused: owner.wrong_pin,
            TooManyTries: owner.too_often,
            PageStale: owner.stale,
            TooLarge: _too_large,
            Busy: _busy,
            RelayError: _trouble,
            Exception: _trouble,
        },
    )
    app.state.counter = counter
    app.state.health = health
    app.state.channels = channels
    app.state.floor = floor
    return app


async def _nothing_here(request: Request, error: Exception) -> Response:
    """No such page, or none that can be asked like this: one answer for all of it."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    language = language_of(request)
    told = words(language)
    return notice(language, "/", told.unknown, told.unknown_more, status=status)


async def _too_large(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("", 413)


async def _busy(request: Request, _error: Exception) -> Response:
    language = language_of(request)
    told = words(language)
    answer = notice(language, request.url.path, told.busy, told.busy_more, status=503, back=True)
    answer.headers["Retry-After"] = "60"
    return answer


async def _trouble(request: Request, _error: Exception) -> Response:
    """Something that was not foreseen; what was said to be noted is noted."""
    language = language_of(request)
    told = words(language)
    return notice(language, request.url.path, told.not_well, told.busy_more, status=503)
