"""The labelled sentences, with invented people, and how proposals are counted against them.

Two lines each: what somebody writes, and what it tells. `a|b` is either of the two; a value that
ends in "?" may be proposed and need not be; "-" is a sentence that tells nothing.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from panoh.intake.story import PRESSURED, VICTIM, Story, find_story
from panoh.model.names import compare, parse
from panoh.model.places import find_place

TODAY = date(2026, 11, 25)
LANGUAGES = ("en", "ru", "tg", "fa")
ASKED = ("who", "for", "when", "where", "what", "by", "state", "how")
#: How sure a date is counts for nothing here.
_ABOUT = str.maketrans("", "", "~?")
#: Whoever writes speaks of themselves in one form or another.
_FIRST_PERSON = """
    i me my us we our мне меня я мой моя мою моё моего моим моих мной нас нам наш нашу наше
    ман ману маро моро мо من ما مرا
"""
_ME = frozenset(_FIRST_PERSON.split())


@dataclass(frozen=True)
class Labelled:
    """A sentence and what it tells, by what is asked."""

    text: str
    told: dict[str, list[str]]

    def must(self, asked: str) -> list[str]:
        """What is told and should be proposed."""
        return [one for one in self.told.get(asked, ()) if not one.endswith("?")]


@dataclass(frozen=True)
class Measured:
    """How many were told, proposed, and right in the one sense and the other."""

    told: int
    reached: int
    proposed: int
    right: int

    @property
    def precision(self) -> float:
        """Of what is proposed, how much is meant."""
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        """Of what is told, how much is proposed."""
        return self.reached / self.told if self.told else 1.0


def sentences(collection: str, language: str) -> list[Labelled]:
    """The labelled sentences of one collection in one language."""
    path = Path(__file__).parent / f"{collection}_{language}.txt"
    lines = path.read_text("utf-8").splitlines()
    return [
        Labelled(text, dict(_label(part) for part in labels.strip().split("; ")))
        for text, labels in zip(lines[::2], lines[1::2], strict=True)
    ]


def _label(part: str) -> tuple[str, list[str]]:
    name, _, values = part.partition(": ")
    return name, values.split(", ") if values else []


def proposed(labelled: Labelled) -> dict[str, list[str]]:
    """What is proposed for a sentence, written like its labels."""
    story: Story = find_story(labelled.text, TODAY)
    return {
        "who": [f.value.name for f in story.people if f.value.role == VICTIM],
        "for": [f.value.name for f in story.people if f.value.role == PRESSURED],
        "when": [f.value.edtf for f in story.days],
        "where": [f.value.id or f.value.text for f in story.places],
        "what": [f.value for f in story.acts],
        "by": [f.value for f in story.doers],
        "state": [f.value for f in story.states],
        "how": [f.value for f in story.ways],
    }


@cache
def measured(collection: str, language: str) -> dict[str, Measured]:
    """The figures of a collection in one language, by what is asked."""
    counts: dict[str, Counter[str]] = {asked: Counter() for asked in ASKED}
    for each in sentences(collection, language):
        found = proposed(each)
        for asked, count in counts.items():
            must, given = each.must(asked), found[asked]
            count["told"] += len(must)
            count["reached"] += hits(asked, must, given)
            count["proposed"] += len(given)
            count["right"] += sum(
                any(same(asked, told, one) for told in each.told.get(asked, ())) for one in given
            )
    return {asked: Measured(**count) for asked, count in counts.items()}


def hits(asked: str, told: list[str], found: list[str]) -> int:
    """How many of what is told were proposed."""
    return sum(any(same(asked, one, other) for other in found) for one in told)


def same(asked: str, told: str, found: str) -> bool:
    """Whether a proposal is what is told, in any of its ways."""
    return any(_same(asked, one, found) for one in told.removesuffix("?").split("|"))


def _same(asked: str, told: str, found: str) -> bool:
    if asked == "when":
        return told.translate(_ABOUT) == found.translate(_ABOUT)
    if asked == "where":
        return told == found or told in [match.id for match in find_place(found)]
    if asked not in ("who", "for") or told == found:
        return told == found
    if {told.casefold(), found.casefold()} <= _ME:
        return True
    alike = compare(parse(told), parse(found))
    parts = [part for part in (alike.given, alike.surname) if part is not None]
    return len(told.split()) == len(found.split()) and bool(parts) and min(parts) >= 0.9
