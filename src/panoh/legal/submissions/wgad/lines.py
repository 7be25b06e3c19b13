"""How facts are put into words: known, contested, not known; and what notes they rest on."""

from collections.abc import Iterable
from datetime import date

from panoh.legal.submissions.document import Line, Run, line
from panoh.legal.submissions.wgad.complaint import Complaint, Fact, Passage, PersonPart
from panoh.model.messages import mark as _

#: The question whose answers are inference: they stand in section IV, not among the facts.
PRESSURE = _("Meant to pressure")
NOT_KNOWN = "not known"
WITHHELD = "withheld (no consent recorded)"
UNCONFIRMED = "(unconfirmed; check the body's page)"
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def number_word(count: int) -> str:
    """A number as a word up to ten, then as digits."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def plural(count: int, one: str, many: str) -> str:
    """The number and the noun that fits it."""
    return f"{number_word(count)} {one if count == 1 else many}"


def fact_line(fact: Fact) -> Line:
    """A fact's answer: values that hold together, or exclude each other, or "not known"."""
    if not fact.known:
        return line(Run(WITHHELD if fact.withheld else NOT_KNOWN, style="quiet"))
    runs: list[Run] = []
    for place, value in enumerate(fact.values):
        if place:
            runs.append(Run(" or " if fact.contested else "; "))
        runs.append(Run(value.text, value.notes))
    if fact.contested:
        runs.append(Run(f" ({_differing(fact.differ)})"))
    if fact.to_translate:
        runs.append(Run(f" [{fact.to_translate}, not translated]"))
    return tuple(runs)


def _differing(sources: int) -> str:
    if sources == 1:
        return "one source tells it in several ways"
    return f"{number_word(sources)} sources differ"


def told(text: str) -> Line:
    """A text of the matter, or "not known"."""
    return line(text) if text else line(Run(NOT_KNOWN, style="quiet"))


def yes_or_no(answer: str) -> str:
    """An answer recorded as yes, no or unknown; empty for everything that is neither yes nor no."""
    return answer if answer in ("yes", "no") else ""


def day_text(day: date) -> str:
    """A day in words, the same in every locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def quoted(passage: Passage) -> Line:
    """A passage in the words that were recorded, with its label."""
    return line(
        f"{passage.label}, according to the source: ", Run(f"“{passage.text}”", passage.notes)
    )


def numbers(persons: Iterable[int]) -> str:
    """The numbers of persons, neighbours drawn together: 1, 3–7."""
    spans: list[list[int]] = []
    for each in sorted(set(persons)):
        if spans and spans[-1][1] == each - 1:
            spans[-1][1] = each
        else:
            spans.append([each, each])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)


def called(complaint: Complaint, person: PersonPart) -> str:
    """How a person is named in a running text: with the number where there are several."""
    return person.name if len(complaint.persons) == 1 else f"{person.name} (person {person.number})"
