"""What is found in a story: a value that may be meant, and where the words for it stand."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")

#: What a person has to do with a story.
VICTIM, PRESSURED, DOER = "victim", "pressured", "doer"
ROLES = (VICTIM, PRESSURED, DOER)


@dataclass(frozen=True, slots=True)
class Words:
    """Where words stand: `story[start:end] == text`."""

    start: int
    end: int
    text: str

    def meets(self, other: "Words") -> bool:
        """Whether they share a letter."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A value that may be meant, and every place that prompted it."""

    value: Value
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a story: the name without its endings, or the words for who has no name there.

    `named` tells the two apart; `role` is what the words around suggest.
    """

    name: str
    role: str
    named: bool


def gathered(pairs: list[tuple[Value, Words]]) -> tuple[Found[Value], ...]:
    """Each value once, in the order of the story, with all its words."""
    places: dict[Value, list[Words]] = {}
    for value, words in sorted(pairs, key=lambda pair: pair[1].start):
        places.setdefault(value, []).append(words)
    return tuple(Found(value, tuple(words)) for value, words in places.items())


def sentence_of(story: str, words: Words) -> str:
    """The sentence in which words stand."""
    ends = [story.rfind(sign, 0, words.start) for sign in ".!?…\n"]
    begin = max(ends) + 1
    after = [story.find(sign, words.end) for sign in ".!?…\n"]
    end = min((place for place in after if place >= 0), default=len(story) - 1)
    return story[begin : end + 1].strip()
