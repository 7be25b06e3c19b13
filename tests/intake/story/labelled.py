"""The labelled sentences: forty in each language, with invented people."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from panoh.intake.story import PRESSURED, VICTIM, Story, find_story
from panoh.model.names import compare, parse
from panoh.model.places import find_place

TODAY = date(2026, 11, 25)
LANGUAGES = ("en", "ru", "tg")
ASKED = ("who", "when", "where", "what")


@dataclass(frozen=True)
class Labelled:
    """A sentence and what it tells, by what is asked."""

    text: str
    told: dict[str, list[str]]


def sentences(language: str) -> list[Labelled]:
    """The labelled sentences of one language."""
    lines = (Path(__file__).parent / f"sentences_{language}.txt").read_text("utf-8").splitlines()
    return [
        Labelled(text, dict(_label(part) for part in labels.strip().split("; ")))
        for text, labels in zip(lines[::2], lines[1::2], strict=True)
    ]


def _label(part: str) -> tuple[str, list[str]]:
    name, _, values = part.partition(": ")
    return name, values.split(", ")


def proposed(labelled: Labelled) -> dict[str, list[str]]:
    """What is proposed for a sentence, written like its labels."""
    story: Story = find_story(labelled.text, TODAY)
    return {
        "who": [f.value.name for f in story.people if f.value.role == VICTIM],
        "for": [f.value.name for f in story.people if f.value.role == PRESSURED],
        "when": [f.value.edtf for f in story.days],
        "where": [f.value.id or f.value.text for f in story.places],
        "what": [f.value for f in story.acts],
    }


def hits(asked: str, told: list[str], found: list[str]) -> int:
    """How many of what is told were proposed."""
    return sum(any(_same(asked, one, other) for other in found) for one in told)


def _same(asked: str, told: str, found: str) -> bool:
    if asked == "where":
        return told == found or told in [match.id for match in find_place(found)]
    if asked in ("who", "for") and told != found:
        alike = compare(parse(told), parse(found))
        parts = [part for part in (alike.given, alike.surname) if part is not None]
        return len(told.split()) == len(found.split()) and bool(parts) and min(parts) >= 0.9
    return told == found
