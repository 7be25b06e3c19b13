"""What a relay keeps is never lost silently, never replaced, never begun afresh."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import apsw
import pytest
from tests.relay.support import DUE, EVE, LAST, Owner, Relay
from tests.relay.world import ObedientClock

from panoh.checkin import Reason
from panoh.checkin.events import Answer
from panoh.checkin.signed import EndOrder
from panoh.relay import answers, orders, page, people
from panoh.relay.errors import RelayExists, RelayUnsafe, RelayWriteFailed
from panoh.relay.sealing import unsealed
from panoh.relay.store import Store, create, open_store, paths
from panoh.relay.sweep import sweep
from panoh.relay.waking import acting, confirm_clock


def test_only_its_user_may_read_it(relay: Relay, owner: Owner) -> None:
    for name in ("relay.db", "relay.db-wal", "relay.mark", "relay.reserve"):
        assert stat.S_IMODE((relay.folder / name).stat().st_mode) == 0o600, name
    assert stat.S_IMODE(relay.folder.stat().st_mode) == 0o700


def test_every_change_is_synced_before_it_is_acknowledged(relay: Relay) -> None:
    assert relay.store.db.pragma("synchronous") == 2  # FULL
    assert relay.store.db.pragma("journal_mode") == "wal"


def test_a_relay_that_exists_is_not_made_again(relay: Relay) -> None:
    with pytest.raises(RelayExists):
        create(relay.files, relay.clock)


def test_a_missing_database_is_no_new_relay(relay: Relay, owner: Owner) -> None:
    relay.store.close()
    for name in ("relay.db", "relay.db-wal", "relay.db-shm"):
        (relay.folder / name).unlink(missing_ok=True)
    with pytest.raises(RelayUnsafe, match="missing"):
        relay.open()
    with pytest.raises(RelayExists):
        create(relay.files, relay.clock)
    assert not relay.files.database.exists()


def test_an_empty_file_is_no_new_relay(relay: Relay, owner: Owner) -> None:
    relay.store.close()
    (relay.folder / "relay.db-wal").unlink(missing_ok=True)
    relay.files.database.write_bytes(b"")
    with pytest.raises(RelayUnsafe):
        relay.open()


def everything(store: Store) -> list[object]:
    return [
        [people.read(row) for row in store.db.execute(people.ALL)],
        store.db.execute("SELECT n, key, person, alarm, next_try FROM outbox").fetchall(),
        [
            unsealed(body, *beside)
            for body, *beside in store.db.execute(
                "SELECT body, key, contact, kind, alarm FROM outbox"
            )
        ],
        store.meta(),
    ]


def test_damage_anywhere_stops_it_or_harms_nothing(relay: Relay, owner: Owner) -> None:
    relay.until(DUE)
    before = everything(relay.store)
    relay.store.close()
    whole = relay.files.database.read_bytes()
    refused = 0
    for place in range(0, len(whole), 331):
        raw = bytearray(whole)
        raw[place : place + 40] = bytes(byte ^ 0x21 for byte in raw[place : place + 40])
        relay.files.database.write_bytes(raw)
        try:
            store = relay.open()
            after = everything(store)
            store.close()
        except (RelayUnsafe, RelayWriteFailed):
            refused += 1
            assert relay.files.database.read_bytes() == bytes(raw), "it stays as it is"
        else:
            for one, other in zip(after, before, strict=True):
                assert one == other, place
    assert refused > 15


def test_one_changed_bit_in_a_time_is_seen(relay: Relay, owner: Owner) -> None:
    """The file is whole for SQLite, and the row is a row; but its due time is a year later."""
    others = [Owner("p"), Owner("q")]
    for each in others:
        relay.enrol(each)
    later = str(DUE + 365 * 86_400)
    relay.store.db.execute(
        "UPDATE people SET state = CAST(replace(CAST(state AS TEXT), ?, ?) AS BLOB) WHERE id = ?",
        (str(DUE), later, owner.person),
    )
    relay.clock.time = DUE - 3000
    with pytest.raises(RelayUnsafe, match="damaged"):
        sweep(relay.store)
    relay.clock.time += 30
    relay.turn()
    assert len(relay.shown("remind")) == 2, "the others are reminded"


@pytest.mark.parametrize("place", [0, 20, 100])
def test_a_damaged_page_stops_it_and_stays_where_it_is(
    relay: Relay, owner: Owner, place: int
) -> None:
    relay.store.close()
    raw = bytearray(relay.files.database.read_bytes())
    raw[place : place + 1000] = os.urandom(1000)
    relay.files.database.write_bytes(raw)
    with pytest.raises((RelayUnsafe, RelayWriteFailed)):
        relay.open()
    assert relay.files.database.read_bytes() == bytes(raw)


@pytest.mark.parametrize("version", [0, 7])
def test_a_database_of_another_version_is_refused(relay: Relay, version: int) -> None:
    relay.store.db.pragma("user_version", version)
    relay.store.close()
    with pytest.raises(RelayUnsafe):
        relay.open()


def test_an_upgrade_with_an_alarm_open_keeps_it(relay: Relay, owner: Owner) -> None:
    """Stopped, started by the next version on the same file: the alarm and its link go on."""
    token = relay.missed().token
    relay.restart(40)
    assert relay.name(owner) == "alarm"
    answers.take(relay.store, token)
    answers.close(relay.store, token, Reason.REACHED)
    assert relay.name(owner) == "resolved"


def test_a_full_disk_refuses_and_forgets_nothing(relay: Relay, owner: Owner) -> None:
    relay.until(DUE - 1800)
    pages = relay.store.db.pragma("page_count")
    relay.store.db.pragma("max_page_count", pages)
    for _ in range(400):  # until no free page is left
        try:
            with acting(relay.store) as made:
                made.db.execute(
                    "INSERT INTO history VALUES(NULL, 'x', 1, hex(randomblob(900)), '', '')"
                )
        except RelayWriteFailed:
            break
    else:
        pytest.fail("the disk never became full")
    assert relay.store.make_room()
    relay.store.db.pragma("max_page_count", pages * 10)
    relay.check_in(owner)
    assert relay.name(owner) == "armed"


def test_a_disk_that_is_full_for_sqlite_itself(memory: Path) -> None:
    """A limit on the size of files, as a full disk, in a process of its own."""
    child = """
