"""The sealed file, once the gate is open: given from memory, written nowhere by us."""

from dataclasses import dataclass
from typing import ClassVar

from panoh.model.messages import mark as _
from panoh.web.forms import Entry
from panoh.web.lawyer.held import sealed
from panoh.web.page import Download, Page, Redirect, Reply
from panoh.web.people.sent import again_field
from panoh.web.routes import get
from panoh.web.visit import Visit


@dataclass(frozen=True, kw_only=True)
class SealedPage(Page):
    """The one file to take, and how the lawyer opens it."""

    template: ClassVar[str] = "lawyer/sealed.html"
    title: ClassVar[str] = _("A file for the lawyer")
    area: ClassVar[str] = "legal"
    persons: str
    name: str
    phrase: bool
    action: str
    again: Entry


def _sealed(visit: Visit) -> Reply:
    held = sealed(visit.desk)
    if held is None:
        return Redirect("/lawyer")
    return SealedPage(
        persons=",".join(held.persons),
        name=held.file.name,
        phrase=held.phrase,
        action=held.action,
        again=again_field(visit.language),
    )


def _file(visit: Visit) -> Reply:
    held = sealed(visit.desk)
    return Download(held.file.name, held.file.data) if held else Redirect("/lawyer")


ways = (get("/lawyer/sealed", _sealed), get("/lawyer/sealed/file", _file))
