"""A relay under load, by the real clock and on the real disk: rows R5 and R6 of check-ins.

Called by `bench/checkins.py`. Channels take 50 ms for each message.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Lock, Thread

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))
from measuring import figure
from msgspec.structs import replace as changed
from tests.checkin.support import contact
from tests.relay.support import Known, Owner

from panoh.channels import Accepted, Message, Result
from panoh.checkin import Phase, State
from panoh.checkin.events import Arm
from panoh.checkin.schedule import Daily
from panoh.relay import orders, people
from panoh.relay.loop import Loop
from panoh.relay.postman import Route
from panoh.relay.store import Paths, create, open_store, paths
from panoh.relay.sweep import sweep
from panoh.relay.waking import acting

HOLD = 0.05


class Slow:
    """A channel that takes its time and remembers when it was first asked for each message."""

    def __init__(self) -> None:
        self.first: dict[str, float] = {}
        self._lock = Lock()

    name = "mail"

    def send(self, to: str, message: Message, key: str) -> Result:  # noqa: ARG002
        with self._lock:
            self.first.setdefault(key, time.time())
        time.sleep(HOLD)
        return Accepted()

    def check(self) -> Result:
        return Accepted()


@contextmanager
def running(files: Paths, channel: Slow) -> Iterator[Loop]:
    """The loop of a relay, in threads of this process."""
    route = Route({"mail": channel, "push": channel}, "https://relay.example")
    loop = Loop(files, route, contact("operator"))
    thread = Thread(target=loop.run)
    thread.start()
    try:
        yield loop
    finally:
        loop.stop.set()
        thread.join()


def armed(files: Paths, count: int) -> None:
    """A relay with so many people whose time is far away."""
    create(files)
    store = open_store(files)
    plan = Owner().plan()
    with acting(store) as made:
        for number in range(count):
            # Spread over the day, but nobody within the next hours.
            hour = (time.gmtime().tm_hour + 8 + number % 12) % 24
            schedule = Daily(at=f"{hour:02}:{number % 60:02}", zone="UTC")
            person = people.add(made, f"{number:064x}", changed(plan, schedule=schedule))
            people.meet(made, person, Arm())
    store.close()


def missing_soon(files: Paths, count: int, first: float, spread: float) -> None:
    """The last second of so many people comes at `first`, or spread over some seconds after it."""
    store = open_store(files)
    with acting(store) as made:
        found = store.db.execute(people.ALL + " LIMIT ?", (count,)).fetchall()
        for number, row in enumerate(found):
            person = people.read(row)
            last = int(first + spread * number / count)
            state = State(phase=Phase.WATCHING, cycle=9, due=last - person.plan.grace, reminded=5)
            people._save(made, replace(person, state=state))  # noqa: SLF001 - a bench
    store.close()


def alarms(channel: Slow) -> dict[str, float]:
    """When the first contact of each alarm was first tried."""
    return {key: when for key, when in list(channel.first.items()) if key.endswith("-anna-alarm")}


def p99(values: list[float]) -> float:
    """The value that one in a hundred lies above."""
    return sorted(values)[int(len(values) * 0.99)]


def spread_misses(folder: Path, count: int) -> list[str]:
    """R5: people who are missed one after the other."""
    files, channel = paths(folder / "spread"), Slow()
    armed(files, count)
    with running(files, channel):
        time.sleep(2)
        first = time.time() + 5
        missing_soon(files, count, first, 40)
        while len(alarms(channel)) < count and time.time() < first + 120:
            time.sleep(0.2)
    found = alarms(channel)
    # The key tells the second in which the alarm was raised, and whose it is.
    store = open_store(files)
    last = dict(store.db.execute("SELECT ref, json_extract(substr(state, 9), '$.due') FROM people"))
    grace = 3600
    rows = [int(key.split("-")[1].split(".")[1]) - last[key[:4]] - grace for key in found]
    sends = [when - last[key[:4]] - grace for key, when in found.items()]
    store.close()
    return [
        figure("R5-alarm-row-p99", f"{p99([*map(float, rows)]):.1f}s", "5s", ok=p99(rows) <= 5),
        figure("R5-first-send-p99", f"{p99(sends):.1f}s", "15s", ok=p99(sends) <= 15),
        figure("R5-told", f"{len(found)}", count, ok=len(found) == count),
    ]


def restart(folder: Path) -> list[str]:
    """R5: who was overdue when the relay came back is told of."""
    files, channel = paths(folder / "restart"), Slow()
    armed(files, 50)
    missing_soon(files, 20, time.time() - 30, 0)
    before = time.time()
    with running(files, channel):
        while len(alarms(channel)) < 20 and time.time() < before + 90:
            time.sleep(0.1)
    found = alarms(channel)
    took = max(found.values(), default=before + 999) - before
    told = f"{took:.1f}s of {len(found)}"
    return [figure("R5-overdue-after-restart", told, "60s", ok=took <= 60 and len(found) == 20)]


def idle(folder: Path, count: int, seconds: float) -> list[str]:
    """R6: what it costs when nothing is due."""
    files = paths(folder / "many")
    before = time.process_time()
    armed(files, count)
    print(f"armed {count} people: {time.process_time() - before:.1f} CPU-s", flush=True)
    with running(files, Slow()) as loop:
        began = loop.swept
        while loop.swept == began:
            time.sleep(0.5)  # it reads everybody once when it starts
        time.sleep(3)
        used, began = time.process_time(), time.perf_counter()
        time.sleep(seconds)
        share = (time.process_time() - used) / (time.perf_counter() - began)
    store = open_store(files)
    sweep(store)
    began = time.perf_counter()
    for _ in range(1000):
        sweep(store)
    each = (time.perf_counter() - began) / 1000
    store.close()
    size = files.database.stat().st_size / 1e6
    print(f"{count} people are {size:.0f} MB; a sweep with nothing due takes {1e6 * each:.0f} µs")
    return [
        figure("R6-idle-cpu", f"{100 * share:.2f}%", "2%", ok=share < 0.02),
        figure("R6-sweep", f"{1000 * each:.3f}ms", "1ms", ok=each <= 0.001),
    ]


def storm(folder: Path, count: int) -> list[str]:
    """R6: so many people missed in one second, among all the others."""
    files, channel = paths(folder / "many"), Slow()
    with running(files, channel):
        time.sleep(2)
        first = time.time() + 3
        missing_soon(files, count, first, 0)
        while len(alarms(channel)) < count and time.time() < first + 400:
            time.sleep(0.2)
    found = alarms(channel)
    took = max(found.values(), default=first + 999) - first
    name, ok = f"R6-{count}-misses-first-tried", took <= 300 and len(found) == count
    return [figure(name, f"{took:.0f}s of {len(found)}", "300s", ok=ok)]


def busy(folder: Path, seconds: int) -> list[str]:
    """R6: fifty signed check-ins in a second, while the loop runs."""
    files = paths(folder / "busy")
    create(files)
    store = open_store(files)
    known, count = Known(store.meta().relay), 50 * seconds
    owners = [Owner(f"b{number}") for number in range(count)]
    with acting(store) as made:
        for owner in owners:
            person = people.add(made, owner.person, owner.plan())
            state = State(phase=Phase.WATCHING, cycle=1, due=made.now + 60, reminded=2)
            people._save(made, replace(person, state=state))  # noqa: SLF001 - a bench
    texts = [owner.check_in(known, 1) for owner in owners]
    taken = []
    with running(files, Slow()):
        began = time.perf_counter()
        for number, text in enumerate(texts):
            planned = began + number / 50
            time.sleep(max(planned - time.perf_counter(), 0))
            orders.take_signed(store, text)
            taken.append(1000 * (time.perf_counter() - planned))
    store.close()
    return [figure("R6-check-in-p99", f"{p99(taken):.1f}ms", "100ms", ok=p99(taken) <= 100)]
