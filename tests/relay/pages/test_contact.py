"""A contact takes it, cannot, or ends it with a reason, by a link and a button."""

import httpx
import pytest
from tests.relay.watched import PIN, UNDER_DURESS, World

from panoh.checkin import Reason


@pytest.fixture
def at(world: World) -> str:
    """The page of Rustam, who is asked first."""
    world.miss()
    return world.link("rustam")


def say(visitor: httpx.Client, at: str, do: str, reason: str = "") -> str:
    return visitor.post(at, data={"do": do, "reason": reason}).text


def test_looking_takes_nothing(visitor: httpx.Client, world: World, at: str) -> None:
    before = world.state
    for query in ("", "?do=take", "?do=close&reason=reached", "?l=fa"):
        assert visitor.get(at + query).status_code == 200
        assert visitor.head(at + query).status_code == 200
    assert world.state == before
    say(visitor, at, "take")
    assert world.state != before


def test_what_was_left_is_opened_only_after_taking(visitor: httpx.Client, at: str) -> None:
    assert visitor.get(f"{at}/sealed").status_code == 404
    assert f"{at}/sealed" in say(visitor, at, "take")
    left = visitor.get(f"{at}/sealed")
    assert left.content == b"age-encryption.org/v1\n"
    assert left.headers["content-disposition"] == 'attachment; filename="message.age"'


def test_whoever_cannot_passes_it_on_at_once(visitor: httpx.Client, world: World, at: str) -> None:
    told = say(visitor, at, "cannot")
    assert "Noted" in told
    assert "You can still take it." in told
    assert world.told("alarm") == ["rustam", "zarina", "lola"]


def test_the_end_needs_a_reason_that_is_on_the_page(
    visitor: httpx.Client, world: World, at: str
) -> None:
    say(visitor, at, "take")
    for reason in ("", "because", "REACHED"):
        answer = visitor.post(at, data={"do": "close", "reason": reason})
        assert answer.status_code == 400
    assert world.state.alarm is not None
    assert "Noted" in say(visitor, at, "close", "reached")
    assert world.state.closed is not None
    assert (world.state.closed.by, world.state.closed.reason) == (("rustam",), Reason.REACHED)


def test_a_link_to_what_is_over_says_so_and_no_more(visitor: httpx.Client, at: str) -> None:
    say(visitor, at, "close", "reached")
    over, never = visitor.get(at), visitor.get("/a/never")
    assert over.status_code == never.status_code == 404
    assert over.content == never.content
    assert "This is over already" in say(visitor, at, "take")


def test_what_was_asked_in_secret_is_said_to_whoever_takes_it(
    visitor: httpx.Client, world: World
) -> None:
    visitor.post(world.door, data={"do": "well", "pin": UNDER_DURESS})
    world.pass_time(50)
    at = world.link("rustam")
    assert "in secret" not in visitor.get(at).text
    assert "in secret" in say(visitor, at, "take")


def test_a_late_answer_of_the_person_is_told_and_ends_nothing(
    visitor: httpx.Client, world: World, at: str
) -> None:
    assert "after all" not in visitor.get(at).text
    visitor.post(world.door, data={"do": "well", "pin": PIN})
    assert "An answer has come after all. It proves little" in visitor.get(at).text
    assert world.state.alarm is not None


def test_the_language_is_the_contacts_own_until_they_choose(
    visitor: httpx.Client, world: World, at: str
) -> None:
    say(visitor, at, "cannot")
    page = visitor.get(world.link("zarina")).text
    assert '<html lang="fa" dir="rtl">' in page
    assert "به عهده می‌گیرم" in page
    assert '<html lang="de" dir="ltr">' in visitor.get(f"{world.link('zarina')}?l=de").text


def test_an_unknown_language_is_no_error(visitor: httpx.Client, at: str) -> None:
    assert '<html lang="en"' in visitor.get(f"{at}?l=<script>").text
