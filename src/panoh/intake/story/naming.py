"""Names in a story: by their capitals, by what stands before them, or because people have them."""

import re
from collections.abc import Iterator, Sequence

from panoh.intake.story import lexicon as words
from panoh.intake.story.found import Words, sentence_of
from panoh.intake.story.given import DATIVE, OBLIQUE, given_name, is_given, whole_name
from panoh.intake.story.language import languages_of
from panoh.intake.story.naming_persian import persian_names
from panoh.intake.story.vocabulary import fold as plain
from panoh.model.dates.words import fold
from panoh.model.names.phones import fold as sounds
from panoh.model.names.words import COMMON

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’ʼ`][^\W\d_]+)*")
_BEGIN = re.compile(r"(?:^|[.!?…\n«“\"(:]\s*)$")
_GAP = re.compile(r"\.? ?|\s")
#: Two who are named together in Tajik: "Нозиму Шералиро".
_AND = re.compile("(?<=[^аеиоуяюёэыиӣӯ])(?:у|ю)$")
#: How many letters before a name are read for what it is.
NEAR = 60


def names_in(
    story: str, places: Sequence[Words], acts: Sequence[Words]
) -> Iterator[tuple[str, Words]]:
    """Each name without the endings its case gives it, and where it stands.

    A word with a capital that is no name we know is one beside words that tell an act.
    """
    for run in _runs(story, places):
        for part in _people(story, run) or _beside_an_act(story, run, acts):
            spot = Words(part[0].start(), part[-1].end(), story[part[0].start() : part[-1].end()])
            if not words.NICKNAME.search(story[max(0, spot.start - NEAR) : spot.start].casefold()):
                texts = [match.group() for match in part]
                yield whole_name(texts, _case(story, spot)), spot
    yield from _small(story)
    yield from persian_names(story, places)


def _people(story: str, run: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """The run, or the two people it names, or what is left of it without what is no name."""
    if len(run) == 2 and all(given_name(match.group()) for match in run):
        first = run[0].group()
        if _AND.search(first) and is_given(_AND.sub("", first)) and not is_given(first):
            return [run[:1], run[1:]]
    if len(run) > 1 and _stands_before(story, run):
        run = run[1:]
    return [run] if _is_name(story, run) else []


def _beside_an_act(
    story: str, run: list[re.Match[str]], acts: Sequence[Words]
) -> list[list[re.Match[str]]]:
    """One or two words with a capital beside an act, and neither a sentence's first nor a place."""
    start, end = run[0].start(), run[-1].end()
    lead = story[max(0, start - NEAR) : start]
    near = any(act.start - 2 <= end and start <= act.end + 2 for act in acts)
    first = run[0].group()
    if not near or len(run) > 2 or len(first) < 4 or _BEGIN.search(lead) or words.IN.search(lead):
        return []
    return [run]


def _stands_before(story: str, run: list[re.Match[str]]) -> bool:
    """A sentence's first word before a name: "Мегӯянд Кароматулло"."""
    first, second = run[0], run[1].group()
    lead = story[max(0, first.start() - NEAR) : first.start()]
    return bool(
        (_BEGIN.search(lead) or words.IN.search(lead))
        and not given_name(first.group())
        and not words.SURNAME.search(first.group())
        and given_name(second)
        and not words.SURNAME.search(second)
    )


_NEXT = re.compile(r" ([^\W\d_]{3,})(?![-\w])")


def _small(story: str) -> Iterator[tuple[str, Words]]:
    """A name in small letters right after "my brother" and the like."""
    for kin in words.KIN.finditer(story):
        match = _NEXT.match(story, kin.end())
        if match and match[1].islower() and not _is_word(match[1]):
            name = given_name(match[1].title())
            if name and is_given(name):
                yield name, Words(match.start(1), match.end(1), match[1])


def _is_word(word: str) -> bool:
    return (len(word) < 5 and sounds(word) in COMMON) or plain(word) in words.NO_NAMES


def _case(story: str, spot: Words) -> str:
    """In which case a name stands in Russian: its own, that of an object, or that of whom to."""
    sentence = sentence_of(story, spot)
    if "ru" not in languages_of([plain(word) for word in _TOKEN.findall(sentence)]):
        return ""
    before = story[max(0, spot.start - NEAR) : spot.start].casefold()
    if words.DATIVE.search(before):
        return DATIVE
    begins = spot.text.split()[0][-1]
    if begins in "ую" and words.TO_WHOM.search(sentence.casefold()):
        return DATIVE
    done = words.ONE_DID.search(before) if before.endswith("л ") else None
    if done or words.OBLIQUE.search(before) or words.THEY_DID.search(sentence.casefold()):
        return OBLIQUE
    moved = begins in "ую" and words.ONE_DID.search(sentence.casefold())
    return OBLIQUE if moved else ""


def _runs(story: str, places: Sequence[Words]) -> Iterator[list[re.Match[str]]]:
    """Words with a capital letter that stand together, without those that are no names."""
    run: list[re.Match[str]] = []
    for match in _TOKEN.finditer(story):
        if run and not _GAP.fullmatch(story[run[-1].end() : match.start()]):
            yield run
            run = []
        if _may_be_name(match, places):
            if run and "." in story[run[-1].end() : match.start()] and len(run[-1].group()) > 2:
                yield run
                run = []
            run.append(match)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _may_be_name(match: re.Match[str], places: Sequence[Words]) -> bool:
    word = match.group()
    if not word[0].isupper() or (len(word) > 1 and word.isupper()):
        return False
    bare = word.casefold().removesuffix("'s").removesuffix("’s")
    if bare in words.NO_NAMES or fold(bare) in words.NO_NAMES or words.KIN.fullmatch(word):
        return False
    if words.KIN_OF.fullmatch(word + " "):
        return False
    spot = Words(match.start(), match.end(), word)
    return not any(spot.meets(place) for place in places)


def _is_name(story: str, run: list[re.Match[str]]) -> bool:
    texts = [match.group() for match in run]
    if all(len(text) < 2 for text in texts):
        return False
    if any(given_name(text) or words.SURNAME.search(text) for text in texts):
        return True
    before = story[max(0, run[0].start() - NEAR) : run[0].start()]
    if words.BEFORE_NAME.search(before.casefold()):
        return True
    return len(run) > 1 and not _BEGIN.search(before)
