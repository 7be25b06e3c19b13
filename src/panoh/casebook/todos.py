"""What the record itself wants looked at: contradictions, and people told apart in one cluster."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from panoh.model.messages import mark as _
from panoh.model.todo import Target, Todo, Urgency
from panoh.vault import Vault

AREA = "people"
#: So many are named one by one; how many there are beyond them is said in one line.
NAMED = 20


def todos(vault: Vault, now: datetime) -> list[Todo]:
    """Everything in the record that wants a person."""
    del now
    return [*_contradictions(vault.db), *_suspended(vault.db)]


def _contradictions(db: Any) -> Iterator[Todo]:
    """One line a person on whom, or on what was done to whom, sources differ."""
    rows = db.execute(
        "SELECT DISTINCT e.root FROM view v JOIN entity e"
        " ON e.id = CASE v.kind WHEN 'person' THEN v.root ELSE v.subject END"
        " WHERE v.disputes <> '' AND v.kind IN ('person', 'act', 'status') ORDER BY e.root"
    )
    found = [row[0] for row in rows]
    named = found[:NAMED]
    for root in named:
        title = db.execute("SELECT title FROM view WHERE root = ?", (root,)).get or ""
        yield Todo(
            area=AREA,
            text=_("Sources differ on {name}. Say which you rely on."),
            values={"name": title or _("somebody without a name")},
            urgency=Urgency.LATER,
            target=Target("settle", root),
        )
    if len(found) > len(named):
        yield Todo(
            area=AREA,
            text=_("Sources differ on {count} more people."),
            values={"count": len(found) - len(named)},
            urgency=Urgency.LATER,
            target=Target(AREA),
        )


def _suspended(db: Any) -> Iterator[Todo]:
    count = db.execute("SELECT count(*) FROM entity WHERE suspended = 1").get
    if count:
        yield Todo(
            area=AREA,
            text=_("{count} entries were judged the same and different. Look at them again."),
            values={"count": count},
            target=Target("review"),
        )
