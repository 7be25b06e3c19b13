"""The sweep: whoever's time has come meets it. Its cost when nothing is due is two short reads."""

import msgspec

from panoh.checkin.events import Tick
from panoh.relay import people
from panoh.relay.store import BEAT, Row, Store, Transaction, rows
from panoh.relay.waking import acting

_DAY = 86_400
KEPT_MESSAGES = 7 * _DAY
KEPT_LINKS = 30 * _DAY
KEPT_HISTORY = 90 * _DAY
_TIDY = 3600
_LATER = 300


def sweep(store: Store, most: int = 500) -> int:
    """Let time pass for those for whom something is due; how many there were."""
    now = store.now()
    waits = store.db.execute("SELECT 1 FROM people WHERE next_at <= ? LIMIT 1", (now,)).fetchone()
    if not waits and 0 <= now - store.meta().alive < BEAT and not store.restored:
        return 0
    with acting(store) as made:
        overdue = rows(made.db, people.OVERDUE, (made.now, most))
        for row in overdue:
            _pass(made, row)
        if made.now - made.meta.tidied > _TIDY:
            tidy(made)
    return len(overdue)


def _pass(made: Transaction, row: Row) -> None:
    """One damaged person must not keep the others waiting; the status says that there is one."""
    try:
        people.meet(made, people.read(row), Tick())
    except (msgspec.MsgspecError, KeyError, ValueError):
        made.db.execute("UPDATE people SET next_at = ? WHERE id = ?", (made.now + _LATER, row[0]))
        made.db.execute(
            "INSERT INTO history(person, at, what, by, why) VALUES(?, ?, 'broken', '', '')",
            (row[0], made.now),
        )


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
