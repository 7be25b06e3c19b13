"""The first page of Legal: what can be written, for whom, and what was begun."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.model.messages import mark as _
from panoh.web.complaint.choosing import Begun, begun
from panoh.web.page import Page, Reply
from panoh.web.routes import get
from panoh.web.visit import Visit


@dataclass(frozen=True, kw_only=True)
class LegalPage(Page):
    """The documents that can be made here, and the complaints that were begun."""

    template: ClassVar[str] = "legal.html"
    title: ClassVar[str] = _("Legal")
    area: ClassVar[str] = "legal"
    begun: Sequence[Begun]


def _legal(visit: Visit) -> Reply:
    return LegalPage(begun=begun(visit.db))


ways = (get("/legal", _legal),)
