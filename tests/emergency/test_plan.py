"""What a plan lacks is told and never filled; a plan at home holds nothing that endangers."""

from datetime import timedelta

import msgspec
import pytest
from tests.casebook.building import person
from tests.emergency.planning import NOON, TODAY, at, madina, niso, whole
from tests.network.knowing import saodat

from panoh.casebook.record import Case, Context, save, tell
from panoh.emergency.errors import NotForHome
from panoh.emergency.plan.blocks import BLOCKS, HOME_FIELDS, PRINT, printable
from panoh.emergency.plan.gaps import gaps, hard_dates
from panoh.emergency.plan.reading import plan, plans
from panoh.emergency.plan.step import ALL
from panoh.emergency.plan.timeline import steps
from panoh.emergency.telling import fill_plan, give_part, make_plan, note_drill
from panoh.emergency.todos import todos
from panoh.model.dates import PartialDate
from panoh.model.kinds import KINDS, CodeWord, Contact, Plan
from panoh.model.todo import Urgency
from panoh.network.errors import TermUnknown
from panoh.network.telling import change


def texts(found: list) -> list[str]:  # type: ignore[type-arg]
    return [gap.text.format(**gap.values) for gap in found]


def test_a_plan_without_people_says_so_first(case: Case) -> None:
    empty = plan(case.vault.db, make_plan(at(case)))
    assert texts(gaps(empty, TODAY))[:2] == [
        "The plan is for nobody yet.",
        "It is not said for which situation the plan is.",
    ]
    assert steps(empty.scenario, "exile"), "what every situation needs is there all the same"
    assert any(each.urgency == Urgency.NOW for each in todos(case.vault, NOON))


def test_a_whole_plan_lacks_nothing_until_it_ages(case: Case) -> None:
    found = whole(at(case))
    assert texts(gaps(found, TODAY)) == []
    aged = texts(gaps(found, TODAY + timedelta(days=91)))
    assert aged == [
        "Ask Нисо Қодирова whether they still take this part: coordinator.",
        "Ask Саодат Нилуфарова whether they still take this part: lawyer.",
    ]
    old = texts(gaps(found, TODAY + timedelta(days=184)))
    assert "The last drill was on 2026-11-24. Try the plan again." in old


def test_a_plan_with_a_person_who_left(case: Case) -> None:
    found = whole(at(case))
    lawyer = found.role("lawyer")[0].who
    assert lawyer is not None
    change(case, lawyer.root, Contact(left=PartialDate("2026-11-20")))
    again = gaps(plan(case.vault.db, found.root), TODAY)
    assert texts(again)[0] == "Саодат Нилуфарова no longer helps, and has this part: lawyer."
    assert again[0].urgency == Urgency.NOW
    assert "If Нисо Қодирова cannot, nobody takes this part: coordinator." in texts(again), (
        "who left steps in for nobody"
    )


def test_somebody_cannot_stand_in_for_themselves(case: Case) -> None:
    found, friend = madina(case), niso(case)
    give_part(case, found, "coordinator", friend.root, friend.root, confirmed=True)
    again = texts(gaps(plan(case.vault.db, found.root), TODAY))
    assert "If Нисо Қодирова cannot, nobody takes this part: coordinator." in again


def test_a_part_given_anew_is_no_longer_the_first_persons(case: Case) -> None:
    found, friend, lawyer = madina(case), niso(case), saodat(case)
    give_part(case, found, "lawyer", friend.root)
    give_part(case, plan(case.vault.db, found.root), "lawyer", lawyer.root)
    [role] = plan(case.vault.db, found.root).role("lawyer")
    assert role.who is not None
    assert role.who.root == lawyer.root


def test_one_person_under_pressure_cannot_be_the_only_one_to_call_it_off(case: Case) -> None:
    said = "One person under pressure could call it off. Name two, or a proof of life."
    assert said in texts(gaps(madina(case), TODAY))
    found = whole(at(case), call_off=[{"text": "Niso"}])
    assert said in texts(gaps(found, TODAY))
    fill_plan(case, found, {"proof": "four questions that only she can answer"})
    assert said not in texts(gaps(plan(case.vault.db, found.root), TODAY))


def test_days_that_cannot_move_are_told_a_month_before(case: Case) -> None:
    found = whole(
        at(case),
        dates=[{"what": "appeal to the court", "until": "2026-12-10"}],
        status_until={"edtf": "2027-03-01"},
    )
    assert [day.isoformat() for _what, day in hard_dates(found)] == ["2026-12-10", "2027-03-01"]
    [soon] = [gap for gap in gaps(found, TODAY) if gap.due]
    assert soon.text.format(**soon.values) == "appeal to the court: 2026-12-10."


def test_a_day_nobody_can_read_is_no_day(case: Case) -> None:
    found = whole(at(case), dates=[{"what": "appeal", "until": "soon"}])
    assert hard_dates(found) == []


