"""A declared plan: one step to begin, several people to work it through, two to end it."""

from datetime import timedelta

import pytest
from tests.emergency.planning import NOON, at, madina, whole

from panoh.casebook.record import Case, Context, save, tell
from panoh.emergency.alarm import alarm, checklist, hard_days, running
from panoh.emergency.errors import MayNotCallOff, TaskUnknown
from panoh.emergency.plan.reading import plan
from panoh.emergency.telling import add_task, call_off, declare, mark
from panoh.emergency.todos import todos
from panoh.model.kinds import Alarm, Done, Role, Task
from panoh.model.todo import Urgency


def test_declaring_is_one_step_and_every_task_has_its_time(case: Case) -> None:
    found = whole(at(case))
    of = alarm(case.vault.db, declare(at(case), found, "Farhod", "no word"))
    items = checklist(case.vault.db, of)
    assert items[0].due == NOON
    assert items[-1].due == NOON + timedelta(days=30)
    signal = next(item for item in items if item.task == "signal")
    assert signal.due == NOON + timedelta(days=5)
    lawyer = next(item for item in items if item.task == "lawyer")
    assert [who.name for who in lawyer.people] == ["Саодат Нилуфарова", "Нисо Қодирова"]
    assert not of.by_others


def test_whoever_declares_it_counts_and_is_told_apart(case: Case) -> None:
    of = alarm(case.vault.db, declare(at(case), whole(at(case)), "a neighbour"))
    assert of.by_others
    assert not of.over


def test_signals_seven_days_stand_among_the_days_that_cannot_move(case: Case) -> None:
    found = whole(at(case), dates=[{"what": "appeal", "until": "2026-11-29"}])
    of = alarm(case.vault.db, declare(at(case), found, "Farhod"))
    days = [(hard.day.isoformat(), hard.confirmed) for hard in hard_days(of)]
    assert days == [("2026-11-29", True), ("2026-12-01", False), ("2026-12-24", False)]
    late = todos(case.vault, NOON + timedelta(days=6))
    assert any("registration lock" in str(each.values.get("what")) for each in late)


def test_a_german_plan_knows_the_three_months(case: Case) -> None:
    found = madina(case, "threat_abroad", country="DE")
    of = alarm(case.vault.db, declare(at(case), found, "Farhod"))
    assert any("Germany" in hard.text for hard in hard_days(of))
    other = madina(case, "threat_abroad", country="PL")
    of = alarm(case.vault.db, declare(at(case), other, "Farhod"))
    assert hard_days(of) == []


def test_several_people_work_through_it_and_nothing_done_is_undone_by_a_clock(case: Case) -> None:
    found = whole(at(case))
    own = add_task(case, found, "first_hour", "feed the cat", "dependants")
    of = alarm(case.vault.db, declare(at(case), plan(case.vault.db, found.root), "Farhod"))
    mark(at(case, NOON + timedelta(hours=1)), of, "lawyer", "done", "Niso")
    mark(at(case, NOON - timedelta(hours=9)), of, "lawyer", "taken", "Farhod")
    mark(at(case, NOON + timedelta(hours=2)), of, "lawyer", "taken", "Farhod")
    mark(at(case), of, own, "taken", "Farhod", "on the way")
    mark(at(case), of, "public", "done", "Niso")
    mark(at(case), of, "public", "not_needed", "Farhod")
    states = {item.task: item.state for item in checklist(case.vault.db, of)}
    assert states["lawyer"] == "done"
    assert states[own] == "taken"
    assert states["public"] == "differs"
    assert states["money"] == "open"


def test_what_is_late_is_said_until_somebody_settles_it(case: Case) -> None:
    of = alarm(case.vault.db, declare(at(case), whole(at(case)), "Farhod"))
    later = NOON + timedelta(hours=2)
    late = [item.task for item in checklist(case.vault.db, of) if item.is_late(later)]
    assert "lawyer" in late
    assert "public" not in late
    assert not any(item.is_late(NOON) for item in checklist(case.vault.db, of))
    [told] = [each for each in todos(case.vault, later) if "is declared" in each.text]
    assert told.urgency == Urgency.NOW
    assert told.values["late"] == len(late)


def test_one_person_alone_does_not_end_it(case: Case) -> None:
    found = whole(at(case))
    of = alarm(case.vault.db, declare(at(case), found, "Farhod"))
    call_off(case, of, "Farhod")
    call_off(case, of, "  FARHOD ")
    again = alarm(case.vault.db, of.root)
    assert not again.over
    assert len(again.called_off) == 1
    with pytest.raises(MayNotCallOff):
        call_off(case, of, "somebody on the telephone")
    with pytest.raises(MayNotCallOff):
        call_off(case, of, " ", proof=True)
    call_off(case, of, "niso")
    assert alarm(case.vault.db, of.root).over
    assert running(case.vault.db, plan(case.vault.db, found.root)) == []


def test_proof_of_life_ends_it(case: Case) -> None:
    of = alarm(case.vault.db, declare(at(case), whole(at(case)), "Farhod"))
    call_off(case, of, "Niso", proof=True)
    assert alarm(case.vault.db, of.root).over


def test_a_name_that_came_another_way_and_may_not_does_not_count(case: Case) -> None:
    of = alarm(case.vault.db, declare(at(case), whole(at(case)), "Farhod"))
    save(case, [tell(case, Alarm(called_off=("X", "Y")), of.root)])
    assert not alarm(case.vault.db, of.root).over


def test_of_two_times_told_the_earlier_counts(case: Case) -> None:
    of = alarm(case.vault.db, declare(at(case), whole(at(case)), "Farhod"))
    save(case, [tell(case, Alarm(declared="2026-11-24T09:00:00Z"), of.root)])
    save(case, [tell(case, Alarm(declared="soon"), of.root)])
    again = alarm(case.vault.db, of.root)
    assert again.declared == NOON - timedelta(hours=3)


def test_an_unreadable_time_makes_everything_due(case: Case) -> None:
    found = whole(at(case))
    statement = tell(case, Alarm(plan=found.root, declared="soon"))
    save(case, [statement])
    of = alarm(case.vault.db, statement.about)
    assert of.declared is None
    assert all(item.is_late(NOON) for item in checklist(case.vault.db, of))


def test_a_task_of_no_plan_is_refused(case: Case) -> None:
    of = alarm(case.vault.db, declare(at(case), whole(at(case)), "Farhod"))
    for task in ("", "weather", "s"):
        with pytest.raises(TaskUnknown):
            mark(case, of, task, "done", "Niso")


def test_what_another_version_or_member_wrote_oddly_still_shows(case: Case) -> None:
    found = whole(at(case))
    of = alarm(case.vault.db, declare(at(case), found, "Farhod"))
    other = madina(case, "doxxing")
    save(
        case,
        [
            tell(case, Alarm(plan=other.root), of.root, Context("f" * 32)),
            tell(case, Task(plan=found.root, at="next_year", what="ask again", part="gardener")),
            tell(case, Role(plan=found.root, part="gardener", who="e" * 32)),
            tell(case, Done(alarm=of.root, task="lawyer", state="half", by="Niso")),
        ],
    )
    again = alarm(case.vault.db, of.root)
    assert again.plan.root in {found.root, other.root}
    items = checklist(case.vault.db, alarm(case.vault.db, declare(at(case), plan(
        case.vault.db, found.root), "Farhod")))  # fmt: skip
    assert [item.at for item in items if item.text == "ask again"] == ["at_once"]
    assert todos(case.vault, NOON)
