"""Check-ins by PIN, and that nobody can tell the two PINs apart."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import thread_time

import msgspec
import pytest
from tests.relay.support import DUE, DURESS, LAST, PIN, Owner, Relay, relay_in

from panoh.checkin.events import Answer
from panoh.relay import orders, page
from panoh.relay.errors import LinkUnknown, PinRefused, TooManyTries
from panoh.relay.orders import Receipt

DAY = 86_400


def sent(receipt: Receipt) -> bytes:
    """A receipt as it leaves."""
    return msgspec.json.encode((receipt.answer, receipt.seen, receipt.number))


def test_the_right_pin_checks_in(relay: Relay, owner: Owner) -> None:
    relay.until(DUE)
    assert page.check_in(relay.store, relay.door(owner), PIN).answer is Answer.DONE
    assert relay.name(owner) == "armed"


def test_a_pause_and_its_end_by_pin(relay: Relay, owner: Owner) -> None:
    door = relay.door(owner)
    page.pause(relay.store, door, PIN, DUE + 3 * DAY)
    assert relay.name(owner) == "paused"
    with pytest.raises(PinRefused):
        page.resume(relay.store, door, "000000")
    page.resume(relay.store, door, PIN)
    assert relay.name(owner) == "armed"


def test_a_wrong_link_or_pin_changes_nothing(relay: Relay, owner: Owner) -> None:
    with pytest.raises(LinkUnknown):
        page.check_in(relay.store, "made-up", PIN)
    with pytest.raises(PinRefused):
        page.check_in(relay.store, relay.door(owner), "000000")
    relay.until(LAST + 60)
    assert relay.asked("alarm") == ["anna"]


def test_guessing_ends_after_ten_tries_and_a_signed_check_in_still_counts(
    relay: Relay, owner: Owner
) -> None:
    relay.until(DUE)
    door = relay.door(owner)
    for number in range(page.MOST_WRONG):
        with pytest.raises(PinRefused):
            page.check_in(relay.store, door, f"00000{number}")
    with pytest.raises(TooManyTries):
        page.check_in(relay.store, door, PIN)
    relay.check_in(owner)
    assert relay.name(owner) == "armed"


def test_after_an_hour_the_pin_counts_again(relay: Relay, owner: Owner) -> None:
    door = relay.door(owner)
    for number in range(page.MOST_WRONG):
        with pytest.raises(PinRefused):
            page.check_in(relay.store, door, f"00000{number}")
    relay.until(DUE)
    assert page.check_in(relay.store, door, PIN).answer is Answer.DONE


def test_a_look_is_no_check_in(relay: Relay, owner: Owner) -> None:
    for _ in range(50):
        page.look(relay.store, relay.door(owner))
    relay.until(LAST + 60)
    assert relay.asked("alarm") == ["anna"]


def pair(memory: Path) -> tuple[Relay, Relay]:
    """Two relays with the same person: one is told the truth, in the other they are forced."""
    relays = []
    for name in ("plain", "forced"):
        made = Relay(memory / name)
        made.enrol(Owner())
        made.until(DUE - 600)
        relays.append(made)
    return relays[0], relays[1]


@pytest.mark.parametrize("how", ["page", "signed"])
def test_the_two_answers_are_the_same_in_every_byte(memory: Path, how: str) -> None:
    plain, forced = pair(memory)
    owner = Owner()
    answers = []
    for relay, duress in ((plain, False), (forced, True)):
        if how == "page":
            pin = DURESS if duress else PIN
            answers.append(sent(page.check_in(relay.store, relay.door(owner), pin)))
        else:
            answers.append(sent(relay.check_in(owner, duress=duress)))
    assert answers[0] == answers[1]
    for relay in (plain, forced):
        relay.wait(3600)
    assert plain.shown("alarm") == []
    assert forced.asked("alarm")[0] == "anna", "the control: it was told apart inside"
    seen = [page.look(relay.store, relay.door(owner)).seen for relay in (plain, forced)]
    assert seen[0] == seen[1]


def seconds(call: Callable[[], object]) -> float:
    before = thread_time()  # the time of this thread: what else the computer does is left out
    call()
    return thread_time() - before


def timed_apart(memory: Path, how: str, times: int) -> float:
    """Difference of the medians, in milliseconds, over fresh cycles in alternation."""
    owner, taken = Owner(), {False: list[float](), True: list[float]()}
    with relay_in(memory / "timed") as relay:
        relay.enrol(owner, max_pause=30 * DAY)
        door = relay.door(owner)
        for number in range(2 * times):
            duress = bool(number % 2)
            relay.skip(DUE + number * DAY - 600)
            if how == "page":
                pin = DURESS if duress else PIN
                taken[duress].append(seconds(lambda pin=pin: page.check_in(relay.store, door, pin)))  # type: ignore[misc]
            else:
                cycle = page.look(relay.store, door).seen.cycle
                text = owner.check_in(relay, cycle, duress=duress)
                call = lambda text=text: orders.take_signed(relay.store, text)  # noqa: E731
                taken[duress].append(seconds(call))
            close_all(relay)
    return 1000 * abs(median(taken[True]) - median(taken[False]))


def close_all(relay: Relay) -> None:
    """Bring a silent alarm to its end, so that every round begins alike."""
    from panoh.checkin import Reason
    from panoh.relay import answers

    relay.clock.time += 2
    relay.turn()
    for shown in relay.shown("alarm"):
        answers.close(relay.store, shown.token, Reason.DRILL)
    relay.world.seen.clear()
    relay.turn()


def test_a_thousand_signed_check_ins_take_as_long_under_duress(memory: Path) -> None:
    apart = timed_apart(memory, "signed", 500)
    print(f"signed: the medians differ by {apart:.3f} ms")
    assert apart < 5


@pytest.mark.parametrize("times", [50, pytest.param(500, marks=pytest.mark.long)])
def test_check_ins_by_pin_take_as_long_under_duress(memory: Path, times: int) -> None:
    apart = timed_apart(memory, "page", times)
    print(f"page: the medians differ by {apart:.3f} ms")
    assert apart < 5


def test_the_sizes_on_the_owners_side_are_the_same(relay: Relay, owner: Owner) -> None:
    """A signed check-in is a file or a picture on their device: it has one size."""
    assert len(PIN) == len(DURESS)
    made = [owner.check_in(relay, 1, duress=duress) for duress in (False, True)]
    assert len(made[0]) == len(made[1])
    assert made[0] != made[1]
