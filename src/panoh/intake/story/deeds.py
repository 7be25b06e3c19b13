"""What was done, by whom, how the person is now and how it is known: words of the thesauri."""

import re
from collections.abc import Iterator, Mapping

from panoh.intake.story import lexicon as words
from panoh.intake.story.found import Found, Words, gathered
from panoh.model.thesauri import ACTS, PERPETRATORS, Term, Thesaurus

_BARE_NOT = re.compile(
    r"(?:\b(?:will be|would be|not|never|не|ни|без)|n't)\s+(?:(?:been|был\w*|ever)\s+)?$",
    re.IGNORECASE,
)
_TAJIK_NOT = re.compile(r"\s*на(?:шуд|кард|дод|буд)", re.IGNORECASE)


def acts_in(story: str) -> tuple[Found[str], ...]:
    """The types of act a story tells, without those it says did not happen."""
    told = [
        (term, spot)
        for term, spot in _terms(ACTS, story)
        if not _denied(story, spot) and not _aside(story, spot)
    ]
    return gathered([(term.code, spot) for term, spot in told])


def doers_in(story: str) -> tuple[Found[str], ...]:
    """Which kinds of body or person are named as those who did it."""
    return gathered([(term.code, spot) for term, spot in _terms(PERPETRATORS, story)])


def states_in(story: str) -> tuple[Found[str], ...]:
    """How somebody is said to be now."""
    return gathered(list(_phrases(words.STATES, story)))


def ways_in(story: str) -> tuple[Found[str], ...]:
    """How whoever tells it knows."""
    return gathered(list(_phrases(words.WAYS, story)))


def _terms(thesaurus: Thesaurus, story: str) -> Iterator[tuple[Term, Words]]:
    for term, start, end in thesaurus.find(story):
        if term.code != "unknown":
            yield term, Words(start, end, story[start:end])


def _denied(story: str, spot: Words) -> bool:
    """Whether a "not" that is no part of the phrase stands right beside it."""
    before, after = story[max(0, spot.start - 20) : spot.start], story[spot.end : spot.end + 8]
    return bool(_BARE_NOT.search(before) or _TAJIK_NOT.match(after))


def _aside(story: str, spot: Words) -> bool:
    """Words that only sound like an act: to take part, to hold a meeting."""
    return bool(words.NO_ACT.search(story[max(0, spot.start - 24) : spot.end + 24].casefold()))


def _phrases(patterns: Mapping[str, re.Pattern[str]], story: str) -> Iterator[tuple[str, Words]]:
    for code, pattern in patterns.items():
        for match in pattern.finditer(story):
            yield code, Words(match.start(), match.end(), match.group())
