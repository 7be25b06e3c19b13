"""What States and bodies answered, over time, and to what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.advocacy.errors import AnswerUnknown
from panoh.advocacy.publications import publications
from panoh.casebook.asking import ask_again, close
from panoh.casebook.index.reading import (
    all_of,
    members,
    naming,
    newest_of,
    root_of,
    view_of,
)
from panoh.casebook.record import Case, save, tell
from panoh.casebook.view import View
from panoh.casebook.wording import DIFFERS, Wording
from panoh.model.dates import PartialDate, bounds
from panoh.model.ids import new_entity
from panoh.model.kinds import KINDS, Response
from panoh.model.thesauri import ANSWERERS, RECIPIENTS, RESPONSES

#: So many of the newest things sent are offered to choose from.
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer in words: when, who, what they are, how, what; to what, and where to read it."""

    root: str
    when: str
    who: str
    body: str
    type: str
    what: str
    to: str
    link: str


#: Kinds of answer after which the answer itself is awaited as before.
STILL_AWAITED = frozenset(("received", "silent"))


def note_answer(case: Case, record: Response, again: PartialDate | None = None) -> str:
    """Record one answer; returns its entity. Raises AnswerUnknown for a term of no list.

    What it answers is awaited no longer, unless it is asked `again` by a day, or somebody only
    said that it arrived.
    """
    for field, terms in (("body", ANSWERERS), ("type", RESPONSES)):
        if getattr(record, field) not in ("", *terms.terms):
            raise AnswerUnknown(field=KINDS["response"].fields[field].note.label)
    about = new_entity()
    save(case, [tell(case, record, about)])
    if record.action and again is not None:
        ask_again(case, record.action, again)
    elif record.action and record.type not in STILL_AWAITED:
        close(case, record.action)
    return about


def answered(db: Any, words: Wording, publication: str = "") -> list[Answered]:
    """Every answer in the order of time, undated ones last; or those to one publication."""
    views = [view for view in all_of(db, "response") if not publication or _to(view, publication)]
    return [_answered(db, view, words) for view in sorted(views, key=_order)]


def answers_to(db: Any, words: Wording, action: str) -> list[Answered]:
    """Every answer to one action, in the order of time."""
    views = naming(db, members(db, root_of(db, action)), "response", "action")
    return [_answered(db, view, words) for view in sorted(views, key=_order)]


def answerable(db: Any, words: Wording) -> dict[str, str]:
    """What can have been answered, by its root: each publication, then what was sent, newest first.

    What was sent of a publication is meant by the publication.
    """
    found = {each.root: each.name for each in publications(db)}
    sent = [view for view in newest_of(db, "action", SHOWN) if not _publications(view)]
    return found | {view.root: _sent(view, words) for view in sent}


def _to(view: View, publication: str) -> bool:
    return publication in _publications(view)


def _publications(view: View) -> set[str]:
    return {told.value for told in view.told("publication")} - {""}


def _order(view: View) -> tuple[date, str]:
    days = [bounds(told.value)[0] for told in view.told("when") if told.value]
    return min((day for day in days if day), default=date.max), view.root


def _answered(db: Any, view: View, words: Wording) -> Answered:
    def said(field: str) -> str:
        spec = KINDS["response"].fields[field]
        return _each(words.value(told, spec) for told in view.told(field))

    return Answered(
        root=view.root,
        when=words.when(view),
        who=said("who"),
        body=said("body"),
        type=said("type"),
        what=said("what"),
        to=_each(_asked(db, view, words)),
        link=said("link"),
    )


def _asked(db: Any, view: View, words: Wording) -> Iterable[str]:
    """What was answered: a publication by its name, an action by its recipient and day."""
    for told in view.told("publication"):
        yield from (str(name.value) for name in view_of(db, told.value).told("name"))
    for told in view.told("action"):
        yield _sent(view_of(db, told.value), words)


def _sent(action: View, words: Wording) -> str:
    to = [RECIPIENTS.label(each.value, words.say) for each in action.told("recipient")]
    return ", ".join(filter(None, [*to, words.when(action)]))


def _each(texts: Iterable[str]) -> str:
    return DIFFERS.join(dict.fromkeys(filter(None, texts)))
