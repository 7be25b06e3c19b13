"""What owners sign: orders and check-ins, taken once and in their order.

Each is one transaction that is on the disk before anybody is told that it was taken.
"""

import secrets
from dataclasses import dataclass
from hashlib import sha256

from panoh.checkin import Outward, check_plan, outward
from panoh.checkin.errors import OrderRefused
from panoh.checkin.events import (
    Answer,
    Arm,
    CheckIn,
    Duress,
    End,
    Event,
    Pause,
    Replaced,
    Resume,
)
from panoh.checkin.signed import (
    ArmOrder,
    CheckInOrder,
    EndOrder,
    PauseOrder,
    ResumeOrder,
    Signed,
    read_mark,
    read_signed,
)
from panoh.model.messages import mark as _
from panoh.relay import people
from panoh.relay.errors import InviteRefused
from panoh.relay.people import Person
from panoh.relay.store import Store, Transaction
from panoh.relay.waking import acting


@dataclass(frozen=True, slots=True)
class Receipt:
    """What whoever told something is shown. Duress changes none of it."""

    answer: Answer
    seen: Outward
    number: int


def invite(store: Store) -> str:
    """An invitation, to be used once within thirty days; the relay keeps only its hash."""
    code = secrets.token_urlsafe(16)
    with acting(store) as made:
        made.db.execute("INSERT INTO invites VALUES(?, ?)", (_hash(code), made.now))
    return code


def take_signed(store: Store, text: str, code: str = "") -> Receipt:
    """Take an order or a signed check-in; `code` is the invitation of somebody new.

    Raises OrderRefused, PlanRefused and InviteRefused, in which cases nothing has changed.
    """
    order = read_signed(text, store.meta().relay)
    if order.number == 0 and not isinstance(order.do, CheckInOrder):
        raise OrderRefused(reason=_("it has no number"))
    with acting(store) as made:
        person = people.find(made.db, "id", order.person)
        if person is None:
            person = _welcome(made, order, code)
        elif isinstance(order.do, CheckInOrder):
            return _signed_check_in(made, person, order, order.do)
        if order.number <= person.number:
            if order.number == person.number and people.was_ordered(made, person, order.nonce):
                return _receipt(made, person, Answer.AGAIN)
            raise OrderRefused(reason=_("a newer one was taken before"))
        return _obey(made, person, order)


def _welcome(made: Transaction, order: Signed, code: str) -> Person:
    if not isinstance(order.do, ArmOrder):
        raise InviteRefused
    check_plan(order.do.plan, made.now)
    made.db.execute("DELETE FROM invites WHERE hash = ?", (_hash(code),))
    if not made.db.changes():
        raise InviteRefused
    return people.add(made, order.person, order.do.plan)


def _hash(code: str) -> str:
    return sha256(code.encode()).hexdigest()


def _signed_check_in(made: Transaction, person: Person, order: Signed, do: CheckInOrder) -> Receipt:
    if do.device not in {device.key for device in person.plan.devices}:
        raise OrderRefused(reason=_("this device does not count any more"))
    duress = read_mark(person.plan.devices, order)
    if duress is None:
        raise OrderRefused(reason=_("its mark is wrong"))
    if do.cycle < person.state.cycle:
        return _receipt(made, person, Answer.AGAIN)
    if do.cycle > person.state.cycle:
        raise OrderRefused(reason=_("it was made for another time"))
    return let(made, person, CheckIn(), duress=duress)


def _obey(made: Transaction, person: Person, order: Signed) -> Receipt:
    """Carry out an order. Duress counts with the plan that stood before it."""
    duress = read_mark(person.plan.devices, order) if person.plan.devices else False
    if duress is None:
        raise OrderRefused(reason=_("its mark is wrong"))
    event: Event
    plan, before = person.plan, list[Event]()
    match order.do:
        case ArmOrder(plan=plan):
            check_plan(plan, made.now)
            before, event = [Replaced(plan)], Arm()
        case PauseOrder(until=until):
            event = Pause(until)
        case ResumeOrder():
            event = Resume()
        case EndOrder() | CheckInOrder():
            event = End()
    if duress:
        before.append(Duress())
    if before:
        person, _answer = people.meet(made, person, *before)
    return let(
        made, people.ordered(made, person, order.number, order.nonce, plan), event, duress=False
    )


def let(made: Transaction, person: Person, event: Event, *, duress: bool) -> Receipt:
    """Let somebody meet an event they caused, under duress or not."""
    events = (Duress(), event) if duress else (event,)
    after, answer = people.meet(made, person, *events)
    return _receipt(made, after, answer)


def receipt(person: Person, answer: Answer, now: int, *, clock_sure: bool) -> Receipt:
    """What is shown of somebody now."""
    seen = outward(person.plan, person.state, now, clock_sure=clock_sure)
    return Receipt(answer, seen, person.number)


def _receipt(made: Transaction, person: Person, answer: Answer) -> Receipt:
    return receipt(person, answer, made.now, clock_sure=not made.meta.base.doubt)
