"""The whole way: armed, reminded, missed, the first cannot, the second takes, it is over."""

import pytest
from tests.relay.support import DUE, LAST, Owner, Relay

from panoh.checkin import Reason
from panoh.checkin.events import Answer
from panoh.relay import answers


def test_from_arming_to_the_stand_down(relay: Relay, owner: Owner) -> None:
    assert relay.name(owner) == "armed"
    relay.until(LAST)
    assert len(relay.shown("remind")) == 5
    assert {each.channel for each in relay.shown("remind")} == {"mail", "push"}
    assert relay.asked("alarm") == []
    relay.wait(31)
    assert relay.asked("alarm") == ["anna"]
    answers.cannot(relay.store, relay.shown("alarm")[0].token)
    relay.turn()
    assert relay.asked("alarm") == ["anna", "bek", "cyrus"]
    bek = relay.shown("alarm")[1].token
    answer, asked = answers.take(relay.store, bek)
    assert (answer, asked.mine) == (Answer.DONE, True)
    answers.close(relay.store, bek, Reason.REACHED)
    relay.turn()
    assert sorted(relay.asked("stand-down")) == ["anna", "bek", "cyrus", "own"]
    assert relay.name(owner) == "resolved"
    assert not answers.look_asked(relay.store, bek).open


def test_somebody_who_checks_in_hears_nothing_more(relay: Relay, owner: Owner) -> None:
    relay.until(DUE - 1800)
    relay.check_in(owner)
    relay.until(LAST + 3600)
    assert len(relay.shown("remind")) == 1
    assert relay.shown("alarm") == []


def test_messages_carry_no_cause_place_group_or_name(relay: Relay, owner: Owner) -> None:
    shown = relay.missed()
    words = f"{shown.message.subject} {shown.message.body}".lower()
    for never in ("panoh", "berlin", "anna", "own@", "arrest", owner.person):
        assert never not in words
    assert "https://relay.example/a/" in words, "the control: this is what was sent"


@pytest.mark.parametrize("kind", ["alarm", "exhausted"])
def test_opening_a_message_or_its_link_answers_nothing(
    relay: Relay, owner: Owner, kind: str
) -> None:
    shown = relay.missed()
    before = relay.store.db.execute("SELECT state FROM people").fetchall()
    for _ in range(10):
        answers.look_asked(relay.store, shown.token)
        relay.name(owner)
    assert relay.store.db.execute("SELECT state FROM people").fetchall() == before


def test_what_is_sealed_opens_after_taking(relay: Relay) -> None:
    from base64 import b64encode

    from msgspec.structs import replace

    sealed = b64encode(b"age-encryption.org/v1\n...").decode()
    owner = Owner()
    contacts = tuple(replace(each, sealed=sealed) for each in owner.plan().contacts)
    relay.enrol(owner, contacts=contacts)
    token = relay.missed().token
    assert answers.look_asked(relay.store, token).sealed == ""
    answers.take(relay.store, token)
    assert answers.look_asked(relay.store, token).sealed == sealed
