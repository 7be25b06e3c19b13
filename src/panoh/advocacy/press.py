"""A press sheet: what happened, figures with their sources, talking points, posts, a picture."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from panoh.advocacy.appeal import QUESTIONS, day_in, paragraphs
from panoh.advocacy.figures import (
    FIGURES,
    HOW_MANY,
    LEAST,
    RANGES,
    WHAT,
    WHO,
    Figure,
    figures,
    printed,
)
from panoh.advocacy.paper import Paper, set_pdf
from panoh.advocacy.picture import picture_png, picture_svg
from panoh.advocacy.publications import PublicationFile
from panoh.casebook.consent.gate import Outgoing
from panoh.model.kinds import Text
from panoh.model.messages import mark as _
from panoh.model.messages import translator

POINTS = _("In short")
#: Letters that a short text may have, so that every service takes it.
SHORT = 280
_WIDTHS = (5, 3, 6)


def press_sheet(db: Any, found: PublicationFile, day: date, mark: str = "") -> list[Paper]:
    """The sheet as PDF, posts as text and a picture as SVG and PNG, for every language.

    Raises PictureNotDrawn, and what `whole` and `paper.draw.pdf` raise.
    """
    found.whole()
    told = figures(db, found.way(day))
    files: list[Paper] = []
    for language, text in found.texts.items():
        stem = f"press-{day.isoformat()}-{language}"
        svg = _picture(text, told, mark)
        files += [
            set_pdf(f"{stem}.pdf", _data(found, text, told, day, mark), language, day),
            Paper(Outgoing(f"{stem}-posts.txt", posts(text, told, mark))),
            Paper(Outgoing(f"{stem}.svg", svg)),
            Paper(Outgoing(f"{stem}.png", picture_png(svg))),
        ]
    return files


def posts(text: Text, told: Sequence[Figure], mark: str = "") -> bytes:
    """Short texts for social media: the title, each talking point, each of the first figures."""
    say = translator(text.language)
    parts = [text.title, *text.points]
    parts += [f"{each.shown(say)}: {say(each.label)}." for each in told[:2]]
    return ("\n\n".join(filter(None, [mark, *(_short(each) for each in parts)])) + "\n").encode()


def _short(text: str) -> str:
    """So many letters at most, cut between words."""
    if len(text) <= SHORT:
        return text
    return text[: SHORT - 2].rsplit(" ", 1)[0] + " …"


def _picture(text: Text, told: Sequence[Figure], mark: str) -> bytes:
    say = translator(text.language)
    number = told[0].shown(say) if told and told[0].range.least >= LEAST else ""
    label = say(told[0].label) if number else ""
    return picture_svg(number, label, text.title, mark, text.language)


def _data(
    found: PublicationFile, text: Text, told: Sequence[Figure], day: date, mark: str
) -> dict[str, Any]:
    return {
        "title": text.title,
        "day": day_in(text.language, day),
        "mark": mark,
        "blocks": list(_blocks(found, text, told)),
    }


def _blocks(found: PublicationFile, text: Text, told: Sequence[Figure]) -> Iterator[dict[str, Any]]:
    say = translator(text.language)
    for part in paragraphs(text.body):
        yield {"type": "text", "text": part}
    if text.points:
        yield {"type": "heading", "level": 2, "text": say(POINTS)}
        yield {"type": "list", "items": list(text.points)}
    if told:
        yield {"type": "heading", "level": 2, "text": say(FIGURES)}
        yield {
            "type": "table",
            "widths": _WIDTHS,
            "header": [say(WHAT), say(HOW_MANY), say(WHO)],
            "rows": [printed(each, say) for each in told],
        }
        yield {"type": "text", "text": say(RANGES).format(least=LEAST)}
    if found.contact:
        yield {"type": "facts", "facts": [(say(QUESTIONS), found.contact)]}
