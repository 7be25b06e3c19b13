"""The owner answers in two taps; looking says nothing, and both PINs say it alike."""

import httpx
import pytest
from starlette.applications import Starlette
from tests.relay.pages.desk import DAY, HOUR, OWNER, PIN, UNDER_DURESS, OneDesk

from panoh.checkin.state import Phase

AT = f"/o/{OWNER}"


def say(visitor: httpx.Client, pin: str, do: str = "well", **more: str) -> str:
    return visitor.post(AT, data={"do": do, "pin": pin, **more}).text


def test_looking_checks_nobody_in(visitor: httpx.Client, desk: OneDesk) -> None:
    desk.now = desk.state.due
    before = desk.state
    for method in ("GET", "HEAD"):
        for query in ("", "?do=well", f"?do=well&pin={PIN}", "?l=ru"):
            assert visitor.request(method, AT + query).status_code == 200
    assert desk.state == before
    assert desk.calls == 0
    say(visitor, PIN)
    assert desk.state.cycle == before.cycle + 1, "a word does what looks did not"


def test_two_taps_are_enough(visitor: httpx.Client, desk: OneDesk) -> None:
    desk.now = desk.state.due - HOUR
    page = visitor.get(AT).text
    assert page.count('<button class="main"') == 1
    told = say(visitor, PIN)
    assert "Noted" in told
    assert "The next answer is expected between 2027-01-16 08:00 and 2027-01-16 13:00." in told


def test_the_page_does_not_say_how_things_stand(visitor: httpx.Client, desk: OneDesk) -> None:
    calm = visitor.get(AT).content
    desk.miss()
    assert visitor.get(AT).content == calm


def test_under_duress_every_byte_is_the_same(visitor: httpx.Client, app: Starlette) -> None:
    answers = []
    for pin in (PIN, UNDER_DURESS):
        desk = app.state.desk = OneDesk()
        desk.now = desk.state.due - HOUR
        answer = visitor.post(AT, data={"do": "well", "pin": pin})
        answers.append((answer.status_code, answer.content, answer.headers.raw))
        assert (desk.state.alarm is not None) == (pin == UNDER_DURESS)
    assert answers[0] == answers[1]


@pytest.mark.parametrize("pin", ["", "000000", "27182", "2718281", "x" * 5000, "۲۷۱۸۲۹"])
def test_a_wrong_pin_notes_nothing(visitor: httpx.Client, desk: OneDesk, pin: str) -> None:
    before = desk.state
    answer = visitor.post(AT, data={"do": "well", "pin": pin})
    assert answer.status_code in (403, 413)
    assert desk.state == before


@pytest.mark.parametrize("pin", ["271 828", "۲۷۱۸۲۸", " 271828 "])
def test_a_pin_may_be_typed_in_the_digits_of_any_script(
    visitor: httpx.Client, desk: OneDesk, pin: str
) -> None:
    desk.now = desk.state.due
    assert "Noted" in say(visitor, pin)


def test_guessing_is_slowed_and_says_so(visitor: httpx.Client, desk: OneDesk) -> None:
    for _ in range(8):
        assert "not right" in say(visitor, "000000")
    answer = visitor.post(AT, data={"do": "well", "pin": PIN})
    assert answer.status_code == 429
    assert "15 minutes" in answer.text
    assert desk.calls == 8


def test_a_pause_has_an_end_and_a_proof(visitor: httpx.Client, desk: OneDesk) -> None:
    desk.now = desk.state.due
    assert "not right" in say(visitor, "000000", "pause", days="3")
    assert desk.state.until == 0
    assert "Nothing is expected until 2027-01-18 12:00" in say(visitor, PIN, "pause", days="3")
    assert desk.state.until == desk.now + 3 * DAY
    assert "Noted" in say(visitor, PIN, "resume")
    assert desk.state.until == 0


@pytest.mark.parametrize("days", ["0", "31", "-1", "", "9" * 400, "٣١", "two"])
def test_a_pause_without_an_end_is_refused(visitor: httpx.Client, desk: OneDesk, days: str) -> None:
    desk.now = desk.state.due
    assert "longer than your plan allows" in say(visitor, PIN, "pause", days=days)
    assert desk.state.phase is Phase.WATCHING


def test_too_early_says_from_when_it_counts(visitor: httpx.Client, desk: OneDesk) -> None:
    assert "It counts from 2027-01-15 08:00." in say(visitor, PIN)


def test_after_an_alarm_the_owner_is_told_what_ends_it(
    visitor: httpx.Client, desk: OneDesk
) -> None:
    desk.miss()
    assert "One of them has to speak with you" in say(visitor, PIN)
    assert desk.state.alarm is not None


@pytest.mark.parametrize("do", ["", "take", "close", "arm"])
def test_what_is_not_on_the_page_cannot_be_asked(
    visitor: httpx.Client, desk: OneDesk, do: str
) -> None:
    before = desk.state
    assert visitor.post(AT, data={"do": do, "pin": PIN}).status_code == 400
    assert desk.state == before
