"""Who can help now, in their local time; and what has aged since."""

from datetime import date, timedelta

import pytest
from tests.casebook.building import person
from tests.network.knowing import NOW, TODAY, saodat, tried

from panoh.casebook.hiding import hide
from panoh.casebook.record import Case, Context, save, tell
from panoh.emergency.plan.reading import plan as read_plan
from panoh.emergency.telling import give_part, make_plan
from panoh.model.dates import PartialDate
from panoh.model.hours import HoursUnreadable
from panoh.model.kinds import Contact
from panoh.network import worries
from panoh.network.contacts import contact, contacts, helping
from panoh.network.directory import organisations
from panoh.network.errors import ChannelUnknown, TermUnknown, ZoneUnknown
from panoh.network.finding import who_can
from panoh.network.history import history
from panoh.network.keys import NONE, VERIFIED
from panoh.network.telling import (
    Way,
    add_contact,
    adopt,
    amend,
    change,
    channel_of,
    move_channel,
)
from panoh.network.todos import todos


def test_who_can_help_now_stands_first_with_the_time_there(case: Case) -> None:
    saodat(case)
    add_contact(
        case, ["Бободӯст"], [], helps=("asylum",), languages=("ru",), zone="America/New_York",
        hours="Mo-Fr 09:00-17:00",
    )  # fmt: skip
    first, second = who_can(case.vault.db, "asylum", NOW)
    assert (first.contact.name, first.open_now) == ("Саодат Нилуфарова", True)
    assert first.local is not None
    assert first.local.strftime("%a %H:%M") == "Tue 11:00"
    assert (second.contact.name, second.open_now) == ("Бободӯст", False)


def test_only_those_who_are_known_to_speak_it_and_be_there(case: Case) -> None:
    saodat(case)
    add_contact(case, ["Гулчеҳра"], [], helps=("asylum",))
    found = who_can(case.vault.db, "asylum", NOW, language="ru", country="pl")
    assert [offer.contact.name for offer in found] == ["Саодат Нилуфарова"]
    assert len(who_can(case.vault.db, "asylum", NOW)) == 2
    assert who_can(case.vault.db, "money", NOW) == []


def test_without_a_zone_the_time_is_not_known_and_nobody_is_called_closed(case: Case) -> None:
    about = add_contact(case, ["Гулчеҳра"], [], helps=("listening",), hours="Mo-Fr 09:00-17:00")
    [offer] = who_can(case.vault.db, "listening", NOW)
    assert (offer.local, offer.open_now) == (None, None)
    assert [each.root for each in worries.without_zone(helping(case.vault.db, TODAY), NOW)] == [
        about
    ]
    assert any("time zone" in each.text for each in todos(case.vault, NOW))


@pytest.mark.parametrize("zone", ["Europe/Nowhere", "../etc/passwd", "/etc/localtime", "x" * 300])
def test_a_zone_nobody_knows_is_refused_and_nothing_is_saved(case: Case, zone: str) -> None:
    with pytest.raises(ZoneUnknown):
        add_contact(case, ["Гулчеҳра"], [], zone=zone)
    assert contacts(case.vault.db) == []


def test_a_zone_that_another_computer_wrote_and_this_one_lacks_is_unknown(case: Case) -> None:
    save(case, [tell(case, Contact(zone="Mars/Base", helps=("asylum",)))])
    [offer] = who_can(case.vault.db, "asylum", NOW)
    assert offer.local is None


def test_words_of_no_list_and_unreadable_hours_are_refused(case: Case) -> None:
    with pytest.raises(TermUnknown):
        add_contact(case, ["Гулчеҳра"], [], helps=("magic",))
    with pytest.raises(TermUnknown):
        add_contact(case, ["Гулчеҳра"], [Way("pigeon", "loft 3")])
    with pytest.raises(HoursUnreadable):
        add_contact(case, ["Гулчеҳра"], [], hours="in the morning")


def test_ninety_days_of_silence_and_never_reached(case: Case) -> None:
    who = saodat(case)
    never = add_contact(case, ["Гулчеҳра"], [Way("phone", "+49 30 1234567")])
    tried(case, who, TODAY - timedelta(days=91))
    found = worries.silent(helping(case.vault.db, TODAY), TODAY)
    assert [(each.contact.root, each.days) for each in found] == [(never, None), (who.root, 91)]
    tried(case, who, TODAY, outcome="no_answer")
    assert len(worries.silent(helping(case.vault.db, TODAY), TODAY)) == 2, "nobody answered"
    tried(case, who, TODAY)
    assert [each.contact.root for each in worries.silent(helping(case.vault.db, TODAY), TODAY)] == [
        never
    ]


def test_two_people_with_one_number_however_it_is_written(case: Case) -> None:
    who = saodat(case)
    other = add_contact(case, ["Гулчеҳра"], [Way("phone", "0048601222333")])
    add_contact(case, ["Бободӯст"], [Way("phone", "+48 601 222 334")])
    [shared] = worries.shared_addresses(helping(case.vault.db, TODAY))
    assert {each.root for each in shared.contacts} == {who.root, other}