def test_a_drill_that_failed_wants_mending(case: Case) -> None:
    found = whole(at(case))
    note_drill(case, found, TODAY + timedelta(days=1), "the second channel", "failed")
    after = gaps(plan(case.vault.db, found.root), TODAY + timedelta(days=1))
    assert "The last drill did not work, and nothing was mended since." in texts(after)


def test_an_agreed_word_has_no_place_to_be_written(case: Case) -> None:
    assert set(CodeWord.__struct_fields__) == {"meaning", "kept_by", "change_on"}
    found = whole(at(case), codes=[{"meaning": "I am forced", "change_on": "2026-11-01"}])
    assert "Agree on new words: these were to be changed." in texts(gaps(found, TODAY))


def test_what_two_sources_tell_differently_is_not_used(case: Case) -> None:
    found = whole(at(case))
    save(case, [tell(case, Plan(publicity="public"), found.root, Context("f" * 32))])
    again = plan(case.vault.db, found.root)
    assert again.text("publicity") == ""
    assert "Parts of the plan are told in two ways: 1." in texts(gaps(again, TODAY))


@pytest.mark.parametrize(
    "told",
    [{"accounts": [{"what": "mail"}]}, {"pace": [{"step": "primary"}]}, {"not_tell": "where"},
     {"note": "her daughter protests"}, {"dates": [{"what": "x", "until": "2027"}]}],
)  # fmt: skip
def test_a_plan_at_home_refuses_what_could_harm(case: Case, told: dict[str, object]) -> None:
    mother = person(case, "Зулфия Ашӯрова")
    home = plan(
        case.vault.db, make_plan(case, person=mother, scenario="relative_taken", side="home")
    )
    with pytest.raises(NotForHome):
        fill_plan(case, home, told)
    with pytest.raises(NotForHome):
        give_part(case, home, "lawyer", saodat(case).root)
    fill_plan(case, home, {"script": "She works in a kitchen.", "who_calls": "her aunt"})
    assert gaps(plan(case.vault.db, home.root), TODAY) == []


def test_what_reached_a_plan_at_home_another_way_is_told(case: Case) -> None:
    home = plan(case.vault.db, make_plan(case, scenario="relative_taken", side="home"))
    save(case, [tell(case, Plan(route_a="by train"), home.root)])
    again = gaps(plan(case.vault.db, home.root), TODAY)
    assert any("could harm them" in gap.text for gap in again)


def test_a_plan_whose_side_is_not_known_is_read_as_one_at_home(case: Case) -> None:
    found = plan(case.vault.db, make_plan(case, scenario="arrest_home"))
    assert found.side == "home"
    assert {step.code[:2] for step in steps(found.scenario, found.side)} == {"h_"}


def test_every_field_of_a_plan_stands_in_one_block() -> None:
    placed = [field for block in BLOCKS for field in block.fields]
    assert sorted(placed) == sorted(set(placed))
    assert set(KINDS["plan"].fields) - set(placed) == {"person", "side", "linked"}


def test_what_is_printed_is_what_may_be() -> None:
    """The reference keeps these from paper: words, papers of identity, packets, ways to leave."""
    printed = {field for block in printable("exile") for field in block.fields}
    never = {"codes", "identity", "packets", "route_a", "lodging", "accounts", "medical_more"}
    assert not printed & never
    assert {"medical", "pace", "script"} <= printed
    at_home = {field for block in printable("home") for field in block.fields}
    assert at_home <= HOME_FIELDS & printed
    assert printable("") == printable("home")
    assert {block.paper for block in printable("exile")} == {PRINT}


@pytest.mark.parametrize("scenario", ALL)
def test_every_situation_has_tasks_from_the_first_minute_to_the_thirtieth_day(
    scenario: str,
) -> None:
    times = [step.at for step in steps(scenario, "exile")]
    assert times[0] == "at_once"
    assert times[-1] == "one_month"
    assert len({step.code for step in steps(scenario, "exile")}) == len(times)


def test_words_of_no_list_are_refused(case: Case) -> None:
    with pytest.raises(TermUnknown):
        make_plan(case, scenario="weather")
    with pytest.raises(msgspec.ValidationError):
        fill_plan(case, madina(case), {"weather": "rain"})
    with pytest.raises(msgspec.ValidationError):
        fill_plan(case, madina(case), {"pace": "always"})
    assert [each.text("publicity") for each in plans(case.vault.db)] == ["", ""]


def test_linked_plans_know_each_other_whichever_names_the_other(case: Case) -> None:
    abroad = madina(case, "relative_taken")
    home = make_plan(case, scenario="relative_taken", side="home", linked=abroad.root)
    assert plan(case.vault.db, home).others == (abroad.root,)
    assert plan(case.vault.db, abroad.root).others == (home,)
