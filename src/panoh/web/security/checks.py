"""Checks of this computer: only when somebody asks; kept only when somebody asks again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

from panoh.model.messages import mark as _
from panoh.model.thesauri import RESULTS
from panoh.security.checks import CHECKS
from panoh.security.checks.check import FAIL, PASS, UNKNOWN
from panoh.security.checks.run import Outcome, check_machine, platform
from panoh.security.profile import device_here, fitted
from panoh.security.progress import record_outcomes
from panoh.security.wording import worded
from panoh.web.job import Step
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

FOUND, KEPT = "security checks", "security checks kept"


@dataclass(frozen=True, slots=True)
class Checked:
    """One check: what it asks, its result and the word for it, what it rests on and leaves open."""

    key: str
    asks: str
    result: str
    label: str
    means: str
    evidence: Sequence[str]
    by_hand: Sequence[str]
    cannot_see: str
    measure: str


@dataclass(frozen=True, kw_only=True)
class ChecksPage(Page):
    """What will be looked at; after a look, what was found, what needs mending first."""

    template: ClassVar[str] = "security/checks.html"
    title: ClassVar[str] = _("Check this computer")
    area: ClassVar[str] = "security"
    asks: Sequence[str]
    checked: Sequence[Checked]
    counts: Mapping[str, int]
    devices: Sequence[str]
    here: str
    kept: bool


def _show(visit: Visit) -> Reply:
    outcomes: Sequence[Outcome] = visit.desk.tray.get(FOUND, ())
    ordered = sorted(outcomes, key=lambda each: (FAIL, UNKNOWN, PASS).index(each.judged.result))
    who = fitted(visit.db)
    return ChecksPage(
        asks=[check.asks for check in CHECKS],
        checked=[_checked(each, visit) for each in ordered],
        counts={
            result: sum(each.judged.result == result for each in outcomes)
            for result in (FAIL, UNKNOWN, PASS)
        },
        devices=[each.name for each in who.devices],
        here=device_here(who, platform()),
        kept=KEPT in visit.desk.tray,
    )


def _checked(outcome: Outcome, visit: Visit) -> Checked:
    judged, term = outcome.judged, RESULTS.terms[outcome.judged.result]
    return Checked(
        key=outcome.check.key,
        asks=outcome.check.asks,
        result=judged.result,
        label=term.label,
        means=term.note,
        evidence=[worded(each, visit.say) for each in judged.evidence],
        by_hand=outcome.check.by_hand.get(platform(), ()) if judged.result != PASS else (),
        cannot_see=outcome.check.cannot_see,
        measure=outcome.check.measure,
    )


def _look(visit: Visit) -> Reply:
    """Look beside the pages; it needs no vault, no network and no other rights."""
    desk = visit.desk
    desk.tray.pop(FOUND, None)
    desk.tray.pop(KEPT, None)

    def work(step: Step) -> str:
        found = check_machine(datetime.now(UTC), {"vault": desk.folder, "device": desk.device})
        step()
        desk.lay(FOUND, tuple(found))
        return "/security/checks"

    desk.start(_("Looking at this computer"), work)
    return Redirect("/wait")


def _keep(visit: Visit) -> Reply:
    """Save what was found, for the device that is named or for none."""
    outcomes: Sequence[Outcome] = visit.desk.tray.get(FOUND, ())
    names = [each.name for each in fitted(visit.db).devices]
    name = visit.one("device")
    if outcomes and KEPT not in visit.desk.tray:
        record_outcomes(visit.case, outcomes, name if name in names else "")
        visit.desk.tray[KEPT] = True
    return Redirect("/security/checks")


ways = (
    get("/security/checks", _show),
    post("/security/checks", _look),
    post("/security/checks/keep", _keep),
)
