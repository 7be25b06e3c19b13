"""The programme: one task at a time, fitted to threats, devices and country."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.security.checks.machine import MACHINES, NOW
from tests.security.programme.case import TODAY, Clock, opened_case

from panoh.casebook.record import Case
from panoh.model.kinds import Device, Impact, Profile, Threat
from panoh.security.checks import CHECKS
from panoh.security.checks.run import Outcome, judge
from panoh.security.errors import NoSuchMeasure
from panoh.security.measures import catalogue
from panoh.security.profile import device_here, fitted, record_profile
from panoh.security.programme import Programme, Task, programme, weigh
from panoh.security.progress import record_outcomes, record_state
from panoh.security.threats import record_threat, threats

LAPTOP, PHONE = Device("laptop", "linux"), Device("phone", "android")
EXILE = Profile(audiences=("exile",), devices=(LAPTOP, PHONE), country="DE")


def plan(case: Case, today: date = TODAY) -> Programme:
    return programme(case.vault.db, today)


def task(case: Case, measure: str, device: str = "", today: date = TODAY) -> Task:
    (found,) = [
        each
        for each in plan(case, today).tasks
        if each.advice.id == measure and (each.device.name if each.device else "") == device
    ]
    return found


def test_one_task_is_shown_and_three_are_open(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        record_profile(case, EXILE)
        shown = plan(case)
        assert shown.now is shown.open[0]
        assert len(shown.open) == 3
        assert shown.now.advice.basic, "without threats the basics come first"


def test_who_is_no_traveller_is_not_asked_to_travel(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        everybody = {each.advice.id for each in plan(case).tasks}
        assert "disk_encryption" in everybody
        assert "travel_device" not in everybody
        record_profile(case, EXILE)
        exile = {each.advice.id for each in plan(case).tasks}
        assert "recovery_number" in exile
        assert "travel_device" not in exile


def test_each_device_has_its_own_task_and_its_own_steps(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        assert task(case, "disk_encryption").device is None, "no device was named yet"
        record_profile(case, EXILE)
        assert "Panoh's check tells you" in task(case, "disk_encryption", "laptop").steps[0]
        assert task(case, "weekly_restart", "phone").device == PHONE
        names = {each.advice.id for each in plan(case).tasks}
        assert "intrusion_logging" in names
        record_profile(case, Profile(audiences=("exile",), devices=(Device("i", "ios"),)))
        names = {each.advice.id for each in plan(case).tasks}
        assert "intrusion_logging" not in names, "an iPhone has none"
        assert "disk_encryption" not in names, "the laptop was given away"


def test_the_country_adds_what_to_know_first(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        record_profile(case, EXILE)
        assert task(case, "special_protection").cautions == ()
        record_profile(case, Profile(country="GB"))
        (caution,) = task(case, "special_protection").cautions
        assert "Advanced Data Protection" in caution.note
        assert fitted(case.vault.db).audiences == {"exile"}, "only what was named is replaced"


def test_a_threat_moves_what_works_against_it_to_the_front(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        record_profile(case, EXILE)
        record_threat(
            case,
            Threat(
                type="family_pressed",
                title="They summon her brother",
                likelihood=5,
                impacts=(Impact("family", 5),),
            ),
        )
        now = plan(case).now
        assert now is not None
        assert "family_pressed" in now.advice.against
        advice = catalogue()["family_channel"]
        assert weigh(advice, threats(case.vault.db, TODAY)) == 3 * 25 / 2


def test_what_comes_after_something_waits_for_it(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        record_profile(case, EXILE)
        assert task(case, "two_factors").state == "waiting"
        record_state(case, "main_mail", "", "done")
        assert task(case, "two_factors").state == "open"
        record_state(case, "disk_encryption", "laptop", "not_for_me")
        assert task(case, "backup", "laptop").state == "open", "a refusal does not block the rest"


def test_done_comes_back_later_comes_back_refused_stays_away(tmp_path: Path) -> None:
    clock = Clock()
    with opened_case(tmp_path, clock) as case:
        record_profile(case, EXILE)
        record_state(case, "linked_devices", "phone", "done")
        record_state(case, "sim_lock", "phone", "later")
        record_state(case, "legacy", "", "not_for_me", why="no Google account")
        assert task(case, "linked_devices", "phone").state == "done"
        assert task(case, "linked_devices", "phone").until == TODAY + timedelta(days=30)
        assert task(case, "sim_lock", "phone").state == "later"
        two_weeks = TODAY + timedelta(days=14)
        assert task(case, "sim_lock", "phone", two_weeks).state == "open"
        assert task(case, "linked_devices", "phone", TODAY + timedelta(days=31)).state == "again"
        assert task(case, "legacy", "", TODAY + timedelta(days=3000)).state == "not_for_me"
        record_state(case, "legacy", "", "again")
        assert task(case, "legacy").state == "open"


def test_nothing_else_is_taken_for_a_measure(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case, pytest.raises(NoSuchMeasure):
        record_state(case, "wear_a_hat", "", "done")


def outcomes(machine: str) -> list[Outcome]:
    seen = MACHINES[machine].everything
    return [Outcome(check, judge(check, seen, NOW), NOW) for check in CHECKS]


def test_a_check_settles_what_it_saw_in_order_and_opens_what_it_did_not(tmp_path: Path) -> None:
    clock = Clock()
    with opened_case(tmp_path, clock) as case:
        record_profile(case, EXILE)
        record_state(case, "screen_lock", "laptop", "done")
        clock.days(1)
        record_outcomes(case, outcomes("mint_22"), "laptop")
        assert task(case, "disk_encryption", "laptop", clock.today).state == "done"
        locked = task(case, "screen_lock", "laptop", clock.today)
        assert locked.state == "failed", "somebody said done; the check saw otherwise"
        assert plan(case, clock.today).tasks[0].state == "failed"
        clock.days(1)
        record_state(case, "screen_lock", "laptop", "done")
        assert task(case, "screen_lock", "laptop", clock.today).state == "done", "mended since"
        record_state(case, "screen_lock", "laptop", "again")
        back = task(case, "screen_lock", "laptop", clock.today)
        assert back.state == "failed", "taken back: what the check saw stands again"


def test_unknown_settles_nothing(tmp_path: Path) -> None:
    clock = Clock()
    with opened_case(tmp_path, clock) as case:
        record_profile(case, EXILE)
        record_outcomes(case, outcomes("debian_12_laptop"), "laptop")
        assert task(case, "disk_encryption", "laptop").state == "done"
        clock.days(1)
        record_outcomes(case, outcomes("empty"), "laptop")
        assert task(case, "disk_encryption", "laptop", clock.today).state == "open"


def test_a_check_of_one_device_says_nothing_of_another(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        two = (LAPTOP, Device("old pc", "linux"))
        record_profile(case, Profile(devices=two))
        record_outcomes(case, outcomes("debian_12_laptop"), "laptop")
        assert task(case, "disk_encryption", "old pc").state == "open"
        assert device_here(fitted(case.vault.db), "linux") == "", "which of the two is not guessed"
        assert device_here(fitted(case.vault.db), "macos") == ""
