"""A complaint from matter to files: composed of what is allowed, rendered, read by the gate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from panoh.casebook.consent.answers import Use, shared
from panoh.casebook.consent.gate import Outgoing, Stop, inspect
from panoh.casebook.consent.giving import DRAFT, FINAL, Outcome, offer
from panoh.casebook.consent.responsible import NotOnlyResponsible, why_not
from panoh.casebook.index.reading import root_of
from panoh.casebook.record import Case
from panoh.casebook.view import View
from panoh.legal.submissions.wgad import render_docx, render_pdf
from panoh.legal.submissions.wgad.complaint import Complaint, Permissions, Review
from panoh.legal.submissions.wgad.composing import compose

RECIPIENT, COMPLAINT = "wgad", "complaint"


def composed(
    case: Case,
    matter: View,
    persons: Sequence[str],
    day: date,
    review: Review | None = None,
    banner: str = "",
    responsible: Sequence[str] = (),
) -> Complaint:
    """The complaint with nothing in it that somebody did not allow.

    `responsible` are to be named as those who did it; raises `NotOnlyResponsible` for whoever is
    recorded as anything else. The gate asks for each of them once more.
    """
    db = case.vault.db
    named = frozenset(root_of(db, each) for each in responsible)
    for root in sorted(named):
        reason = why_not(db, root, day)
        if reason:
            raise NotOnlyResponsible(who=root[:8], reason=reason)
    allowed = Permissions(shared(db, Use(RECIPIENT, COMPLAINT, day)), named)
    return compose(db, matter, persons, day, allowed, review=review, banner=banner)


def state_of(complaint: Complaint) -> str:
    """Draft, or final once somebody has put their name to it."""
    return FINAL if complaint.review else DRAFT


def rendered(complaint: Complaint, name: str = "") -> list[Outgoing]:
    """The complaint as PDF and DOCX, named after body, day and state and nobody's name."""
    state = state_of(complaint)
    stem = "-".join(filter(None, [RECIPIENT, name, complaint.day.isoformat(), state]))
    return [
        Outgoing(f"{stem}.pdf", render_pdf(complaint)),
        Outgoing(f"{stem}.docx", render_docx(complaint)),
    ]


@dataclass(frozen=True, slots=True)
class Finished:
    """A complaint as finished files, and everything the gate stops at in them."""

    complaint: Complaint
    files: tuple[Outgoing, ...]
    stops: tuple[Stop, ...]

    @property
    def use(self) -> Use:
        """The way out these files are for."""
        return Use(RECIPIENT, COMPLAINT, self.complaint.day)

    @property
    def state(self) -> str:
        """Draft, or final once somebody has put their name to it."""
        return state_of(self.complaint)


def finished(case: Case, complaint: Complaint, name: str = "") -> Finished:
    """The files of a complaint, read by the gate; nothing is given out."""
    files = tuple(rendered(complaint, name))
    use = Use(RECIPIENT, COMPLAINT, complaint.day)
    return Finished(complaint, files, tuple(inspect(case.vault.db, files, use)))


def write(
    case: Case,
    complaint: Complaint,
    persons: Sequence[str],
    folder: Path,
    *,
    name: str = "",
    looked: Sequence[str] = (),
) -> Outcome:
    """Write both files into the folder, unless the gate stays closed.

    `looked` are the numbers of the stops that a person has looked at, each by itself.
    """
    use = Use(RECIPIENT, COMPLAINT, complaint.day)
    files, state = rendered(complaint, name), state_of(complaint)
    return offer(case, files, folder, use, persons=persons, state=state, looked=looked)
