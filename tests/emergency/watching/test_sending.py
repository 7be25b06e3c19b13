"""Armed, checked in, paused, away, ended: a vault on one side, a real relay on the other."""

from pathlib import Path

import pytest
from tests.casebook.building import consent
from tests.emergency.watching.support import DURESS, PIN, Owner
from tests.relay.support import DUE, EVE, LAST

from panoh.casebook.consent.gate import GateClosed
from panoh.checkin.events import Answer
from panoh.checkin.schedule import Trip
from panoh.emergency.todos import todos
from panoh.emergency.watching.errors import NotArmed, PinNeeded, WatcherRefuses
from panoh.emergency.watching.giving import stops
from panoh.emergency.watching.keys import new_secret, person_of
from panoh.emergency.watching.making import Invitation, for_trip
from panoh.emergency.watching.sending import arm, begin, check_in, end, look, pause, resume
from panoh.relay import people
from panoh.relay.store import rows

USES = ("protection",)


def said(owner: Owner) -> list[str]:
    """What Today says of check-ins."""
    found = todos(owner.vault.vault, owner.case.clock())
    return [each.text.format(**each.values) for each in found if each.area == "checkins"]


def test_what_is_armed_is_watched_and_a_check_in_moves_the_time_on(owner: Owner) -> None:
    root = owner.begun()
    seen = owner.file(root).seen
    assert seen is not None
    assert (seen.name, seen.due) == ("armed", DUE)
    assert check_in(owner.holding, root).answer is Answer.EARLY
    owner.relay.until(DUE - 1800)
    assert check_in(owner.holding, root).answer is Answer.DONE
    later = owner.file(root).seen
    assert later is not None
    assert later.due == DUE + 86_400
    assert later.last_ok == DUE - 1800


def test_another_device_of_the_vault_goes_on_with_what_is_written_there(owner: Owner) -> None:
    root = owner.begun()
    again = owner.file(root)
    assert again.secret
    assert people.find(owner.relay.store.db, "id", person_of(again.secret))
    assert owner.file(root).told == again.wanted


def test_the_relay_is_told_no_name_and_only_the_vault_knows_whose_number_it_is(
    owner: Owner,
) -> None:
    root = owner.begun()
    kept = rows(owner.relay.store.db, "SELECT plan FROM people")[0][0]
    for never in ("Нисо", "Саодат", "every morning"):
        assert never.encode() not in kept
    assert b"saodat@example.org" in kept, "the control: it would be seen"
    told = owner.file(root).told
    assert told is not None
    assert dict(told.who) == {"c1": owner.people[0], "c2": owner.people[1]}


def test_a_pause_has_an_end_and_can_be_ended_before(owner: Owner) -> None:
    root = owner.begun()
    until = EVE + 5 * 86_400
    assert pause(owner.holding, root, until).answer is Answer.DONE
    seen = owner.file(root).seen
    assert seen is not None
    assert (seen.name, seen.until) == ("paused", until)
    assert pause(owner.holding, root, EVE + 400 * 86_400).answer is Answer.TOO_LONG
    resume(owner.holding, root)
    assert rows(owner.relay.store.db, "SELECT count(*) FROM people") == [(1,)]
    assert said(owner) == ["every morning: check in before 2026-11-26 09:00."]


def test_a_trip_takes_the_place_of_every_day_and_every_day_can_come_back(owner: Owner) -> None:
    root = owner.begun()
    told = owner.file(root).told
    assert told is not None
    assert told.plan is not None
    trip = for_trip(told.plan, int(EVE) + 7200, 900, int(EVE))
    arm(owner.holding, root, trip, told.who)
    away = owner.file(root)
    assert away.seen is not None
    assert away.seen.due == EVE + 7200
    assert away.told is not None
    assert away.told.plan is not None
    assert isinstance(away.told.plan.schedule, Trip)
    owner.relay.wait(7000)
    assert check_in(owner.holding, root).answer is Answer.DONE
    (said,) = [each.text for each in todos(owner.vault.vault, owner.case.clock())]
    assert "the trip is over, and nobody expects you now" in said, "or it would be forgotten"
    usual = owner.file(root).usual
    assert usual is not None
    assert usual.plan == told.plan
    arm(owner.holding, root, told.plan, told.who)
    assert owner.file(root).seen is not None


