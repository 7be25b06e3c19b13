"""What no list can tell: who submits, what is argued and asked; then the complaint is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.casebook.record import Case
from panoh.casebook.view import View
from panoh.casebook.wording import title_of
from panoh.legal.complaining import RECIPIENT, composed, finished
from panoh.legal.matters import begin_matter, change_matter, latest_matter
from panoh.legal.submissions.errors import NobodyMayBeNamed
from panoh.legal.submissions.wgad import Review, render_pages
from panoh.legal.submissions.wgad.fields import WRITTEN
from panoh.legal.submissions.wgad.procedure import Category, procedure
from panoh.model.kinds import KINDS, Matter
from panoh.model.messages import mark as _
from panoh.web.complaint.held import READY, Ready, ready
from panoh.web.job import Step
from panoh.web.page import Page, Redirect, Reply
from panoh.web.people.person import today
from panoh.web.persons import people_in
from panoh.web.routes import get, post
from panoh.web.visit import Visit

#: The fields of a matter in the order they are asked; those in words of any length stand apart.
LINES = ("title", "submitter", "submitter_contact", "capacity")
WORDS = ("circumstances", "argument", "remedies", "requests", "elsewhere")
#: The categories by their numbers, in the words of `facts.json`.
CATEGORIES = {
    "I": _("No legal basis"),
    "II": _("Exercise of rights"),
    "III": _("Fair trial"),
    "IV": _("Migrants and asylum seekers"),
    "V": _("Discrimination"),
}
_LONGEST = 100_000
#: Who could supply what nobody has written, by field of the matter.
_WHO = {("submitter_contact" if field == "contact" else field): who for _l, field, who in WRITTEN}


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of the form: its name, label, what stands in it, and who could help."""

    name: str
    label: str
    value: str
    who: str


@dataclass(frozen=True, kw_only=True)
class MatterPage(Page):
    """What the submitter writes, and whether it will be a draft or final."""

    template: ClassVar[str] = "complaint/matter.html"
    title: ClassVar[str] = _("What is asked")
    area: ClassVar[str] = "legal"
    persons: str
    names: Sequence[str]
    lines: Sequence[Asked]
    words: Sequence[Asked]
    categories: Sequence[Category]
    called: Mapping[str, str]
    chosen: Sequence[str]
    urgent: str
    reviewer: str
    lacks_reviewer: bool = False


def _ask(visit: Visit) -> Reply:
    roots = people_in(visit.db, visit.query.get("person", ""))
    if not roots:
        return Redirect("/complaint")
    matter = latest_matter(visit.db, roots)
    before = ready(visit.desk)
    return _page(visit, roots, _told(matter), before.reviewer if before else "")


def _told(matter: View | None) -> dict[str, Any]:
    """What stands in the matter; where it is told in two ways the newest is offered."""
    if matter is None:
        return {}
    found = {name: matter.told(name)[-1].value for name in (*LINES, *WORDS) if matter.told(name)}
    urgent = [told.value for told in matter.told("urgent")]
    return found | {"categories": matter.each("categories"), "urgent": (urgent or [""])[-1]}


def _page(
    visit: Visit,
    roots: Sequence[str],
    told: Mapping[str, Any],
    reviewer: str,
    *,
    lacks_reviewer: bool = False,
) -> MatterPage:
    def asked(name: str) -> Asked:
        label = KINDS["matter"].fields[name].note.label
        return Asked(name, label, str(told.get(name, "")), _WHO.get(name, ""))

    return MatterPage(
        persons=",".join(roots),
        names=[title_of(visit.db, root) for root in roots],
        lines=[asked(name) for name in LINES],
        words=[asked(name) for name in WORDS],
        categories=procedure().categories,
        called=CATEGORIES,
        chosen=tuple(told.get("categories", ())),
        urgent=str(told.get("urgent", "")),
        reviewer=reviewer,
        lacks_reviewer=lacks_reviewer,
        status=422 if lacks_reviewer else 200,
    )


def _write(visit: Visit) -> Reply:
    """Keep what was written as the matter, then write the complaint."""
    roots = people_in(visit.db, visit.one("person"))
    if not roots:
        return Redirect("/complaint")
    told = _sent(visit)
    final, reviewer = visit.one("state") == "final", visit.one("reviewer")[:200]
    if final and not reviewer:
        return _page(visit, roots, told, reviewer, lacks_reviewer=True)
    matter = latest_matter(visit.db, roots)
    if matter is None:
        begin_matter(visit.case, Matter(forum=RECIPIENT, persons=tuple(roots), **told))
    else:
        change_matter(visit.case, matter, told)
    return begin_writing(visit, roots, reviewer if final else "")


def _sent(visit: Visit) -> dict[str, Any]:
    known = {each.id for each in procedure().categories}
    chosen = tuple(each for each in visit.form.get("categories", ()) if each in known)
    texts = {name: visit.one(name).replace("\r\n", "\n")[:_LONGEST] for name in (*LINES, *WORDS)}
    urgent = visit.one("urgent")
    return texts | {
        "categories": chosen,
        "urgent": urgent if urgent in ("yes", "no") else "unknown",
    }


def _again(visit: Visit) -> Reply:
    """Write the complaint anew as things stand now: a consent may have been given."""
    roots = people_in(visit.db, visit.one("person"))
    before = ready(visit.desk)
    if not roots or latest_matter(visit.db, roots) is None:
        return Redirect("/complaint")
    return begin_writing(visit, roots, before.reviewer if before else "")


def begin_writing(visit: Visit, roots: Sequence[str], reviewer: str) -> Reply:
    """Compose, draw and let the gate read the complaint; then it is shown."""
    desk, persons = visit.desk, tuple(roots)
    desk.tray.pop(READY, None)

    def work(case: Case, step: Step) -> str:
        matter = latest_matter(case.vault.db, persons)
        if matter is None:
            return "/complaint"
        day = today()
        review = Review(reviewer, day) if reviewer else None
        try:
            complaint = composed(case, matter, persons, day, review)
        except NobodyMayBeNamed:
            return "/complaint?person=" + ",".join(persons)
        step(1, 4)
        made = finished(case, complaint)
        step(3, 4)
        pages = tuple(render_pages(complaint))
        step(4, 4)
        desk.tray[READY] = Ready(persons, reviewer, made, pages)
        return "/complaint/ready"

    desk.start_with_case(_("Writing the complaint, and reading it for names"), work)
    return Redirect("/wait")


ways = (
    get("/complaint/matter", _ask),
    post("/complaint/matter", _write),
    post("/complaint/again", _again),
)
