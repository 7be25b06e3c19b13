"""Asking again: until when a reply is awaited to what was sent or asked, and that it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

import msgspec

from panoh.casebook.due import reply_due
from panoh.casebook.index.reading import root_of, view_of, views_numbered
from panoh.casebook.index.schema import AWAITED
from panoh.casebook.own import own_earlier
from panoh.casebook.record import Case, save, tell
from panoh.casebook.settling import rely
from panoh.casebook.view import View
from panoh.model.dates import PartialDate, bounds
from panoh.model.errors import PanohError
from panoh.model.kinds import Action
from panoh.model.messages import mark as _
from panoh.model.thesauri import RECIPIENTS, USES

#: The kind of an action by which somebody was asked, in whatever way; no document belongs to it.
ASKED = "asked"
ASKED_LABEL = _("asked")


class NoSuchAction(PanohError):
    """Nothing that was sent or asked has this identifier."""

    code: ClassVar[str] = "no-such-action"
    message: ClassVar[str] = "Nothing that was sent or asked stands under this number."
    hint: ClassVar[str] = "Nothing was changed. The person's page lists what was sent and asked."
    exit_status: ClassVar[int] = 39


class NoDayNamed(PanohError):
    """A reply is to be awaited, and until when is not said as a day, month or year."""

    code: ClassVar[str] = "no-day-named"
    message: ClassVar[str] = "Name the day on which you want to ask again."
    hint: ClassVar[str] = "Nothing was changed. Write it as you would say it: 30.11.2026."
    exit_status: ClassVar[int] = 39


@dataclass(frozen=True, slots=True)
class Awaited:
    """Something to which a reply is awaited: to whom it went (a msgid or words), for whom."""

    root: str
    recipient: str
    persons: tuple[str, ...]
    due: date


def ask(case: Case, action: Action) -> str:
    """Write down that somebody was asked, in whatever way; returns its entity.

    Raises NoDayNamed where the day of the reply is none.
    """
    if action.reply_due is not None and bounds(action.reply_due)[1] is None:
        raise NoDayNamed
    statement = tell(case, msgspec.structs.replace(action, type=ASKED))
    save(case, [statement])
    return statement.about


def ask_again(case: Case, action: str, day: PartialDate) -> None:
    """Await a reply until this day, also where it was done; raises NoDayNamed."""
    if bounds(day)[1] is None:
        raise NoDayNamed
    _say(case, action, Action(reply_due=day, closed="no"))


def close(case: Case, action: str) -> None:
    """Say that nothing more is awaited."""
    _say(case, action, Action(closed="yes"))


def awaited(db: Any, by: date, limit: int = -1) -> list[Awaited]:
    """What should have been answered by a day, and was not; what was due first comes first."""
    rows = db.execute(
        "SELECT root FROM shown INDEXED BY shown_awaited"  # noqa: S608 - our own words
        f" WHERE {AWAITED} AND until <= ? ORDER BY until, root LIMIT ?",
        (by.isoformat(), limit),
    )
    found = [_awaited(db, view) for view in views_numbered(db, [row[0] for row in rows])]
    return sorted(found, key=lambda each: (each.due, each.root))


def how_many_awaited(db: Any, by: date) -> int:
    """How long the list of `awaited` is."""
    query = f"SELECT count(*) FROM shown INDEXED BY shown_awaited WHERE {AWAITED} AND until <= ?"  # noqa: S608
    return int(db.execute(query, (by.isoformat(),)).get)


def kind_of_action(code: str) -> str:
    """What kind of action it was, as a msgid; a kind that nobody knows is shown as it is."""
    return ASKED_LABEL if code == ASKED else USES.label(code, str)


def _say(case: Case, root: str, record: Action) -> None:
    """Save it in the place of what this member said before; rely on it where others differ."""
    db = case.vault.db
    view = view_of(db, root)
    if view.kind != "action":
        raise NoSuchAction
    said = {name for name in record.__struct_fields__ if getattr(record, name)}
    own = [view_of(db, view.root)]
    (id_,) = save(case, [tell(case, record, view.root, replaces=own_earlier(case, own, said))])
    now = view_of(db, view.root)
    for name in sorted(said):
        if len(now.told(name)) > 1:
            rely(case, view.root, name, {id_}, "")


def _awaited(db: Any, view: View) -> Awaited:
    to = _first(view, "recipient")
    due = reply_due(view)
    return Awaited(
        root=view.root,
        recipient=RECIPIENTS.terms[to].label if to in RECIPIENTS.terms else to,
        persons=_persons(db, view.each("persons")),
        due=due or date.max,
    )


def _persons(db: Any, entities: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(root_of(db, each) for each in entities))


def _first(view: View, field: str) -> str:
    return next((str(told.value) for told in view.told(field) if told.value), "")
