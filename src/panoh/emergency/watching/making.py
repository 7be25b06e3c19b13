"""Making the plan of a check-in from what somebody chose, and reading an invitation."""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from panoh.checkin import Address, Contact, Plan, Rung, check_plan
from panoh.checkin.pin import make_page
from panoh.checkin.schedule import HOUR, Every, Quiet, Schedule, Trip, zones
from panoh.emergency.orders import Ladder, in_rounds, ladder
from panoh.emergency.plan.reading import plan as plan_file
from panoh.emergency.watching.asking import check_address
from panoh.emergency.watching.errors import InvitationUnreadable, NobodyToTell, TimeUnreadable
from panoh.emergency.watching.keys import device_of
from panoh.model.messages import mark as _
from panoh.network.contacts import contact

EARLY = 4 * HOUR
#: Seconds that each has who was chosen by hand, before the next is asked.
WAIT = 1800
_MOST_RUNGS = 8
_OWN = "me"
_ID, _CODE = re.compile(r"[0-9a-f]{32}"), re.compile(r"[A-Za-z0-9_-]{16,64}")


@dataclass(frozen=True, slots=True)
class Invitation:
    """What whoever runs a watcher gives to one person."""

    address: str
    relay: str
    code: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What somebody chose: when they are due, how long others wait, how they are reminded.

    `pins` are the plain one and the one for duress, both for a page of the watcher.
    """

    schedule: Schedule
    grace: int
    own: tuple[Address, ...]
    language: str = "en"
    quiet: Quiet | None = None
    pins: tuple[str, str] | None = None
    closers: int = 1


def read_invitation(text: str) -> Invitation:
    """The three lines in any order and language; raises InvitationUnreadable, AddressRefused."""
    words = [line.rpartition(" ")[2].strip() for line in text[:2000].splitlines()]
    address = next((word for word in words if word.startswith(("https://", "http://"))), "")
    relay = next((word for word in words if _ID.fullmatch(word)), "")
    codes = [word for word in words if _CODE.fullmatch(word) and word != relay]
    if not (address and relay and codes):
        raise InvitationUnreadable
    check_address(address)
    return Invitation(address.rstrip("/"), relay, codes[0])


def from_plan(db: Any, root: str, today: date, ways: Container[str]) -> Ladder:
    """The ladder of an emergency plan."""
    return ladder(plan_file(db, root), today, ways)


def by_hand(db: Any, people: Iterable[str], today: date, ways: Container[str]) -> Ladder:
    """The ladder of contacts in the order in which they are named; beyond eight, all at once."""
    chosen = [contact(db, root) for root in dict.fromkeys(people)]
    rounds = [([who], WAIT) for who in chosen[: _MOST_RUNGS - 1]]
    if chosen[_MOST_RUNGS - 1 :]:
        rounds.append((chosen[_MOST_RUNGS - 1 :], WAIT))
    return in_rounds(rounds, today, ways)


def make(wish: Wish, asked: Ladder, secret: str, now: int) -> Plan:
    """The plan a watcher is told. Raises NobodyToTell, PinUnfit and PlanRefused.

    Nobody has longer to answer than the person had: a trip of minutes has a ladder of minutes, and
    whoever took it is not waited for half a day.
    """
    if not asked.contacts or not asked.rungs:
        raise NobodyToTell
    if not wish.own:
        raise TimeUnreadable(what=_("your own address"))
    most = max(wish.grace, 60)
    rungs = tuple(Rung(contacts=rung.contacts, wait=min(rung.wait, most)) for rung in asked.rungs)
    plan = Plan(
        schedule=wish.schedule,
        early=EARLY,
        reminders=_reminders(wish.grace),
        grace=wish.grace,
        quiet=wish.quiet,
        hold=_hold(wish.grace),
        closers=wish.closers,
        owner=Contact(id=_OWN, addresses=wish.own, language=wish.language),
        contacts=asked.contacts,
        ladder=rungs,
        page=make_page(*wish.pins) if wish.pins else None,
        devices=(device_of(secret),),
    )
    check_plan(plan, now)
    return plan


def for_trip(plan: Plan, ends: int, grace: int, now: int) -> Plan:
    """The same people and proofs for one journey, that ends at an instant. Raises PlanRefused."""
    most = max(grace, 60)
    made = replace(
        plan,
        schedule=Trip(ends=ends, zone=plan.schedule.zone),
        grace=grace,
        reminders=_reminders(grace),
        hold=_hold(grace),
        ladder=tuple(replace(rung, wait=min(rung.wait, most)) for rung in plan.ladder),
    )
    check_plan(made, now)
    return made


def _hold(grace: int) -> int:
    """How long the others wait for whoever took it."""
    return min(max(4 * grace, 1800), 4 * HOUR)


def _reminders(grace: int) -> tuple[int, ...]:
    """Five: one ahead, one when it is due, three within the time that others wait."""
    quarter = grace // 4
    return (-min(grace, EARLY), 0, quarter, 2 * quarter, 3 * quarter)


def moment(text: str, zone: str) -> int:
    """An instant typed as 2026-11-26 18:00 on the clocks of a zone; raises TimeUnreadable."""
    try:
        typed = datetime.fromisoformat(text.strip())
        there = typed if typed.tzinfo else typed.replace(tzinfo=ZoneInfo(known_zone(zone)))
        return int(there.timestamp())
    except (ValueError, OverflowError):
        raise TimeUnreadable(what=_("the moment")) from None


def known_zone(zone: str) -> str:
    """The zone, if this computer knows it; raises TimeUnreadable."""
    if zone not in zones():
        raise TimeUnreadable(what=_("the time zone"))
    return zone


def every(hours: int, zone: str) -> Every:
    """Some hours after the last check-in."""
    return Every(hours=hours, zone=known_zone(zone))
