"""The sweep: whoever's time has come meets it. Its cost when nothing is due is two short reads."""

from panoh.checkin.events import Tick
from panoh.model.messages import mark as _
from panoh.relay import people
from panoh.relay.errors import RelayUnsafe, RelayWriteFailed
from panoh.relay.store import BEAT, Store, Transaction, rows
from panoh.relay.waking import acting

_DAY = 86_400
KEPT_MESSAGES = 7 * _DAY
KEPT_LINKS = 30 * _DAY
KEPT_HISTORY = 90 * _DAY
_TIDY = 3600
_LATER = 300


def sweep(store: Store, most: int = 500) -> int:
    """Let time pass for those for whom something is due; how many there were.

    Raises RelayUnsafe, after the others have been seen to, when what is kept of one is damaged.
    """
    now = store.now()
    waits = store.db.execute("SELECT 1 FROM people WHERE next_at <= ? LIMIT 1", (now,)).fetchone()
    if not waits and not store.fresh and 0 <= now - store.meta().alive < BEAT:
        return 0
    with acting(store) as made:
        overdue = rows(made.db, people.OVERDUE, (made.now, most))
        later = made.now + _LATER
        damaged = [row for row in overdue if not people.meet_alone(made, row, Tick(), later)]
        tidied = made.now - made.meta.tidied > _TIDY
        if tidied:
            tidy(made)
    if tidied:
        store.settle()
        store.reserve_again()
    if store.unmarked:
        raise RelayWriteFailed(reason=_("the folder is not writable"))
    if damaged:
        raise RelayUnsafe(reason=_("what it keeps is damaged"))
    return len(overdue)


def tidy(made: Transaction) -> None:
    """Forget what is of no use any more."""
    made.meta.tidied = made.now
    for sql, kept in (
        ("DELETE FROM outbox WHERE done_at < ?", KEPT_MESSAGES),
        ("DELETE FROM links WHERE born < ?", KEPT_LINKS),
        ("DELETE FROM history WHERE at < ?", KEPT_HISTORY),
        ("DELETE FROM invites WHERE born < ?", KEPT_LINKS),
    ):
        made.db.execute(sql, (made.now - kept,))
    made.db.execute("DELETE FROM outbox WHERE person = '' AND next_try IS NULL")
