"""What the owner tells a watcher: written down, then sent, then the answer written down.

The vault is held only to write; while somebody far away takes their time, it is free for others.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass

import msgspec
from msgspec.structs import replace

from panoh.casebook.record import Case, save, tell
from panoh.checkin import Plan, check_plan
from panoh.checkin.events import Answer
from panoh.checkin.pin import read_pin
from panoh.checkin.signed import (
    ArmOrder,
    CheckInOrder,
    Do,
    EndOrder,
    PauseOrder,
    ResumeOrder,
    public_key,
    sign,
)
from panoh.emergency.watching import reading
from panoh.emergency.watching.asking import Receipt, ask
from panoh.emergency.watching.believing import ALARM, believe
from panoh.emergency.watching.errors import (
    NotArmed,
    PinNeeded,
    WatcherContradicts,
    WatcherRefuses,
    WatcherUnknown,
    WayUnknown,
)
from panoh.emergency.watching.giving import give
from panoh.emergency.watching.keys import device_seed, mark_key, order_seed, person_of
from panoh.emergency.watching.making import Invitation
from panoh.emergency.watching.reading import OrderFile, order
from panoh.model.ids import new_entity
from panoh.model.instants import format_instant
from panoh.model.kinds import Mention, Order, Sent
from panoh.model.messages import mark as _
from panoh.model.statement import Statement

#: How a case is held for a moment; the command line holds it all the time.
Holding = Callable[[], AbstractContextManager[Case]]
_SECRET = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Letter:
    """One thing on its way: where to, and what becomes of it is written about `root`."""

    root: str
    of: OrderFile
    signed: str
    plan: Plan
    number: int


def begin(case: Case, title: str, invited: Invitation, secret: str, plan: str = "") -> str:
    """Write down a check-in that nobody was told of yet; its keys are safe before they count."""
    record = Order(
        title=title,
        plan=plan,
        relay=invited.address,
        relay_id=invited.relay,
        invitation=invited.code,
        secret=secret,
    )
    statement = tell(case, record)
    save(case, [statement])
    return statement.about


def arm(holding: Holding, root: str, plan: Plan, who: Mapping[str, str], pin: str = "") -> Receipt:
    """Have the watcher keep this plan from now on.

    Raises PlanRefused, PinNeeded, GateClosed where somebody in it has not said yes, WatcherError.
    """
    with holding() as case:
        of = order(case.vault.db, root)
        check_plan(plan, _now(case))
        duress = _duress(of, pin) if of.armed else False
        give(case, plan, tuple(who.values()))
        record = Sent(
            do=reading.ARM,
            plan=msgspec.json.encode(plan).decode(),
            who=tuple(Mention(entity=entity, text=each) for each, entity in who.items()),
        )
        letter = _write(case, of, ArmOrder(plan=plan), record, duress=duress)
    return _carry(holding, letter, invitation=of.invitation)


def check_in(holding: Holding, root: str, pin: str = "") -> Receipt:
    """Say that one is well: ask which check-in is open, then sign for that one alone."""
    with holding() as case:
        of = order(case.vault.db, root)
        duress = _duress(of, pin)
    open_ = _ask(holding, of).seen
    with holding() as case:
        do = CheckInOrder(cycle=open_.cycle, device=public_key(device_seed(of.secret)))
        letter = _write(case, of, do, Sent(do=reading.CHECK_IN), duress=duress)
    receipt = _carry(holding, letter)
    seen = receipt.seen
    still = seen.cycle == open_.cycle and seen.name not in ALARM | {"paused", "draft"}
    if receipt.answer is Answer.DONE and still:
        raise WatcherContradicts(what=_("whether it took your check-in"))
    return receipt


def pause(holding: Holding, root: str, until: int, pin: str = "") -> Receipt:
    """Have nothing expected before an instant; the first contacts hear of it."""
    return _ordered(
        holding, root, PauseOrder(until=until), Sent(do=reading.PAUSE, until=until), pin
    )


def resume(holding: Holding, root: str, pin: str = "") -> Receipt:
    """End a pause before its time."""
    return _ordered(holding, root, ResumeOrder(), Sent(do=reading.RESUME), pin)


def end(holding: Holding, root: str, pin: str = "") -> Receipt:
    """Be watched no more, and be forgotten there."""
    return _ordered(holding, root, EndOrder(), Sent(do=reading.END), pin)


def look(holding: Holding, root: str) -> Receipt:
    """Ask the watcher what it knows, and write down what it says. It proves nothing."""
    with holding() as case:
        of = order(case.vault.db, root)
    receipt = _ask(holding, of)
    with holding() as case:
        number = of.next_number(_now(case))
        at = format_instant(case.clock())
        record = Sent(order=of.root, number=number, at=at, do=reading.ASK)
        entity = new_entity()
        save(case, [tell(case, record, entity), _answered(case, entity, receipt)])
    return receipt


def _ask(holding: Holding, of: OrderFile) -> Receipt:
    """How things stand. What is sent is a check-in for a time before the first: it never counts."""
    plan = _kept(of)
    do = CheckInOrder(cycle=0, device=public_key(device_seed(of.secret)))
    receipt = ask(of.relay, of.relay_id, _signed(of, do, 0, duress=False))
    with holding() as case:
        believe(receipt.seen, plan, _now(case), _before(of))
    return receipt


def _ordered(holding: Holding, root: str, do: Do, record: Sent, pin: str) -> Receipt:
    with holding() as case:
        of = order(case.vault.db, root)
        letter = _write(case, of, do, record, duress=_duress(of, pin))
    return _carry(holding, letter)


def _write(case: Case, of: OrderFile, do: Do, record: Sent, *, duress: bool) -> Letter:
    """Sign it, and write down that it goes out: the same, whether under duress or not."""
    plan = do.plan if isinstance(do, ArmOrder) else _kept(of)
    number, at = of.next_number(_now(case)), format_instant(case.clock())
    on_wire = 0 if isinstance(do, CheckInOrder) else number
    signed = _signed(of, do, on_wire, duress=duress)
    statement = tell(case, replace(record, order=of.root, number=number, at=at))
    save(case, [statement])
    return Letter(statement.about, of, signed, plan, on_wire)


def _signed(of: OrderFile, do: Do, number: int, *, duress: bool) -> str:
    if not _SECRET.fullmatch(of.secret):
        raise NotArmed
    seed = device_seed(of.secret) if isinstance(do, CheckInOrder) else order_seed(of.secret)
    return sign(
        do,
        seed=seed,
        person=person_of(of.secret),
        relay=of.relay_id,
        number=number,
        mark_key=mark_key(of.secret),
        duress=duress,
    )


def _carry(holding: Holding, letter: Letter, invitation: str = "") -> Receipt:
    """Send it, believe the answer or not, and write down what became of it."""
    try:
        receipt = ask(letter.of.relay, letter.of.relay_id, letter.signed, invitation)
    except (WatcherRefuses, WatcherUnknown, WayUnknown):
        with holding() as case:
            save(case, [tell(case, Sent(answer="refused"), letter.root)])
        raise
    with holding() as case:
        if letter.number and receipt.number != letter.number:
            raise WatcherContradicts(what=_("which order it took"))
        believe(receipt.seen, letter.plan, _now(case), _before(letter.of))
        save(case, [_answered(case, letter.root, receipt)])
    return receipt


def _answered(case: Case, entity: str, receipt: Receipt) -> Statement:
    seen = msgspec.json.encode(receipt.seen).decode()
    heard = format_instant(case.clock())
    return tell(case, Sent(answer=receipt.answer.value, seen=seen, heard=heard), entity)


def _kept(of: OrderFile) -> Plan:
    """The plan that the watcher keeps; raises NotArmed."""
    if not of.armed or of.told is None or of.told.plan is None:
        raise NotArmed
    return of.told.plan


def _duress(of: OrderFile, pin: str) -> bool:
    """What the PIN means; where the plan has none, nothing is asked. Raises PinNeeded, NotArmed."""
    page = _kept(of).page
    meant = read_pin(page, pin) if page else False
    if meant is None:
        raise PinNeeded
    return meant


def _before(of: OrderFile) -> tuple[int, int] | None:
    """The last cycle that was heard of, and when; nothing where the watcher began anew since."""
    if of.over or of.heard is None or of.heard.seen is None or of.heard.heard is None:
        return None
    return of.heard.seen.cycle, int(of.heard.heard.timestamp())


def _now(case: Case) -> int:
    return int(case.clock().timestamp())
