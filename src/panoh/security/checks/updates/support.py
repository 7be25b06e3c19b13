"""Until when the makers of a system look after it: a small table with its source and its month."""

from datetime import date
from functools import cache
from importlib.resources import files

import msgspec


class Support(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The last day of security updates by system and version."""

    verified_on: str
    source: str
    confirmed: bool
    until: dict[str, dict[str, date]]


@cache
def support() -> Support:
    """The table shipped with this version."""
    text = files("panoh.security.checks.updates").joinpath("support.toml").read_bytes()
    return msgspec.toml.decode(text, type=Support)


def last_day(system: str, version: str) -> date | None:
    """The last day of a version's security updates; `None` where the table does not know it."""
    return support().until.get(system, {}).get(version)
