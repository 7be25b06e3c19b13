"""What anybody may see: that the service runs. The same, however many or few it watches for."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from panoh.relay.pages import render
from panoh.relay.pages.words import language_of


@dataclass(frozen=True, slots=True)
class Health:
    """How the watching is. Nothing in it grows with the number of people or alarms."""

    well: bool
    #: Seconds since time was last looked at.
    beat: int


async def page(request: Request) -> Response:
    """The front page."""
    health = request.app.state.health()
    return render.page("service", language_of(request), "/", health=health)


async def status(request: Request) -> Response:
    """The same for a program that watches the watching; 503 when not well."""
    health: Health = request.app.state.health()
    told = {"well": health.well, "beat": health.beat}
    return JSONResponse(told, 200 if health.well else 503)
