"""Every fault that is promised to be survived, with the test that tries it; the list is printed.

`./run test tests/relay/test_faults.py -s -n 0` prints it. A fault whose test is gone fails here.
"""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STORE, CLOCK, WAKING = (
    "tests/relay/test_" + name for name in ("store.py", "clock.py", "waking.py")
)
CRASH, OUTBOX, ORDERS = (
    "tests/relay/test_" + name for name in ("crash.py", "outbox.py", "orders.py")
)
PAGE, LOOP, LIVES = ("tests/relay/test_" + name for name in ("page.py", "loop.py", "simulation.py"))
PATROL, WATCHER = "tests/relay/test_patrol.py", "tests/relay/watch/test_watcher.py"
WATCH, ZONES = "tests/checkin/test_watch.py", "tests/checkin/test_schedule.py"
LADDER, DURESS = "tests/checkin/test_ladder.py", "tests/checkin/test_duress.py"

# ruff: noqa: E501 - one line for each fault reads better than three
FAULTS = {
    "kill -9 at every commit and around every channel call": f"{CRASH}::test_dying_at_any_commit_or_channel_call_loses_and_doubles_nothing",
    "kill -9 of a real process at any moment": f"{CRASH}::test_real_kills_of_a_real_process",
    "copies of database and log at random instants": f"{LIVES}::test_two_hundred_person_years",
    "control: a monitor that marks first and sends then": f"{LIVES}::test_marking_first_and_sending_then_loses_messages",
    "disk full": f"{STORE}::test_a_disk_that_is_full_for_sqlite_itself",
    "disk full, and room is made": f"{STORE}::test_a_full_disk_refuses_and_forgets_nothing",
    "read-only": f"{STORE}::test_a_folder_that_cannot_be_written_is_said",
    "locked": f"{STORE}::test_a_database_that_others_hold_is_waited_for_and_then_said",
    "corrupt page: safe mode": f"{STORE}::test_a_damaged_page_stops_it_and_stays_where_it_is",
    "corrupt page: loud": f"{LOOP}::test_a_damaged_database_is_shouted_about_and_nobody_is_watched_anew",
    "a changed bit in a time": f"{STORE}::test_one_changed_bit_in_a_time_is_seen",
    "database gone: never a fresh timer": f"{STORE}::test_a_missing_database_is_no_new_relay",
    "clock ±1 h, ±1 d, 1970, +10 years": f"{CLOCK}::test_a_wall_clock_that_jumps_makes_nothing_early_or_lost",
    "a computer that starts with such a clock": f"{CLOCK}::test_a_computer_that_starts_with_a_wrong_clock",
    "suspend": f"{CLOCK}::test_eight_hours_of_sleep_are_an_outage_and_no_alarm",
    "a virtual machine that was paused": f"{CLOCK}::test_confirming_counts_what_was_missed_as_an_outage",
    "every zone × 3 years": f"{ZONES}::test_every_zone_for_three_years",
    "new rules of a zone": f"{WATCH}::test_new_zone_rules_move_the_due_time_away_and_say_so",
    "two relays on one database": f"{LOOP}::test_whoever_is_overdue_is_told_of_once",
    "two relays on two computers": f"{WAKING}::test_two_relays_watch_each_for_itself",
    "channels that time out, refuse, rate-limit, break": f"{OUTBOX}::test_an_alarm_finds_another_way_within_three_minutes",
    "channels that lie": f"{OUTBOX}::test_a_message_that_may_have_arrived_keeps_its_key",
    "channels that accept and drop": f"{OUTBOX}::test_a_channel_that_takes_and_drops_does_not_end_the_ladder",
    "all channels dead": f"{OUTBOX}::test_with_every_channel_dead_it_grows_louder_and_does_not_stop",
    "a check-in in the second of the deadline": f"{WATCH}::test_the_last_second_of_grace_is_in_time_and_the_next_is_not",
    "a check-in during escalation, after somebody was told": f"{WAKING}::test_a_check_in_during_escalation_and_after_somebody_was_told",
    "a check-in replayed": f"{ORDERS}::test_a_check_in_counts_for_one_cycle",
    "a check-in forged": f"{ORDERS}::test_a_forged_check_in_is_refused",
    "a check-in from an old device": f"{ORDERS}::test_a_device_left_out_of_the_newest_order_is_worth_nothing",
    "relay down 1 min, 1 h, 3 d": f"{WAKING}::test_an_outage_across_the_end_of_grace_makes_no_alarm",
    "many people due at once": f"{WAKING}::test_many_are_due_at_once",
    "restore of an old backup": f"{STORE}::test_an_old_backup_is_noticed_and_sends_no_old_alarm",
    "restore with an alarm open": f"{STORE}::test_a_backup_from_the_middle_of_an_alarm_keeps_it_open",
    "upgrade with alarms open": f"{STORE}::test_an_upgrade_with_an_alarm_open_keeps_it",
    "downgrade": f"{STORE}::test_a_database_of_another_version_is_refused",
    "attacker: a stolen phone": f"{ORDERS}::test_a_device_left_out_of_the_newest_order_is_worth_nothing",
    "attacker: whoever guesses the PIN": f"{PAGE}::test_guessing_ends_after_ten_tries_and_a_signed_check_in_still_counts",
    "attacker: the relay's operator": f"{ORDERS}::test_a_forged_check_in_is_refused",
    "attacker: a contact under pressure": f"{LADDER}::test_a_contact_under_pressure_can_delay_once_and_not_for_ever",
    "attacker: a contact under pressure closes": f"{LADDER}::test_two_must_agree_where_the_plan_says_so",
    "attacker: whoever stands beside the owner": f"{DURESS}::test_what_the_owner_sees_is_the_same_for_days",
    "attacker: whoever forces a new plan": f"{ORDERS}::test_an_order_under_duress_tells_the_people_of_the_plan_before_it",
    "attacker: a flood": f"{ORDERS}::test_a_flood_of_strangers_leaves_nothing_behind",
    "a channel that hangs while others wait": f"{OUTBOX}::test_a_channel_that_hangs_leaves_hands_for_the_others",
    "a channel that comes back after a day": f"{OUTBOX}::test_what_comes_again_takes_the_place_of_what_could_not_leave",
    "a channel that was taken out of the settings": f"{PATROL}::test_a_channel_that_plans_count_on_and_nobody_set_up_is_told_at_once",
    "TLS on the way broken by somebody else": "tests/channels/email/test_email.py::test_a_server_that_proves_to_be_another_gets_nothing",
    "no name server, no network": "tests/channels/test_every_channel.py::test_nobody_at_home_is_a_failure",
    "a server that answers a byte at a time": "tests/channels/test_every_channel.py::test_a_rude_server_is_a_failure_within_the_time",
    "a token or password revoked, an identity changed, 200 with an error": "tests/channels/test_every_channel.py::test_what_the_server_does_is_told",
    "a time changed on a bad disk to one far away": f"{PATROL}::test_a_time_that_was_altered_on_the_disk_is_found_in_the_next_round",
    "a clock set back in the middle of an alarm": f"{CLOCK}::test_a_clock_that_is_set_back_does_not_hold_up_an_open_alarm",
    "restore, and the clock set right before anything else": f"{STORE}::test_setting_the_clock_right_does_not_hide_an_old_backup",
    "a time zone that a new system does not know": f"{WAKING}::test_a_time_zone_that_is_gone_stops_nobody_else",
    "a mistake of ours in one person's case": f"{WAKING}::test_one_for_whom_something_goes_wrong_is_tried_again",
    "a mark that cannot be written": f"{STORE}::test_a_mark_that_cannot_be_written_denies_nothing_and_is_said",
    "the end of an alarm after its owner left": f"{ORDERS}::test_after_leaving_under_duress_those_who_were_told_hear_the_end",
    "two devices that give two orders at once": f"{ORDERS}::test_two_orders_under_one_number_are_not_taken_for_one",
    "a watcher whose own network is out": f"{WATCHER}::test_its_own_network_that_is_out_says_nothing_about_the_relay",
    "attacker: a stolen laptop that ends the watching": f"{ORDERS}::test_leaving_removes_everything",
    "attacker: a stolen laptop that names other people": f"{ORDERS}::test_a_plan_with_other_people_is_no_secret",
    "attacker: a stolen laptop that pauses without an end": f"{ORDERS}::test_a_plan_that_expects_nothing_for_long_is_a_pause_and_no_secret",
    "attacker: whoever holds the phone and sends the form again": "tests/relay/pages/test_owner.py::test_a_form_that_a_browser_sends_again_a_day_later_counts_for_nothing",
    "attacker: whoever stands in for the relay": "tests/emergency/watching/test_hostile.py::test_an_honest_answer_of_somebody_else_is_not_believed",
    "attacker: a flood while contacts answer": "tests/relay/whole/test_flood.py::test_a_flood_keeps_nobody_from_answering",
    "attacker: whoever stops the relay most of the time": f"{WATCHER}::test_whoever_stops_the_relay_for_most_of_the_time_is_seen",
    "attacker: outages that add up": f"{WATCH}::test_outages_that_add_up_are_told_to_the_first_contacts",
    "attacker: a search of the owner's computer after duress": "tests/emergency/watching/test_sending.py::test_the_vault_grows_alike_under_duress_and_without",
    "attacker: whoever stops the relay again and again": f"{WATCH}::test_somebody_who_stops_the_watching_again_and_again_gains_nothing",
}  # fmt: skip


@pytest.mark.parametrize("test", sorted(set(FAULTS.values())))
def test_every_fault_has_its_test(test: str) -> None:
    file, _, name = test.partition("::")
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert name in names


def test_the_list_of_faults(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"\n{len(FAULTS)} faults, each with the test that tries it:"]
    lines += [f"  {fault}\n      {test}" for fault, test in FAULTS.items()]
    with capsys.disabled():
        print("\n".join(lines), file=sys.stderr)
    assert len(FAULTS) > 60
