"""People in a story: names by their shape, kin who have no name there, and who tells of herself."""

import re
from collections.abc import Iterator

from panoh.intake.story import lexicon as words
from panoh.intake.story.found import DOER, PRESSURED, VICTIM, Found, Person, Words, gathered
from panoh.intake.story.given import DATIVE, OBLIQUE, given_name, whole_name
from panoh.model.dates.words import fold

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’ʼ`][^\W\d_]+)*")
_BEGIN = re.compile(r"(?:^|[.!?…\n«“\"(:]\s*)$")
_GAP = re.compile(r"\.? ?|\s")
_SENTENCE = re.compile(r"[^.!?…\n]+")
#: How many letters before and after a name are read for what it has to do with the story.
_NEAR = 60


def people_in(story: str, places: list[Words]) -> tuple[Found[Person], ...]:
    """Everybody a story speaks of, in its order; `places` are words that name a place."""
    named = list(_named(story, places))
    taken = [spot for _name, spot in named]
    kin_of = dict(_kin_of(story, named))
    pairs = [
        (Person(name, PRESSURED if spot in kin_of else _role(story, spot), named=True), spot)
        for name, spot in named
    ]
    pairs += [
        (Person(spot.text, _role(story, spot), named=False), spot)
        for spot in (*_kin(story, taken), *kin_of.values(), *_teller(story))
    ]
    return _once(pairs)


def _kin_of(story: str, named: list[tuple[str, Words]]) -> Iterator[tuple[Words, Words]]:
    """ "The mother of Idris": who is named is her son; she has no name, but these words for it."""
    for name, spot in named:
        before = words.KIN_OF.search(story[: spot.start])
        if before and not _beside_name(before, name, spot.text):
            text = before["kin"] + (name if before["tajik"] else spot.text)
            yield spot, Words(before.start("kin"), spot.end, text)


def _beside_name(before: re.Match[str], name: str, told: str) -> bool:
    """In Russian the name stands in apposition unless its case or sex shows another person."""
    if not before["russian"]:
        return False
    inflected, hers = name != told, name.split(maxsplit=1)[0][-1] in "ая"
    woman = before["russian"].casefold() in words.RU_WOMEN
    return not inflected or (woman == hers and before["russian"].casefold() not in words.RU_PLAIN)


def _once(pairs: list[tuple[Person, Words]]) -> tuple[Found[Person], ...]:
    """One person for one name: later mentions by a part of it, or in another role, are the same."""
    known: list[Person] = []
    settled = []
    for person, spot in sorted(pairs, key=lambda pair: (-len(pair[0].name.split()), pair[1].start)):
        same = next((each for each in known if _part_of(person, each)), None)
        if same is None:
            known.append(person)
        settled.append((same or person, spot))
    return gathered(settled)


def _part_of(person: Person, other: Person) -> bool:
    if person.named != other.named:
        return False
    ours, theirs = person.name.casefold().split(), other.name.casefold().split()
    return all(word in theirs for word in ours)


def _named(story: str, places: list[Words]) -> Iterator[tuple[str, Words]]:
    for run in _runs(story, places):
        texts = [match.group() for match in run]
        first, last = run[0].start(), run[-1].end()
        if _is_name(story, run):
            yield (
                whole_name(texts, _case(story, first, last)),
                Words(first, last, story[first:last]),
            )


def _case(story: str, first: int, last: int) -> str:
    """In which case a name stands in Russian: its own, that of an object, or that of whom to."""
    before = story[max(0, first - _NEAR) : first].casefold()
    if words.DATIVE.search(before):
        return DATIVE
    if words.OBLIQUE.search(before):
        return OBLIQUE
    around = _sentence(story, first, last)
    return OBLIQUE if words.THEY_DID.search(around.casefold()) else ""


def _sentence(story: str, first: int, last: int) -> str:
    begin = max(story.rfind(sign, 0, first) for sign in ".!?\n") + 1
    ends = [story.find(sign, last) for sign in ".!?\n"]
    return story[begin : min((end for end in ends if end >= 0), default=len(story))]


def _runs(story: str, places: list[Words]) -> Iterator[list[re.Match[str]]]:
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


def _may_be_name(match: re.Match[str], places: list[Words]) -> bool:
    word = match.group()
    if not word[0].isupper() or (len(word) > 1 and word.isupper()):
        return False
    plain = word.casefold().removesuffix("'s").removesuffix("’s")
    if plain in words.NO_NAMES or fold(plain) in words.NO_NAMES or words.KIN.fullmatch(word):
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
    before = story[max(0, run[0].start() - _NEAR) : run[0].start()]
    if words.BEFORE_NAME.search(before.casefold()):
        return True
    return len(run) > 1 and not _BEGIN.search(before)


def _kin(story: str, taken: list[Words]) -> Iterator[Words]:
    """ "My father" and the like, where no name stands beside it."""
    for match in words.KIN.finditer(story):
        spot = Words(match.start(), match.end(), match.group())
        beside = Words(spot.start, spot.end + 3, "")
        if any(beside.meets(name) for name in taken):
            continue
        if words.TELLS.match(story[spot.end :].casefold()):
            continue
        if not words.TOLD_BY.search(story[max(0, spot.start - _NEAR) : spot.start].casefold()):
            yield spot


def _teller(story: str) -> Iterator[Words]:
    """Who writes, where something was done to them."""
    for pattern in words.TELLER:
        match = pattern.search(story)
        if match:
            yield Words(match.start("me"), match.end("me"), match["me"])
            return


def _role(story: str, spot: Words) -> str:
    """What the words before and after suggest; that it was done to them where nothing does."""
    before = _SENTENCE.findall(" " + story[max(0, spot.start - _NEAR) : spot.start])
    after = _SENTENCE.findall(story[spot.end : spot.end + _NEAR] + " ")
    lead = before[-1].casefold() if before and not _ended(story, spot) else ""
    tail = after[0].casefold() if after else ""
    if words.OFFICER.search(lead):
        return DOER
    if words.BECAUSE_OF.search(lead) or words.ABROAD.match(tail) or words.HIS_RETURN.match(tail):
        return PRESSURED
    return VICTIM


def _ended(story: str, spot: Words) -> bool:
    return bool(_BEGIN.search(story[: spot.start]))
