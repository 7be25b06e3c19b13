"""Check-ins: what is promised of them, in the rows of the list of aims, one line per figure.

`python bench/checkins.py [--quick]`. R1 to R4, R7, R9, R10, R12 and R14 live in virtual time and
in memory, but for R4, which needs the disk; R5 and R6 run by the real clock on the real disk
(`checkins_load.py`), without the pages before them. R8 is the walk through all states in
`tests/checkin/test_model.py`. The peer is the same relay that marks a message as sent before it
sends it. `./run test --long tests/relay` lives
through the whole 10,000 person-years.
"""

import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from datetime import time as clock_time
from pathlib import Path
from random import Random
from statistics import median
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))
import checkins_load as load
from measuring import figure, quickly
from tests.checkin.support import DAY, HOUR, Watcher, at, plan
from tests.relay.simulator import Setting, Simulation, carelessly, figures
from tests.relay.support import DUE, DURESS, LAST, PIN, Owner, Relay
from tests.relay.test_outbox import Says

from panoh.channels import Failed
from panoh.channels import Reason as Why
from panoh.checkin import Address, Contact, Reason
from panoh.checkin.events import CheckIn, Close, Kind
from panoh.checkin.schedule import Daily, next_due, zones
from panoh.relay import answers, orders, page
from panoh.relay.postman import Route
from panoh.relay.store import create, open_store, paths
from panoh.relay.watch import Watcher as SecondWatcher

ROOT = Path(__file__).parents[1]
SHARED = Path("/dev/shm")  # noqa: S108 - only invented people


def main() -> None:
    """Measure and print one line per figure."""
    quick = quickly("what is promised of check-ins")
    memory = SHARED if SHARED.is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as name, tempfile.TemporaryDirectory() as disk:
        for line in rows(Path(name), Path(disk), quick=quick):
            print(line, flush=True)


def rows(memory: Path, disk: Path, *, quick: bool) -> Iterator[str]:
    """Every row, the quick ones first."""
    yield from false_alarms(50 if quick else 1000)
    yield from zones_and_years(40 if quick else 1)
    yield from other_way(memory)
    yield from clocks(memory)
    yield from restored(memory)
    yield from watcher(memory)
    yield from duress(memory, 100 if quick else 1000)
    yield from durable(disk, 500 if quick else 10_000)
    yield from load.spread_misses(disk, 100 if quick else 400)
    yield from load.restart(disk)
    yield from load.busy(disk, 4 if quick else 20)
    yield from load.idle(disk, 10_000 if quick else 100_000, 15 if quick else 60)
    yield from load.storm(disk, 200 if quick else 2000)
    yield from lives(memory, quick=quick)


