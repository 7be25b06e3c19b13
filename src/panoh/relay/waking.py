"""After silence: what nobody watched is found out and counted before anything else happens."""

from collections.abc import Iterator
from contextlib import contextmanager

from panoh.checkin.events import Blind, ClockDoubted, Event, ZoneRules
from panoh.relay import outbox, people
from panoh.relay.clock import begin
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


def new_zone_rules(store: Store) -> bool:
    """Compute due times anew, once when a relay starts: the rules of zones may be new.

    Whether that could be done for everybody; for whom not, the time before stands.
    """
    with acting(store) as made:
        return _tell(made, ZoneRules())


def confirm_clock(store: Store) -> None:
    """Whoever runs the relay says that the wall clock is right.

    What lies between it and the time gone by so far counts as time nobody was watching. Where the
    clock goes back, what waits for a moment waits as long as before.
    """
    with acting(store) as made:
        before = made.now
        made.meta.base = begin(store.clock.ticks())
        made.now = int(made.meta.base.time)
        if made.now - before > GAP:
            _tell(made, Blind(before, made.now), people.WAITING, made.now)
        elif made.now < before:
            _tell(made, Blind(before, made.now), people.WAITING, before)
            outbox.set_back(made)
            people.set_back(made)
            made.meta.tidied = min(made.meta.tidied, made.now)
        made.doubted = True


def _tell(made: Transaction, event: Event, whom: str = people.ALL, *values: int) -> bool:
    """Let those meet an event whom it can concern; whether all did. The next sweep says if not."""
    met = [people.meet_alone(made, row, event, made.now) for row in rows(made.db, whom, values)]
    return all(met)
