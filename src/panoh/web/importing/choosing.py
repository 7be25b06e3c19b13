"""Choosing a list: the file, who made it and how they know; then it is read, and nothing more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.sources import code_names
from panoh.intake.spreadsheet.errors import ListRefused
from panoh.intake.spreadsheet.reading import read_table
from panoh.intake.spreadsheet.reading.limits import MAX_BYTES
from panoh.model.languages import LANGUAGES
from panoh.model.messages import mark as _
from panoh.model.thesauri import CONNECTIONS
from panoh.web.importing.held import LIST, REFUSED, Asked, Held
from panoh.web.job import Step
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, upload
from panoh.web.visit import Visit

#: The largest list, and the fields that come with it.
MOST = MAX_BYTES + (1 << 16)
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a list was not read, and what was said of it: a person need not say it again."""

    message: str
    hint: str
    values: Mapping[str, object]
    asked: Asked


@dataclass(frozen=True, kw_only=True)
class ChoosePage(Page):
    """Ask for the file and its source. `lacking` names the fields that were left out."""

    template: ClassVar[str] = "import/choose.html"
    title: ClassVar[str] = _("Take in a list")
    area: ClassVar[str] = "people"
    asked: Asked
    known: Sequence[str]
    connections: Mapping[str, str]
    languages: Mapping[str, str]
    most: int = MAX_BYTES
    lacking: Sequence[str] = ()
    refused: Refused | None = None
    waiting: bool = False


def _choose(visit: Visit) -> Reply:
    refused: Refused | None = visit.desk.tray.pop(REFUSED, None)
    return _page(visit, refused.asked if refused else Asked(), refused=refused)


def _page(
    visit: Visit, asked: Asked, *, lacking: Sequence[str] = (), refused: Refused | None = None
) -> ChoosePage:
    return ChoosePage(
        asked=asked,
        known=code_names(visit.db),
        connections={code: term.label for code, term in CONNECTIONS.terms.items()},
        languages={code: each.name for code, each in LANGUAGES.items()},
        lacking=lacking,
        refused=refused,
        waiting=LIST in visit.desk.tray,
        status=422 if lacking or refused else 200,
    )


def _read(visit: Visit) -> Reply:
    """Read the file beside the pages; it needs no vault and may take a while."""
    desk, asked, data = visit.desk, _asked(visit), visit.body
    lacking = [name for name, given in (("file", data), ("source", asked.code_name)) if not given]
    if lacking:
        return _page(visit, asked, lacking=lacking)

    def work(step: Step) -> str:
        try:
            table = read_table(data)
        except ListRefused as error:
            step()
            desk.lay(REFUSED, Refused(error.message, error.hint, error.values, asked))
            return "/import"
        step()
        desk.lay(LIST, Held(table, asked))
        return "/import/columns"

    desk.start(_("Reading the list"), work)
    return Redirect("/wait")


def _asked(visit: Visit) -> Asked:
    connection, language = visit.one("connection"), visit.one("language")
    return Asked(
        name=visit.file_name[-_LONGEST_NAME:],
        code_name=visit.one("source")[:_LONGEST_NAME],
        connection=connection if connection in CONNECTIONS.terms else "unknown",
        language=language if language in LANGUAGES else "",
    )


ways = (get("/import", _choose), upload("/import", _read, MOST))
