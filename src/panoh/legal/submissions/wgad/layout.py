"""The complaint as a document: first pages, the sections of the questionnaire, annexes."""

from collections.abc import Iterator

from panoh.legal.submissions.document import (
    Block,
    Document,
    Heading,
    Table,
    carried,
    line,
)
from panoh.legal.submissions.wgad.annexes import annexes
from panoh.legal.submissions.wgad.complaint import Complaint
from panoh.legal.submissions.wgad.lines import day_text, plural, told, yes_or_no
from panoh.legal.submissions.wgad.persons import person_sections
from panoh.legal.submissions.wgad.preface import preface
from panoh.legal.submissions.wgad.reasons import Numbering, reasons

DRAFT = "DRAFT: not reviewed by a person"


def lay_out(complaint: Complaint) -> Document:
    """The blocks of the complaint in their order; a final one has no first pages and no mark."""
    title = f"Communication to the {complaint.procedure.body}"
    return carried(
        Document(
            title=title,
            subject=subject(complaint),
            author=complaint.argument.submitter,
            mark=". ".join(filter(None, ("" if complaint.review else DRAFT, complaint.banner))),
            day=complaint.day,
            day_text=day_text(complaint.day),
            blocks=tuple(_blocks(complaint, title)),
        )
    )


def subject(complaint: Complaint) -> str:
    """On whose behalf the communication is made."""
    first = complaint.persons[0].name
    others = len(complaint.persons) - 1
    return first if not others else f"{first} and {plural(others, 'other person', 'other persons')}"


def _blocks(complaint: Complaint, title: str) -> Iterator[Block]:
    numbering = Numbering()
    if complaint.review is None:
        yield from preface(complaint)
    yield Heading(1, title)
    yield _cover(complaint)
    yield from _introduction(complaint, numbering)
    yield from person_sections(complaint)
    yield from reasons(complaint, numbering)
    yield from annexes(complaint)


def _cover(complaint: Complaint) -> Block:
    argument, review = complaint.argument, complaint.review
    state = f"reviewed by {review.reviewer} on {day_text(review.day)}" if review else DRAFT
    rows = (
        *((("Title", argument.title),) if argument.title else ()),
        ("On behalf of", subject(complaint)),
        ("Submitted by", argument.submitter),
        ("Date", day_text(complaint.day)),
        ("Urgent action asked", yes_or_no(argument.urgent)),
        ("State of this document", state),
    )
    return Table(
        ("Communication", "Particulars"),
        (4, 11),
        tuple((line(label), told(text)) for label, text in rows),
    )


def _introduction(complaint: Complaint, numbering: Numbering) -> Iterator[Block]:
    count = plural(len(complaint.persons), "person", "persons")
    yield numbering.paragraph(
        line(
            f"This communication concerns {count}, allegedly deprived of liberty. What follows is "
            "told by the sources described in Annex 1; it is alleged, not established."
        )
    )
    yield numbering.paragraph(
        line(
            "A number in brackets refers to the statement in Annex 1 on which a fact rests. Where "
            "sources differ, all answers are given. “Not known” means that nobody has told it in a "
            "form that could be read; it means neither yes nor no."
        )
    )
