"""Plans that cannot be kept are refused before anything is armed."""

from base64 import b64encode

import msgspec
import pytest
from msgspec.structs import replace
from tests.checkin.support import DAY, HOUR, at, contact, plan

from panoh.checkin import Plan, Rung, check_plan
from panoh.checkin.errors import PlanRefused
from panoh.checkin.schedule import Daily, Every, Quiet, Trip

NOW = at("2026-11-25 12:00")
GOOD = plan()


def test_a_plan_as_most_people_need_it_is_taken() -> None:
    check_plan(GOOD, NOW)
    check_plan(plan(Every(hours=12)), NOW)
    check_plan(plan(Trip(ends=NOW + DAY)), NOW)
    check_plan(plan(quiet=Quiet(start="23:00", end="07:00")), NOW)


@pytest.mark.parametrize(
    "changed",
    [
        plan(Daily(at="25:00", zone="UTC")),
        plan(Daily(at="8:00", zone="UTC")),
        plan(Daily(at="08:00", zone="Mars/Olympus")),
        plan(Daily(at="08:00", zone="../../etc/passwd")),
        plan(Daily(at="08:00", zone="UTC", days=())),
        plan(Daily(at="08:00", zone="UTC", days=(7,))),
        plan(Every(hours=0)),
        plan(Every(hours=10**9)),
        plan(Trip(ends=NOW)),
        plan(Trip(ends=NOW + 400 * DAY)),
        plan(quiet=Quiet(start="07:00", end="07:00")),
        plan(reminders=(0, -60)),
        plan(reminders=(-5 * HOUR, 0)),
        plan(reminders=(-60,)),
        plan(reminders=(0, HOUR)),
        plan(contacts=(contact("anna"),)),
        plan(contacts=(*GOOD.contacts, contact("anna"))),
        plan(owner=contact("anna")),
        plan(ladder=(Rung(contacts=("nobody",)),)),
        plan(devices=()),
        plan(closers=5),
        plan(contacts=(replace(contact("anna"), sealed="aGVsbG8="), *GOOD.contacts[1:])),
        plan(contacts=(replace(contact("anna"), sealed="?"), *GOOD.contacts[1:])),
    ],
)
def test_a_plan_that_cannot_be_kept_is_refused(changed: Plan) -> None:
    with pytest.raises(PlanRefused):
        check_plan(changed, NOW)


def test_what_contacts_may_open_is_sealed() -> None:
    sealed = b64encode(b"age-encryption.org/v1\n-> X25519 abc\n").decode()
    check_plan(plan(contacts=(replace(contact("anna"), sealed=sealed), *GOOD.contacts[1:])), NOW)


@pytest.mark.parametrize(
    "change",
    [
        {"grace": -1},
        {"grace": 10**9},
        {"ladder": []},
        {"contacts": []},
        {"reminders": list(range(100))},
        {"hold": 0},
        {"name": "somebody"},
    ],
)
def test_more_than_may_be_asked_is_not_even_read(change: dict[str, object]) -> None:
    asked = {**msgspec.to_builtins(GOOD), **change}
    assert msgspec.convert(msgspec.to_builtins(GOOD), Plan) == GOOD
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(asked, Plan)


def test_no_contact_is_called_as_messages_call_the_owner() -> None:
    """What is meant for that contact would go to the owner, who could end their own alarm."""
    with pytest.raises(PlanRefused, match="kept for yourself"):
        check_plan(plan(contacts=(contact("owner"),), ladder=(Rung(contacts=("owner",)),)), NOW)