def test_the_end_is_forgotten_there_and_known_here(owner: Owner) -> None:
    root = owner.begun()
    end(owner.holding, root)
    assert rows(owner.relay.store.db, "SELECT count(*) FROM people") == [(0,)]
    assert owner.file(root).over
    assert said(owner) == []
    with pytest.raises(NotArmed):
        check_in(owner.holding, root)


def test_asking_proves_nothing(owner: Owner) -> None:
    root = owner.begun()
    owner.relay.until(DUE)
    for _ in range(3):
        assert look(owner.holding, root).seen.due == DUE
    owner.relay.until(LAST + 31)
    assert look(owner.holding, root).seen.name == "alarm"
    assert "your contacts were being asked" in said(owner)[0]


def test_both_pins_look_alike_and_any_other_sends_nothing(owner: Owner) -> None:
    root = owner.begun((PIN, DURESS))
    owner.relay.until(DUE - 60)
    with pytest.raises(PinNeeded):
        check_in(owner.holding, root, "111111")
    before = owner.file(root).sent
    first = check_in(owner.holding, root, DURESS)
    told = owner.file(root).sent
    assert len(told) == len(before) + 1
    assert (first.answer, first.seen.name) == (Answer.DONE, "armed")
    kept = people.find(owner.relay.store.db, "id", person_of(owner.file(root).secret))
    assert kept is not None
    assert kept.state.alarm is not None
    assert kept.state.alarm.duress
    assert look(owner.holding, root).seen.name == "armed"


def test_the_vault_grows_alike_under_duress_and_without(owner: Owner, tmp_path: Path) -> None:
    """Whoever lays two check-ins of a searched computer side by side learns nothing from them."""
    root, folder = owner.begun((PIN, DURESS)), tmp_path / "vault"
    grown: dict[str, list[list[int]]] = {PIN: [], DURESS: []}
    for day in range(6):
        owner.relay.skip(DUE + day * 86_400 - 60)
        before = {each: each.stat().st_size for each in folder.rglob("*") if each.is_file()}
        assert check_in(owner.holding, root, (PIN, DURESS)[day % 2]).answer is Answer.DONE
        after = {each: each.stat().st_size for each in folder.rglob("*") if each.is_file()}
        fresh = sorted(size for each, size in after.items() if before.get(each) != size)
        grown[(PIN, DURESS)[day % 2]].append(fresh)
    assert all(len(each) == len(grown[PIN][0]) for each in (*grown[PIN], *grown[DURESS]))
    plain, forced = ({sum(each) for each in grown[pin]} for pin in (PIN, DURESS))
    assert max(plain | forced) - min(plain | forced) <= 64, "no more than two of a kind differ"


def test_an_invitation_counts_once_and_a_refusal_is_told_apart(owner: Owner) -> None:
    told = owner.file(owner.begun()).told
    assert told is not None
    assert told.plan is not None
    used = Invitation(owner.address, owner.relay.id, "0" * 22)
    other = begin(owner.case, "another", used, new_secret())
    with pytest.raises(WatcherRefuses, match="invitation was used before"):
        arm(owner.holding, other, told.plan, told.who)
    assert owner.file(other).sent[-1].answer == "refused"
    assert not owner.file(other).armed


def test_a_crash_between_sending_and_hearing_is_said(owner: Owner) -> None:
    root = owner.begun()
    calls = 0

    def once() -> object:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise KeyboardInterrupt
        return owner.holding()

    with pytest.raises(KeyboardInterrupt):
        end(once, root)  # type: ignore[arg-type]
    assert owner.file(root).unanswered is not None
    assert "no answer came" in said(owner)[0]


def test_nobody_who_did_not_say_yes_is_made_known_to_a_watcher(owner: Owner) -> None:
    root = owner.begun()
    told = owner.file(root).told
    assert told is not None
    assert told.plan is not None
    consent(owner.case, owner.people[1], "no", recipient="watcher", what=("contact",), uses=USES)
    before = owner.file(root).sent
    with pytest.raises(GateClosed):
        arm(owner.holding, root, told.plan, told.who)
    assert owner.file(root).sent == before
    assert {each.root for each in stops(owner.case, told.plan)} == {owner.people[1]}
    assert check_in(owner.holding, root).answer is Answer.EARLY, "what is armed goes on"
