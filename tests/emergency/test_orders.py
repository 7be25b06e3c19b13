"""What a relay would be told holds addresses and an order of asking, and nothing that tells."""

import msgspec
from tests.emergency.planning import TODAY, at, whole
from tests.network.knowing import tried

from panoh.casebook.record import Case
from panoh.emergency.orders import order
from panoh.emergency.plan.reading import plan
from panoh.model.dates import PartialDate
from panoh.model.kinds import Contact
from panoh.network.contacts import contact
from panoh.network.telling import change


def test_people_are_asked_in_the_order_of_their_parts_each_once(case: Case) -> None:
    made = order(whole(at(case)), TODAY)
    addresses = [[ask.addresses[0].address for ask in each.people] for each in made.rounds]
    assert addresses == [["+49 151 555 66 77", "+48 601 222 333"]]
    assert made.left_out == ()


def test_no_name_cause_or_place_is_in_it(case: Case) -> None:
    found = whole(at(case))
    text = msgspec.json.encode(order(found, TODAY)).decode()
    for told in ("Мадина", "Нисо", "Саодат", "arrest", "lawyer", "coordinator", found.root):
        assert told not in text
    assert "+49 151 555 66 77" in text, "it would be seen"


def test_who_left_and_whose_key_changed_is_not_asked(case: Case) -> None:
    found = whole(at(case))
    friend = found.role("coordinator")[0].who
    lawyer = found.role("lawyer")[0].who
    assert friend
    assert lawyer
    change(case, friend.root, Contact(left=PartialDate("2026-11-01")))
    tried(case, contact(case.vault.db, lawyer.root), key="05 8a", checked="video")
    tried(case, contact(case.vault.db, lawyer.root), key="99 00")
    made = order(plan(case.vault.db, found.root), TODAY)
    ways = [way.address for each in made.rounds for ask in each.people for way in ask.addresses]
    assert ways == ["saodat@example.org"]
    assert made.left_out == (friend.root,)


def test_the_same_plan_gives_the_same_reference_and_another_another(case: Case) -> None:
    found = whole(at(case))
    assert order(found, TODAY) == order(found, TODAY)
    other = whole(at(case))
    assert order(other, TODAY).reference != order(found, TODAY).reference
