"""Giving publications out: the only way by which any of them leaves, and the gate reads it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from panoh.advocacy.appeal import appeal
from panoh.advocacy.incidents import told_of
from panoh.advocacy.page import public_page
from panoh.advocacy.paper import Paper
from panoh.advocacy.press import press_sheet
from panoh.advocacy.publications import APPEAL, PAGE, PRESS, PublicationFile
from panoh.advocacy.signing import signed
from panoh.casebook.consent.answers import Use
from panoh.casebook.consent.gate import Outgoing, Stop, inspect
from panoh.casebook.consent.giving import FINAL, Outcome, hand_over, offer
from panoh.casebook.record import Case


@dataclass(frozen=True, slots=True)
class Made:
    """A publication as finished files, the way they would go, and who stands in them."""

    root: str
    papers: tuple[Paper, ...]
    use: Use
    persons: tuple[str, ...]

    @property
    def files(self) -> tuple[Outgoing, ...]:
        """The files as they would leave."""
        return tuple(each.file for each in self.papers)


Maker = Callable[[Any, PublicationFile, date, str], Sequence[Paper]]
#: How each kind of publication is made. A test walks all of them.
MAKERS: Mapping[str, Maker] = {APPEAL: appeal, PRESS: press_sheet, PAGE: public_page}


def made(case: Case, found: PublicationFile, mark: str = "") -> Made:
    """The finished files of a publication as it stands today; raises what its maker raises."""
    db, day = case.vault.db, case.clock().date()
    papers = tuple(MAKERS[found.type](db, found, day, mark))
    named = [*found.persons, *(each.root for each in signed(db, found, day))]
    named += told_of(db, found, found.way(day)) if found.type == PAGE else ()
    return Made(found.root, papers, found.way(day), tuple(dict.fromkeys(named)))


def stops(case: Case, what: Made) -> list[Stop]:
    """Everything that keeps the files from going out; nothing is given."""
    return inspect(case.vault.db, what.files, what.use)


def give_publication(
    case: Case, what: Made, folder: Path, *, looked: Sequence[str] = ()
) -> Outcome:
    """Write the files into a folder, unless the gate stays closed; raises FileExists."""
    return offer(
        case, what.files, folder, what.use, persons=what.persons, state=FINAL, looked=looked
    )


def hand_publication(case: Case, what: Made, *, looked: Sequence[str] = ()) -> Outcome:
    """Note that the files are handed over from memory, unless the gate stays closed."""
    return hand_over(case, what.files, what.use, persons=what.persons, state=FINAL, looked=looked)
