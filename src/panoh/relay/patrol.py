"""Looking through everybody, a few at each sweep: what is wrong is found before it is needed.

A time that changed on a bad disk to one far away would never come up by itself; a channel that was
taken out of the settings would be missed in an alarm.
"""

from dataclasses import dataclass, field

import msgspec

from panoh.relay import people
from panoh.relay.errors import RelayUnsafe
from panoh.relay.store import Row, Store, rows
from panoh.relay.waking import acting

_NEXT = people.ALL + " WHERE id > ? ORDER BY id LIMIT ?"


@dataclass
class Patrol:
    """How far it has come in this round, and by which channels people are reached in it."""

    after: str = ""
    channels: set[str] = field(default_factory=set)

    def go(self, store: Store, most: int = 50) -> frozenset[str] | None:
        """Look at the next ones; all channels that plans count on, when everybody has been seen."""
        found = rows(store.db, _NEXT, (self.after, most))
        damaged = [row for row in found if not self._is_well(row)]
        if damaged:
            with acting(store) as made:
                for row in damaged:
                    people.set_aside(made, row, made.now)  # the next sweep says so
        if found:
            self.after = found[-1][0]
            return None
        seen, self.after, self.channels = frozenset(self.channels), "", set()
        return seen

    def _is_well(self, row: Row) -> bool:
        try:
            plan = people.read(row).plan
        except (RelayUnsafe, msgspec.MsgspecError, ValueError):
            return False
        ways = (way for each in (plan.owner, *plan.contacts) for way in each.addresses)
        self.channels |= {way.channel for way in ways}
        return True
