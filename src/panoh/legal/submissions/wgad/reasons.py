"""Sections IV to VI: what happened, why it may be arbitrary, steps at home, who submits.

Fact, inference and law stand apart; nothing is said to be proven.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from panoh.legal.submissions.document import (
    Block,
    Heading,
    Line,
    Paragraph,
    Run,
    Table,
    line,
    prose,
)
from panoh.legal.submissions.wgad.complaint import (
    ActPart,
    Complaint,
    Fact,
    PersonPart,
    Value,
)
from panoh.legal.submissions.wgad.lines import (
    PRESSURE,
    UNCONFIRMED,
    called,
    fact_line,
    numbers,
    quoted,
    told,
    yes_or_no,
)
from panoh.legal.submissions.wgad.procedure import Category

WARRANT = "Warrant or decision shown"


@dataclass(slots=True)
class Numbering:
    """Counts the paragraphs of a communication."""

    last: int = 0

    def paragraph(self, text: Line) -> Paragraph:
        """The next numbered paragraph."""
        self.last += 1
        return Paragraph(text, self.last)


def reasons(complaint: Complaint, numbering: Numbering) -> Iterator[Block]:
    """Sections IV, V and VI."""
    yield Heading(1, "IV. Circumstances, and why the deprivation of liberty may be arbitrary")
    yield from _facts(complaint, numbering)
    yield from _inference(complaint, numbering)
    yield from _law(complaint, numbering)
    yield from _remedies(complaint, numbering)
    yield from _submitter(complaint, numbering)


def _facts(complaint: Complaint, numbering: Numbering) -> Iterator[Block]:
    yield Heading(2, "A. Facts alleged")
    for each in prose(complaint.argument.circumstances):
        yield numbering.paragraph(each)
    rows = [
        (line(person.name), line(Run(act.title, act.notes)), _particulars(act))
        for person in complaint.persons
        for act in person.other_acts
    ]
    if rows:
        yield numbering.paragraph(
            line("Beside the deprivation of liberty, the following is alleged to have been done:")
        )
        yield Table(("To whom", "What was done, allegedly", "What is told"), (4, 4, 9), tuple(rows))
    for person in complaint.persons:
        for passage in person.passages():
            if not passage.to_translate:
                who = called(complaint, person)
                yield numbering.paragraph(line(f"{who}: ", *quoted(passage)))
    yield from _untranslated(complaint, numbering)


def _untranslated(complaint: Complaint, numbering: Numbering) -> Iterator[Block]:
    """Where the words stand that nobody has translated."""
    waiting = [
        (person.number, passage)
        for person in complaint.persons
        for passage in person.passages()
        if passage.to_translate
    ]
    if waiting:
        languages = ", ".join(dict.fromkeys(passage.to_translate for _, passage in waiting))
        whom = (
            ""
            if len(complaint.persons) == 1
            else (f" of persons {numbers(number for number, _ in waiting)}")
        )
        notes = sorted({note for _, passage in waiting for note in passage.notes})
        yield numbering.paragraph(
            line(
                Run(
                    f"Further accounts{whom} are not yet translated ({languages}). They stand in "
                    "Annex 3 in their own words.",
                    tuple(notes),
                )
            )
        )


def _particulars(act: ActPart) -> Line:
    """What is told of an act, question by question."""
    runs: list[Run] = []
    for fact in act.facts:
        if (fact.known or fact.withheld) and fact.label != PRESSURE:
            runs += [Run(f"{'; ' if runs else ''}{fact.label}: "), *fact_line(fact)]
    return tuple(runs) or line(Run("nothing further", style="quiet"))


def _inference(complaint: Complaint, numbering: Numbering) -> Iterator[Block]:
    """Whom it was meant to pressure is what sources conclude, not what anybody can see."""
    groups: dict[tuple[str, ...], list[tuple[PersonPart, Fact]]] = {}
    for person in complaint.persons:
        fact = _pressured(person)
        if fact.known:
            aims = tuple(value.text for value in fact.values)
            groups.setdefault(aims, []).append((person, fact))
    yield Heading(2, "B. Inference")
    if not groups:
        yield numbering.paragraph(line("No inference is drawn here beyond the facts alleged."))
    for group in groups.values():
        whom = (
            called(complaint, group[0][0])
            if len(group) == 1
            else (f"persons {numbers(person.number for person, _ in group)}")
        )
        aim = _together([fact for _, fact in group])
        yield numbering.paragraph(
            line(
                f"The sources infer that what was done to {whom} was meant to pressure: ",
                *fact_line(aim),
                ".",
            )
        )


def _together(facts: Sequence[Fact]) -> Fact:
    """One answer given of several persons, with all its notes."""
    return Fact(
        PRESSURE,
        tuple(
            Value(
                value.text,
                tuple(sorted({note for fact in facts for note in fact.values[place].notes})),
            )
            for place, value in enumerate(facts[0].values)
        ),
    )


def _pressured(person: PersonPart) -> Fact:
    """All those whom the acts against a person were meant to pressure, each once."""
    found: dict[str, set[int]] = {}
    for fact in person.facts():
        for value in fact.values if fact.label == PRESSURE else ():
            found.setdefault(value.text, set()).update(value.notes)
    return Fact(PRESSURE, tuple(Value(text, tuple(sorted(who))) for text, who in found.items()))


def _law(complaint: Complaint, numbering: Numbering) -> Iterator[Block]:
    yield Heading(2, "C. Law, by category of the Working Group")
    by_id = {category.id: category for category in complaint.procedure.categories}
    for name in complaint.argument.categories:
        if name in by_id:
            yield numbering.paragraph(_category(by_id[name], draft=complaint.review is None))
        if name == "I":
            yield numbering.paragraph(line(_warrants(complaint)))
    for each in prose(complaint.argument.argument):
        yield numbering.paragraph(each)
    if not complaint.argument.categories and not complaint.argument.argument:
        yield numbering.paragraph(line("No legal argument is written yet."))


def _category(category: Category, *, draft: bool) -> Line:
    """The category and its articles; in a final one the reviewer answers for what was marked."""
    runs = [
        Run(f"Category {category.id}: {category.label}.", style="strong"),
        Run(f" On the facts alleged, {category.text}. {category.instruments}."),
    ]
    if draft and not category.confirmed:
        runs.append(Run(f" {UNCONFIRMED}"))
    return tuple(runs)


def _warrants(complaint: Complaint) -> str:
    """What was told about warrants, by person; a contested answer is not counted as either."""
    answers: dict[str, list[int]] = {"no": [], "yes": [], "contested": [], "not known": []}
    for person in complaint.persons:
        for fact in person.facts():
            if fact.label == WARRANT:
                said = fact.values[0].text if fact.known else "not known"
                key = "contested" if fact.contested else said
                answers.setdefault(key, []).append(person.number)
    parts = [f"{answer}: person {numbers(who)}" for answer, who in answers.items() if who]
    return f"Whether a warrant or decision was shown: {'; '.join(parts) or 'not known'}."


def _remedies(complaint: Complaint, numbering: Numbering) -> Iterator[Block]:
    yield Heading(1, "V. Internal steps and remedies")
    lines = prose(complaint.argument.remedies) or [
        line(
            "No steps are recorded. This does not mean that none were taken, nor that any were "
            "open."
        )
    ]
    for each in lines:
        yield numbering.paragraph(each)


def _submitter(complaint: Complaint, numbering: Numbering) -> Iterator[Block]:
    argument = complaint.argument
    yield Heading(1, "VI. Submitter and requests")
    rows = (
        ("Name", argument.submitter),
        ("Capacity", argument.capacity),
        ("Contact", argument.contact),
        ("Is the case before another body?", argument.elsewhere),
        ("Is urgent action asked?", yes_or_no(argument.urgent)),
        ("Consent", "recorded, for this recipient, for every person named as a person concerned"),
    )
    yield Table(
        ("Submitter", "Particulars"),
        (5, 11),
        (
            *((line(label), told(text)) for label, text in rows),
            (line("Date and signature"), line("\n\n")),
        ),
    )
    for each in prose(argument.requests):
        yield numbering.paragraph(each)
