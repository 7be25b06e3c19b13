"""Asking a watcher: one request, when somebody asked for it. Nothing else here reaches out."""

import re
from typing import NoReturn
from urllib.parse import urlsplit

import msgspec

from panoh.channels.channel import Failed, Reason
from panoh.channels.site import Reply, Site
from panoh.checkin import Outward
from panoh.checkin.errors import ReceiptRefused
from panoh.checkin.events import Answer
from panoh.checkin.receipt import read_receipt
from panoh.emergency.watching import errors

#: Over Tor an answer takes its time; after that nobody knows whether it was taken.
SECONDS = 30.0
_WAY = re.compile(r"[a-z0-9-]{1,32}")
_MOST_WAYS, _LONGEST = 16, 200


class Receipt(msgspec.Struct, frozen=True):
    """What a watcher answers: what became of it, how things stand, the number of the last order."""

    answer: Answer
    seen: Outward
    number: int


class _Refusal(msgspec.Struct, frozen=True):
    refused: str
    channels: tuple[str, ...] = ()


def check_address(address: str) -> None:
    """Raise AddressRefused unless nobody on the way can read along."""
    try:
        parts = urlsplit(address)
        plain = parts.username is None and not parts.query and not parts.fragment
    except ValueError:
        raise errors.AddressRefused(reason=errors.NO_ENCRYPTION) from None
    if (parts.hostname or "").endswith(".onion"):
        # Asked in the usual way its name would be shown to whoever answers for names.
        raise errors.AddressRefused(reason=errors.NEEDS_TOR)
    if not plain or len(address) > _LONGEST or not Site(address=address, seconds=1).safe:
        raise errors.AddressRefused(reason=errors.NO_ENCRYPTION)


def ask(
    address: str, relay: str, signed: str, invitation: str = "", *, seconds: float = SECONDS
) -> Receipt:
    """Hand a signed text to the watcher with this id. Raises AddressRefused and WatcherError."""
    check_address(address)
    site = Site(address=address, seconds=seconds, reads=(200, 403))
    told = f"{signed}\n{invitation}" if invitation else signed
    reply = site.ask("POST", "/orders", told.encode("ascii"))
    if isinstance(reply, Failed):
        raise _FAILED.get(reply.reason, errors.WatcherUnreachable)
    return understood(reply, signed, relay)


def understood(reply: Reply, signed: str, relay: str) -> Receipt:
    """What a watcher's answer says; anything but its own answer to this raises WatcherError."""
    if reply.status == 403:
        _refused(reply)
    if 300 <= reply.status < 400:
        raise errors.WatcherElsewhere
    if reply.status in (429, 502, 503, 504):
        raise errors.WatcherUnwell
    if reply.status != 200:
        raise errors.WatcherUnreadable
    try:
        receipt = read_receipt(reply.body, signed, relay)
    except ReceiptRefused:
        raise errors.WatcherUnsigned from None
    try:
        return msgspec.json.decode(receipt, type=Receipt)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise errors.WatcherUnreadable from None


_FAILED = {
    Reason.TIMED_OUT: errors.WatcherSlow,
    Reason.INSECURE: errors.WatcherNotProven,
    Reason.UNEXPECTED: errors.WatcherTooMuch,
}


def _refused(reply: Reply) -> NoReturn:
    """The refusal in our words; only names of channels are taken over, letter by letter looked at.

    Raises WatcherRefuses, WatcherUnknown, WayUnknown or WatcherUnreadable.
    """
    try:
        told = msgspec.json.decode(reply.body, type=_Refusal)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise errors.WatcherUnreadable from None
    if told.refused == "relay-channel-unknown":
        ways = [way for way in told.channels[:_MOST_WAYS] if _WAY.fullmatch(way)]
        raise errors.WayUnknown(ways=", ".join(ways) or "?")
    if told.refused == "checkin-order-refused":
        raise errors.WatcherUnknown
    raise errors.WatcherRefuses(reason=errors.REFUSALS.get(told.refused, errors.OTHER))
