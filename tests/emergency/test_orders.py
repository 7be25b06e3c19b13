"""What a relay would be told holds addresses and an order of asking, and nothing that tells."""

import msgspec
from tests.emergency.planning import NOON, TODAY, at, niso, whole
from tests.network.knowing import tried

from panoh.casebook.record import Case
from panoh.checkin import Page, Plan, check_plan
from panoh.checkin.plan import Address, Contact
from panoh.checkin.schedule import Daily
from panoh.emergency.orders import ladder, with_ladder
from panoh.emergency.plan.reading import plan
from panoh.emergency.telling import give_part
from panoh.model.dates import PartialDate
from panoh.model.kinds import Contact as Known
from panoh.network.contacts import contact
from panoh.network.telling import Way, add_contact, change


def order() -> Plan:
    """Given a daily check-in whose ladder is still the owner alone."""
    mail = Address(channel="email", to="me@example.org")
    return Plan(
        schedule=Daily(at="08:30", zone="Europe/Warsaw"),
        owner=Contact(id="me", addresses=(mail,)),
        contacts=(Contact(id="x", addresses=(mail,)),),
        ladder=(),
        page=Page(salt="0" * 32, plain="1" * 64, duress="2" * 64),
    )


def test_people_are_asked_in_the_order_of_their_parts_each_once(case: Case) -> None:
    made = ladder(whole(at(case)), TODAY)
    assert [each.addresses[0].to for each in made.contacts] == [
        "+49 151 555 66 77",
        "+48 601 222 333",
    ]
    assert [rung.contacts for rung in made.rungs] == [("c1", "c2")]
    assert [way.channel for way in made.contacts[1].addresses] == ["signal", "email"]
    assert made.contacts[1].language == "ru"
    assert made.left_out == ()


def test_a_check_in_takes_the_ladder_and_can_be_kept(case: Case) -> None:
    full = with_ladder(order(), ladder(whole(at(case)), TODAY))
    check_plan(full, int(NOON.timestamp()))
    assert len(full.contacts) == 2


def test_no_name_cause_or_place_is_in_it(case: Case) -> None:
    found = whole(at(case))
    text = msgspec.json.encode(with_ladder(order(), ladder(found, TODAY))).decode()
    for told in ("Мадина", "Нисо", "Саодат", "arrest", "lawyer", "coordinator", found.root):
        assert told not in text
    assert "+49 151 555 66 77" in text, "it would be seen"


def test_who_left_and_whose_key_changed_is_not_asked(case: Case) -> None:
    found = whole(at(case))
    friend = found.role("coordinator")[0].who
    lawyer = found.role("lawyer")[0].who
    assert friend
    assert lawyer
    change(case, friend.root, Known(left=PartialDate("2026-11-01")))
    tried(case, contact(case.vault.db, lawyer.root), key="05 8a", checked="video")
    tried(case, contact(case.vault.db, lawyer.root), key="99 00")
    made = ladder(plan(case.vault.db, found.root), TODAY)
    ways = [way.to for each in made.contacts for way in each.addresses]
    assert ways == ["saodat@example.org"]
    assert made.left_out == (friend.root,)


def test_who_has_no_address_a_relay_can_send_to_is_said_to_be_left_out(case: Case) -> None:
    found = whole(at(case))
    hidden = add_contact(case, ["Фарҳод"], [Way("in_person", "the café")])
    give_part(case, found, "money", hidden, niso(case).root)
    made = ladder(plan(case.vault.db, found.root), TODAY)
    assert made.left_out == (hidden,)
    assert len(made.rungs) == 2, "who steps in is asked in the last round"
