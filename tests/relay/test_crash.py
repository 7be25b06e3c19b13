"""kill -9: at every commit, around every channel call, and whenever it pleases."""

import json
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from random import Random

import pytest
from tests.relay.child import PEOPLE, names
from tests.relay.support import DUE, EVE, LAST, Known, Owner, Relay
from tests.relay.world import Crash, ObedientClock

from panoh.checkin import Reason
from panoh.checkin.schedule import Daily
from panoh.checkin.signed import ArmOrder
from panoh.relay import answers, orders
from panoh.relay.store import create, open_store, paths

ROOT = Path(__file__).parents[2]


class Dies:
    """Counts the points passed and dies at one of them."""

    def __init__(self, at: int) -> None:
        self.left, self.passed = at, Counter[str]()

    def __call__(self, point: str) -> None:
        self.passed[point] += 1
        self.left -= 1
        if self.left == 0:
            raise Crash


def whole_way(relay: Relay, owner: Owner) -> None:
    """Miss, tell, take, close; whatever dies is started again and goes on."""
    relay.wait(50)
    if relay.clock.time < DUE - 100:
        relay.skip(DUE - 100)
    relay.until(LAST + 51)
    token = relay.shown("alarm")[0].token
    if relay.name(owner) == "alarm":
        answers.take(relay.store, token)
    if relay.name(owner) == "acknowledged":
        answers.close(relay.store, token, Reason.REACHED)
    relay.wait(120)


def live_and_die(memory: Path, number: int) -> tuple[Relay, Dies, bool]:
    dies = Dies(number)
    relay = Relay(memory / "r", reach=lambda _: None)
    owner = Owner()
    relay.enrol(owner)
    relay.reach = dies
    relay.world.reach = dies
    relay.store.reach = dies
    died = False
    for _ in range(2):
        try:
            whole_way(relay, owner)
        except Crash:
            died = True
            relay.restart(5)
        else:
            break
    return relay, dies, died


def moments() -> int:
    """How many commits and channel calls the whole way has."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        _, dies, _ = live_and_die(Path(folder), -1)
    return sum(dies.passed.values())


@pytest.mark.parametrize("every", [7, pytest.param(1, marks=pytest.mark.long)])
def test_dying_at_any_commit_or_channel_call_loses_and_doubles_nothing(
    memory: Path, every: int
) -> None:
    whole = moments()
    assert whole > 150
    hit = Counter[bool]()
    for number in range(1, whole + 1, every):
        folder = memory / str(number)
        relay, _, died = live_and_die(folder, number)
        hit[died] += 1
        assert [each.to for each in relay.shown("alarm")] == ["anna@mail.example"], number
        assert relay.shown("alarm")[0].at > LAST
        assert sorted(relay.asked("stand-down")) == ["anna", "own"], number
        assert sum(relay.world.again.values()) <= 1, number
        relay.store.close()
    assert hit[True] > 20


def prepared(folder: Path) -> Path:
    """A relay with people, and a diary that begins."""
    clock = ObedientClock(EVE)
    create(paths(folder), clock)
    store = open_store(paths(folder), clock)
    relay = Known(store.meta().relay)
    for number in range(PEOPLE):
        owner = Owner(f"p{number}")
        plan = owner.plan(schedule=Daily(at="08:00", zone="UTC"))
        order = owner.order(relay, ArmOrder(plan=plan))
        orders.take_signed(store, order, orders.invite(store))
    store.close()
    diary = folder / "diary"
    diary.write_text(json.dumps({"at": EVE}) + "\n")
    return diary


def kill_again_and_again(folder: Path, diary: Path, times: int, seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - dice
    for number in range(times):
        command = [sys.executable, "-m", "tests.relay.child", str(folder), str(diary), str(number)]
        child = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)
        size = diary.stat().st_size
        while diary.stat().st_size == size and child.poll() is None:
            time.sleep(0.01)  # it lives
        time.sleep(dice.uniform(0, 0.4))
        child.send_signal(signal.SIGKILL)
        _, said = child.communicate()
        assert child.returncode == -signal.SIGKILL, said.decode()


@pytest.mark.parametrize("times", [8, pytest.param(500, marks=pytest.mark.long)])
def test_real_kills_of_a_real_process(memory: Path, times: int) -> None:
    folder = memory / "r"
    diary = prepared(folder)
    kill_again_and_again(folder, diary, times, seed=times)
    lines = [json.loads(line) for line in diary.read_bytes().split(b"\n") if line]
    now = lines[-1]["at"]
    days = (now - EVE) / 86_400
    print(f"{times} kills in {days:.1f} days of {PEOPLE} people")
    check_alarms(folder, lines, now)
    store = open_store(paths(folder), ObedientClock(now), check=True)
    kept = store.db.execute("SELECT key FROM outbox WHERE done = 'accepted'").fetchall()
    sent = {line["sent"] for line in lines if "sent" in line}
    assert {key for (key,) in kept} <= sent
    store.close()


def check_alarms(folder: Path, lines: list[dict[str, object]], now: float) -> None:
    """Whoever never checks in is told of once their time is over; nobody else ever is."""
    store = open_store(paths(folder), ObedientClock(now))
    refs = {str(ref): str(id_) for id_, ref in store.db.execute("SELECT id, ref FROM people")}
    store.close()
    people = {Owner(f"p{number}").person: number for number in range(PEOPLE)}
    first: dict[int, float] = {}
    times: dict[str, int] = defaultdict(int)
    for line in lines:
        key = str(line.get("sent", ""))
        if key.endswith("-alarm"):
            number = people[refs[key.split("-", maxsplit=1)[0]]]
            first.setdefault(number, float(str(line["at"])))
            times[key] += 1
    due = EVE + 20 * 3600
    if now > due + 2 * 3600:
        assert set(first) == {number for number in range(PEOPLE) if not names(number)}
        assert min(first.values()) > due + 3600
        assert sum(times.values()) - len(times) <= 250
    else:
        assert first == {}
