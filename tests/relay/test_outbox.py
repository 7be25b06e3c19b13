"""Messages on their way: leased, given, noted; failing, refusing and lying channels."""

import time
from collections.abc import Callable
from threading import Thread

import pytest
from tests.relay.support import DUE, LAST, Owner, Relay

from panoh.channels import Accepted, Failed, Message, Reason, Refused, Result
from panoh.checkin import Address, Contact
from panoh.checkin import Reason as Why
from panoh.checkin.events import Kind, Tell
from panoh.checkin.signed import ArmOrder
from panoh.relay import answers, orders, outbox, people
from panoh.relay.postman import Gates, Route, deliver
from panoh.relay.sweep import sweep
from panoh.relay.waking import acting


class Says:
    """A channel that says what it is told to say, and counts."""

    def __init__(self, name: str, say: Callable[[], Result]) -> None:
        self.name, self.say = name, say
        self.given: list[tuple[str, str]] = []

    def send(self, to: str, message: Message, key: str) -> Result:  # noqa: ARG002
        self.given.append((to, key))
        return self.say()

    def check(self) -> Result:
        return Accepted()


def with_mail(relay: Relay, say: Callable[[], Result]) -> Says:
    """The relay's mail says something else from now on; its push works."""
    mail = Says("mail", say)
    relay.route = Route({**relay.route.channels, "mail": mail}, "https://relay.example")
    return mail


def raising() -> Result:
    msg = "a mistake in a channel"
    raise RuntimeError(msg)


@pytest.mark.parametrize(
    ("say", "within"),
    [
        (lambda: Refused(Reason.ADDRESS), 0),
        (lambda: Failed(Reason.TIMED_OUT), 180),
        (lambda: Failed(Reason.UNREACHABLE, wait=5), 180),
        (lambda: Failed(Reason.RATE, wait=86_400), 0),
        (raising, 180),
    ],
    ids=["refuses", "times out", "unreachable", "rate-limits for a day", "raises"],
)
def test_an_alarm_finds_another_way_within_three_minutes(
    relay: Relay, owner: Owner, say: Callable[[], Result], within: int
) -> None:
    with_mail(relay, say)
    relay.until(LAST + 1)
    relay.until(LAST + 1 + within + 50, step=10)
    shown = [each for each in relay.shown("alarm") if each.to == "anna-topic"]
    assert shown
    assert shown[0].at <= LAST + 1 + max(within, 10)


def test_a_contact_whom_nothing_reaches_is_passed_over_at_once(relay: Relay, owner: Owner) -> None:
    relay.world.dead = {"anna@mail.example", "anna-topic"}
    relay.until(LAST + 60)
    assert relay.asked("alarm") == ["bek", "cyrus"]


def test_with_every_channel_dead_it_grows_louder_and_does_not_stop(
    relay: Relay, owner: Owner
) -> None:
    relay.route = Route({}, "https://relay.example")
    relay.until(LAST + 4 * 3600)
    rows = relay.store.db.execute("SELECT kind, done FROM outbox").fetchall()
    assert ("exhausted", "refused") in rows
    relay.route = Route(
        {name: relay.world.channel(name) for name in ("mail", "push")}, "https://relay.example"
    )
    relay.wait(3700)
    assert len(relay.shown("exhausted")) >= 4, "the next hour reaches everybody"


def test_a_channel_that_takes_and_drops_does_not_end_the_ladder(relay: Relay, owner: Owner) -> None:
    with_mail(relay, Accepted)
    relay.until(LAST + 4 * 3600)
    assert relay.asked("alarm") == []
    assert set(relay.asked("exhausted")) == {"anna", "bek", "cyrus", "dina"}, "by the other way"


def test_a_message_that_may_have_arrived_keeps_its_key(relay: Relay, owner: Owner) -> None:
    mail = with_mail(relay, lambda: Failed(Reason.TIMED_OUT))
    relay.until(LAST + 100)
    keys = [key for to, key in mail.given if to == "anna@mail.example"]
    assert len(keys) > 1
    assert len(set(keys)) == 1