def lives(memory: Path, *, quick: bool) -> Iterator[str]:
    """R1, R2, R3: many lives with crashes; and the peer, which loses messages."""
    people = 500 if quick else 3650
    simulation = Simulation(Setting(people=people, days=20, crashes=people // 15), memory / "a")
    began = time.process_time()
    simulation.run()
    found, years = figures(simulation), people * 20 / 365
    print(f"{years:.0f} person-years in {time.process_time() - began:.0f} CPU-s: {dict(found)}")
    for name in ("lost", "late"):
        yield figure(f"R1-{name}", f"{found[name]} of {found['alarms']}", 0, ok=not found[name])
    yield figure("R2-early", str(found["early"]), 0, ok=not found["early"])
    yield figure("R3-seen-twice", str(found["seen twice"]), 0, ok=not found["seen twice"])
    for name in ("told and never told the end", "left unheard"):
        yield figure(f"R1-{name.replace(' ', '-')}", str(found[name]), 0, ok=not found[name])
    again = found["sent again"] / max(simulation.crashes, 1)
    yield figure("R3-again-per-crash", f"{again:.2f}", 0.5, ok=again <= 0.5)
    peer = Simulation(
        Setting(people=500, days=20, crashes=300, failing=0, carry=carelessly), memory / "b"
    )
    peer.run()
    lost = figures(peer)["marked as sent and never sent"]
    print(f"peer, marking first: {lost} messages never sent in {peer.crashes} crashes")
    yield figure("R1-peer-loses", str(lost), ">0", ok=lost > 0)


CHILD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[4])
from tests.relay.support import Known, Owner
from panoh.relay import orders
from panoh.relay.store import open_store, paths
store = open_store(paths(Path(sys.argv[1])))
known = Known(store.meta().relay)
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    owner = Owner(f"n{number}")
    orders.take_signed(store, owner.check_in(known, 1))
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


def durable(disk: Path, count: int) -> Iterator[str]:
    """R4: what was acknowledged is there after SIGKILL right after the answer."""
    from panoh.checkin import Phase, State
    from panoh.relay import people
    from panoh.relay.waking import acting

    files = paths(disk / "durable")
    create(files)
    store = open_store(files)
    with acting(store) as made:
        for number in range(count):
            owner = Owner(f"n{number}")
            person = people.add(made, owner.person, owner.plan())
            state = State(phase=Phase.WATCHING, cycle=1, due=made.now + HOUR, reminded=1)
            people._save(made, load.replace(person, state=state))  # noqa: SLF001 - a bench
    store.close()
    dice, done, kills = Random(1), 0, 0  # noqa: S311 - dice
    while done < count:
        command = [sys.executable, "-c", CHILD, str(files.folder), str(done), str(count), str(ROOT)]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        if child.stdout is not None:
            for _ in range(dice.randrange(1, count // 10)):
                line = child.stdout.readline()
                done = int(line) + 1 if line.strip() else done
        child.send_signal(signal.SIGKILL)
        for line in child.communicate()[0].split():
            done = int(line) + 1
        kills += 1
    store = open_store(files, check=True)
    sql = "SELECT count(*) FROM people WHERE json_extract(substr(state, 9), '$.cycle') = 2"
    (kept,) = store.db.execute(sql).fetchone() or (0,)
    store.close()
    print(f"{count} acknowledged check-ins, {kills} kills")
    yield figure("R4-acknowledged-lost", str(count - int(str(kept))), 0, ok=kept == count)


def false_alarms(years: int) -> Iterator[str]:
    """R7: a person notices each reminder with q = 0.8, independently, and then answers."""
    dice, alarms = Random(7), 0  # noqa: S311 - dice
    made = Watcher(plan(), at("2026-01-01 12:00")).arm()
    for _ in range(365 * years):
        due, seen = made.state.due, 0
        for offset in made.plan.reminders:
            made.until(due + offset + 60)
            seen = int(dice.random() < 0.8)
            if seen:
                made.meet(CheckIn())
                break
        if not seen:
            made.until(due + made.plan.grace + 60)
            alarms += made.said(Kind.ALARM) == ["anna"]
            made.meet(Close("anna", Reason.REACHED))
        made.told.clear()
        made.notes.clear()
    rate = alarms / years
    yield figure("R7-false-alarms-a-year", f"{rate:.3f}", 0.15, ok=rate <= 0.15)


def zones_and_years(every: int) -> Iterator[str]:
    """R2: all zones for three years, with the times that are left out and those that come twice."""
    early = missing = double = 0
    start, wall = at("2026-01-01 00:00"), clock_time(2, 30)
    for zone in sorted(zones())[::every]:
        due = start
        while due < start + 3 * 365 * DAY:
            due = next_due(Daily(at="02:30", zone=zone), due) or start
            day = datetime.fromtimestamp(due, ZoneInfo(zone)).date()
            local = datetime.combine(day, wall, ZoneInfo(zone))
            one, two = (local.replace(fold=fold).timestamp() for fold in (0, 1))
            early += due < max(one, two)
            missing += one > two
            double += one < two
    print(f"02:30 in every zone for three years: {missing} left out, {double} twice")
    yield figure("R2-due-early", str(early), 0, ok=not early)
    made = Watcher(plan(), at("2026-01-01 12:00")).arm()
    made.until(made.state.due + made.plan.grace)
    too_soon = len(made.said(Kind.ALARM))
    made.wait(1)
    loud = len(made.said(Kind.ALARM))
    yield figure("R2-alarm-in-grace", f"{too_soon} then {loud}", 0, ok=not too_soon and loud == 1)


def other_way(memory: Path) -> Iterator[str]:
    """R5: a channel times out; how long until the same contact is told by another."""
    relay = Relay(memory / "otherway")
    for number in range(20):
        relay.enrol(Owner(f"w{number}"))
    relay.until(LAST)
    mail = Says("mail", lambda: Failed(Why.TIMED_OUT))
    relay.route = Route({**relay.route.channels, "mail": mail}, "https://relay.example")
    relay.until(LAST + 400, step=5)
    took = [each.at - LAST - 1 for each in relay.shown("alarm") if each.to == "anna-topic"]
    relay.store.close()
    worst = max(took, default=999)
    ok = len(took) == 20 and worst <= 180
    yield figure("R5-other-way-after", f"{worst:.0f}s of {len(took)}", "180s", ok=ok)


def clocks(memory: Path) -> Iterator[str]:
    """R10: the wall clock is wrong from an hour before the due time on, or the computer sleeps."""
    lost = early = 0
    jumps = {"+1h": HOUR, "-1h": -HOUR, "+1d": DAY, "-1d": -DAY, "+10y": 3650 * DAY, "1970": -DUE}
    for name, jump in jumps.items():
        relay = Relay(memory / f"clock{name}")
        relay.enrol(Owner())
        relay.until(DUE - HOUR)
        relay.clock.wrong = jump
        relay.until(LAST)
        early += len(relay.shown("alarm"))
        relay.wait(100)
        lost += not relay.shown("alarm")
        relay.store.close()
    relay = Relay(memory / "asleep")
    relay.enrol(Owner())
    relay.until(DUE - 600)
    relay.clock.time += 8 * HOUR
    relay.wait(HOUR - 60)
    early += len(relay.shown("alarm"))
    relay.wait(200)
    lost += not relay.shown("alarm")
    yield figure("R10-lost", str(lost), 0, ok=not lost)
    yield figure("R10-early", str(early), 0, ok=not early)


def restored(memory: Path) -> Iterator[str]:
    """R14: backups of many ages are put back; nobody is alarmed, open alarms stay, owners hear."""
    old = forgotten = unasked = 0
    for days in (0.02, 0.5, 1, 3, 10, 40):
        relay, owner = Relay(memory / f"back{days}"), Owner()
        relay.enrol(owner)
        second = Owner("second")
        relay.enrol(second)
        relay.until(LAST - 60)
        relay.check_in(owner)
        relay.until(LAST + 60)
        token = relay.shown("alarm")[0].token
        relay.store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copyfile(relay.files.database, memory / "copy")
        answers.take(relay.store, token)
        answers.close(relay.store, token, Reason.REACHED)
        relay.skip(relay.clock.time + days * DAY)
        relay.store.close()
        for name in ("relay.db-wal", "relay.db-shm"):
            (relay.folder / name).unlink(missing_ok=True)
        shutil.copyfile(memory / "copy", relay.files.database)
        before = len(relay.shown("alarm"))
        relay.store = relay.open()
        relay.wait(120)
        old += len(relay.shown("alarm")) - before
        forgotten += relay.name(second) != "alarm"
        unasked += sorted(relay.asked("restored")) != ["anna", "own", "own"]
        relay.store.close()
    yield figure("R14-old-alarms", str(old), 0, ok=not old)
    yield figure("R14-forgotten", str(forgotten), 0, ok=not forgotten)
    yield figure("R14-owners-not-asked", str(unasked), 0, ok=not unasked)


def watcher(memory: Path) -> Iterator[str]:
    """R9: the relay is gone for three days; a second watcher says so, and nobody is alarmed."""
    relay, owner = Relay(memory / "gone"), Owner()
    relay.enrol(owner)
    relay.until(DUE - 600)
    who = [
        Contact(id=name, addresses=(Address(channel="mail", to=name),))
        for name in ("keeper", "helper")
    ]
    channels = relay.route.channels
    well = True
    second = SecondWatcher(lambda: well, who[0], who[1:], channels, memory / "seen.json")
    began = relay.clock.time
    second.look(int(began))
    well = False
    for _ in range(90):
        relay.clock.time += 60
        second.look(int(relay.clock.time))
    said = {each.to: (each.at - began) / 60 for each in relay.world.seen.values()}
    relay.restart(3 * DAY)
    relay.wait(HOUR - 600)
    alarms = len(relay.shown("alarm"))
    for name, bar in (("keeper", 10), ("helper", 60)):
        took = said.get(name, 999)
        yield figure(f"R9-{name}-hears", f"{took:.0f}min", f"{bar}min", ok=took <= bar)
    yield figure("R9-alarms-by-outage", str(alarms), 0, ok=not alarms)


def duress(memory: Path, times: int) -> Iterator[str]:
    """R12: the same size, and as long, with the signed proof and with the PIN."""
    from tests.relay.test_page import close_all, sent

    relay, owner = Relay(memory / "duress"), Owner()
    relay.enrol(owner)
    door, taken, walls, sizes = relay.door(owner), {}, {}, list[int]()
    for number in range(2 * times):
        how, forced = ("page", "signed")[number // 2 % 2], bool(number % 2)
        relay.skip(DUE + number * DAY - 600)
        cycle = page.look(relay.store, door).seen.cycle
        text = owner.check_in(relay, cycle, duress=forced)
        wall, began = time.perf_counter(), time.thread_time()
        if how == "page":
            receipt = page.check_in(relay.store, door, DURESS if forced else PIN)
        else:
            receipt = orders.take_signed(relay.store, text)
        taken.setdefault((how, forced), []).append(1000 * (time.thread_time() - began))
        walls.setdefault((how, forced), []).append(1000 * (time.perf_counter() - wall))
        sizes.append(len(sent(receipt)))
        close_all(relay)
    # Neighbours have the same cycle number but for one, which adds a digit at ten, a hundred …
    odd = sum(plain != forced for plain, forced in zip(sizes[::2], sizes[1::2], strict=True))
    yield figure("R12-sizes-differ", str(odd), "3", ok=odd <= 3)
    for how in ("page", "signed"):
        # What else this computer does is left out of the figure, and shown beside it.
        apart = abs(median(taken[how, True]) - median(taken[how, False]))
        by_wall = abs(median(walls[how, True]) - median(walls[how, False]))
        print(f"{how}: the medians differ by {apart:.2f} ms of CPU, {by_wall:.2f} ms on the clock")
        yield figure(f"R12-{how}-apart", f"{apart:.2f}ms", "5ms", ok=apart < 5)


if __name__ == "__main__":
    main()
