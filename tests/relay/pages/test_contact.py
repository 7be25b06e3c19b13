"""A contact takes it, cannot, or ends it with a reason, by a link and a button."""

import httpx
import pytest
from tests.relay.pages.desk import OneDesk

from panoh.checkin import Reason


@pytest.fixture(autouse=True)
def missed(desk: OneDesk) -> None:
    desk.miss()


def say(visitor: httpx.Client, who: str, do: str, reason: str = "") -> str:
    return visitor.post(f"/c/{who}", data={"do": do, "reason": reason}).text


def test_looking_takes_nothing(visitor: httpx.Client, desk: OneDesk) -> None:
    before = desk.state
    for query in ("", "?do=take", "?do=close&reason=reached", "?l=fa"):
        assert visitor.get(f"/c/rustam{query}").status_code == 200
        assert visitor.head(f"/c/rustam{query}").status_code == 200
    assert desk.state == before
    say(visitor, "rustam", "take")
    assert desk.state != before


def test_what_was_left_is_opened_only_after_taking(visitor: httpx.Client) -> None:
    assert visitor.get("/c/rustam/sealed").status_code == 404
    assert "/c/rustam/sealed" in say(visitor, "rustam", "take")
    left = visitor.get("/c/rustam/sealed")
    assert left.content == b"age-encryption.org/v1\n"
    assert left.headers["content-disposition"] == 'attachment; filename="message.age"'


def test_whoever_cannot_passes_it_on_at_once(visitor: httpx.Client, desk: OneDesk) -> None:
    told = say(visitor, "rustam", "cannot")
    assert "Noted" in told
    assert "You can still take it." in told
    assert desk.state.alarm is not None
    assert desk.state.alarm.told == ("rustam", "zarina", "lola")


def test_the_end_needs_a_reason_that_is_on_the_page(visitor: httpx.Client, desk: OneDesk) -> None:
    say(visitor, "rustam", "take")
    for reason in ("", "because", "REACHED"):
        assert visitor.post("/c/rustam", data={"do": "close", "reason": reason}).status_code == 400
    assert desk.state.alarm is not None
    assert "Noted" in say(visitor, "rustam", "close", "reached")
    assert desk.state.closed is not None
    assert (desk.state.closed.by, desk.state.closed.reason) == (("rustam",), Reason.REACHED)


def test_a_link_to_what_is_over_says_so_and_no_more(visitor: httpx.Client) -> None:
    say(visitor, "rustam", "close", "reached")
    over, never = visitor.get("/c/rustam"), visitor.get("/c/never")
    assert over.status_code == never.status_code == 404
    assert over.content == never.content


def test_whoever_was_not_told_has_no_page_yet(visitor: httpx.Client) -> None:
    assert visitor.get("/c/zarina").status_code == 404
    assert visitor.post("/c/zarina", data={"do": "take"}).status_code == 404


def test_the_language_is_the_contacts_own_until_they_choose(
    visitor: httpx.Client, desk: OneDesk
) -> None:
    say(visitor, "rustam", "cannot")
    page = visitor.get("/c/zarina").text
    assert '<html lang="fa" dir="rtl">' in page
    assert "به عهده می‌گیرم" in page
    assert '<html lang="de" dir="ltr">' in visitor.get("/c/zarina?l=de").text


def test_an_unknown_language_is_no_error(visitor: httpx.Client) -> None:
    assert '<html lang="en"' in visitor.get("/c/rustam?l=<script>").text
