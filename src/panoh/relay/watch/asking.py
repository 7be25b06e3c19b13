"""Asking a relay whether it is well."""

import msgspec

from panoh.channels.site import Reply, Site

_STALE = 300


class Status(msgspec.Struct):
    """What a relay says about itself."""

    well: bool
    beat: int


def is_well(relay: Site) -> bool:
    """Whether it answers, and says that it looked at the time a moment ago."""
    reply = relay.ask("GET", "/status")
    if not isinstance(reply, Reply) or reply.status != 200:
        return False
    try:
        status = msgspec.json.decode(reply.body, type=Status)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return status.well and 0 <= status.beat <= _STALE
