"""What complaints want: answers that are missing, and drafts that were never made final."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from panoh.casebook.consent.giving import FINAL
from panoh.casebook.index.reading import newest_of, root_of
from panoh.casebook.record import Case
from panoh.casebook.view import View
from panoh.casebook.wording import title_of
from panoh.legal.complaining import RECIPIENT, composed
from panoh.legal.matters import matters
from panoh.legal.submissions.errors import NobodyMayBeNamed, OtherForum
from panoh.model.messages import mark as _
from panoh.model.todo import Target, Todo, Urgency
from panoh.vault import Vault

AREA = "legal"
#: The newest matters are looked at; who has more finds the others under Legal.
NEWEST = 3
#: Among so many writings the final one of a matter is looked for.
WRITINGS = 200


def todos(vault: Vault, now: datetime) -> list[Todo]:
    """What the newest matters lack, and which of them are written but not final."""
    found = matters(vault.db, NEWEST)
    written = _written(vault.db) if found else {}
    return [
        todo for matter in found for todo in _of_matter(Case(vault), matter, written, now.date())
    ]


def _of_matter(
    case: Case, matter: View, written: dict[frozenset[str], set[str]], today: date
) -> Iterator[Todo]:
    db = case.vault.db
    persons = list(dict.fromkeys(root_of(db, each) for each in matter.each("persons")))
    states = written.get(frozenset(persons), set())
    if not persons or FINAL in states:
        return
    name: dict[str, str | int] = {"name": _called(db, matter, persons)}
    target = Target(AREA, ",".join(persons))
    lacking = _lacking(case, matter, persons, today)
    if lacking is None:
        text = _("The complaint “{name}” cannot be written: nobody has said yes to it yet.")
        yield Todo(area=AREA, text=text, values=name, urgency=Urgency.LATER, target=target)
    elif lacking:
        text = _("What the complaint “{name}” still lacks: {count}.")
        values = {**name, "count": lacking}
        yield Todo(area=AREA, text=text, values=values, urgency=Urgency.LATER, target=target)
    if states:
        text = _("The complaint “{name}” is a draft. Nothing has been made final.")
        yield Todo(area=AREA, text=text, values=name, urgency=Urgency.LATER, target=target)


def _lacking(case: Case, matter: View, persons: Sequence[str], today: date) -> int | None:
    """How many answers are missing; `None` if nobody may be named."""
    try:
        return len(composed(case, matter, persons, today).gaps)
    except NobodyMayBeNamed:
        return None
    except OtherForum:
        return 0


def _called(db: Any, matter: View, persons: Sequence[str]) -> str:
    """The title of the matter, else whom it is about."""
    titles = [str(told.value) for told in matter.told("title") if told.value]
    names = [title_of(db, person) for person in persons[:3]]
    return titles[-1] if titles else ", ".join(filter(None, names))


def _written(db: Any) -> dict[frozenset[str], set[str]]:
    """For whom something was written to this body, and in which states."""
    found: dict[frozenset[str], set[str]] = {}
    for action in newest_of(db, "action", WRITINGS):
        if RECIPIENT in _values(action, "recipient"):
            persons = frozenset(root_of(db, each) for each in action.each("persons"))
            found.setdefault(persons, set()).update(_values(action, "state"))
    return found


def _values(action: View, field: str) -> list[str]:
    """What is told of one field of a writing."""
    return [str(told.value) for told in action.told(field)]
