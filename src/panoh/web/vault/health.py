"""The state of the vault: what was found when it was opened or checked, and mending it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

from panoh.analysis.same import propose_people
from panoh.casebook.index import CasebookIndex
from panoh.casebook.record import Case
from panoh.model.messages import mark as _
from panoh.shares.paper import recovery_sheet
from panoh.vault import Vault
from panoh.vault.errors import WrongPassphrase
from panoh.vault.findings import Finding
from panoh.vault.genesis import recovery_recipient
from panoh.vault.verify import Report
from panoh.web.job import Step
from panoh.web.page import Download, Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

SEVERITIES: Mapping[str, str] = {
    "note": _("note"),
    "warning": _("warning"),
    "damage": _("damage"),
}


@dataclass(frozen=True, kw_only=True)
class VaultPage(Page):
    """Where the vault lies, what is known of its health, and what can be done with it."""

    template: ClassVar[str] = "vault/health.html"
    title: ClassVar[str] = _("Vault")
    area: ClassVar[str] = "vault"
    folder: str
    device: str
    id: str
    statements: int
    notices: Sequence[Finding]
    wrong: str = ""


@dataclass(frozen=True, kw_only=True)
class CheckedPage(Page):
    """What a check found."""

    template: ClassVar[str] = "vault/checked.html"
    title: ClassVar[str] = _("Vault")
    area: ClassVar[str] = "vault"
    report: Report


def _vault(visit: Visit) -> VaultPage:
    return vault_page(visit)


def vault_page(visit: Visit, wrong: str = "") -> VaultPage:
    """The page of the vault; `wrong` names what was typed and cannot be used."""
    vault = visit.case.vault
    return VaultPage(
        folder=str(visit.desk.folder),
        device=str(visit.desk.device),
        id=vault.id,
        statements=int(vault.db.execute("SELECT max(n) FROM leaves").get or 0),
        notices=vault.notices,
        wrong=wrong,
        status=422 if wrong else 200,
    )


def _check(visit: Visit) -> Reply:
    desk, deep = visit.desk, visit.one("deep") == "yes"

    def work(case: Case, step: Step) -> str:
        desk.report = case.vault.verify(deep=deep, progress=step)
        return "/vault/checked"

    desk.start_with_case(_("Checking every file, signature and chain"), work)
    return Redirect("/wait")


def _checked(visit: Visit) -> Reply:
    report = visit.desk.report
    return CheckedPage(report=report) if report is not None else Redirect("/vault")


def _roll_up(visit: Visit) -> Reply:
    def work(case: Case, step: Step) -> str:
        case.vault.roll_up(step)
        return "/vault"

    visit.desk.start_with_case(_("Putting small files together"), work)
    return Redirect("/wait")


def _rebuild(visit: Visit) -> Reply:
    """Close the vault and open it with an index made anew; the passphrase is needed for that."""
    desk, passphrase = visit.desk, next(iter(visit.form.get("passphrase", ())), "")

    def work(step: Step) -> str:
        desk.put_away()
        made = Vault.rebuild(desk.folder, desk.device, passphrase, CasebookIndex(), progress=step)
        desk.take(made)
        with desk.held() as case:
            propose_people(case)
        return "/vault"

    try:
        desk.check(passphrase)
    except WrongPassphrase:
        return vault_page(visit, wrong="passphrase")
    desk.start_alone(_("Making the index anew"), work)
    return Redirect("/wait")


def _sheet(visit: Visit) -> Reply:
    vault = visit.case.vault
    today = datetime.now(UTC).date()
    pdf = recovery_sheet(vault.id, recovery_recipient(vault.all_leaves()), today, visit.language)
    return Download("way-back.pdf", pdf, "application/pdf")


ways = (
    get("/vault", _vault),
    post("/vault/check", _check),
    get("/vault/checked", _checked),
    post("/vault/roll-up", _roll_up),
    post("/vault/rebuild", _rebuild),
    post("/vault/sheet", _sheet),
)
