"""Builds the example case through the same doors as a real one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from panoh.analysis.same import propose_people
from panoh.casebook.consent.gate import GateClosed
from panoh.casebook.counts import Counts, count
from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.record import Case
from panoh.demo.files import data, read
from panoh.demo.guarding import guard
from panoh.demo.judging import judge_acts, judge_exiles, judge_people
from panoh.demo.preparing import prepare
from panoh.demo.publishing import publish
from panoh.demo.rows import Taken
from panoh.demo.telling import tell_consents, tell_events, tell_groups, tell_matter
from panoh.intake.spreadsheet.rows import ImportReport, import_list
from panoh.legal.complaining import composed, write
from panoh.model.messages import mark as _

#: The file of each list, its language, and what is said when it is taken in.
LISTS: Mapping[str, tuple[str, str, str]] = {
    "a": ("list_a.csv", "tg", _("Taking in list A")),
    "b": ("list_b.csv", "ru", _("Taking in list B")),
}

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What the demo made: a report for each list, the counts before and after, the files."""

    reports: Mapping[str, ImportReport]
    before: Counts
    after: Counts
    judged: int
    files: tuple[Path, ...]
    looked: int
    single: str


def build(case: Case, folder: Path, step: Callable[[str], None]) -> Built:
    """The whole flow on the example; `step` is called with a msgid before each part.

    1. sources and public events; 2. both lists; 3. who may be the same; 4. the judgements;
    5. consents and the matter; 6. the complaints, through the gate; 7. how one family prepares;
    8. how it keeps safe; 9. what is said in public.
    """
    step(_("Telling the public events and the two groups"))
    groups = tell_groups(case)
    tell_events(case)
    reports = {}
    for letter, (name, language, said) in LISTS.items():
        step(said)
        reports[letter] = import_list(case, data(name), name, groups[letter], language=language)
    step(_("Comparing everybody with everybody"))
    propose_people(case)
    before = count(case.vault.db)
    step(_("Applying the judgements that ship with the example"))
    taken = Taken({letter: report.item for letter, report in reports.items()})
    exiles = judge_exiles(case, taken)
    judged = judge_people(case, taken) + judge_acts(case, taken)
    propose_people(case)
    after = count(case.vault.db)
    step(_("Recording consents, and writing the complaints"))
    tell_consents(case, taken, exiles)
    files, looked, single = _complaints(case, taken, folder)
    step(_("Preparing one family: contacts, plans, a drill, cards"))
    files += prepare(case, taken, exiles, folder.parent / "cards")
    step(_("Keeping safe: a threat, incidents, a check, a drill"))
    guard(case, taken, exiles)
    step(_("Speaking in public: an appeal, a page"))
    files += publish(case, taken, folder.parent / "published")
    return Built(reports, before, after, judged, files, looked, single)


def _complaints(case: Case, taken: Taken, folder: Path) -> tuple[tuple[Path, ...], int, str]:
    """The complaint for one person and the joint one; raises `GateClosed` where consent lacks.

    Relatives share surnames, so the gate asks a person to look; the example's reviewer has.
    """
    told, db = read("case.json"), case.vault.db
    single = root_of(db, taken.harmed(db, told["single"]))
    joint = [root_of(db, taken.harmed(db, place)) for place in told["joint"]]
    matter = view_of(db, tell_matter(case, [single, *joint]))
    day, written, looked = date.fromisoformat(told["dated"]), list[Path](), set[tuple[str, str]]()
    for name, persons in (("one-person", [single]), ("joint", [single, *joint])):
        complaint = composed(case, matter, persons, day, banner=told["banner"])
        outcome = write(case, complaint, persons, folder, name=name)
        if outcome.stops and all(stop.human and not stop.responsible for stop in outcome.stops):
            numbers = [stop.number for stop in outcome.stops]
            outcome = write(case, complaint, persons, folder, name=name, looked=numbers)
        if outcome.stops:
            raise GateClosed(count=len(outcome.stops))
        written += outcome.paths
        looked |= {(stop.words, stop.root) for stop in outcome.looked}
    return tuple(written), len(looked), single
