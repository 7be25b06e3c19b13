"""What belongs to no area: coming in, leaving, the language, waiting, and errors as pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from panoh.model.errors import PanohError
from panoh.model.languages import LANGUAGES
from panoh.model.messages import mark as _
from panoh.web.desk import Desk
from panoh.web.gate.key import COOKIE, Key
from panoh.web.language import accepted
from panoh.web.page import Page, Redirect, Reply, Words
from panoh.web.render import render
from panoh.web.routes import get, post
from panoh.web.visit import Visit

#: Work that is done within this time needs no page to wait on.
AT_ONCE_SECONDS = 0.7


@dataclass(frozen=True, kw_only=True)
class Trouble(Page):
    """Something went wrong: what happened and what to do. `again` loads the page by itself."""

    template: ClassVar[str] = "trouble.html"
    title: ClassVar[str] = _("Something needs you")
    message: str
    hint: str
    values: Mapping[str, object]
    again: bool = False

    @classmethod
    def of(cls, error: PanohError, status: int, *, again: bool = False) -> "Trouble":
        """The page for an error of ours."""
        return cls(
            message=error.message, hint=error.hint, values=error.values, status=status, again=again
        )

    @classmethod
    def of_status(cls, status: int) -> "Trouble":
        """The page for what the gate or the router refuses."""
        message, hint = _STATUS.get(status, _STATUS[400])
        return cls(message=message, hint=hint, values={}, status=status)

    @classmethod
    def unforeseen(cls, where: str) -> "Trouble":
        """The page for what nobody foresaw: the place in the program, never the words."""
        return cls(
            message=_("Something was not foreseen ({where})."),
            hint=_(
                "What was said to be saved is saved. Try again; if it stays, report this place."
            ),
            values={"where": where},
            status=500,
        )


_STATUS: Mapping[int, tuple[str, str]] = {
    400: (_("This request could not be understood."), _("Go back and try again.")),
    401: (
        _("This window has not been let in."),
        _("Start Panoh again and use the window that it opens. Nothing is lost."),
    ),
    403: (
        _("Another page or program tried to use Panoh. It was refused."),
        _("Nothing was changed. Close other windows, then go on in the window Panoh opened."),
    ),
    404: (_("There is no such page."), _("Choose an area in the column beside.")),
    405: (_("This request could not be understood."), _("Go back and try again.")),
    408: (_("The form took too long to arrive."), _("Nothing was saved. Try again.")),
    413: (_("What was sent is too large."), _("Nothing was saved. Send less at once.")),
}


@dataclass(frozen=True, kw_only=True)
class Entered(Page):
    """The moment between the one-time link and the first page."""

    template: ClassVar[str] = "entered.html"


@dataclass(frozen=True, kw_only=True)
class Waiting(Page):
    """Work is under way: how far it is."""

    template: ClassVar[str] = "waiting.html"
    title: ClassVar[str] = _("One moment")
    label: str
    done: int
    whole: int


def entered(request: Request, key: Key, desk: Desk) -> Response:
    """Let one browser in. A page and no redirect: the cookie must not count as sent by a file."""
    language = desk.language or accepted(request.headers.get("accept-language", ""))
    cookie = key.enter(request.query_params.get("once", ""))
    if not cookie:
        return HTMLResponse(render(Trouble.of_status(401), desk, language), 401)
    answer = HTMLResponse(render(Entered(), desk, language))
    answer.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", path="/")
    return answer


def _home(visit: Visit) -> Reply:
    return Redirect("/today" if visit.desk.open else "/what-now")


def _leave(visit: Visit) -> Reply:
    """Lock, and answer with nothing to see."""
    visit.desk.lock()
    return Words("")


def _lock(visit: Visit) -> Reply:
    visit.desk.lock()
    return Redirect("/unlock")


def _is_open(visit: Visit) -> Reply:
    """For our script; asking does not count as being here."""
    return Words("open" if visit.desk.open else "locked")


def _here(visit: Visit) -> Reply:
    visit.desk.touch()
    return _is_open(visit)


def _speak(visit: Visit) -> Reply:
    chosen = visit.one("language")
    if chosen in LANGUAGES:
        visit.desk.language = chosen
    back = visit.one("back")
    return Redirect(back if back.startswith("/") and not back.startswith("//") else "/")


def _wait(visit: Visit) -> Reply:
    """How far the work is; its result once it is over."""
    job = visit.desk.job
    if job is None:
        return Redirect("/")
    if not job.wait(AT_ONCE_SECONDS):
        return Waiting(label=job.label, done=job.done, whole=job.whole)
    visit.desk.job = None
    if job.error is not None:
        raise job.error
    return Redirect(job.next)


ways = (
    get("/", _home, open=False),
    get("/here", _is_open, open=False),
    post("/here", _here, open=False),
    post("/leave", _leave, open=False),
    post("/lock", _lock, open=False),
    post("/language", _speak, open=False),
    get("/wait", _wait, open=False),
)
