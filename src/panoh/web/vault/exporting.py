"""Taking everything out: one sealed file, handed to the browser, for the members themselves."""

import os
from dataclasses import dataclass
from typing import ClassVar

from panoh.age import ScryptRecipient
from panoh.casebook.exporting import LABEL, export_sealed
from panoh.casebook.record import Case
from panoh.model.messages import mark as _
from panoh.vault.device import LEAST_PASSPHRASE
from panoh.web.job import Step
from panoh.web.page import Handover, Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.vault.health import vault_page
from panoh.web.visit import Visit

FILE = "export.age"


@dataclass(frozen=True, kw_only=True)
class ExportedPage(Page):
    """The sealed file is ready: what it is, and the button that saves it."""

    template: ClassVar[str] = "vault/exported.html"
    title: ClassVar[str] = _("Vault")
    area: ClassVar[str] = "vault"
    label: str
    size: int


def _export(visit: Visit) -> Reply:
    passphrase, again = (next(iter(visit.form.get(name, ())), "") for name in ("new", "again"))
    if len(passphrase) < LEAST_PASSPHRASE:
        return vault_page(visit, wrong="short")
    if passphrase != again:
        return vault_page(visit, wrong="again")
    target = visit.desk.device / FILE

    def work(case: Case, step: Step) -> str:
        del step
        target.unlink(missing_ok=True)
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            export_sealed(case, file, [ScryptRecipient(passphrase)])
        visit.desk.waiting_to_go = target
        return "/vault/exported"

    visit.desk.start_with_case(_("Writing everything into one sealed file"), work)
    return Redirect("/wait")


def _exported(visit: Visit) -> Reply:
    path = visit.desk.waiting_to_go
    if path is None or not path.exists():
        return Redirect("/vault")
    return ExportedPage(label=LABEL, size=path.stat().st_size)


def _hand_over(visit: Visit) -> Reply:
    path = visit.desk.waiting_to_go
    return Handover("panoh-export.age", path) if path and path.exists() else Redirect("/vault")


ways = (
    post("/vault/export", _export),
    get("/vault/exported", _exported),
    post("/vault/export/file", _hand_over),
)
