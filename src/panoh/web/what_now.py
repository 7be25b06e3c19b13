"""What now?: ten situations with their first hour to first week, open without unlocking."""

from dataclasses import dataclass
from typing import ClassVar

from panoh.model.messages import mark as _
from panoh.web.page import Page, Reply
from panoh.web.routes import get
from panoh.web.visit import Visit


@dataclass(frozen=True, kw_only=True)
class WhatNowPage(Page):
    """The situations to choose from."""

    template: ClassVar[str] = "what-now.html"
    title: ClassVar[str] = _("What now?")
    area: ClassVar[str] = "what-now"


def _what_now(visit: Visit) -> Reply:
    del visit
    return WhatNowPage()


ways = (get("/what-now", _what_now, open=False),)
