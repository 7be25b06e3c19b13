"""The first pages of a draft, for the persons concerned and their lawyer: read before sending."""

from collections.abc import Iterator

from panoh.legal.submissions.document import Block, Box, Heading, Line, NewPage, Run, Table, line
from panoh.legal.submissions.wgad.complaint import Complaint, Fact, Gap, PersonPart
from panoh.legal.submissions.wgad.lines import UNCONFIRMED, numbers, plural


def preface(complaint: Complaint) -> Iterator[Block]:
    """What the Government will learn, what is missing, how the procedure works."""
    yield Heading(1, "Before this is sent: for the persons concerned and their lawyer")
    yield Box(tuple(_warning(complaint)))
    yield Heading(2, "What the Government will learn, person by person")
    yield Table(
        ("No.", "Person", "What is passed on"),
        (1, 4, 10),
        tuple(
            (line(str(person.number)), line(person.name), line(_learnt(person)))
            for person in complaint.persons
        ),
    )
    if complaint.gaps:
        yield Heading(2, "What is missing, and who could supply it")
        yield Table(("Who could supply it", "What is missing"), (5, 10), tuple(_missing(complaint)))
    yield Heading(2, f"About the procedure (looked up {complaint.procedure.verified_on})")
    yield Table(
        ("Question", "Answer", "Seen at"),
        (4, 10, 5),
        tuple(
            (
                line(fact.label),
                line(fact.text) if fact.confirmed else line(fact.text, _unconfirmed()),
                line(fact.page or "no page seen"),
            )
            for fact in complaint.procedure.facts
        ),
    )
    yield NewPage()


def _unconfirmed() -> Run:
    return Run(f" {UNCONFIRMED}", style="strong")


def _warning(complaint: Complaint) -> Iterator[Line]:
    yield line(
        Run(
            "Everything from the heading “Communication” on, annexes included, goes to the Working "
            "Group and from there to the Government, with every name. The opinion is published. "
            "This cannot be called back.",
            style="strong",
        )
    )
    yield line(
        "These first pages are not part of the communication; they are left out of the final "
        "version. This is not legal advice. Show it to a lawyer before it is sent."
    )
    if complaint.left_out:
        yield line(
            f"{plural(complaint.left_out, 'person', 'persons').capitalize()} of this matter left "
            "out: no consent is recorded for this recipient, so nothing about them is written."
        )
    minors = [person.number for person in complaint.persons if person.minor]
    if minors:
        yield line(
            f"May be under 18: person {numbers(minors)}. The guardian decides, and the child is "
            "asked as well."
        )


def _learnt(person: PersonPart) -> str:
    """The kinds of data that are in fact passed on, each once, in the order of the form."""
    labels, words = passed_on(person)
    return "; ".join(dict.fromkeys([*labels, *(f"{label} (in words)" for label in words)]))


def passed_on(person: PersonPart) -> tuple[list[str], list[str]]:
    """What of a person is passed on, as labels: answers to questions, and what is told in words."""
    labels = ["Name", *(fact.label for fact in person.facts() if _rests_on_notes(fact))]
    labels += [act.title for act in person.other_acts]
    words = [passage.label for passage in person.passages()]
    return list(dict.fromkeys(labels)), list(dict.fromkeys(words))


def _rests_on_notes(fact: Fact) -> bool:
    return any(value.notes for value in fact.values)


def _missing(complaint: Complaint) -> Iterator[tuple[Line, Line]]:
    """What to ask each of them, so that everybody is asked once."""
    by_who: dict[str, list[Gap]] = {}
    for gap in complaint.gaps:
        by_who.setdefault(gap.who, []).append(gap)
    for who, gaps in by_who.items():
        whats = "\n".join(f"{gap.what}{_whom(gap, complaint)}" for gap in gaps)
        yield line(who[:1].upper() + who[1:]), line(whats)


def _whom(gap: Gap, complaint: Complaint) -> str:
    """For whom something is missing, where the reader could wonder."""
    count = len(complaint.persons)
    if not gap.persons or count == 1:
        return ""
    if len(gap.persons) == count:
        return " (all)"
    return f" ({'person' if len(gap.persons) == 1 else 'persons'} {numbers(gap.persons)})"
