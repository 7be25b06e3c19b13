"""What a relay would be told for a plan: addresses, an order of asking, times; nothing else.

No name, no cause, no place and no content. People read "Ref A7K-2: please open your plan", and
look the reference up in their own copy.
"""

import base64
import hashlib
from dataclasses import dataclass
from typing import Any

from panoh.emergency.plan.reading import PlanFile, RoleFile
from panoh.network.contacts import ChannelFile, ContactFile
from panoh.network.keys import CHANGED

#: Who is asked in which round; everybody else is asked in the last.
ROUNDS = (("coordinator",), ("family_speaker", "digital"), ("lawyer",))
#: Minutes in which somebody has to take it before the next are asked.
WAIT = (30, 30, 60)


@dataclass(frozen=True, slots=True)
class Address:
    """One way to reach somebody: which channel (a term of CHANNELS) and the address there."""

    channel: str
    address: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One person of the ladder: a mark that tells nothing, and their addresses in order."""

    mark: str
    addresses: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """Those asked together, and how long they have."""

    people: tuple[Ask, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class Order:
    """The ladder of one plan. `left_out` are roots of contacts who cannot be asked by a relay."""

    reference: str
    rounds: tuple[Round, ...]
    left_out: tuple[str, ...]


def order(plan: PlanFile, today: Any) -> Order:
    """The order that a plan amounts to today.

    Left out: who no longer helps, who has no channel, and channels whose key has changed: an alarm
    must not go to whoever holds the number now.
    """
    asked: set[str] = set()
    rounds: list[Round] = []
    left_out: dict[str, None] = {}
    for roles, minutes in zip(_rounds(plan), (*WAIT, WAIT[-1]), strict=True):
        people = []
        for who in _people(roles):
            if who.root in asked:
                continue
            asked.add(who.root)
            ways = () if who.has_left(today) else _addresses(who)
            if ways:
                people.append(Ask(_mark(plan.root, who.root), ways))
            else:
                left_out[who.root] = None
        if people:
            rounds.append(Round(tuple(people), minutes))
    return Order(reference_of(plan.root), tuple(rounds), tuple(left_out))


def reference_of(plan: str) -> str:
    """The reference by which a plan is spoken of outside: five letters that tell nothing."""
    return _short(f"plan {plan}", 5, 3)


def _rounds(plan: PlanFile) -> list[list[RoleFile]]:
    named = [part for parts in ROUNDS for part in parts]
    found = [[role for part in parts for role in plan.role(part)] for parts in ROUNDS]
    return [*found, [role for role in plan.roles if role.part not in named]]


def _people(roles: list[RoleFile]) -> list[ContactFile]:
    who = [role.who for role in roles if role.who]
    return [*who, *(role.substitute for role in roles if role.substitute)]


def _addresses(who: ContactFile) -> tuple[Address, ...]:
    return tuple(Address(each.type, each.address) for each in who.open_channels if _usable(each))


def _usable(channel: ChannelFile) -> bool:
    return channel.key.state != CHANGED and bool(channel.address)


def _mark(plan: str, who: str) -> str:
    return _short(f"ask {plan} {who}", 8, 4)


def _short(text: str, length: int, cut: int) -> str:
    digest = base64.b32encode(hashlib.sha256(text.encode()).digest()).decode()[:length]
    return f"{digest[:cut]}-{digest[cut:]}"
