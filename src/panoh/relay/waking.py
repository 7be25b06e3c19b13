"""After silence: what nobody watched is found out and counted before anything else happens."""

from collections.abc import Iterator
from contextlib import contextmanager

from panoh.checkin.events import Blind, ClockDoubted, Event, ZoneRules
from panoh.relay import outbox, people
from panoh.relay.clock import begin
from panoh.relay.errors import RelayUnsafe
from panoh.relay.store import Store, Transaction, rows

GAP = 60  # seconds without a sign of life that count as an outage


@contextmanager
def acting(store: Store) -> Iterator[Transaction]:
    """One change, made by a relay that knows how long it was away."""
    with store.changing() as made:
        start, end = int(made.meta.alive), made.now
        if made.restored:
            outbox.drop_all(made)
            _tell(made, Blind(start, max(start, end), restored=True))
        elif end - start > GAP:
            _tell(made, Blind(start, end), people.WAITING, end)
        if made.doubted:
            _tell(made, ClockDoubted())
        yield made


def new_zone_rules(store: Store) -> None:
    """Compute due times anew, once when a relay starts: the rules of zones may be new."""
    with acting(store) as made:
        _tell(made, ZoneRules())


def confirm_clock(store: Store) -> None:
    """Whoever runs the relay says that the wall clock is right.

    What lies between it and the time gone by so far counts as time nobody was watching.
    """
    with store.changing() as made:
        before = int(made.meta.alive)
        made.meta.base = begin(store.clock.ticks())
        made.now = int(made.meta.base.time)
        if made.now - before > GAP:
            _tell(made, Blind(before, made.now), people.WAITING, made.now)
        made.doubted = True


def _tell(made: Transaction, event: Event, whom: str = people.ALL, *values: int) -> None:
    """Let those meet an event whom it can concern."""
    for row in rows(made.db, whom, values):
        try:
            person = people.read(row)
        except RelayUnsafe:
            people.set_aside(made, row[0], made.now)  # the next sweep says so
        else:
            people.meet(made, person, event)
