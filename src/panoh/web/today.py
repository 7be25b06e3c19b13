"""Today: what needs somebody, in order."""

from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.counts import Counts, count
from panoh.model.messages import mark as _
from panoh.web.page import Page, Reply
from panoh.web.routes import get
from panoh.web.visit import Visit


@dataclass(frozen=True, kw_only=True)
class TodayPage(Page):
    """What needs somebody, and how many people and acts are recorded."""

    template: ClassVar[str] = "today.html"
    title: ClassVar[str] = _("Today")
    area: ClassVar[str] = "today"
    counts: Counts


def _today(visit: Visit) -> Reply:
    return TodayPage(counts=count(visit.db))


ways = (get("/today", _today),)
