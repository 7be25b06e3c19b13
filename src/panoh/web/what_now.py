"""What now?: ten situations with their first hour to first week, open without unlocking."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import ClassVar

from panoh.guidance.areas import AREAS as HELPS
from panoh.guidance.situation import PARTS, Situation
from panoh.guidance.situations import SITUATIONS
from panoh.model.errors import PanohError
from panoh.model.messages import awaits_review
from panoh.model.messages import mark as _
from panoh.web.areas import AREAS
from panoh.web.page import Page, Reply
from panoh.web.routes import get
from panoh.web.visit import Visit

#: Help is found before anything is unlocked.
_PATHS = {area.key: area.path for area in AREAS} | {"network": "/help"}


class NoSituation(PanohError):
    """No situation has this key."""

    code: ClassVar[str] = "no-situation"
    message: ClassVar[str] = "There is no such page."
    hint: ClassVar[str] = "Choose an area in the column beside."


@dataclass(frozen=True, kw_only=True)
class WhatNowPage(Page):
    """The situations to choose from; `made` says whether there is a vault already."""

    template: ClassVar[str] = "what-now/list.html"
    title: ClassVar[str] = _("What now?")
    area: ClassVar[str] = "what-now"
    situations: Sequence[Situation]
    unreviewed: bool
    made: bool


@dataclass(frozen=True, kw_only=True)
class SituationPage(Page):
    """One situation: `parts` with their headings, the areas that help, the situations beside it."""

    template: ClassVar[str] = "what-now/one.html"
    title: ClassVar[str] = _("What now?")
    area: ClassVar[str] = "what-now"
    situation: Situation
    parts: Sequence[tuple[str, str]]
    helps: Sequence[tuple[str, str]]
    see: Sequence[Situation]
    today: date
    unreviewed: bool


def _what_now(visit: Visit) -> Reply:
    return WhatNowPage(
        situations=list(SITUATIONS.values()),
        unreviewed=awaits_review(visit.language),
        made=visit.desk.made,
    )


def _situation(visit: Visit) -> Reply:
    found = SITUATIONS.get(visit.path["key"])
    if found is None:
        raise NoSituation
    return SituationPage(
        situation=found,
        parts=[(name, label) for name, label in PARTS.items() if getattr(found, name)],
        helps=[(_PATHS[key], HELPS[key]) for key in found.areas if key in _PATHS],
        see=[SITUATIONS[key] for key in found.see],
        today=datetime.now(UTC).date(),
        unreviewed=awaits_review(visit.language),
    )


ways = (
    get("/what-now", _what_now, open=False),
    get("/what-now/{key}", _situation, open=False),
)
