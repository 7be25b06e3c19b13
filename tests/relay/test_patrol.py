"""Everybody is looked at in turn, so that what is wrong is found before it is needed."""

import time
from pathlib import Path

import pytest
from tests.relay.support import Owner, Relay
from tests.relay.test_loop import overdue, running, wait_for, world

from panoh.relay.errors import RelayUnsafe
from panoh.relay.patrol import Patrol
from panoh.relay.store import open_store, paths
from panoh.relay.sweep import sweep


@pytest.mark.parametrize("altered", ["NULL", "next_at + 86400 * 365"])
def test_a_time_that_was_altered_on_the_disk_is_found_in_the_next_round(
    relay: Relay, owner: Owner, altered: str
) -> None:
    """By itself it would come up in a year or never; the row is a row, and the file is whole."""
    for number in range(9):
        relay.enrol(Owner(f"p{number}"))
    relay.store.db.execute(
        f"UPDATE people SET next_at = {altered} WHERE id = ?",  # noqa: S608 - our own
        (owner.person,),
    )
    assert sweep(relay.store) == 0, "the control: nobody's time has come"
    patrol = Patrol()
    while patrol.go(relay.store, 3) is None:
        pass
    with pytest.raises(RelayUnsafe):
        sweep(relay.store)


def test_a_round_leaves_everybody_as_they_are(relay: Relay, owner: Owner) -> None:
    before = relay.store.db.execute("SELECT * FROM people").fetchall()
    patrol, rounds = Patrol(), 0
    while rounds < 2:
        channels = patrol.go(relay.store)
        rounds += channels is not None
        assert channels in (None, {"mail", "push"})
    assert relay.store.db.execute("SELECT * FROM people").fetchall() == before


def test_a_channel_that_plans_count_on_and_nobody_set_up_is_told_at_once(memory: Path) -> None:
    files, outside = paths(memory / "r"), world()
    overdue(files, 1)
    with running(files, outside) as (loop,):
        loop.route.channels.pop("push")  # type: ignore[attr-defined]
        wait_for(lambda: [e for e in list(outside.seen.values()) if "channel-gone" in e.key])
        time.sleep(1.5)
    told = [each for each in outside.seen.values() if "channel-gone" in each.key]
    assert [each.to for each in told] == ["operator@mail.example"], "once"
    assert "the channel push" in told[0].message.body


def test_room_that_was_given_up_is_taken_again(relay: Relay) -> None:
    assert relay.store.make_room()
    store = open_store(relay.files, relay.clock)
    store.reserve_again()
    assert relay.files.reserve.stat().st_size == 4 << 20
    store.close()
