"""The owner answers in two taps; looking says nothing, and both PINs say it alike."""

import re
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace
from starlette.applications import Starlette
from tests.relay.watched import DAY, PIN, UNDER_DURESS, World, plan

from panoh.checkin import Device
from panoh.checkin.schedule import Daily, Every, Schedule
from panoh.relay.pages import Counter


@pytest.fixture
def schedule() -> Schedule:
    return Every(hours=1)


def say(visitor: httpx.Client, world: World, pin: str, do: str = "well", **more: str) -> str:
    return visitor.post(world.door, data={"do": do, "pin": pin, **more}).text


def test_looking_checks_nobody_in(visitor: httpx.Client, world: World) -> None:
    before = world.state
    for method in ("GET", "HEAD"):
        for query in ("", "?do=well", f"?do=well&pin={PIN}", "?l=ru"):
            assert visitor.request(method, world.door + query).status_code == 200
    assert world.state == before
    say(visitor, world, PIN)
    assert world.state.cycle == before.cycle + 1, "a word does what looks did not"


def test_two_taps_are_enough(visitor: httpx.Client, world: World) -> None:
    page = visitor.get(world.door).text
    assert page.count('<button class="main"') == 1
    told = say(visitor, world, PIN)
    assert "Noted" in told
    assert "and 2027-01-15 13:01." in told


def test_the_page_does_not_say_how_things_stand(visitor: httpx.Client, world: World) -> None:
    calm = visitor.get(world.door).text
    world.miss()
    assert re.sub(r'(?<=name="opened" value=")[0-9]+', "", visitor.get(world.door).text) == re.sub(
        r'(?<=name="opened" value=")[0-9]+', "", calm
    )


def test_under_duress_every_byte_is_the_same(
    visitor: httpx.Client, app: Starlette, tmp_path: Path
) -> None:
    answers = []
    for pin in (PIN, UNDER_DURESS):
        world = World(tmp_path / pin, plan(Every(hours=1)))
        counter = app.state.counter = Counter(world.files, world.clock)
        answer = visitor.post(world.door, data={"do": "well", "pin": pin})
        content = answer.text.replace(world.door, "the door of either")
        answers.append((answer.status_code, content, answer.headers.raw))
        counter.close()
        world.pass_time(50)
        assert world.told("alarm") == (["rustam"] if pin == UNDER_DURESS else [])
        world.close()
    assert answers[0] == answers[1]


@pytest.mark.parametrize("pin", ["", "000000", "27182", "2718281", "x" * 5000, "۲۷۱۸۲۹"])
def test_a_wrong_pin_notes_nothing(visitor: httpx.Client, world: World, pin: str) -> None:
    before = world.state
    answer = visitor.post(world.door, data={"do": "well", "pin": pin})
    assert answer.status_code in (403, 413)
    assert world.state == before


@pytest.mark.parametrize("pin", ["271 828", "۲۷۱۸۲۸", " 271828 "])
def test_a_pin_may_be_typed_in_the_digits_of_any_script(
    visitor: httpx.Client, world: World, pin: str
) -> None:
    assert "Noted" in say(visitor, world, pin)


def test_guessing_is_slowed_and_says_so(visitor: httpx.Client, world: World) -> None:
    for _ in range(10):
        assert "not right" in say(visitor, world, "000000")
    before = world.state
    answer = visitor.post(world.door, data={"do": "well", "pin": PIN})
    assert answer.status_code == 429
    assert "wait an hour" in answer.text
    assert world.state == before


def test_a_pause_has_an_end_and_a_proof(visitor: httpx.Client, world: World) -> None:
    assert "not right" in say(visitor, world, "000000", "pause", days="3")
    assert world.state.until == 0
    told = say(visitor, world, PIN, "pause", days="3")
    assert "Nothing is expected until 2027-01-18 12:00" in told
    assert world.state.until == world.clock.now + 3 * DAY
    assert "Noted" in say(visitor, world, PIN, "resume")
    assert world.state.until == 0


@pytest.mark.parametrize("days", ["0", "31", "-1", "", "9" * 400, "two"])
def test_a_pause_without_an_end_is_refused(visitor: httpx.Client, world: World, days: str) -> None:
    assert "longer than your plan allows" in say(visitor, world, PIN, "pause", days=days)
    assert world.state.until == 0


def test_a_form_that_a_browser_sends_again_a_day_later_counts_for_nothing(
    visitor: httpx.Client, world: World
) -> None:
    """Whoever holds the phone taps "send again"; the PIN is in the form, and they never saw it."""
    (opened, *_more) = re.findall(r'name="opened" value="([0-9]+)"', visitor.get(world.door).text)
    assert "Noted" in say(visitor, world, PIN, opened=opened), "the control: at once it counts"
    world.clock.now += 3 * DAY
    world.pass_time(50)
    before = world.state
    answer = visitor.post(world.door, data={"do": "well", "pin": PIN, "opened": opened})
    assert answer.status_code == 409
    assert "open for too long" in answer.text
    assert world.state == before
    assert "too long" in say(visitor, world, PIN, opened="9" * 30)


def test_a_plan_without_pins_says_how_to_answer(
    visitor: httpx.Client, app: Starlette, memory: Path
) -> None:
    device = Device(key="a" * 64, mark=(b"m" * 32).hex())
    world = World(memory / "signed", replace(plan(page=None), devices=(device,)))
    counter = app.state.counter = Counter(world.files, world.clock)
    page = visitor.get(world.door).text
    assert "Answer with your own program" in page
    assert "<form" not in page
    assert visitor.post(world.door, data={"do": "well", "pin": PIN}).status_code == 403
    counter.close()
    world.close()


def test_too_early_says_from_when_it_counts(
    visitor: httpx.Client, app: Starlette, tmp_path: Path
) -> None:
    world = World(tmp_path / "daily", plan(Daily(at="12:00", zone="Asia/Dushanbe")))
    counter = app.state.counter = Counter(world.files, world.clock)
    assert "It counts from 2027-01-16 08:00." in say(visitor, world, PIN)
    counter.close()
    world.close()


def test_after_an_alarm_the_owner_is_told_what_ends_it(visitor: httpx.Client, world: World) -> None:
    world.miss()
    assert "One of them has to speak with you" in say(visitor, world, PIN)
    assert world.state.alarm is not None


@pytest.mark.parametrize("do", ["", "take", "close", "arm"])
def test_what_is_not_on_the_page_cannot_be_asked(
    visitor: httpx.Client, world: World, do: str
) -> None:
    before = world.state
    assert visitor.post(world.door, data={"do": do, "pin": PIN}).status_code == 400
    assert world.state == before
