"""Getting back in: with the recovery key, or with the shares of several people."""

from dataclasses import dataclass
from typing import ClassVar

from panoh.age import HybridIdentity
from panoh.casebook.index import CasebookIndex
from panoh.model.errors import PanohError
from panoh.model.messages import mark as _
from panoh.shares import WORDS, Share, SharesError, seed_of
from panoh.shares.words import values_of
from panoh.vault import RecoveryDoesNotFit, Vault
from panoh.web.beginning.aside import put_aside
from panoh.web.beginning.new import AT_ONCE_SECONDS, PassphraseShort, passphrase_of
from panoh.web.desk import Desk
from panoh.web.job import Step
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

_KEY_BEGINS = "AGE-SECRET-KEY"


@dataclass(frozen=True, kw_only=True)
class RecoverPage(Page):
    """Ask for the key or the shares, and a new passphrase. What was typed is not shown again."""

    template: ClassVar[str] = "beginning/recover.html"
    title: ClassVar[str] = _("Get back in")
    area: ClassVar[str] = "unlock"
    folder: str
    made: bool
    known: bool
    error: PanohError | None = None
    about: str = ""


def key_in(text: str) -> str:
    """The recovery key in what was typed: itself, or put together from the words of shares.

    Raises SharesError, RecoveryDoesNotFit.
    """
    if _KEY_BEGINS in "".join(text.split()).upper():
        return text
    words = text.split()
    if not words:
        raise RecoveryDoesNotFit
    shares = [
        Share.from_values(values_of(" ".join(words[start : start + WORDS])))
        for start in range(0, len(words), WORDS)
    ]
    return str(HybridIdentity.from_seed(seed_of(shares)))


def _ask(visit: Visit) -> Reply:
    return Redirect("/today") if visit.desk.open else _page(visit)


def _page(visit: Visit, error: PanohError | None = None, about: str = "") -> RecoverPage:
    desk = visit.desk
    return RecoverPage(
        folder=str(desk.folder),
        made=desk.made,
        known=desk.known,
        error=error,
        about=about,
        status=422 if error else 200,
    )


def _recover(visit: Visit) -> Reply:
    desk = visit.desk
    if desk.open or not desk.made:
        return Redirect("/")
    try:
        passphrase = passphrase_of(visit)
        key = key_in(visit.one("key"))
    except PassphraseShort as error:
        return _page(visit, error, "passphrase")
    except (SharesError, RecoveryDoesNotFit) as error:
        return _page(visit, error, "key")
    job = desk.start_alone(_("Getting back in"), lambda step: _enter(desk, key, passphrase, step))
    if not job.wait(AT_ONCE_SECONDS):
        return Redirect("/wait")
    desk.job = None
    if isinstance(job.error, RecoveryDoesNotFit):
        return _page(visit, job.error, "key")
    if job.error is not None:
        raise job.error
    return Redirect(job.next)


def _enter(desk: Desk, key: str, passphrase: str, step: Step) -> str:
    with put_aside(desk.device):
        vault = Vault.recover(
            desk.folder, desk.device, key, passphrase, CasebookIndex(), progress=step
        )
    desk.take(vault)
    return "/today"


ways = (
    get("/recover", _ask, open=False),
    post("/recover", _recover, open=False),
)
