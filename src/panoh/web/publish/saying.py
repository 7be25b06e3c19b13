"""What a publication says, in the words and the order in which it is printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.advocacy.appeal import paragraphs
from panoh.advocacy.figures import HOW_MANY, WHAT, WHO, figures, printed
from panoh.advocacy.page import HAPPENED, PERSON, WHEN, WHERE, Section, incident_row, sections
from panoh.advocacy.publications import PAGE, PRESS, PublicationFile
from panoh.casebook.consent.gate import Outgoing
from panoh.model.messages import translator


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is printed: its head and its rows, in the language of the text."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Said:
    """What stands there in one language. `withheld` are the words that were taken out."""

    language: str
    title: str
    paragraphs: Sequence[str]
    points: Sequence[str]
    figures: Table | None
    happened: Table | None
    heading: str
    contact: str
    withheld: Sequence[str]


def said_by(db: Any, found: PublicationFile, day: date) -> list[Said]:
    """What a press sheet or a public page says, language by language; an appeal has its lines."""
    compose = _SECTIONS.get(found.type)
    return [_said(each) for each in compose(db, found, day)] if compose else []


def _sheet(db: Any, found: PublicationFile, day: date) -> list[Section]:
    told = figures(db, found.way(day))
    return [Section(text, (), told, found.contact, ()) for text in found.texts.values()]


_SECTIONS: Mapping[str, Any] = {PRESS: _sheet, PAGE: sections}


def _said(each: Section) -> Said:
    say = translator(each.text.language)
    counted = [printed(figure, say) for figure in each.figures]
    acts = [incident_row(incident, say) for incident in each.incidents]
    return Said(
        language=each.text.language,
        title=each.text.title,
        paragraphs=paragraphs(each.text.body),
        points=each.text.points,
        figures=Table([say(WHAT), say(HOW_MANY), say(WHO)], counted) if counted else None,
        happened=Table([*map(say, (PERSON, WHAT, WHEN, WHERE, WHO))], acts) if acts else None,
        heading=say(HAPPENED),
        contact=each.contact,
        withheld=each.withheld,
    )


def lines_of(files: Sequence[Outgoing]) -> list[tuple[str, Sequence[str]]]:
    """The lines of each plain text among the files, word for word."""
    return [
        (file.name, [line for line in file.data.decode().splitlines() if line])
        for file in files
        if file.name.endswith(".txt")
    ]
