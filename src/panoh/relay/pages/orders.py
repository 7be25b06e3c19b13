"""What the owner's Panoh signs and sends itself; what comes by another route is the same text."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from panoh.relay.pages.limits import body

MOST = 256 << 10


async def receive(request: Request) -> Response:
    """Hand a signed text to the desk, and tell in one word what became of it."""
    told = await body(request, MOST)
    word = await request.app.state.counter.ask(
        request.app.state.desk.receive, told.decode("ascii", "replace").strip()
    )
    return JSONResponse({"answer": word})
