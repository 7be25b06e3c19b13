"""What the owner's Panoh signs and sends itself; what comes by another route is the same text."""

from collections.abc import Collection

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from panoh.checkin.receipt import sign_receipt
from panoh.checkin.signed import MAX_SIGNED, ArmOrder, read_signed
from panoh.model.errors import PanohError
from panoh.relay import orders
from panoh.relay.errors import ChannelUnknown
from panoh.relay.pages.limits import body
from panoh.relay.store import Store


async def receive(request: Request) -> Response:
    """Hand a signed text to the relay, and tell by codes what became of it.

    The first line is the signed text, the second the invitation of somebody new.
    """
    told = (await body(request, MAX_SIGNED + 1024)).decode("ascii", "replace")
    text, _line, code = told.strip().partition("\n")
    state = request.app.state
    try:
        receipt = await state.counter.ask(_take, text, code.strip(), state.channels)
    except ChannelUnknown as error:
        return _json({"refused": error.code, "channels": sorted(state.channels)}, 403)
    except PanohError as error:
        return _json({"refused": error.code}, 403)
    return Response(receipt, 200, media_type="text/plain")


def _take(store: Store, text: str, code: str, channels: Collection[str]) -> bytes:
    """Take an order, unless it counts on a channel that is not there: that would be found late.

    The receipt is signed, so that nobody can stand in for this relay.
    """
    order = read_signed(text, store.meta().relay)
    if isinstance(order.do, ArmOrder):
        plan = order.do.plan
        ways = (way for who in (plan.owner, *plan.contacts) for way in who.addresses)
        if not {way.channel for way in ways} <= set(channels):
            raise ChannelUnknown(channels=", ".join(sorted(channels)))
    receipt = msgspec.json.encode(orders.take_signed(store, text, code))
    return sign_receipt(bytes.fromhex(store.meta().seed), text, receipt)


def _json(value: object, status: int) -> Response:
    return Response(msgspec.json.encode(value), status, media_type="application/json")