def test_two_workers_never_hold_the_same_message(relay: Relay, owner: Owner) -> None:
    others = [Owner("p"), Owner("q")]
    for each in others:
        relay.enrol(each)
    relay.until(DUE - 3700)
    relay.clock.time = DUE - 3600
    while sweep(relay.store):
        pass
    other = relay.open()
    with acting(relay.store) as made:
        mine = outbox.lease(made, "one", 2)
    with acting(other) as made:
        theirs = outbox.lease(made, "two", 9)
    assert len(mine) == 2
    assert {each.n for each in mine} & {each.n for each in theirs} == set()
    assert len(mine) + len(theirs) == 3
    other.close()


def test_what_a_dead_worker_held_is_sent_by_another(relay: Relay, owner: Owner) -> None:
    relay.until(DUE - 3700)
    relay.clock.time = DUE - 3600
    while sweep(relay.store):
        pass
    with acting(relay.store) as made:
        assert outbox.lease(made, "dead", 9)
    assert deliver(relay.store, relay.route, "alive") == 0
    relay.clock.time += outbox.LEASE
    assert deliver(relay.store, relay.route, "alive") == 1
    assert relay.asked("remind") == ["own"]


def test_the_urgent_go_first(relay: Relay, owner: Owner) -> None:
    with acting(relay.store) as made:
        for key, kind in (("a", "remind"), ("b", "alarm"), ("c", "paused")):
            made.db.execute(
                "INSERT INTO outbox(key, person, contact, kind, alarm, body, way, urgent,"
                " next_try, born) VALUES(?, 'x', 'y', ?, '', x'', 0, ?, ?, 0)",
                (key, kind, kind == "alarm", made.now),
            )
        assert [each.key for each in outbox.lease(made, "w", 1)] == ["b"]


def test_a_reminder_whose_time_is_over_is_not_sent(relay: Relay, owner: Owner) -> None:
    mail = with_mail(relay, lambda: Failed(Reason.UNREACHABLE))
    relay.world.failing = 1.0
    relay.until(DUE + 600)
    mail.say = Accepted
    relay.world.failing = 0.0
    mail.given.clear()
    relay.wait(3000)
    assert "remind1" not in {key.rsplit("-", 1)[1] for _, key in mail.given}


def test_whoever_was_never_reached_gets_no_stand_down(relay: Relay, owner: Owner) -> None:
    """They were on the ladder, but their message was still waiting when it was over."""
    relay.until(LAST + 31 * 60)
    token = relay.shown("alarm")[0].token
    relay.clock.time += 3600
    while sweep(relay.store):
        pass  # dina's message is written; nobody has carried it yet
    answers.close(relay.store, token, Why.REACHED)
    relay.turn()
    assert "dina" not in relay.asked("alarm")
    assert "dina" not in relay.asked("stand-down")
    assert {"anna", "bek", "cyrus"} <= set(relay.asked("stand-down"))


def test_a_damaged_message_keeps_no_other_waiting(relay: Relay, owner: Owner) -> None:
    relay.until(LAST + 31)
    relay.wait(1800)
    relay.store.db.execute(
        "UPDATE outbox SET body = x'00', next_try = ?, done = '' WHERE contact = 'bek'",
        (int(relay.clock.time),),
    )
    relay.wait(100)
    assert "cyrus" in relay.asked("alarm")


def test_old_messages_are_forgotten(relay: Relay, owner: Owner) -> None:
    relay.until(DUE)
    assert relay.store.db.execute("SELECT count(*) FROM outbox").fetchone() != (0,)
    relay.check_in(owner)
    relay.skip(DUE + 20 * 3600)
    for day in range(1, 9):
        relay.skip(DUE + day * 86_400 - 1800)
        relay.check_in(owner)
    old = relay.clock.time - 7 * 86_400 - 7200
    left = relay.store.db.execute("SELECT count(*) FROM outbox WHERE born < ?", (old,)).fetchone()
    assert left == (0,)


def test_what_comes_again_takes_the_place_of_what_could_not_leave(
    relay: Relay, owner: Owner
) -> None:
    """After a day without a network nobody is shown the same thing 24 times."""
    relay.until(LAST + 3 * 3600)
    before = len(relay.shown("exhausted"))
    relay.world.failing = 1.0
    relay.wait(20 * 3600)
    relay.world.failing, relay.world.uncertain = 0.0, set()
    seen = len(relay.shown("exhausted"))
    relay.wait(600)
    assert before, "the control: it was loud before"
    assert len(relay.shown("exhausted")) - seen <= 4, "once for each of the four"


