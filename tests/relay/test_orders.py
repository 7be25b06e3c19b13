"""Who may tell a relay what: orders count up, check-ins count once, devices can be left out."""

from collections.abc import Callable

import pytest
from tests.relay.support import DUE, EVE, LAST, Owner, Relay

from panoh.checkin import Address, Contact, Reason, Rung
from panoh.checkin.errors import OrderRefused, PlanRefused
from panoh.checkin.events import Answer
from panoh.checkin.schedule import Daily, Every, Schedule, Trip
from panoh.checkin.signed import ArmOrder, EndOrder, PauseOrder, ResumeOrder
from panoh.relay import answers, orders
from panoh.relay.errors import InviteRefused

HOUR, DAY = 3600, 86_400


def kept(relay: Relay) -> int:
    """How many rows tell of anybody."""
    tables = ("people", "outbox", "history", "links")
    sql = " UNION ALL ".join(f"SELECT 1 FROM {table}" for table in tables)  # noqa: S608
    return len(relay.store.db.execute(sql).fetchall())


def test_nobody_is_taken_in_without_an_invitation(relay: Relay) -> None:
    owner = Owner()
    for code in ("", "made-up"):
        with pytest.raises(InviteRefused):
            orders.take_signed(relay.store, owner.order(relay, ArmOrder(plan=owner.plan())), code)
    assert relay.store.db.execute("SELECT count(*) FROM people").fetchone() == (0,)


def test_an_invitation_is_for_one(relay: Relay) -> None:
    code = orders.invite(relay.store)
    first, second = Owner("p"), Owner("q")
    orders.take_signed(relay.store, first.order(relay, ArmOrder(plan=first.plan())), code)
    with pytest.raises(InviteRefused):
        orders.take_signed(relay.store, second.order(relay, ArmOrder(plan=second.plan())), code)


def test_a_flood_of_strangers_leaves_nothing_behind(relay: Relay) -> None:
    for number in range(50):
        stranger = Owner(f"s{number}")
        order = stranger.order(relay, ArmOrder(plan=stranger.plan()))
        with pytest.raises(InviteRefused):
            orders.take_signed(relay.store, order, "guess")
    assert kept(relay) == 0


def test_an_invitation_is_not_used_up_by_a_plan_that_is_refused(relay: Relay) -> None:
    owner, code = Owner(), orders.invite(relay.store)
    bad = owner.plan(schedule=Daily(at="08:00", zone="Mars/Olympus"))
    with pytest.raises(PlanRefused):
        orders.take_signed(relay.store, owner.order(relay, ArmOrder(plan=bad)), code)
    orders.take_signed(relay.store, owner.order(relay, ArmOrder(plan=owner.plan())), code)
    assert relay.name(owner) == "armed"


def test_an_older_order_is_refused(relay: Relay, owner: Owner) -> None:
    old = owner.order(relay, PauseOrder(until=EVE + 5 * DAY))
    new = owner.order(relay, ResumeOrder())
    orders.take_signed(relay.store, new)
    with pytest.raises(OrderRefused, match="newer"):
        orders.take_signed(relay.store, old)
    assert relay.name(owner) == "armed"


def test_an_order_taken_before_is_harmless(relay: Relay, owner: Owner) -> None:
    pause = owner.order(relay, PauseOrder(until=EVE + 2 * DAY))
    assert orders.take_signed(relay.store, pause).answer is Answer.DONE
    relay.wait(100)
    assert orders.take_signed(relay.store, pause).answer is Answer.AGAIN
    assert relay.asked("paused") == ["anna"]


def test_a_check_in_counts_for_one_cycle(relay: Relay, owner: Owner) -> None:
    relay.until(DUE - 600)
    text = owner.check_in(relay, 1)
    assert orders.take_signed(relay.store, text).answer is Answer.DONE
    for _ in range(3):
        assert orders.take_signed(relay.store, text).answer is Answer.AGAIN
    relay.until(DUE + DAY - 600)
    assert orders.take_signed(relay.store, text).answer is Answer.AGAIN
    relay.until(LAST + DAY + 60)
    assert relay.asked("alarm") == ["anna"], "yesterday's proof is not today's"


def test_a_check_in_made_ahead_does_not_count(relay: Relay, owner: Owner) -> None:
    with pytest.raises(OrderRefused, match="another time"):
        orders.take_signed(relay.store, owner.check_in(relay, 2))


def forged(relay: Relay, owner: Owner) -> str:
    """Whoever runs the relay knows all it keeps, and has no key of the owner."""
    thief = Owner(owner.name)
    text = thief.check_in(relay, 1)
    return text[:10] + ("B" if text[10] == "A" else "A") + text[11:]


def by_another_device(relay: Relay, owner: Owner) -> str:
    stranger = Owner("x")
    return stranger.check_in(relay, 1)


@pytest.mark.parametrize("make", [forged, by_another_device])
def test_a_forged_check_in_is_refused(
    relay: Relay, owner: Owner, make: Callable[[Relay, Owner], str]
) -> None:
    relay.until(DUE - 600)
    with pytest.raises((OrderRefused, InviteRefused)):
        orders.take_signed(relay.store, make(relay, owner))
    relay.until(LAST + 60)
    assert relay.asked("alarm") == ["anna"]


def test_a_device_left_out_of_the_newest_order_is_worth_nothing(relay: Relay, owner: Owner) -> None:
    """A stolen phone: its key leaves the plan, and its check-ins with it."""
    kept = Owner("k").plan().devices
    order = owner.order(relay, ArmOrder(plan=owner.plan(devices=kept)))
    orders.take_signed(relay.store, order)
    relay.until(DUE - 600)
    with pytest.raises(OrderRefused, match="device"):
        orders.take_signed(relay.store, owner.check_in(relay, 2))


