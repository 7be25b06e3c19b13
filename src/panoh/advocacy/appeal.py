"""A joint appeal as PDF and plain text, one of each for every language: who signs is printed."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from panoh.advocacy.paper import Paper, set_pdf
from panoh.advocacy.publications import PublicationFile
from panoh.advocacy.signing import Signatory, signed
from panoh.casebook.consent.gate import Outgoing
from panoh.model.dates import PartialDate, format_date
from panoh.model.kinds import Text
from panoh.model.messages import mark as _
from panoh.model.messages import translator

TO, SIGNED_BY, QUESTIONS = _("Addressed to"), _("Signed by"), _("Questions")
#: Points; an appeal is read on a screen, and printed by those who hand it over.
SIZE = 11.5


def appeal(db: Any, found: PublicationFile, day: date, mark: str = "") -> list[Paper]:
    """The finished files of every language; nobody who did not sign is counted or named.

    Raises what `whole` and `paper.draw.pdf` raise. `mark` stands on every
    page: that it is an example with invented people.
    """
    found.whole()
    names = signed(db, found, day)
    files = []
    for language, text in found.texts.items():
        stem = f"{found.type}-{day.isoformat()}-{language}"
        files.append(set_pdf(f"{stem}.pdf", _data(found, text, names, day, mark), language, day))
        files.append(Paper(Outgoing(f"{stem}.txt", _plain(found, text, names, day, mark))))
    return files


def paragraphs(body: str) -> list[str]:
    """The paragraphs of a text: each line that is not empty."""
    return [line.strip() for line in body.splitlines() if line.strip()]


def day_in(language: str, day: date) -> str:
    """A day in words of a language."""
    return format_date(PartialDate(day.isoformat()), language)


def _data(
    found: PublicationFile, text: Text, names: Sequence[Signatory], day: date, mark: str
) -> dict[str, Any]:
    return {
        "title": text.title,
        "day": day_in(text.language, day),
        "size": SIZE,
        "mark": mark,
        "blocks": list(_blocks(found, text, names)),
    }


def _blocks(
    found: PublicationFile, text: Text, names: Sequence[Signatory]
) -> Iterator[dict[str, Any]]:
    say = translator(text.language)
    if found.addressee:
        yield {"type": "facts", "facts": [(say(TO), found.addressee)]}
    for part in paragraphs(text.body):
        yield {"type": "text", "text": part}
    if names:
        yield {"type": "heading", "level": 2, "text": say(SIGNED_BY)}
        yield {"type": "list", "items": [_line(each) for each in names]}
    if found.contact:
        yield {"type": "facts", "facts": [(say(QUESTIONS), found.contact)]}


def _plain(
    found: PublicationFile, text: Text, names: Sequence[Signatory], day: date, mark: str
) -> bytes:
    say = translator(text.language)
    parts = [mark, text.title, day_in(text.language, day)]
    parts += [f"{say(TO)}: {found.addressee}" if found.addressee else "", *paragraphs(text.body)]
    if names:
        parts.append("\n".join([f"{say(SIGNED_BY)}:", *(f"- {_line(each)}" for each in names)]))
    parts.append(f"{say(QUESTIONS)}: {found.contact}" if found.contact else "")
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _line(each: Signatory) -> str:
    return ", ".join(filter(None, [each.shown, each.capacity]))
