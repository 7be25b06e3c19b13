"""Annexes: the statements relied on, the files they come from, passages nobody has translated."""

from collections.abc import Iterator

from panoh.legal.submissions.document import (
    Block,
    Heading,
    NewPage,
    Note,
    Notes,
    Paragraph,
    Run,
    Table,
    line,
    prose,
)
from panoh.legal.submissions.wgad.complaint import Citation, Complaint
from panoh.legal.submissions.wgad.lines import NOT_KNOWN, called, numbers


def annexes(complaint: Complaint) -> Iterator[Block]:
    """The annexes, the first on a new page."""
    yield NewPage()
    yield Heading(1, "Annex 1: Statements relied on")
    yield Paragraph(
        line(
            "Each source is described as far as it allowed. What it told in one place is one "
            "note; below it stand the identifiers of the statements recorded from it. An "
            "identifier is the SHA-256 digest of a signed record: whoever holds the record can "
            "show what belongs to it."
        )
    )
    yield Notes(("No.", "Statement"), tuple(map(_note, complaint.citations)))
    if complaint.files:
        yield Heading(1, "Annex 2: Files")
        yield Table(
            ("No.", "File", "Statements read from it"),
            (1, 10, 4),
            tuple(
                (
                    line(str(place)),
                    line(
                        f"{file.media_type or 'type not known'}, {file.size} bytes, SHA-256\n",
                        Run(file.digest, style="code"),
                    ),
                    line(numbers(file.notes) or "none"),
                )
                for place, file in enumerate(complaint.files, 1)
            ),
        )
    yield from _untranslated(complaint)


def _note(citation: Citation) -> Note:
    said = [
        f"According to {citation.according_to}",
        citation.place,
        citation.language or f"language {NOT_KNOWN}",
    ]
    runs = [Run("; ".join(filter(None, said)) + ".")]
    for each in citation.statements:
        runs += [Run(f"\n{each.about} "), Run(each.statement, style="code")]
    return Note(citation.number, tuple(runs))


def _untranslated(complaint: Complaint) -> Iterator[Block]:
    passages = [
        (person, passage)
        for person in complaint.persons
        for passage in person.passages()
        if passage.to_translate
    ]
    if not passages:
        return
    yield Heading(1, "Annex 3: Passages not yet translated")
    yield Paragraph(
        line(
            "The Working Group reads English, French and Spanish. These passages stand as they "
            "were recorded."
        )
    )
    for person, passage in passages:
        yield Heading(
            2, f"{called(complaint, person)}: {passage.label.lower()} ({passage.to_translate})"
        )
        for each in prose(passage.text, passage.notes):
            yield Paragraph(each)
