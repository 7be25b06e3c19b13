"""Machines, one file each: what every reading brought, and what is true of them."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from panoh.security.checks.looking import Everything, Seen

#: The moment at which all of them were looked at.
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


class Machine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A machine; `truth` holds "unknown" where the readings cannot tell.

    `recorded` says how a real system came to print what stands there; the others are written by
    hand. In recorded ones names, addresses and times of day are replaced, and nothing else.
    """

    about: str
    truth: dict[str, str]
    seen: dict[str, Seen]
    recorded: str = ""

    @property
    def everything(self) -> Everything:
        return Everything(self.seen)


MACHINES = {
    path.stem: msgspec.toml.decode(path.read_bytes(), type=Machine)
    for path in sorted((Path(__file__).parent / "machines").glob("*.toml"))
}
