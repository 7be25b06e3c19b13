"""What goes out to a watcher, beside the pages: the vault is free while an answer is awaited."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from panoh.emergency.watching.asking import Receipt
from panoh.emergency.watching.meaning import ANSWERS
from panoh.emergency.watching.reading import OrderFile
from panoh.emergency.watching.sending import Holding
from panoh.model.errors import PanohError
from panoh.model.messages import mark as _
from panoh.web.job import Step
from panoh.web.page import Redirect, Reply
from panoh.web.visit import Visit

SAID = "check-ins said"
Act = Callable[[Holding, str], Receipt]


@dataclass(frozen=True, slots=True)
class Said:
    """What came of it for one watcher: its answer as a msgid, or the error in its place."""

    title: str
    answer: str
    error: PanohError | None = None


def ask(visit: Visit, found: Sequence[OrderFile], act: Act, path: str) -> Reply:
    """Do it with each watcher, then go to a page that says what came of it.

    What one watcher does wrong keeps no other from being told.
    """
    desk = visit.desk

    def work(step: Step) -> str:
        said = []
        for number, of in enumerate(found):
            step(number, len(found) if len(found) > 1 else 0)
            try:
                answer = act(desk.held, of.root).answer
                said.append(Said(of.title, ANSWERS[answer.value]))
            except PanohError as error:
                said.append(Said(of.title, "", error))
        desk.lay(SAID, said)
        return path

    desk.start(_("Asking the watcher"), work)
    return Redirect("/wait")


def said(visit: Visit) -> Sequence[Said]:
    """What came of it; told once."""
    found: Sequence[Said] = visit.desk.tray.pop(SAID, ())
    return found
