"""People in a story: names by their shape, kin who have no name there, and who tells of herself."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from panoh.intake.story import lexicon as words
from panoh.intake.story.found import (
    DOER,
    PRESSURED,
    VICTIM,
    Found,
    Person,
    Words,
    gathered,
    sentence_of,
)
from panoh.intake.story.frames import Told
from panoh.intake.story.language import languages_of
from panoh.intake.story.naming import NEAR, names_in
from panoh.intake.story.teller import teller_in
from panoh.model.dates.words import fold
from panoh.model.places import Place

_BEGIN = re.compile(r"(?:^|[.!?…\n«“\"(:]\s*)$")
_SENTENCE = re.compile(r"[^.!?…\n]+")
#: More people than a story is about.
MOST = 100
_IN = re.compile(r"(?:ро)?,? (?:is |now |сейчас |ҳоло )?(?:in|at|в|во|дар|در) ", re.IGNORECASE)


def people_in(
    story: str, places: Sequence[tuple[Place, Words]], told: Sequence[Told]
) -> tuple[Found[Person], ...]:
    """Everybody a story speaks of, in its order; `places` are places with their words."""
    acts = [Words(one.start, one.end, "") for one in told if one.kind == "what"]
    named = list(islice(names_in(story, [spot for _place, spot in places], acts), MOST))
    taken = [spot for _name, spot in named]
    kin_of = {**dict(_kin_of(story, named)), **dict(_kin_after(story, named))}

    pairs = [
        (Person(name, _role_of_name(story, name, spot, told, kin_of), named=True), spot)
        for name, spot in named
    ]
    kin = list(islice(_kin(story, taken), MOST))
    pairs += [
        (Person(spot.text, _role_of_kin(story, spot, places, told), named=False), spot)
        for spot in (*kin, *kin_of.values())
    ]
    return _once([*pairs, *_teller(story, told, pairs)])


_Pair = tuple[Person, Words]


def _teller(story: str, told: Sequence[Told], pairs: Sequence[_Pair]) -> Iterator[_Pair]:
    """Whoever tells it, in one role: that it was done to them, else that it was for them."""
    harmed = [spot for person, spot in pairs if person.role == VICTIM]
    mine = list(teller_in(story, told, harmed))
    role = next((each for each, _spot in mine if each == VICTIM), PRESSURED)
    for each, spot in mine:
        if each == role:
            yield Person(_me(story, spot), role, named=False), spot


def _is_abroad(story: str, spot: Words, places: Sequence[tuple[Place, Words]]) -> bool:
    """Whether no more is said of somebody than in which place abroad they are."""
    match = _IN.match(story, spot.end)
    return match is not None and any(
        place.start == match.end()
        and where.id
        and not where.id.startswith("tj")
        and words.NO_MORE.match(story, place.end)
        for where, place in places
    )


def _role_of_kin(
    story: str, spot: Words, places: Sequence[tuple[Place, Words]], told: Sequence[Told]
) -> str:
    """ "Your son" in a threat, or "her son" of whom she is made to speak, is whom it is about."""
    lead = story[max(0, spot.start - NEAR) : spot.start].casefold()
    if _only_tells(story, spot):
        return ""
    about = words.YOURS.match(spot.text) or words.SAID_OF.search(lead)
    if about or _is_abroad(story, spot, places):
        return PRESSURED
    return _role(story, spot, told)


def _kin_after(story: str, named: list[tuple[str, Words]]) -> Iterator[tuple[Words, Words]]:
    """ "Shoira's husband": he has no name, but these words for it."""
    for _name, spot in named:
        match = words.KIN_AFTER.match(story, spot.end)
        if match and spot.text.endswith(("'s", "’s", "s'")):
            yield spot, Words(spot.start, match.end(), story[spot.start : match.end()])


_ME = {"en": "I", "ru": "я", "tg": "ман", "fa": "من"}


def is_teller(person: Person) -> bool:
    """Whether something was done to whoever tells it."""
    return person.role == VICTIM and not person.named and person.name in _ME.values()


def own_kin(story: str, people: Sequence[Found[Person]]) -> Iterator[Words]:
    """The relatives of whoever tells it, named or not."""
    spots = [spot for each in people if not is_teller(each.value) for spot in each.words]
    for match in islice(words.KIN.finditer(story), MOST):
        spot = Words(match.start(), match.end(), match.group())
        owned = any(
            other.start < spot.start or (other.end > spot.end + 1 and other.meets(spot))
            for other in spots
        )
        if words.OWN.search(spot.text) or (words.BARE.search(spot.text) and not owned):
            yield spot


def _me(story: str, spot: Words) -> str:
    """How whoever tells it says "I"."""
    language = languages_of([fold(word) for word in sentence_of(story, spot).split()])
    return _ME[language[-1] if language else "en"]


def _kin_of(story: str, named: list[tuple[str, Words]]) -> Iterator[tuple[Words, Words]]:
    """ "The mother of Idris": who is named is her son; she has no name, but these words for it."""
    for name, spot in named:
        before = words.KIN_OF.search(story, max(0, spot.start - NEAR), spot.start)
        if before and words.HONOURED.fullmatch(before["kin"]):
            continue
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


def _only_tells(story: str, spot: Words) -> bool:
    """Whether somebody tells, cries or goes, and is not the one who is told something."""
    told = words.TOLD_TO.search(story[max(0, spot.start - 8) : spot.start])
    return not told and bool(words.TELLS.match(story[spot.end : spot.end + NEAR].casefold()))


def _role_of_name(
    story: str, name: str, spot: Words, told: Sequence[Told], kin_of: Mapping[Words, Words]
) -> str:
    """That of whoever is named; none of somebody who only tells of others."""
    if spot in kin_of:
        return PRESSURED
    return "" if name == spot.text and _only_tells(story, spot) else _role(story, spot, told)


def _kin(story: str, taken: list[Words]) -> Iterator[Words]:
    """ "My father" and the like, where no name stands beside it."""
    for match in words.KIN.finditer(story):
        start = match.start() + 2 * match.group().casefold().startswith("у ")
        spot = Words(start, match.end(), story[start : match.end()])
        beside = Words(spot.start, spot.end + 3, "")
        named = any(
            0 <= spot.start - name.end < 3 and "," in story[name.end : spot.start] for name in taken
        )
        if named or any(beside.meets(name) for name in taken):
            continue
        tail = story[spot.end : spot.end + NEAR].casefold()
        lead = story[max(0, spot.start - NEAR) : spot.start].casefold()
        if _only_tells(story, spot):
            continue
        if words.ASKED.match(tail) or not words.TOLD_BY.search(lead):
            yield spot


def _role(story: str, spot: Words, told: Sequence[Told]) -> str:
    """What the words before and after suggest; that it was done to them where nothing does."""
    if any(one.code == "infiltration" and 0 <= one.start - spot.end < NEAR for one in told):
        return DOER
    before = _SENTENCE.findall(" " + story[max(0, spot.start - NEAR) : spot.start])
    after = _SENTENCE.findall(story[spot.end : spot.end + NEAR] + " ")
    lead = before[-1].casefold() if before and not _ended(story, spot) else ""
    tail = after[0].casefold() if after else ""
    named = words.HIS_NAME.search(lead) and any(one.code == "infiltration" for one in told)
    if words.OFFICER.search(lead) or named:
        return DOER
    because = words.BECAUSE_OF.search(lead)
    if because and not lead[: because.start()].strip() and words.ABOUT.match(because.group()):
        because = None
    if because or words.ABROAD.match(tail) or words.HIS_RETURN.match(tail):
        return PRESSURED
    return VICTIM


def _ended(story: str, spot: Words) -> bool:
    return bool(_BEGIN.search(story[max(0, spot.start - NEAR) : spot.start]))
