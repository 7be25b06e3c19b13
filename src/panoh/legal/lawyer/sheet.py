"""The sheet for a lawyer: the present state, facts with their sources, days, questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.casebook.consent.answers import Use, asked
from panoh.casebook.consent.citation import cite
from panoh.casebook.index.reading import naming, root_of, view_of
from panoh.casebook.ledger import ledger
from panoh.casebook.people import PersonFile, person_file
from panoh.casebook.view import View
from panoh.casebook.wording import Wording, title_of
from panoh.emergency.paper.draw import pdf
from panoh.legal.errors import NobodyForLawyer
from panoh.legal.lawyer.periods import PERIODS, VERIFIED_ON
from panoh.legal.lawyer.questions import fitting
from panoh.model.dates import PartialDate, format_date
from panoh.model.messages import mark as _

RECIPIENT, ADVICE = "lawyer", "advice"
PRIVILEGED = _("Privileged and confidential: written to obtain legal advice")
TITLE = _("For the lawyer")
NOW, FACTS, DAYS, PERIODS_HEAD = (
    _("Now"), _("What happened"), _("Days that are recorded"), _("Periods to ask about"),
)  # fmt: skip
WHAT, WHEN, WHERE, WHO, UNTIL = _("What"), _("When"), _("Where"), _("Who tells it"), _("Until")
BORN, NO_DAYS = _("Born"), _("None is recorded. Ask which day is the first.")
UNSURE = _("Sources differ where ≠ stands. Nobody has decided which is right.")
NO_ADVICE = _("Panoh gives no legal advice. A lawyer decides which of this applies.")
NOT_CONFIRMED = _("not confirmed")
READ = _("Looked up in {month}; check each before relying on it.")
LEFT_OUT = _("Left out, because they did not allow it: {count}.")
OWN, SOURCE = _("own record"), _("Source")


@dataclass(frozen=True, slots=True)
class Sheet:
    """For whom, in which language, on which day; `mark` says more at the head of every page."""

    persons: tuple[str, ...]
    language: str
    day: date
    mark: str = ""

    @property
    def way(self) -> Use:
        """The way out that it takes."""
        return Use(RECIPIENT, ADVICE, self.day)


def lawyer_sheet(db: Any, sheet: Sheet) -> bytes:
    """The sheet as PDF with as much of each person as they allow; raises NobodyForLawyer."""
    return pdf("paper.typ", content(db, sheet), sheet.language, sheet.day)


def content(db: Any, sheet: Sheet) -> dict[str, Any]:
    """What stands on the sheet, block by block; raises NobodyForLawyer."""
    words = Wording(sheet.language)
    roots = list(dict.fromkeys(root_of(db, each) for each in sheet.persons))
    named = [root for root in roots if asked(db, root).may("name", sheet.way).allowed]
    if not named:
        raise NobodyForLawyer
    day = format_date(PartialDate(sheet.day.isoformat()), sheet.language)
    mark = " · ".join(filter(None, [words.say(PRIVILEGED), sheet.mark]))
    blocks = list(_blocks(db, words, sheet, named))
    if len(named) < len(roots):
        left = words.say(LEFT_OUT).format(count=len(roots) - len(named))
        blocks.append({"type": "text", "text": left})
    return {"title": words.say(TITLE), "day": day, "mark": mark, "blocks": blocks}


def _blocks(db: Any, words: Wording, sheet: Sheet, named: Sequence[str]) -> Iterator[Any]:
    files = [person_file(db, root) for root in named]
    yield {"type": "text", "text": words.say(NO_ADVICE)}
    for file in files:
        yield from _person(db, words, sheet, file)
    yield _heading(words.say(DAYS))
    yield from _days(db, words, named)
    acts = {told.value for file in files for act in file.acts for told in act.told("type")}
    states = {ledger(file).now for file in files}
    for group in fitting(acts, states):
        yield _heading(words.say(group.heading))
        yield {"type": "tasks", "tasks": [(words.say(each), "") for each in group.asked]}
    yield from _periods(words)


def _person(db: Any, words: Wording, sheet: Sheet, file: PersonFile) -> Iterator[Any]:
    root = file.person.root
    person = asked(db, root)
    yield _heading(title_of(db, root))
    if person.may("birth", sheet.way).allowed and file.person.told("born"):
        yield _facts([(words.say(BORN), words.days(file.person.relied("born")))])
    if not person.may("facts", sheet.way).allowed:
        return
    yield _facts([(words.say(NOW), words.state(ledger(file).now))])
    if file.acts:
        placed = person.may("place", sheet.way).allowed
        yield _heading(words.say(FACTS), 3)
        table = _table(db, words, file.acts, placed=placed)
        yield table
        if any("≠" in cell for row in table["rows"] for cell in row):
            yield {"type": "text", "text": words.say(UNSURE)}


def _table(db: Any, words: Wording, acts: Sequence[View], *, placed: bool) -> Any:
    """Acts in the order of time, each source said no further than it allowed."""
    header = [WHAT, WHEN, *([WHERE] if placed else []), WHO]
    rows = [
        [words.kind(act), words.when(act), *([words.where(act)] if placed else []),
         _tellers(db, words, act)]
        for act in sorted(acts, key=_first_day)
    ]  # fmt: skip
    return {
        "type": "table",
        "widths": (4, 4, 3, 4) if placed else (4, 4, 4),
        "header": [words.say(each) for each in header],
        "rows": rows,
    }


def _first_day(act: View) -> tuple[str, str]:
    days = [told.value.edtf for told in act.told("when") if told.value]
    return min(filter(None, days), default="~"), act.root


def _tellers(db: Any, words: Wording, act: View) -> str:
    tellers = {told.source for told in (*act.told("type"), *act.told("when"))}
    said = [words.say(cite(view_of(db, each)) if each else OWN) for each in sorted(tellers)]
    return "; ".join(dict.fromkeys(said))


def _days(db: Any, words: Wording, named: Sequence[str]) -> Iterator[Any]:
    """Days that cannot move, from the plans of these persons."""
    plans = [plan for root in named for plan in naming(db, [root], "plan", "person")]
    dates = {(each.until, each.what) for plan in plans for each in plan.each("dates")}
    if not dates:
        yield {"type": "text", "text": words.say(NO_DAYS)}
        return
    facts = [(words.day(PartialDate(until)), what) for until, what in sorted(dates)]
    yield _facts(facts)


def _periods(words: Wording) -> Iterator[Any]:
    yield _heading(words.say(PERIODS_HEAD))
    rows = []
    for each in PERIODS:
        mark = "" if each.confirmed else f" ({words.say(NOT_CONFIRMED)})"
        rows.append([words.say(each.what), words.say(each.period) + mark, each.source])
    header = [words.say(label) for label in (WHAT, UNTIL, SOURCE)]
    yield {"type": "table", "widths": (4, 6, 4), "header": header, "rows": rows}
    yield {"type": "text", "text": words.say(READ).format(month=VERIFIED_ON)}


def _facts(facts: Sequence[tuple[str, str]]) -> Any:
    return {"type": "facts", "facts": list(facts)}


def _heading(text: str, level: int = 2) -> Any:
    return {"type": "heading", "level": level, "text": text[:1].upper() + text[1:]}
