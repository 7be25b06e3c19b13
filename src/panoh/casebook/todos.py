"""What the record itself wants looked at: silence, replies that are due, where sources differ."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from panoh.casebook.asking import awaited, how_many_awaited
from panoh.casebook.index.schema import WATCHED
from panoh.casebook.people import DISPUTED, how_many_people, people
from panoh.casebook.states import silent_since
from panoh.casebook.wording import title_of
from panoh.model.messages import mark as _
from panoh.model.thesauri import STATUSES
from panoh.model.todo import Target, Todo, Urgency
from panoh.vault import Vault

AREA = "people"
#: So many are named one by one; how many there are beyond them is said in one line.
NAMED = 20
#: So many people of one letter are named.
NAMES = 3
NAMELESS = _("somebody without a name")


def todos(vault: Vault, now: datetime) -> list[Todo]:
    """Everything in the record that wants a person."""
    db = vault.db
    return [*_silent(db, now), *_to_ask_again(db, now), *_contradictions(db), *_suspended(db)]


def _silent(db: Any, now: datetime) -> Iterator[Todo]:
    """Who is held or missing and has not been heard of for too long; the latest news first.

    An old silence is no smaller, but where news is recent somebody can still be asked today.
    """
    today = now.date().isoformat()
    rows = db.execute(_SILENT, (today, NAMED)).fetchall()
    for root, title, state, heard in rows:
        silence = silent_since(heard, now.date())
        values: dict[str, str | int] = {"name": title or NAMELESS}
        if state in STATUSES.terms:
            values["state"] = STATUSES.terms[state].label
        text = _("{name} ({state}): nobody in contact has told how they are.")
        if silence.days is not None:
            text = _("{name} ({state}): no word from anybody in contact for {days} days.")
            values["days"] = silence.days
        values.setdefault("state", state)
        yield Todo(area=AREA, text=text, values=values, target=Target(AREA, root))
    count = db.execute(_HOW_MANY_SILENT, (today,)).get if len(rows) == NAMED else len(rows)
    if count > len(rows):
        yield Todo(
            area=AREA,
            text=_("Of {count} more people nobody in contact has told for too long."),
            values={"count": count - len(rows)},
            target=Target("silent"),
        )


_SILENCE = f"FROM shown INDEXED BY shown_silent WHERE {WATCHED} AND until < ?1"
_SILENT = f"""SELECT n.id, v.title, v.state, v.heard FROM (
 SELECT root {_SILENCE} ORDER BY watched DESC, news DESC, root DESC LIMIT ?2) p
 JOIN shown v ON v.root = p.root JOIN known n ON n.n = v.root
 ORDER BY v.watched DESC, v.news DESC, v.root DESC"""  # noqa: S608 - our own words
_HOW_MANY_SILENT = f"SELECT count(*) {_SILENCE}"


def _to_ask_again(db: Any, now: datetime) -> Iterator[Todo]:
    """What should have been answered by today; a day that is still to come is nobody's task yet."""
    found = awaited(db, now.date(), NAMED)
    for each in found:
        names = [title_of(db, root) or NAMELESS for root in each.persons[:NAMES]]
        values: dict[str, str | int] = {"name": ", ".join(names), "to": each.recipient}
        yield Todo(
            area=AREA,
            text=_asked(names, each.recipient),
            values={key: text for key, text in values.items() if text},
            due=each.due,
            target=Target("sent", each.root),
        )
    count = how_many_awaited(db, now.date()) if len(found) == NAMED else len(found)
    if count > len(found):
        yield Todo(
            area=AREA,
            text=_("So many more replies are due: {count}."),
            values={"count": count - len(found)},
            target=Target("people"),
        )


def _asked(names: Sequence[str], to: str) -> str:
    if to:
        alone = _("A reply is due. Ask again: {to}.")
        return _("{name}: a reply is due. Ask again: {to}.") if names else alone
    return _("{name}: a reply is due. Ask again.") if names else _("A reply is due. Ask again.")


def _contradictions(db: Any) -> Iterator[Todo]:
    """One line a person on whom, or on what was done to whom, sources differ."""
    named = people(db, NAMED, among=DISPUTED)
    for person in named:
        yield Todo(
            area=AREA,
            text=_("Sources differ on {name}. Say which you rely on."),
            values={"name": person.title or NAMELESS},
            urgency=Urgency.LATER,
            target=Target("settle", person.root),
        )
    count = how_many_people(db, among=DISPUTED) if len(named) == NAMED else len(named)
    if count > len(named):
        yield Todo(
            area=AREA,
            text=_("Sources differ on {count} more people."),
            values={"count": count - len(named)},
            urgency=Urgency.LATER,
            target=Target("disputed"),
        )


def _suspended(db: Any) -> Iterator[Todo]:
    count = db.execute("SELECT count(*) FROM known WHERE suspended = 1").get
    if count:
        yield Todo(
            area=AREA,
            text=_("{count} entries were judged the same and different. Look at them again."),
            values={"count": count},
            target=Target("review"),
        )
