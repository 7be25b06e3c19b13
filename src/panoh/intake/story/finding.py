"""All that a story proposes, found in one reading."""

import unicodedata
from dataclasses import dataclass
from datetime import date

from panoh.intake.story import lexicon
from panoh.intake.story.days import days_in
from panoh.intake.story.deeds import acts_in, doers_in, states_in, ways_in
from panoh.intake.story.found import Found, Person, Words, gathered
from panoh.intake.story.frames import told_in
from panoh.intake.story.given import given_name
from panoh.intake.story.people import people_in
from panoh.intake.story.places import places_in
from panoh.model.dates import PartialDate
from panoh.model.places import TABLE, Place

#: A longer story is proposed from its beginning; all of it is kept.
LONGEST = 20_000
#: More marks than any script heaps on one letter; as in the Stream-Safe Text Format of Unicode.
MOST_MARKS = 30


@dataclass(frozen=True, slots=True)
class Story:
    """What may be meant: who, what, when, where, who did it, how they are, how it is known.

    Values of `acts`, `doers`, `states` and `ways` are codes of the thesauri of acts, perpetrators,
    statuses and connections.
    """

    people: tuple[Found[Person], ...] = ()
    acts: tuple[Found[str], ...] = ()
    days: tuple[Found[PartialDate], ...] = ()
    places: tuple[Found[Place], ...] = ()
    doers: tuple[Found[str], ...] = ()
    states: tuple[Found[str], ...] = ()
    ways: tuple[Found[str], ...] = ()


def find_story(story: str, today: date) -> Story:
    """What a story proposes; a pure function of its words and the day it is told."""
    story = readable(story)
    told = told_in(story)
    places = [pair for pair in places_in(story) if not _is_person(story, *pair)]
    people = people_in(story, places, told)
    return Story(
        people=people,
        acts=acts_in(story, told),
        days=days_in(story, today),
        places=_places([pair for pair in places if not _lives(story, *pair)]),
        doers=doers_in(story, told),
        states=states_in(story, told),
        ways=ways_in(story, told, people),
    )


def readable(story: str) -> str:
    """What is read of a story, in NFC: its beginning, up to letters heaped with marks.

    To sort a heap of marks takes the square of its height: 0.4 s for 20,000, minutes for a million.
    """
    story = story[:LONGEST]
    height = 0
    for place, letter in enumerate(story):
        height = height + 1 if letter > "\u02ff" and unicodedata.combining(letter) else 0
        if height > MOST_MARKS:
            story = story[: place - height]
            break
    return unicodedata.normalize("NFC", story)


def _is_person(story: str, place: Place, spot: Words) -> bool:
    """A place that is a name of people as well, with another part of a name beside it."""
    if place.id and TABLE[place.id].level == "country":
        return bool(given_name(spot.text))
    if spot.text[0].islower() or lexicon.KIND_BEFORE.search(
        story[max(0, spot.start - 30) : spot.start]
    ):
        return False
    if lexicon.IN.search(story[max(0, spot.start - 20) : spot.start]) and not given_name(spot.text):
        return False
    before = story[max(0, spot.start - 60) : spot.start].split(" ")
    beside = before[-2] if len(before) > 1 and not before[-1] else ""
    after = story[spot.end : spot.end + 60].split(" ", 2)
    follower = after[1].strip(".,;:!?") if len(after) > 1 and not after[0] else ""
    own = spot.text.split()[-1]
    own_is_name = bool(given_name(own) or lexicon.SURNAME.search(own))
    return any(
        word[:1].isupper()
        and bool(given_name(word) or (own_is_name and lexicon.SURNAME.search(word)))
        for word in (beside, follower)
    )


def _lives(story: str, place: Place, spot: Words) -> bool:
    """Whether a place is only where somebody lives, comes from or is sent to."""
    before, after = (
        story[max(0, spot.start - 40) : spot.start].casefold(),
        story[spot.end : spot.end + 40],
    )
    return bool(
        lexicon.LIVES.search(before)
        or lexicon.NOT_HERE.search(before)
        or (place.id == "tj" and lexicon.HOMEWARDS.search(before))
        or lexicon.LIVES_AFTER.match(after.casefold())
        or (lexicon.KIN_IN.search(before) and lexicon.NO_MORE.match(after))
    )


def _places(pairs: list[tuple[Place, Words]]) -> tuple[Found[Place], ...]:
    """One proposal for one place, in the words in which it is told first."""
    first: dict[str, Place] = {}
    return gathered(
        [(first.setdefault(place.id or place.text, place), spot) for place, spot in pairs]
    )
