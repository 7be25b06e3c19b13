"""What a story proposes, as a page offers it: its words, its key, and whether it is taken."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from panoh.casebook.namesakes import Likely, likely
from panoh.casebook.wording import Wording
from panoh.intake.story import ROLES, VICTIM, Found, Person, Story, Words, find_story
from panoh.model.kinds import KINDS
from panoh.model.places import TABLE, Place, find_place
from panoh.model.thesauri import ACTS, CONNECTIONS, PERPETRATORS, STATUSES
from panoh.web.record.draft import Form
from panoh.web.record.ways import PLAIN, STATES, in_order

_PLACES = KINDS["person"].fields["places"]
#: Letters that press an offer; t takes all of them, s saves, those missing are easily mistaken.
KEYS = "abcdefghjkmnpqruvwxyz"
#: More people than one story is about.
MOST_PEOPLE = 30


@dataclass(frozen=True, slots=True)
class Offer:
    """One choice: what is sent, how it reads, the words that prompted it, its key."""

    value: str
    label: str
    words: str
    taken: bool
    key: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody of a like name, as it is told to whoever must tell them apart."""

    root: str
    names: str
    details: str


@dataclass(frozen=True, slots=True)
class Card:
    """A person in the story: a name to be changed, a role to be chosen, who they may already be."""

    number: int
    name: str
    named: bool
    role: str
    words: str
    taken: bool
    chosen: str
    alike: tuple[Somebody, ...]
    key: str = ""

    @property
    def mark(self) -> str:
        """By what the card is known while the form is sent to and fro."""
        return self.words or self.name


@dataclass(frozen=True, slots=True)
class Offers:
    """All that is offered for one story."""

    people: tuple[Card, ...]
    acts: tuple[Offer, ...]
    days: tuple[Offer, ...]
    places: tuple[Offer, ...]
    doers: tuple[Offer, ...]
    states: tuple[Offer, ...]
    ways: tuple[Offer, ...]

    @property
    def found(self) -> int:
        """How many there are that the story itself speaks of."""
        lists = (self.acts, self.days, self.places, self.doers, self.states, self.ways)
        return len([c for c in self.people if c.words]) + sum(
            bool(offer.words) for each in lists for offer in each
        )


def offers(db: Any, form: Form, story: str, today: date, wording: Wording) -> Offers:
    """What the story proposes, with what was taken of it so far."""
    found, keys = find_story(story, today), iter(KEYS)
    cards = tuple(_cards(db, found, form, wording))
    acts = _to_whom(_terms(found.acts, form, "what", ACTS.terms, wording, keys), found, form, cards)
    days = [
        _offer(f.value.edtf, wording.day(f.value), f.words, form, "when", keys) for f in found.days
    ]
    places = [
        _offer(f"{id_}:{f.value.text}", label, f.words, form, "where", keys)
        for f in found.places
        for id_, label in _readings(f.value, wording)
    ]
    doers = _terms(found.doers, form, "doer", PERPETRATORS.terms, wording, keys)
    return Offers(
        people=cards,
        acts=tuple(acts),
        days=tuple(days),
        places=tuple(places),
        doers=tuple(doers),
        states=tuple(_states(found, form, wording, keys)),
        ways=tuple(_ways(found, form, wording, keys)),
    )


def _offer(
    value: str, label: str, words: Sequence[Words], form: Form, name: str, keys: Iterator[str]
) -> Offer:
    taken = value in form.get(name, ())
    return Offer(value, label, quoted(words), taken, next(keys, "") if words else "")


def quoted(words: Iterable[Words]) -> str:
    """The words of the story, each once."""
    return " … ".join(dict.fromkeys(each.text for each in words))


def _terms(
    found: Iterable[Found[str]],
    form: Form,
    name: str,
    terms: Mapping[str, Any],
    wording: Wording,
    keys: Iterator[str],
) -> list[Offer]:
    """The terms found, then those taken before that the story no longer speaks of."""
    words = {each.value: each.words for each in found}
    codes = dict.fromkeys([*words, *(code for code in form.get(name, ()) if code in terms)])
    return [
        _offer(code, wording.say(terms[code].label), words.get(code, ()), form, name, keys)
        for code in codes
    ]


