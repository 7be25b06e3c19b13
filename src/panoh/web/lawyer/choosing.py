"""For whom a lawyer's file is, in which language, and which stored files go with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.consent.answers import Use
from panoh.casebook.consent.gate import inspect
from panoh.casebook.record import Case
from panoh.legal.errors import LawyerError, NobodyForLawyer
from panoh.legal.lawyer.files import Kept, kept_files
from panoh.legal.lawyer.giving import selection
from panoh.legal.lawyer.sheet import ADVICE, RECIPIENT, Sheet, content
from panoh.model.languages import LANGUAGES
from panoh.model.messages import mark as _
from panoh.web.choosing import Chosen, chosen, others
from panoh.web.job import Step
from panoh.web.lawyer.held import READY, Ready, ready
from panoh.web.page import Page, Redirect, Reply
from panoh.web.persons import people_in
from panoh.web.routes import get, post
from panoh.web.visit import Visit

#: Where a reader with a question for consent goes on.
ASKING = f"&to={RECIPIENT}&use={ADVICE}"
_LONGEST = 200
#: So many stored files are offered.
SHOWN = 60
REFUSED = "lawyer refused"


@dataclass(frozen=True, kw_only=True)
class ChoosePage(Page):
    """Who the file is about, and what goes with the sheet. `refused` says why none was made."""

    template: ClassVar[str] = "lawyer/choose.html"
    title: ClassVar[str] = _("A file for the lawyer")
    area: ClassVar[str] = "legal"
    persons: str
    chosen: Sequence[Chosen]
    kept: Sequence[Kept]
    items: Sequence[str]
    tongue: str
    languages: Mapping[str, str]
    asking: str = ASKING
    words: str = ""
    found: Sequence[tuple[str, str]] = ()
    refused: LawyerError | None = None


def _choose(visit: Visit) -> Reply:
    roots = people_in(visit.db, visit.query.get("person", ""))
    return _page(visit, roots, refused=visit.desk.tray.pop(REFUSED, None))


def _page(
    visit: Visit,
    roots: Sequence[str],
    words: str = "",
    refused: LawyerError | None = None,
) -> ChoosePage:
    before = ready(visit.desk)
    use = Use(RECIPIENT, ADVICE, visit.case.clock().date())
    return ChoosePage(
        persons=",".join(roots),
        chosen=chosen(visit.db, roots, use),
        kept=kept_files(visit.db, SHOWN) if roots else (),
        items=tuple(before.items) if before else (),
        tongue=before.sheet.language if before else visit.language,
        languages={code: each.name for code, each in LANGUAGES.items()},
        words=words,
        found=others(visit.db, words, roots),
        refused=refused,
        status=422 if refused else 200,
    )


def _find(visit: Visit) -> Reply:
    """People of this name; with a choice made, the page with them added."""
    roots = people_in(visit.db, visit.one("person"))
    added = people_in(visit.db, visit.one("add"))
    if added:
        return Redirect("/lawyer?person=" + ",".join(dict.fromkeys([*roots, *added])))
    return _page(visit, roots, visit.one("words")[:_LONGEST])


def _make(visit: Visit) -> Reply:
    """Write the sheet with the chosen files beside it; then it is shown."""
    roots, language = people_in(visit.db, visit.one("person")), visit.one("tongue")
    if not roots:
        return Redirect("/lawyer")
    sheet = Sheet(
        tuple(roots),
        language if language in LANGUAGES else visit.language,
        visit.case.clock().date(),
    )
    kept = {each.root: each.name for each in kept_files(visit.db, SHOWN)}
    return begin(
        visit, sheet, {each: kept[each] for each in visit.form.get("item", ()) if each in kept}
    )


def _again(visit: Visit) -> Reply:
    """Write it anew as things stand now: a consent may have been given."""
    before = ready(visit.desk)
    return begin(visit, before.sheet, before.items) if before else Redirect("/lawyer")


def begin(visit: Visit, sheet: Sheet, items: Mapping[str, str]) -> Reply:
    """Draw the sheet, take the files out of the vault and let the gate read them all."""
    desk, back = visit.desk, "/lawyer?person=" + ",".join(sheet.persons)
    desk.tray.pop(READY, None)

    def work(case: Case, step: Step) -> str:
        db = case.vault.db
        try:
            files = tuple(selection(case, sheet, tuple(items)))
        except LawyerError as error:
            if not isinstance(error, NobodyForLawyer):  # the page says it beside each name
                desk.tray[REFUSED] = error
            return back
        step(1, 2)
        stops = tuple(inspect(db, files, sheet.way))
        desk.tray[READY] = Ready(sheet, content(db, sheet), items, files, stops)
        step(2, 2)
        return "/lawyer/ready"

    desk.start_with_case(_("Writing the sheet, and reading everything for names"), work)
    return Redirect("/wait")


ways = (
    get("/lawyer", _choose),
    post("/lawyer", _find),
    post("/lawyer/sheet", _make),
    post("/lawyer/again", _again),
)
