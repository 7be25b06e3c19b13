"""A public page as one HTML file: no scripts, no requests, no fonts from elsewhere.

Who allowed what happened to be told, but not their name, is called by a number, with the month and
no place; who allowed neither is not on the page. Names in its texts are taken out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
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
from panoh.advocacy.incidents import Incident, incidents
from panoh.advocacy.paper import Paper
from panoh.advocacy.publications import PublicationFile
from panoh.advocacy.redaction import WITHHELD, Redactor
from panoh.casebook.consent.gate import Outgoing
from panoh.casebook.wording import Wording
from panoh.model.kinds import Text
from panoh.model.languages import LANGUAGES
from panoh.model.messages import mark as _
from panoh.model.messages import translator
from panoh.model.plain import plain

HAPPENED, PERSON, WHEN, WHERE = _("What happened"), _("Who"), _("When"), _("Where")
NUMBERED = _("Person {number}")
LEFT_OUT = _("Names, places and days are left out where somebody did not allow them.")
MADE = _("Made on {day}")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = (
    "body{margin:0 auto;max-width:44rem;padding:1.5rem;font:1.05rem/1.55 serif;color:#1f2328;"
    "background:#faf8f4}h1{font-size:1.7rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2rem}"
    ".wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.95rem}"
    "th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #e4dfd6}"
    "section+section{border-top:2px solid #0e5a63;margin-top:3rem;padding-top:1rem}"
    ".mark{border:1px solid;padding:.4rem .6rem;font-weight:bold}.quiet{color:#5b6470}"
)


@dataclass(frozen=True, slots=True)
class Section:
    """What stands on the page in one language; `withheld` are the words taken out of its text."""

    text: Text
    incidents: Sequence[Incident]
    figures: Sequence[Figure]
    contact: str
    withheld: Sequence[str]


def public_page(db: Any, found: PublicationFile, day: date, mark: str = "") -> list[Paper]:
    """The page, every language one after another; raises what `whole` raises."""
    told = sections(db, found, day)
    first = told[0].text
    body = "\n".join(_section(each, day) for each in told)
    html = _document(first.language, first.title, mark, body)
    return [Paper(Outgoing(f"page-{day.isoformat()}.html", html.encode()))]


def sections(db: Any, found: PublicationFile, day: date) -> list[Section]:
    """What the page says, language by language; raises what `whole` raises."""
    found.whole()
    way = found.way(day)
    told, redactor = figures(db, way), Redactor(db, way)
    made = []
    for language, written in found.texts.items():
        text, withheld = _redacted(written, redactor)
        acts = tuple(incidents(db, found, Wording(language), way))
        made.append(Section(text, acts, told, found.contact, withheld))
    return made


def _document(language: str, title: str, mark: str, body: str) -> str:
    direction = LANGUAGES[language].direction
    marked = _tag("p", mark, ' class="mark"') if mark else ""
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"{_tag('title', title)}\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{marked}\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _section(told: Section, day: date) -> str:
    text, say = told.text, translator(told.text.language)
    direction = LANGUAGES[text.language].direction
    parts = [_tag("h1", text.title), *(_tag("p", part) for part in paragraphs(text.body))]
    if text.points:
        items = "".join(_tag("li", each) for each in text.points)
        parts.append(f"<ul>{items}</ul>")
    parts += _numbers(told.figures, say)
    parts += _incidents(told.incidents, say)
    if told.contact:
        parts.append(_tag("p", f"{say(QUESTIONS)}: {told.contact}"))
    made = say(MADE).format(day=day_in(text.language, day))
    parts += [_tag("p", each, ' class="quiet"') for each in (say(LEFT_OUT), made)]
    inner = "\n".join(parts)
    return f'<section lang="{text.language}" dir="{direction}">\n{inner}\n</section>'


def _numbers(numbers: Sequence[Figure], say: Any) -> Iterator[str]:
    if numbers:
        yield _tag("h2", say(FIGURES))
        rows = [printed(each, say) for each in numbers]
        yield _table((say(WHAT), say(HOW_MANY), say(WHO)), rows)
        yield _tag("p", say(RANGES).format(least=LEAST), ' class="quiet"')


def _incidents(told: Sequence[Incident], say: Any) -> Iterator[str]:
    if told:
        yield _tag("h2", say(HAPPENED))
        rows = [incident_row(each, say) for each in told]
        yield _table((say(PERSON), say(WHAT), say(WHEN), say(WHERE), say(WHO)), rows)


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(_tag("th", each, ' scope="col"') for each in header)
    body = "".join(f"<tr>{''.join(_tag('td', each) for each in row)}</tr>\n" for row in rows)
    return (
        f'<div class="wide"><table>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{body}</tbody>\n</table></div>"
    )


def incident_row(each: Incident, say: Any) -> tuple[str, ...]:
    """One act as it is printed: who, what, when, where, who tells it."""
    who = each.name or say(NUMBERED).format(number=each.number)
    return who, each.what, each.when, each.where, "; ".join(map(say, each.sources))


def _redacted(text: Text, redactor: Redactor) -> tuple[Text, list[str]]:
    """The text without names that have no consent, and the words taken out of it."""
    instead = translator(text.language)(WITHHELD)
    taken: list[str] = []

    def clean(part: str) -> str:
        kept, words = redactor.redact(part, instead)
        taken.extend(word for word in words if word not in taken)
        return kept

    points = tuple(map(clean, text.points))
    return Text(text.language, clean(text.title), clean(text.body), points), taken


def _tag(name: str, words: str, more: str = "") -> str:
    return f"<{name}{more}>{escape(plain(words))}</{name}>"