def _to_whom(acts: list[Offer], found: Story, form: Form, cards: Sequence[Card]) -> Iterator[Offer]:
    """To whom each act was done, where there are several: who stands nearest before or in it."""
    spots = {each.value: each.words[0] for each in found.acts}
    harmed = [each for each in found.people if each.value.role == VICTIM]
    marks = {card.mark for card in cards}
    for act in acts:
        sent = form.get(f"to.{act.value}")
        near = nearest(spots[act.value], harmed) if act.value in spots else ""
        to = sent[0] if sent else near
        yield replace(act, to=to if to in marks else "")


def nearest(act: Words, harmed: Sequence[Found[Person]]) -> str:
    """The mark of the one person whose words stand nearest to an act; empty if there is but one."""
    if len(harmed) < 2:
        return ""
    return quoted(min(harmed, key=lambda each: min(_apart(act, spot) for spot in each.words)).words)


def _apart(act: Words, spot: Words) -> int:
    """How far apart they stand; a person named afterwards in another sentence is far."""
    return spot.start - act.end if spot.start >= act.end else act.start - spot.end


def _readings(place: Place, wording: Wording) -> list[tuple[str, str]]:
    """A place, or each that the words may mean: the town and the district of one name."""
    if place.id:
        return [(place.id, TABLE[place.id].name(wording.language))]
    return [(each.id, _whole(each.id, wording)) for each in find_place(place.text)]


def _whole(id_: str, wording: Wording) -> str:
    return ", ".join(TABLE[each].name(wording.language) for each in TABLE[id_].lineage[:2])


def _states(found: Story, form: Form, wording: Wording, keys: Iterator[str]) -> Iterator[Offer]:
    words = {each.value: each.words for each in found.states}
    for code in STATES:
        label = wording.say(STATUSES.terms[code].label)
        yield _offer(code, label, words.get(code, ()), form, "state", keys)


def _ways(found: Story, form: Form, wording: Wording, keys: Iterator[str]) -> Iterator[Offer]:
    words = {each.value: each.words for each in found.ways}
    for code in in_order(set(words)):
        label = wording.say(PLAIN.get(code, CONNECTIONS.terms[code].label))
        taken = code in form.get("way", ())
        yield Offer(code, label, quoted(words.get(code, ())), taken, next(keys, ""))


def _cards(db: Any, found: Story, form: Form, wording: Wording) -> Iterator[Card]:
    """Those the form holds, those proposed beside them, and one empty card to write in."""
    cards = [card for card in sent_cards(form) if card.taken or card.name]
    known = {card.words for card in cards if card.words}
    for each in found.people:
        if quoted(each.words) not in known:
            person = each.value
            cards.append(
                Card(0, person.name, person.named, person.role, quoted(each.words),
                     taken=False, chosen="", alike=())
            )  # fmt: skip
    cards.append(Card(0, "", True, VICTIM, "", taken=False, chosen="", alike=()))
    for number, card in enumerate(cards[:MOST_PEOPLE]):
        alike = (
            tuple(somebody(each, wording) for each in likely(db, card.name)) if card.named else ()
        )
        key = str(number + 1) if card.words and number < 9 else ""
        yield Card(
            number,
            card.name,
            card.named,
            card.role,
            card.words,
            card.taken,
            card.chosen,
            alike,
            key,
        )


def sent_cards(form: Form) -> Iterator[Card]:
    """The people as the form holds them."""
    for number in range(MOST_PEOPLE):
        if f"who.{number}.name" not in form:
            continue
        sent = {
            part: next(iter(form.get(f"who.{number}.{part}", ())), "").strip()
            for part in ("name", "named", "role", "words", "take", "is")
        }
        yield Card(
            number, sent["name"], sent["named"] != "no",
            sent["role"] if sent["role"] in ROLES else "", sent["words"],
            taken=bool(sent["take"]), chosen=sent["is"], alike=(),
        )  # fmt: skip


def somebody(each: Likely, wording: Wording) -> Somebody:
    """Who this is, in a line: names, birth, places, what was done to them."""
    born = wording.days(told for told in each.person.told("born") if told.value)
    places = dict.fromkeys(wording.value(told, _PLACES) for told in each.person.told("places"))
    acts = dict.fromkeys(f"{wording.kind(act)} ({wording.when(act)})" for act in each.acts[:3])
    told = [
        wording.say("born {day}").format(day=born) if each.person.told("born") else "",
        ", ".join(places),
        ", ".join(acts),
    ]
    return Somebody(each.root, " / ".join(each.names[:3]), " · ".join(filter(None, told)))
