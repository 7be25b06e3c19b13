"""Unlocking: the passphrase, and the way in for who has no vault yet."""

from dataclasses import dataclass
from typing import ClassVar

from panoh.model.messages import mark as _
from panoh.vault.errors import WrongPassphrase
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

#: Most vaults are open within this time; longer work is shown with how far it is.
AT_ONCE_SECONDS = 3.0


@dataclass(frozen=True, kw_only=True)
class UnlockPage(Page):
    """Ask for the passphrase; `wrong` after a try that did not fit."""

    template: ClassVar[str] = "unlock.html"
    title: ClassVar[str] = _("Unlock")
    folder: str
    wrong: bool = False


def _ask(visit: Visit) -> Reply:
    if visit.desk.open:
        return Redirect("/today")
    if not visit.desk.made:
        return Redirect("/new")
    if not visit.desk.known:
        return Redirect("/recover")
    return UnlockPage(folder=str(visit.desk.folder))


def _unlock(visit: Visit) -> Reply:
    # Not `one`: a passphrase may begin with a blank.
    passphrase = next(iter(visit.form.get("passphrase", ())), "")

    def work(step: object) -> str:
        visit.desk.unlock(passphrase, step)  # type: ignore[arg-type]
        return "/today"

    job = visit.desk.start(_("Opening the vault"), work)
    if not job.wait(AT_ONCE_SECONDS):
        return Redirect("/wait")
    visit.desk.job = None
    if isinstance(job.error, WrongPassphrase):
        return UnlockPage(folder=str(visit.desk.folder), wrong=True, status=422)
    if job.error is not None:
        raise job.error
    return Redirect(job.next)


ways = (
    get("/unlock", _ask, open=False),
    post("/unlock", _unlock, open=False),
)