import resource, sys
from pathlib import Path
from panoh.relay.errors import RelayWriteFailed
from panoh.relay.store import open_store, paths
from panoh.relay.waking import acting
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = open_store(paths(Path(sys.argv[1])))
size = store.files.database.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    for _ in range(1000):
        with acting(store) as made:
            made.db.execute(
                "INSERT INTO history VALUES(NULL, 'x', 1, hex(randomblob(900)), '', '')"
            )
except RelayWriteFailed as error:
    print(error.code)
"""
    create(paths(memory / "r"))
    command = [sys.executable, "-c", child, str(memory / "r")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "relay-write-failed", done.stderr
    assert open_store(paths(memory / "r"), check=True).meta()


def test_a_folder_that_cannot_be_written_is_said(relay: Relay, owner: Owner) -> None:
    relay.store.db.pragma("query_only", "ON")
    with pytest.raises(RelayWriteFailed):
        relay.check_in(owner)
    relay.store.db.pragma("query_only", "OFF")
    relay.until(DUE)
    relay.check_in(owner)
    assert relay.name(owner) == "armed"


def test_a_database_that_others_hold_is_waited_for_and_then_said(
    relay: Relay, owner: Owner
) -> None:
    relay.store.db.set_busy_timeout(50)
    other = apsw.Connection(str(relay.files.database))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RelayWriteFailed):
        relay.check_in(owner)
    other.execute("ROLLBACK")
    other.close()
    relay.until(LAST)
    relay.check_in(owner)
    assert relay.name(owner) == "armed"


def backup(relay: Relay, name: str) -> Path:
    copy = relay.folder.parent / name
    relay.store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copytree(relay.folder, copy)
    return copy


def put_back(relay: Relay, copy: Path) -> None:
    """Bring the database of a backup back; the mark is not part of it."""
    relay.store.close()
    for name in ("relay.db-wal", "relay.db-shm"):
        (relay.folder / name).unlink(missing_ok=True)
    shutil.copyfile(copy / "relay.db", relay.files.database)
    relay.store = relay.open()


@pytest.mark.parametrize("days", [1, 3, 30])
def test_an_old_backup_is_noticed_and_sends_no_old_alarm(
    relay: Relay, owner: Owner, days: int
) -> None:
    copy = backup(relay, "backup")
    for day in range(days):
        relay.skip(DUE + day * 86_400 - 1800)
        relay.check_in(owner)
    put_back(relay, copy)
    relay.wait(60)
    assert relay.asked("alarm") == []
    assert relay.asked("restored") == ["own"]
    assert relay.name(owner) in {"armed", "due", "blind"}
    relay.wait(3000)
    assert relay.asked("alarm") == []
    relay.check_in(owner)


def test_a_backup_from_the_middle_of_an_alarm_keeps_it_open(relay: Relay, owner: Owner) -> None:
    token = relay.missed().token
    copy = backup(relay, "backup")
    answers.take(relay.store, token)
    answers.close(relay.store, token, Reason.REACHED)
    relay.wait(3600)
    put_back(relay, copy)
    relay.wait(60)
    assert relay.name(owner) == "alarm"
    assert relay.asked("alarm") == ["anna"], "no second alarm is sent"
    assert sorted(relay.asked("restored")) == ["anna", "own"]
    answers.close(relay.store, token, Reason.REACHED)
    assert relay.name(owner) == "resolved"


def test_a_backup_with_its_mark_counts_as_an_outage(relay: Relay, owner: Owner) -> None:
    """Where the whole folder went back, nothing here can know; the owner is asked all the same."""
    copy = backup(relay, "backup")
    relay.until(DUE - 1800)
    relay.check_in(owner)
    relay.skip(DUE + 86_400 - 1800)
    relay.check_in(owner)
    relay.skip(DUE + 2 * 86_400 - 7200)
    relay.store.close()
    shutil.rmtree(relay.folder)
    shutil.copytree(copy, relay.folder)
    relay.store = relay.open()
    relay.wait(3000)
    assert relay.asked("outage") == ["own"]


def test_two_processes_that_notice_an_old_backup_tell_once(relay: Relay, owner: Owner) -> None:
    copy = backup(relay, "backup")
    relay.wait(600)
    put_back(relay, copy)
    other = relay.open()
    relay.wait(60)
    with acting(other):
        pass
    other.close()
    relay.wait(60)
    assert relay.asked("restored") == ["own"]


def test_the_control_a_restart_is_no_restore(relay: Relay, owner: Owner) -> None:
    relay.restart(20)
    relay.wait(60)
    assert relay.asked("restored") == []


def test_a_fresh_relay_believes_the_clock(memory: Path) -> None:
    create(paths(memory / "new"), ObedientClock(EVE))
    assert open_store(paths(memory / "new"), ObedientClock(EVE)).now() == EVE


def test_setting_the_clock_right_does_not_hide_an_old_backup(relay: Relay, owner: Owner) -> None:
    """Whoever puts a copy back often sets the clock first; the copy must still be noticed."""
    relay.world.failing = 1.0
    relay.until(LAST + 31)  # an alarm is on its way, and does not get out
    copy = backup(relay, "backup")
    relay.world.failing = 0.0
    relay.wait(60)
    answers.close(relay.store, relay.shown("alarm")[0].token, Reason.REACHED)
    relay.skip(relay.clock.time + 10 * 86_400)
    before = len(relay.shown("alarm"))
    put_back(relay, copy)
    confirm_clock(relay.store)
    relay.wait(60)
    assert len(relay.shown("alarm")) == before, "nothing of what waited in the copy is sent"
    assert "own" in relay.asked("restored")


def test_what_was_forgotten_is_gone_from_the_disk_within_an_hour(
    relay: Relay, owner: Owner
) -> None:
    relay.until(DUE)
    orders.take_signed(relay.store, owner.order(relay, EndOrder()))
    log = relay.folder / "relay.db-wal"
    assert b"anna@mail.example" in log.read_bytes(), "the control: the log still has it"
    relay.wait(2 * 3600)
    for file in relay.folder.iterdir():
        assert b"anna@mail.example" not in file.read_bytes(), file.name
        assert owner.person.encode() not in file.read_bytes(), file.name


def test_a_mark_that_cannot_be_written_denies_nothing_and_is_said(
    relay: Relay, owner: Owner
) -> None:
    """What was taken is on the disk. To say that it failed would be untrue."""
    relay.until(DUE - 60)
    relay.clock.time += 30
    elsewhere = paths(relay.folder, mark=relay.folder / "gone" / "relay.mark")
    store = open_store(elsewhere, relay.clock)
    cycle = page.look(store, relay.door(owner)).seen.cycle
    assert orders.take_signed(store, owner.check_in(relay, cycle)).answer is Answer.DONE
    relay.clock.time += 30
    with pytest.raises(RelayWriteFailed):
        sweep(store)
    store.close()
