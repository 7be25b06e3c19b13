"""Who of a story may have been asked whether it may be passed on; nobody asked means no."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from panoh.casebook.consent.answers import YES, asked
from panoh.casebook.index.reading import root_of
from panoh.casebook.live import Recorded
from panoh.casebook.wording import title_of
from panoh.model.messages import mark as _


@dataclass(frozen=True, slots=True)
class Question:
    """Somebody who may have been asked, and what is recorded of it: a msgid."""

    root: str
    name: str
    so_far: str


def questions(db: Any, told: Sequence[Recorded]) -> list[Question]:
    """The people of a story."""
    roots = dict.fromkeys(root_of(db, entity) for entity in _named(told))
    named = [(root, title_of(db, root)) for root in roots]
    return [Question(root, name, _so_far(db, root)) for root, name in named if name]


def _named(told: Sequence[Recorded]) -> list[str]:
    """The entities of the persons told of: in statements of their own, and in acts."""
    own = [each.statement.about for each in told if each.statement.kind == "person"]
    raw = [each.statement.fields.get("victim") for each in told if each.statement.kind == "act"]
    return own + [msgspec.json.decode(each, type=str) for each in raw if each is not None]


def _so_far(db: Any, root: str) -> str:
    answers = {
        each.value
        for view in asked(db, root).consents
        for each in view.told("answer")
        if not view.told("withdrawn")
    }
    if not answers:
        return _("Nobody asked yet. That means no.")
    return _("A yes is recorded.") if answers == {YES} else _("A no is recorded. It wins.")