class Hanging:
    """A channel that takes its whole time and says nothing."""

    def __init__(self, seconds: float) -> None:
        self.name, self.seconds, self.calls = "mail", seconds, 0

    def send(self, to: str, message: Message, key: str) -> Result:  # noqa: ARG002
        self.calls += 1
        time.sleep(self.seconds)
        return Failed(Reason.TIMED_OUT)

    def check(self) -> Result:
        return Failed(Reason.TIMED_OUT)


def test_a_channel_that_hangs_leaves_hands_for_the_others(relay: Relay) -> None:
    """Many alarms wait for a mail server that hangs; one reminder waits for a push."""
    gates, hanging = Gates(2), Hanging(3)
    for number in range(20):
        relay.enrol(Owner(f"p{number}"))
    last = Owner("last")
    only = Address(channel="push", to="only-push")
    named = last.plan(owner=Contact(id="own", addresses=(only,)))
    order = last.order(relay, ArmOrder(plan=named))
    orders.take_signed(relay.store, order, orders.invite(relay.store))
    relay.until(LAST)
    relay.route = Route({**relay.route.channels, "mail": hanging}, "https://relay.example")
    relay.clock.time = LAST + 1
    while sweep(relay.store):
        pass
    with acting(relay.store) as made:
        outbox.put(made, sender_of(relay, last), [Tell(to="owner", kind=Kind.REMIND, key="9")])
    stores = [relay.open() for _ in range(4)]
    threads = [
        Thread(target=deliver, args=(store, relay.route, f"w{number}"), kwargs={"gates": gates})
        for number, store in enumerate(stores)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(2)
    assert hanging.calls == 2
    assert "only-push" in [each.to for each in relay.world.seen.values()], "nobody waited for mail"
    for thread in threads:
        thread.join()
    for store in stores:
        store.close()


def sender_of(relay: Relay, owner: Owner) -> outbox.Sender:
    found = people.find(relay.store.db, "id", owner.person)
    assert found is not None
    named = {"owner": found.plan.owner}
    return outbox.Sender(found.id, found.ref, found.door, "UTC", named, named)


def test_the_owner_reads_times_on_their_own_clock(relay: Relay, owner: Owner) -> None:
    """A reminder in UTC would be read an hour wrong in Berlin, and five in New York."""
    relay.until(DUE)
    assert "ends at 2026-11-26 09:00 (UTC+0100)" in relay.shown("remind")[0].message.body


def test_waiting_for_a_channel_that_is_held_up_counts_as_its_failure(
    relay: Relay, owner: Owner
) -> None:
    """A message at the end of a long queue goes the other way at its first failure."""
    mail = with_mail(relay, lambda: Failed(Reason.TIMED_OUT))
    relay.until(LAST)
    relay.clock.time += 1
    while sweep(relay.store):
        pass
    relay.clock.time += 200
    mail.given.clear()
    relay.turn()
    assert len([1 for to, _key in mail.given if to.startswith("anna")]) == 1
    assert relay.asked("alarm") == ["anna"]


def test_nobody_hears_that_others_are_asked_once_it_is_over(relay: Relay, owner: Owner) -> None:
    """It waited for a channel that failed; meanwhile somebody has closed the alarm."""
    relay.until(LAST - 60)
    named = {"own-topic", "own@mail.example"}
    relay.world.dead = set()
    broken = with_mail(relay, lambda: Failed(Reason.UNREACHABLE))
    relay.route = Route({"mail": broken, "push": broken}, "https://relay.example")
    relay.until(LAST + 120)
    relay.route = Route(
        {name: relay.world.channel(name) for name in ("mail", "push")}, "https://relay.example"
    )
    token = relay.store.db.execute("SELECT token FROM links WHERE contact = 'anna'").fetchone()
    assert token is not None
    answers.close(relay.store, str(token[0]), Why.REACHED)
    relay.wait(4000)
    heard = [each.kind for each in relay.world.seen.values() if each.to in named]
    assert "stand-down" in heard
    assert "alarmed" not in heard
