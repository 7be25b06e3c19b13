"""A new vault: a passphrase, then the recovery key, shown once and tried before anything else."""

from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.index import CasebookIndex
from panoh.model.errors import PanohError
from panoh.model.messages import mark as _
from panoh.shares.passphrase import suggested
from panoh.vault import RecoveryDoesNotFit, Vault
from panoh.vault.device import LEAST_PASSPHRASE
from panoh.web.job import Step
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

#: Most vaults are made within this time; longer work is shown.
AT_ONCE_SECONDS = 3.0
#: Where the recovery key lies until it was tried: in memory, never in an address.
KEY = "recovery"
_GROUP = 6


class PassphraseShort(PanohError):
    """Fewer characters than nobody could guess."""

    code: ClassVar[str] = "passphrase-short"
    message: ClassVar[str] = "A passphrase needs at least twelve characters."
    hint: ClassVar[str] = "Five or six random words are good. Nothing was made yet."


@dataclass(frozen=True, kw_only=True)
class NewPage(Page):
    """Choose a passphrase; six words are suggested, new ones each time."""

    template: ClassVar[str] = "beginning/new.html"
    title: ClassVar[str] = _("A new vault")
    area: ClassVar[str] = "unlock"
    suggestion: str
    folder: str
    error: PanohError | None = None


@dataclass(frozen=True, kw_only=True)
class KeyPage(Page):
    """The recovery key, shown once, and the field to try it; `works` once it was tried."""

    template: ClassVar[str] = "beginning/key.html"
    title: ClassVar[str] = _("The recovery key")
    key: str = ""
    wrong: bool = False
    works: bool = False


def passphrase_of(visit: Visit) -> str:
    """The passphrase as typed: it may begin with a blank. Raises PassphraseShort."""
    typed = next(iter(visit.form.get("passphrase", ())), "")
    if len(typed) < LEAST_PASSPHRASE:
        raise PassphraseShort
    return typed


def _ask(visit: Visit) -> Reply:
    return Redirect("/unlock") if visit.desk.made else _page(visit)


def _page(visit: Visit, error: PanohError | None = None) -> NewPage:
    return NewPage(
        suggestion=suggested(),
        folder=str(visit.desk.folder),
        error=error,
        status=422 if error else 200,
    )


def _make(visit: Visit) -> Reply:
    desk = visit.desk
    if desk.made:
        return Redirect("/unlock")
    try:
        passphrase = passphrase_of(visit)
    except PassphraseShort as error:
        return _page(visit, error)

    def work(step: Step) -> str:
        step()
        made = Vault.create(desk.folder, desk.device, passphrase, CasebookIndex())
        desk.take(made.vault)
        desk.lay(KEY, made.recovery_identity)
        return "/new/key"

    job = desk.start_alone(_("Making the vault"), work)
    if not job.wait(AT_ONCE_SECONDS):
        return Redirect("/wait")
    desk.job = None
    if job.error is not None:
        raise job.error
    return Redirect(job.next)


def _key(visit: Visit) -> Reply:
    key = visit.desk.tray.get(KEY)
    return KeyPage(key=_grouped(key)) if key else Redirect("/today")


def _grouped(key: str) -> str:
    """In small groups: whoever writes it down must find the place again."""
    return " ".join(key[start : start + _GROUP] for start in range(0, len(key), _GROUP))


def _try(visit: Visit) -> Reply:
    """Try the key as it was typed or pasted; once it works it is forgotten here."""
    key = visit.desk.tray.get(KEY)
    if not key:
        return Redirect("/today")
    try:
        visit.case.vault.confirm_recovery(visit.one("key"))
    except RecoveryDoesNotFit:
        return KeyPage(key=_grouped(key), wrong=True, status=422)
    del visit.desk.tray[KEY]
    return KeyPage(works=True)


ways = (
    get("/new", _ask, open=False),
    post("/new", _make, open=False),
    get("/new/key", _key),
    post("/new/key", _try),
)
