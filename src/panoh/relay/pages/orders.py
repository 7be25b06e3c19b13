"""What the owner's Panoh signs and sends itself; what comes by another route is the same text."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from panoh.checkin.signed import MAX_SIGNED
from panoh.model.errors import PanohError
from panoh.relay import orders
from panoh.relay.pages.limits import body


async def receive(request: Request) -> Response:
    """Hand a signed text to the relay, and tell by codes what became of it.

    The first line is the signed text, the second the invitation of somebody new.
    """
    told = (await body(request, MAX_SIGNED + 1024)).decode("ascii", "replace")
    text, _line, code = told.strip().partition("\n")
    try:
        receipt = await request.app.state.counter.ask(orders.take_signed, text, code.strip())
    except PanohError as error:
        return _json({"refused": error.code}, 403)
    return _json(receipt, 200)


def _json(value: object, status: int) -> Response:
    return Response(msgspec.json.encode(value), status, media_type="application/json")
