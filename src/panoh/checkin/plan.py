"""A plan: when somebody is due, who is told in which order, and what proves that they are well.

It is what an order carries and all a relay knows of somebody: no name, no cause, no place.
"""

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator
from typing import Annotated

import msgspec

from panoh.checkin.errors import PlanRefused
from panoh.checkin.schedule import DAY, HOUR, Daily, Every, Quiet, Schedule, Trip, zones
from panoh.model.messages import mark as _

MINUTE = 60
OWNER = "owner"  # what messages to the owner are addressed to; no contact may be called so
MAX_EARLY = 20 * HOUR  # less than a day: nobody can check in twice ahead
_WALL = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_AGE = b"age-encryption.org/v1\n"

Short = Annotated[str, msgspec.Meta(min_length=1, max_length=320)]
Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]{1,8}$")]
Seconds = Annotated[int, msgspec.Meta(ge=0, le=30 * DAY)]


class Address(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to one person: the name of a channel and the address there."""

    channel: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9-]{1,32}$")]
    to: Short


class Contact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who is told: a number, never a name; ways to reach them, best first; a language.

    `sealed` is what they may open after they take an alarm: an age file in base64 that only they
    can open. A relay sees its size.
    """

    id: Id
    addresses: Annotated[tuple[Address, ...], msgspec.Meta(min_length=1, max_length=4)]
    language: Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}$")] = "en"
    sealed: Annotated[str, msgspec.Meta(max_length=12_000)] = ""


class Rung(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who is told at once, and how long they have to answer before the next are told."""

    contacts: Annotated[tuple[Id, ...], msgspec.Meta(min_length=1, max_length=16)]
    wait: Annotated[int, msgspec.Meta(ge=60, le=3 * DAY)] = 30 * MINUTE


class Page(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The proof on a relay's page: two PINs behind one salt, as Argon2id leaves them, in hex.

    Whoever runs the relay could pretend that it was given.
    """

    salt: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}$")]
    plain: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
    duress: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]


class Device(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The proof made by Panoh on one device: its Ed25519 key, and a key for the silent mark.

    Nobody who runs a relay can make a check-in with it. A device left out of the next order is
    worth nothing from then on.
    """

    key: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
    mark: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]


class Plan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything one person asked to be watched for; seconds where nothing else is said."""

    schedule: Schedule
    early: Annotated[int, msgspec.Meta(ge=0, le=MAX_EARLY)] = 4 * HOUR
    reminders: Annotated[tuple[int, ...], msgspec.Meta(min_length=1, max_length=12)] = (
        -60 * MINUTE,
        0,
        15 * MINUTE,
        30 * MINUTE,
        45 * MINUTE,
    )
    grace: Annotated[int, msgspec.Meta(ge=60, le=3 * DAY)] = 60 * MINUTE
    hold: Annotated[int, msgspec.Meta(ge=5 * 60, le=2 * DAY)] = 4 * HOUR
    repeat: Annotated[int, msgspec.Meta(ge=5 * 60, le=6 * HOUR)] = HOUR
    closers: Annotated[int, msgspec.Meta(ge=1, le=2)] = 1
    max_pause: Seconds = 30 * DAY
    quiet: Quiet | None = None
    owner: Contact
    contacts: Annotated[tuple[Contact, ...], msgspec.Meta(min_length=1, max_length=32)]
    ladder: Annotated[tuple[Rung, ...], msgspec.Meta(min_length=1, max_length=8)]
    page: Page | None = None
    devices: Annotated[tuple[Device, ...], msgspec.Meta(max_length=8)] = ()


def check_plan(plan: Plan, now: int) -> None:
    """Raise PlanRefused unless the plan can be kept as it stands."""
    for reason in _faults(plan, now):
        raise PlanRefused(reason=reason)


def _faults(plan: Plan, now: int) -> Iterator[str]:
    yield from _faults_of_schedule(plan, now)
    yield from _faults_of_reminders(plan)
    if plan.quiet and plan.quiet.start == plan.quiet.end:
        yield _("its quiet hours never end")
    names = [each.id for each in plan.contacts]
    if len({*names, plan.owner.id}) != len(names) + 1:
        yield _("two people in it have the same number")
    if OWNER in names:
        yield _("a contact in it has the name that is kept for yourself")
    if any(name not in names for rung in plan.ladder for name in rung.contacts):
        yield _("its ladder names somebody who is not among the contacts")
    if plan.closers > len(names):
        yield _("two people must close an alarm, and there is one contact")
    if plan.page is None and not plan.devices:
        yield _("nothing in it can prove that it is you")
    if not all(_is_sealed(each.sealed) for each in plan.contacts):
        yield _("what a contact may open later is not sealed")


def _faults_of_schedule(plan: Plan, now: int) -> Iterator[str]:
    schedule = plan.schedule
    walls = [plan.quiet.start, plan.quiet.end] if plan.quiet else []
    if isinstance(schedule, Daily):
        walls.append(schedule.at)
        if not schedule.days or not set(schedule.days) <= set(range(7)):
            yield _("it names no day of the week")
    if not all(_WALL.fullmatch(wall) for wall in walls):
        yield _("a time of day in it is not one, like 08:30")
    if schedule.zone not in zones():
        yield _("its time zone is not known here")
    if isinstance(schedule, Every) and not 1 <= schedule.hours <= 24 * 14:
        yield _("it asks for fewer than one or more than 336 hours")
    if isinstance(schedule, Trip) and not now < schedule.ends <= now + 366 * DAY:
        yield _("the end of the trip lies in the past or more than a year away")


def _faults_of_reminders(plan: Plan) -> Iterator[str]:
    if list(plan.reminders) != sorted(set(plan.reminders)):
        yield _("its reminders are not in the order of time")
    if plan.reminders[0] < -plan.early and not isinstance(plan.schedule, Every):
        yield _("it reminds before a check-in would count")
    if not 0 <= plan.reminders[-1] < plan.grace:
        yield _("its last reminder lies before the time is due or after it is over")


def _is_sealed(text: str) -> bool:
    try:
        return not text or b64decode(text, validate=True).startswith(_AGE)
    except (Base64Error, ValueError):
        return False
