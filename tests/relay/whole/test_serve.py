"""`panoh relay serve` as a process: it begins from what it kept, and never from nothing."""

import shutil

import httpx
from tests.relay.watched import PAGE, PIN
from tests.relay.whole.relay_process import Relay, somebody, wait_for

from panoh.checkin import Plan, Rung
from panoh.checkin.schedule import Every
from panoh.relay.people import ALL, read
from panoh.relay.store import open_store, paths, rows


def plan() -> Plan:
    """Firuza is expected each hour."""
    return Plan(
        schedule=Every(hours=1),
        owner=somebody("firuza"),
        contacts=(somebody("rustam"),),
        ladder=(Rung(contacts=("rustam",)),),
        page=PAGE,
    )


def kept(relay: Relay) -> tuple[str, int]:
    """The owner's page, and how often an answer was taken."""
    store = open_store(paths(relay.folder / "relay"))
    try:
        person = read(rows(store.db, ALL)[0])
    finally:
        store.close()
    return f"{relay.address}/c/{person.door}", person.state.cycle


def test_what_was_answered_outlives_a_kill_right_after_the_answer(relay: Relay) -> None:
    relay.start()
    relay.arm(plan())
    for cycle in range(2, 6):
        page, _cycle = kept(relay)
        answer = httpx.post(page, data={"do": "well", "pin": PIN})
        relay.kill()
        assert "Noted" in answer.text
        assert kept(relay)[1] == cycle
        relay.start()


def test_it_ends_when_told_and_has_written_nothing_of_anybody(relay: Relay) -> None:
    relay.start()
    relay.arm(plan())
    httpx.get(kept(relay)[0])
    assert relay.stop() == "The relay runs. Stop it with Ctrl-C.\n"
    assert relay.process is not None
    assert relay.process.returncode == 0


def test_without_its_database_it_watches_nobody_shouts_and_makes_no_new_one(relay: Relay) -> None:
    shutil.move(relay.folder / "relay", relay.folder / "elsewhere")
    relay.launch()
    wait_for(lambda: bool(relay.letters("operator")), "the operator is told")
    assert "Nobody is watched here" in relay.letters("operator")[0]
    assert not relay.well()
    assert not (relay.folder / "relay").exists()
    shutil.move(relay.folder / "elsewhere", relay.folder / "relay")
    wait_for(relay.well, "it is well again")