def test_an_order_under_duress_tells_the_people_of_the_plan_before_it(
    relay: Relay, owner: Owner
) -> None:
    """Whoever forces somebody to name other contacts does not silence the first ones."""
    theirs = Contact(id="bad", addresses=(Address(channel="mail", to="bad@mail.example"),))
    plan = owner.plan(contacts=(theirs,), ladder=(Rung(contacts=("bad",)),))
    receipt = orders.take_signed(relay.store, owner.order(relay, ArmOrder(plan=plan), duress=True))
    assert receipt.answer is Answer.DONE
    relay.wait(60)
    assert relay.asked("alarm") == ["anna"]


def test_leaving_removes_everything(relay: Relay, owner: Owner) -> None:
    relay.until(DUE)
    orders.take_signed(relay.store, owner.order(relay, EndOrder()))
    relay.wait(2 * HOUR)
    assert relay.asked("left") == ["anna"], "it is no secret"
    relay.store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert kept(relay) == 0
    raw = relay.files.database.read_bytes()
    assert b"anna@mail.example" not in raw
    assert owner.person.encode() not in raw


def test_leaving_under_duress_keeps_the_alarm_until_somebody_closes_it(
    relay: Relay, owner: Owner
) -> None:
    orders.take_signed(relay.store, owner.order(relay, EndOrder(), duress=True))
    relay.wait(60)
    assert relay.asked("alarm") == ["anna"]


def test_after_leaving_under_duress_those_who_were_told_hear_the_end(
    relay: Relay, owner: Owner
) -> None:
    orders.take_signed(relay.store, owner.order(relay, EndOrder(), duress=True))
    relay.wait(31 * 60)
    told = set(relay.asked("alarm"))
    assert told == {"anna", "bek", "cyrus"}
    answers.close(relay.store, relay.shown("alarm")[0].token, Reason.REACHED)
    assert kept(relay) == 3, "only what is still to be said"
    relay.world.failing = 1.0
    relay.wait(600)
    relay.world.failing = 0.0
    relay.wait(2 * HOUR)
    assert set(relay.asked("stand-down")) == told
    assert kept(relay) == 0


def new_order(relay: Relay, owner: Owner, **changes: object) -> None:
    order = owner.order(relay, ArmOrder(plan=owner.plan(**changes)))
    assert orders.take_signed(relay.store, order).answer is Answer.DONE
    relay.wait(60)


def test_a_plan_with_other_people_is_no_secret(relay: Relay, owner: Owner) -> None:
    """Whoever has the laptop names friends of their own; the first contact hears of it."""
    theirs = Contact(id="anna", addresses=(Address(channel="mail", to="bad@mail.example"),))
    new_order(relay, owner, contacts=(theirs,), ladder=(Rung(contacts=("anna",)),))
    assert [each.to for each in relay.shown("left")] == ["anna@mail.example"]


@pytest.mark.parametrize(
    ("schedule", "told"),
    [
        (Daily(at="09:00", zone="Europe/Berlin"), []),
        (Trip(ends=EVE + DAY), []),
        (Trip(ends=EVE + 3 * DAY), ["anna"]),
        (Trip(ends=EVE + 365 * DAY), ["anna"]),
        (Every(hours=336), ["anna"]),
    ],
    ids=["another hour", "a trip of a day", "three days", "a year", "two weeks"],
)
def test_a_plan_that_expects_nothing_for_long_is_a_pause_and_no_secret(
    relay: Relay, owner: Owner, schedule: Schedule, told: list[str]
) -> None:
    new_order(relay, owner, schedule=schedule)
    assert relay.asked("paused") == told


def test_a_newer_plan_may_give_a_number_to_somebody_else(relay: Relay, owner: Owner) -> None:
    """An alarm under duress goes on among the people it began with; a pause is for the new ones."""
    relay.until(DUE - 600)
    relay.check_in(owner, duress=True)
    other = Contact(id="anna", addresses=(Address(channel="mail", to="new@mail.example"),))
    new_order(relay, owner, contacts=(other,), ladder=(Rung(contacts=("anna",)),))
    orders.take_signed(relay.store, owner.order(relay, PauseOrder(until=DUE + 5 * DAY)))
    relay.wait(4 * HOUR)
    assert [each.to for each in relay.shown("paused")] == ["new@mail.example"]
    assert "new@mail.example" not in [each.to for each in relay.shown("alarm")]
    assert "anna@mail.example" in [each.to for each in relay.shown("alarm")]


def test_nobody_leaves_while_others_look_for_them(relay: Relay, owner: Owner) -> None:
    relay.missed()
    receipt = orders.take_signed(relay.store, owner.order(relay, EndOrder()))
    assert receipt.answer is Answer.AGAIN
    assert relay.name(owner) == "alarm"


def test_an_order_without_a_number_is_refused(relay: Relay, owner: Owner) -> None:
    text = owner.signed(relay, ResumeOrder(), owner.seed, 0, duress=False)
    with pytest.raises(OrderRefused, match="number"):
        orders.take_signed(relay.store, text)


def test_two_orders_under_one_number_are_not_taken_for_one(relay: Relay, owner: Owner) -> None:
    """Two devices in the same second: the second must not hear that its order was taken."""
    do = PauseOrder(until=EVE + 2 * DAY), PauseOrder(until=EVE + 9 * DAY)
    first, second = (owner.signed(relay, each, owner.seed, 7, duress=False) for each in do)
    assert orders.take_signed(relay.store, first).answer is Answer.DONE
    with pytest.raises(OrderRefused):
        orders.take_signed(relay.store, second)
    assert orders.take_signed(relay.store, first).answer is Answer.AGAIN
