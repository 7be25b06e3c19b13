"""The family card: for a relative at home, in their language, with nothing that incriminates."""

from datetime import date

from panoh.emergency.cards import wording
from panoh.emergency.cards.content import Card, Fact, call, number_of
from panoh.emergency.errors import NothingToShow, NotOnFamilyCard
from panoh.network.contacts import ContactFile

#: Whose number nobody has to explain.
HARMLESS = frozenset(("relative", "doctor", "lawyer", "trusted", "host"))
#: How many numbers stand in front, under the name.
MOST_IN_FRONT = 3


def family_card(
    name: str,
    country: str,
    people: list[ContactFile],
    language: str,
    day: date,
    *,
    health: str = "",
    named: bool = True,
) -> Card:
    """A card for somebody who lives in `country`; of the people, doctors and lawyers stand apart.

    Raises NotOnFamilyCard for anybody who is not recorded as living there and as one of those
    whom everybody may know, NothingToShow where nobody can be called.
    """
    for who in people:
        at_home = who.text("country").casefold() == country.casefold() != ""
        if not at_home or who.text("type") not in HARMLESS:
            raise NotOnFamilyCard(name=who.name)
    able = [who for who in people if number_of(who) and not who.has_left(day)]
    calls = _calls(able, named=named)
    if not calls:
        raise NothingToShow
    front = [Fact("", name, big=True), *calls[:MOST_IN_FRONT]]
    back = [Fact(wording.HEALTH, health)] if health else []
    return Card(language, tuple(front), (*back, *calls[MOST_IN_FRONT:]))


def _calls(people: list[ContactFile], *, named: bool) -> list[Fact]:
    """Friends and relatives first, then one doctor and one lawyer."""
    others = [who for who in people if who.text("type") not in ("doctor", "lawyer")]
    labels = (wording.CALL_FIRST, wording.CALL_SECOND)
    calls = [
        call(label, who, named=named, big=label == wording.CALL_FIRST)
        for label, who in zip(labels, others, strict=False)
    ]
    for type_, label in (("doctor", wording.DOCTOR), ("lawyer", wording.LAWYER)):
        calls += [call(label, who, named=named) for who in people if who.text("type") == type_][:1]
    return calls