def test_who_left_is_offered_no_more_and_worries_nobody(case: Case) -> None:
    who = saodat(case)
    change(case, who.root, Contact(left=PartialDate("2026-11")))
    assert who_can(case.vault.db, "asylum", NOW) == []
    assert todos(case.vault, NOW) == []
    assert contact(case.vault.db, who.root).has_left(date(2026, 11, 1))
    assert not contact(case.vault.db, who.root).has_left(date(2026, 10, 31))


def test_a_correction_replaces_what_the_same_member_told(case: Case) -> None:
    who = saodat(case)
    change(case, who.root, Contact(zone="Asia/Dushanbe", helps=("money",)))
    again = contact(case.vault.db, who.root)
    assert (again.text("zone"), again.many("helps")) == ("Asia/Dushanbe", ("money",))
    assert again.text("country") == "PL", "what was not said stays"


def test_what_another_source_says_stands_beside_and_is_shown_as_unsure(case: Case) -> None:
    who = saodat(case)
    save(case, [tell(case, Contact(zone="Asia/Dushanbe"), who.root, Context("f" * 32))])
    again = contact(case.vault.db, who.root)
    assert again.unsure == {"zone"}
    assert again.local(NOW) is None


def test_a_channel_is_named_by_kind_address_or_id(case: Case) -> None:
    who = saodat(case)
    assert channel_of(who, "email").address == "saodat@example.org"
    assert channel_of(who, "SAODAT@example.org").type == "email"
    for typed in ("", "telegram"):
        with pytest.raises(ChannelUnknown):
            channel_of(who, typed)


def test_a_contact_recorded_as_a_person_bears_that_persons_name(case: Case) -> None:
    madina = person(case, "Мадина Ашӯрова")
    about = add_contact(case, ["M."], [], who=madina)
    nameless = contact(case.vault.db, about)
    assert (nameless.who, nameless.name) == (madina, "M.")


def test_a_public_organisation_is_not_to_be_tried_nor_asked(case: Case) -> None:
    by_id = {each.id: each for each in organisations()}
    adopt(case, by_id["people-in-need"])
    assert todos(case.vault, NOW) == []
    add_contact(case, ["Гулчеҳра"], [])
    assert len(todos(case.vault, NOW)) == 3, "somebody of one's own is"


def test_a_part_that_went_to_somebody_else_weighs_no_more(case: Case) -> None:
    """Saodat had three parts; two were handed over, so nothing hangs on her any more."""
    plan = make_plan(case, scenario="threat_abroad", side="exile")
    who, other = saodat(case), add_contact(case, ["Гулчеҳра"], [])
    for part in ("lawyer", "coordinator", "money"):
        give_part(case, read_plan(case.vault.db, plan), part, who.root)
    [laden] = worries.laden(case.vault.db, helping(case.vault.db, TODAY))
    assert (laden.contact.name, laden.parts) == ("Саодат Нилуфарова", 3)
    for part in ("coordinator", "money"):
        give_part(case, read_plan(case.vault.db, plan), part, other)
    assert worries.laden(case.vault.db, helping(case.vault.db, TODAY)) == []


def test_a_part_of_a_key_is_asked_about_after_half_a_year(case: Case) -> None:
    who = saodat(case)
    change(case, who.root, Contact(share="2 of 5", share_given=PartialDate("2026-01-10")))
    asked = [each.text for each in todos(case.vault, NOW)]
    assert "Ask {name} whether they still have their part of a key." in asked
    change(case, who.root, Contact(share_seen=PartialDate("2026-11-01")))
    people = helping(case.vault.db, TODAY)
    assert worries.shares_unseen(people, TODAY) == []
    assert worries.shares_unseen(people, TODAY + timedelta(days=190)) == people


def test_what_a_form_gives_back_unchanged_is_not_told_again(case: Case) -> None:
    who = saodat(case)
    before = len(history(case.vault.db, who))
    same = Contact(**{name: who.told[name] for name in ("zone", "helps", "languages", "listed")})
    amend(case, who.root, same, ("zone", "helps", "languages", "listed", "limits"))
    assert len(history(case.vault.db, who)) == before
    amend(case, who.root, Contact(zone="Europe/Berlin"), ("zone", "hours"))
    now = contact(case.vault.db, who.root)
    assert (now.text("zone"), now.text("hours"), now.unsure) == ("Europe/Berlin", "", frozenset())
    [last] = [
        past
        for past in history(case.vault.db, now)
        if set(past.recorded.statement.fields) == {"zone"}
    ]
    hide(case, last.recorded.id, "a slip")
    again = contact(case.vault.db, who.root)
    assert (again.text("zone"), again.text("hours")) == ("Europe/Warsaw", "Mo-Fr 09:00-17:00")


def test_another_number_is_another_way_and_nobody_has_verified_it(case: Case) -> None:
    who = tried(case, saodat(case), key="12345 67890", checked="in_person")
    old = channel_of(who, "signal")
    assert old.key.state == VERIFIED
    move_channel(case, who, old, Way("signal", "+48 601 999 000"))
    now = contact(case.vault.db, who.root)
    kept, fresh = (
        next(each for each in now.channels if each.address == address)
        for address in ("+48 601 222 333", "+48 601 999 000")
    )
    assert (kept.closed, kept.key.verified) == (True, "12345 67890")
    assert (fresh.closed, fresh.key.state, fresh.last_reached) == (False, NONE, None)
    assert fresh.rank == old.rank
