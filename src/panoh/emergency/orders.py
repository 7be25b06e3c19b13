"""What a relay is told for a plan: who is asked in which order, and where; nothing else.

It is the ladder of a check-in, made from the parts that people take. No name, no cause, no place
and no content: people are numbers, and only this vault knows which.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from panoh.checkin import Address, Contact, Plan, Rung
from panoh.emergency.plan.reading import PlanFile, RoleFile
from panoh.network.contacts import ChannelFile, ContactFile
from panoh.network.keys import CHANGED

#: Who is asked together, and how many seconds they have; all others come in the last round.
ROUNDS = ((("coordinator",), 1800), (("family_speaker", "digital"), 1800), (("lawyer",), 3600))
LAST = 3600
#: How a relay calls the channels that it can send by.
SENT_BY = {"signal": "signal", "email": "email", "phone": "sms"}
ALL_WAYS = tuple(SENT_BY.values())
MOST_ADDRESSES, MOST_PEOPLE, MOST_TOGETHER, LONGEST = 4, 32, 16, 320


@dataclass(frozen=True, slots=True)
class Ladder:
    """The people by number and the rounds in which they are asked.

    `who` tells here, and only here, whose number is whose. `left_out` are roots of contacts whom
    a relay cannot ask.
    """

    contacts: tuple[Contact, ...]
    rungs: tuple[Rung, ...]
    who: dict[str, str]
    left_out: tuple[str, ...]


def ladder(plan: PlanFile, today: date, ways: Container[str] = ALL_WAYS) -> Ladder:
    """The ladder that a plan amounts to today; `ways` are the channels that the relay has.

    Left out: who no longer helps, and who has no address a relay can send to. An address whose
    key has changed is none: an alarm must not go to whoever holds the number now.
    """
    return in_rounds(_rounds(plan), today, ways)


def in_rounds(
    rounds: Iterable[tuple[Iterable[ContactFile], int]],
    today: date,
    ways: Container[str] = ALL_WAYS,
) -> Ladder:
    """The ladder of people who are asked round by round, with the seconds each round has."""
    contacts: dict[str, Contact] = {}
    left_out: dict[str, None] = {}
    rungs: list[Rung] = []
    for people, wait in rounds:
        numbers: list[str] = []
        for who in people:
            if who.root in contacts or who.root in left_out:
                continue
            found = () if who.has_left(today) else tuple(_addresses(who, ways))
            if not found or len(contacts) == MOST_PEOPLE or len(numbers) == MOST_TOGETHER:
                left_out[who.root] = None
                continue
            number = f"c{len(contacts) + 1}"
            contacts[who.root] = Contact(id=number, addresses=found, language=_language(who))
            numbers.append(number)
        if numbers:
            rungs.append(Rung(contacts=tuple(numbers), wait=wait))
    told = tuple(contacts.values())
    whose = {contact.id: root for root, contact in contacts.items()}
    return Ladder(told, tuple(rungs), whose, tuple(left_out))


def with_ladder(order: Plan, made: Ladder) -> Plan:
    """A check-in with its ladder made anew from a plan; everything else stays.

    `checkin.check_plan` says whether the result can be kept.
    """
    return replace(order, contacts=made.contacts, ladder=made.rungs)


def _rounds(plan: PlanFile) -> Iterator[tuple[list[ContactFile], int]]:
    named = {part for parts, _wait in ROUNDS for part in parts}
    for parts, wait in ROUNDS:
        yield _people(role for part in parts for role in plan.role(part)), wait
    yield _people(role for role in plan.roles if role.part not in named), LAST


def _people(roles: Iterable[RoleFile]) -> list[ContactFile]:
    """Those who take the parts, then those who step in."""
    told = list(roles)
    return [who for who in (*(r.who for r in told), *(r.substitute for r in told)) if who]


def _addresses(who: ContactFile, ways: Container[str]) -> Iterator[Address]:
    open_ = [each for each in who.open_channels if _usable(each)]
    usable = [each for each in open_ if SENT_BY[each.type] in ways]
    for each in usable[:MOST_ADDRESSES]:
        yield Address(channel=SENT_BY[each.type], to=each.address)


def _usable(channel: ChannelFile) -> bool:
    sent = channel.type in SENT_BY and 0 < len(channel.address) <= LONGEST
    return sent and channel.key.state != CHANGED


def _language(who: ContactFile) -> str:
    spoken = [code for code in who.many("languages") if code.isascii() and code.isalpha()]
    return next((code for code in spoken if 2 <= len(code) <= 3 and code.islower()), "en")
