"""A complaint from matter to files: composed of what is allowed, rendered, read by the gate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from panoh.casebook.consent.answers import Use, shared
from panoh.casebook.consent.gate import Outgoing, Stop, inspect
from panoh.casebook.consent.giving import DRAFT, FINAL, give
from panoh.casebook.record import Case
from panoh.casebook.view import View
from panoh.legal.submissions.wgad import render_docx, render_pdf
from panoh.legal.submissions.wgad.complaint import Complaint, Permissions, Review
from panoh.legal.submissions.wgad.composing import compose

RECIPIENT, COMPLAINT = "wgad", "complaint"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the gate said: `stops` keep it closed, `looked` a person cleared by looking."""

    stops: tuple[Stop, ...]
    looked: tuple[Stop, ...]
    paths: tuple[Path, ...]


def composed(
    case: Case,
    matter: View,
    persons: Sequence[str],
    day: date,
    review: Review | None = None,
    banner: str = "",
) -> Complaint:
    """The complaint with nothing in it that somebody did not allow."""
    allowed = Permissions(shared(case.vault.db, Use(RECIPIENT, COMPLAINT, day)))
    return compose(case.vault.db, matter, persons, day, allowed, review=review, banner=banner)


def rendered(complaint: Complaint, name: str = "") -> list[Outgoing]:
    """The complaint as PDF and DOCX, named after body, day and state and nobody's name."""
    state = FINAL if complaint.review else DRAFT
    stem = "-".join(filter(None, [RECIPIENT, name, complaint.day.isoformat(), state]))
    return [
        Outgoing(f"{stem}.pdf", render_pdf(complaint)),
        Outgoing(f"{stem}.docx", render_docx(complaint)),
    ]


def write(
    case: Case,
    complaint: Complaint,
    persons: Sequence[str],
    folder: Path,
    *,
    name: str = "",
    looked: bool = False,
) -> Outcome:
    """Write both files into the folder, unless the gate stays closed.

    `looked` says that a person has looked at what only a person can clear.
    """
    use = Use(RECIPIENT, COMPLAINT, complaint.day)
    files = rendered(complaint, name)
    found = inspect(case.vault.db, files, use)
    seen = tuple(stop for stop in found if looked and stop.human)
    stops = tuple(stop for stop in found if not (looked and stop.human))
    if stops:
        return Outcome(stops, seen, ())
    state = FINAL if complaint.review else DRAFT
    paths = give(case, files, folder, use, persons=persons, state=state, looked=looked)
    return Outcome((), seen, tuple(paths))
