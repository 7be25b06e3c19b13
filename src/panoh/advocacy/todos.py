"""What publications and occasions want: days that come, signatures that nobody answered."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from panoh.advocacy.gone import gone_of, left_of
from panoh.advocacy.occasions import calendar
from panoh.advocacy.publications import APPEAL, publications
from panoh.advocacy.signing import ASKED, UNCLEAR, signatories
from panoh.model.messages import mark as _
from panoh.model.todo import Target, Todo, Urgency
from panoh.vault import Vault

AREA = "publish"
#: Days before a day of the calendar on which it is told, and on which it becomes urgent.
AHEAD, SOON = 45, 7
LEFT = _("{name}: somebody withdrew after it went out. Publish it again without them.")
TEXTS = {
    "register_by": _("Register for {title}."),
    "papers_due": _("Papers for {title} are due."),
    "begins": _("{title} begins."),
}


def todos(vault: Vault, now: datetime) -> list[Todo]:
    """Everything that speaking in public wants of a person."""
    db = vault.db
    return [*_days(db, now), *_signatures(db, now), *_withdrawn(db, now)]


def _days(db: Any, now: datetime) -> Iterator[Todo]:
    for due in calendar(db):
        left = (due.day - now.date()).days
        if 0 <= left <= AHEAD:
            yield Todo(
                area=AREA,
                text=TEXTS[due.field],
                values={"title": due.title},
                due=due.day,
                urgency=Urgency.NOW if left <= SOON else Urgency.SOON,
                target=Target(AREA),
            )


def _signatures(db: Any, now: datetime) -> Iterator[Todo]:
    for found in publications(db, APPEAL):
        told = signatories(db, found, now.date())
        open_ = [each for each in told if each.state in (ASKED, UNCLEAR)]
        if open_:
            yield Todo(
                area=AREA,
                text=_("{name}: asked to sign, no answer yet: {count}. Ask again, or note it."),
                values={"name": found.name, "count": len(open_)},
                urgency=Urgency.LATER,
                target=Target(AREA, found.root),
            )


def _withdrawn(db: Any, now: datetime) -> Iterator[Todo]:
    """Somebody withdrew after a publication went out, and no later one went out without them."""
    for found in publications(db):
        gone = [(e.recorded, left_of(db, found, e, now.date())) for e in gone_of(db, found.root)]
        last = max((when for when, left in gone if left), default="")
        anew = any(when >= last and not left for when, left in gone)
        if last and not anew:
            yield Todo(
                area=AREA,
                text=LEFT,
                values={"name": found.name},
                urgency=Urgency.NOW,
                target=Target(AREA, found.root),
            )
