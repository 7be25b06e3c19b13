"""Consent in plain words: who was asked, what they said; nobody asked means no."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from panoh.casebook.consent.answers import YES, asked
from panoh.casebook.index.reading import root_of
from panoh.casebook.live import Recorded
from panoh.casebook.wording import title_of
from panoh.model.messages import mark as _
from panoh.web.forms import Entry, Fault, entries
from panoh.web.visit import Visit

FIELDS = ("recipient", "what", "uses", "how", "given_by", "guardian", "child_asked")
NO = "no"


@dataclass(frozen=True, slots=True)
class Question:
    """Somebody who may have been asked, and what is recorded of it: a msgid."""

    root: str
    name: str
    so_far: str


def questions(
    visit: Visit, told: Sequence[Recorded], faults: Sequence[Fault], about: str
) -> tuple[list[Question], dict[str, Entry]]:
    """The people of a story, and the fields of one answer as they were sent."""
    db = visit.db
    found = []
    for root in dict.fromkeys(root_of(db, entity) for entity in _named(told)):
        name = title_of(db, root)
        if name:
            found.append(Question(root, name, _so_far(visit, root)))
    form = visit.form if about else None
    shown = entries("consent", FIELDS, visit.language, form=form, faults=faults)
    return found, {entry.name.partition(".")[2]: entry for entry in shown}


def _named(told: Sequence[Recorded]) -> list[str]:
    """The entities of the persons told of: in statements of their own, and in acts."""
    own = [each.statement.about for each in told if each.statement.kind == "person"]
    raw = [each.statement.fields.get("victim") for each in told if each.statement.kind == "act"]
    return own + [msgspec.json.decode(each, type=str) for each in raw if each is not None]


def _so_far(visit: Visit, root: str) -> str:
    answers = {
        each.value
        for view in asked(visit.db, root).consents
        for each in view.told("answer")
        if not view.told("withdrawn")
    }
    if not answers:
        return _("Nobody asked yet. That means no.")
    return _("A yes is recorded.") if answers == {YES} else _("A no is recorded. It wins.")
