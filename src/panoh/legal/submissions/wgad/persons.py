"""Sections I to III of the questionnaire: identity, arrest, detention, person by person."""

from collections.abc import Iterable, Iterator

from panoh.legal.submissions.document import Block, Heading, Line, Run, Table, line
from panoh.legal.submissions.wgad.complaint import Complaint, Fact, PersonPart, Value
from panoh.legal.submissions.wgad.lines import PRESSURE, fact_line

IDENTITY, ARREST, DETENTION = "I. Identity", "II. Arrest", "III. Detention"
WIDTHS = (5, 11)
Row = tuple[Line, ...]


def person_sections(complaint: Complaint) -> Iterator[Block]:
    """One person: the questions one by one. Several: a table for each, after an overview."""
    if len(complaint.persons) == 1:
        yield from _one(complaint.persons[0])
        return
    yield Heading(1, "Sections I to III: identity, arrest and detention of each person")
    yield _overview(complaint.persons)
    shared = list(_shared(complaint.persons))
    if shared:
        yield Heading(2, "Told alike of every person")
        yield _table("Arrest and detention", shared)
    for person in complaint.persons:
        yield Heading(2, f"Person {person.number}: {person.name}")
        yield from _several(person)


def _one(person: PersonPart) -> Iterator[Block]:
    yield Heading(1, IDENTITY)
    yield _table("Identity", [(line("Name"), line(person.name)), *_rows(person.identity)])
    yield Heading(1, ARREST)
    yield from _parts("Arrest", [(each.title, each.arrest) for each in person.deprivations])
    yield Heading(1, DETENTION)
    yield from _parts("Detention", [(each.title, each.detention) for each in person.deprivations])


def _parts(name: str, parts: list[tuple[str, tuple[Fact, ...]]]) -> Iterator[Block]:
    if not parts:
        yield _table(name, [(line("Anything at all"), fact_line(Fact("")))])
    for title, facts in parts:
        if len(parts) > 1:
            yield Heading(2, title)
        yield _table(name, list(_rows(facts)))


def _table(name: str, rows: Iterable[Row]) -> Table:
    return Table((name, "What is told"), WIDTHS, tuple(rows))


def _rows(facts: Iterable[Fact]) -> Iterator[Row]:
    for fact in facts:
        if fact.label != PRESSURE:
            yield line(fact.label), fact_line(fact)


def _several(person: PersonPart) -> Iterator[Block]:
    """A short table: what is not known stands together in one row of each section."""
    yield _table(IDENTITY, _short(person.identity))
    for each in person.deprivations:
        if len(person.deprivations) > 1:
            yield Heading(3, each.title)
        yield _table(ARREST, _short(each.arrest))
        yield _table(DETENTION, _short(each.detention))
    if not person.deprivations:
        yield _table(f"{ARREST}; {DETENTION}", [(line("Anything at all"), fact_line(Fact("")))])


def _short(facts: tuple[Fact, ...]) -> Iterator[Row]:
    yield from _rows(fact for fact in facts if fact.known)
    for label, withheld in (("Not known", False), ("Withheld (no consent recorded)", True)):
        names = [fact.label for fact in facts if not fact.known and fact.withheld is withheld]
        if names:
            yield line(Run(label, style="quiet")), line(Run("; ".join(names), style="quiet"))


def _overview(persons: tuple[PersonPart, ...]) -> Table:
    """Who, how old, when, and what was last told."""
    header = ("No.", "Name", "Age", "Date of arrest", "Last told")
    return Table(
        header,
        (1, 5, 3, 4, 4),
        tuple(
            (
                line(str(person.number)),
                line(person.name),
                _bare(_of(person, "Age when detained")),
                _bare(_of(person, "Date of arrest")),
                _bare(person.last_told),
            )
            for person in persons
        ),
    )


def _bare(fact: Fact) -> Line:
    """An answer without its notes: they stand in the table of the person."""
    return tuple(Run(run.text, style=run.style) for run in fact_line(fact))


def _of(person: PersonPart, label: str) -> Fact:
    return next((fact for fact in person.facts() if fact.label == label), Fact(label))


def _shared(persons: tuple[PersonPart, ...]) -> Iterator[Row]:
    """What is told alike, and without contradiction, of the deprivation of every person."""
    for each in persons[0].deprivations[:1]:
        for fact in (*each.arrest, *each.detention):
            alike = [_of(person, fact.label) for person in persons]
            if fact.label != PRESSURE and all(_said(other) == _said(fact) != () for other in alike):
                yield (
                    line(fact.label),
                    fact_line(
                        Fact(
                            fact.label,
                            tuple(
                                Value(
                                    value.text,
                                    tuple(
                                        sorted(
                                            {
                                                note
                                                for other in alike
                                                for note in other.values[place].notes
                                            }
                                        )
                                    ),
                                )
                                for place, value in enumerate(fact.values)
                            ),
                        )
                    ),
                )


def _said(fact: Fact) -> tuple[str, ...]:
    return () if fact.contested else tuple(value.text for value in fact.values)
