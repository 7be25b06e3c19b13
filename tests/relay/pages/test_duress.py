"""Over HTTP, nobody with a stopwatch or a pair of scales can tell a PIN under duress."""

import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import httpx
import pytest
from tests.relay.serving import served
from tests.relay.watched import PIN, UNDER_DURESS, World, plan

from panoh.checkin.schedule import Every
from panoh.checkin.signed import ArmOrder, public_key, sign
from panoh.relay.orders import invite, take_signed
from panoh.relay.pages import Counter, pages
from panoh.relay.pages.service import Health
from panoh.relay.people import ALL, read
from panoh.relay.store import rows

MOST = 0.005  # seconds between the medians


@pytest.fixture
def town(memory: Path) -> Iterator[World]:
    world = World(memory, plan(Every(hours=1)))
    yield world
    world.close()


def doors(town: World, count: int) -> list[str]:
    """The pages of so many people, each with a plan of their own and the same two PINs."""
    for number in range(count):
        seed = number.to_bytes(32, "big")
        text = sign(
            ArmOrder(plan=town.plan),
            seed=seed,
            person=public_key(seed),
            relay=town.store.meta().relay,
            number=1,
            mark_key=b"m" * 32,
            duress=False,
        )
        take_signed(town.store, text, invite(town.store))
    found = rows(town.store.db, "SELECT door FROM people")
    return [f"/c/{row[0]}" for row in found][:count]


def measured(
    town: World, count: int, floor: float, say: Callable[[httpx.Client, str, str], httpx.Response]
) -> tuple[dict[str, list[float]], set[tuple[int, str, int]]]:
    """How long each of the two PINs took, turn about, and the different answers there were."""
    took: dict[str, list[float]] = {PIN: [], UNDER_DURESS: []}
    answers = set()
    counter = Counter(town.files, town.clock)
    app = pages(counter, lambda: Health(well=True, beat=1), ("mail",), floor=floor)
    with served(app) as address, httpx.Client(base_url=address, timeout=30) as visitor:
        for number, door in enumerate(doors(town, count)):
            pin = UNDER_DURESS if number % 2 else PIN
            began = perf_counter()
            answer = say(visitor, door, pin)
            took[pin].append(perf_counter() - began)
            text = answer.text.replace(door, "the door")
            answers.add((answer.status_code, text, len(answer.content)))
    counter.close()
    return took, answers


def well(visitor: httpx.Client, door: str, pin: str) -> httpx.Response:
    return visitor.post(door, data={"do": "well", "pin": pin})


def apart(took: dict[str, list[float]]) -> float:
    return abs(statistics.median(took[PIN]) - statistics.median(took[UNDER_DURESS]))


def alarms(town: World) -> int:
    """How many people others will be told about."""
    states = [each.state for each in map(read, rows(town.store.db, ALL))]
    return sum(state.alarm is not None and state.alarm.duress for state in states)


def test_bytes_are_the_same_and_times_too(town: World) -> None:
    """The floor is higher than in life, so that a busy machine keeps to it as well."""
    took, answers = measured(town, 24, 0.3, well)
    assert len(answers) == 1
    assert apart(took) < MOST
    assert alarms(town) == 12


@pytest.mark.long
def test_over_a_thousand_answers_even_without_the_floor(town: World) -> None:
    took, answers = measured(town, 1000, 0, well)
    print(
        f"median {statistics.median(took[PIN]) * 1000:.2f} ms plain,"
        f" {statistics.median(took[UNDER_DURESS]) * 1000:.2f} ms under duress"
    )
    assert len(answers) == 1
    assert apart(took) < MOST
    assert alarms(town) == 500


def test_an_answer_that_took_longer_would_be_seen(town: World) -> None:
    def slower(visitor: httpx.Client, door: str, pin: str) -> httpx.Response:
        answer = well(visitor, door, pin)
        if pin == UNDER_DURESS:
            visitor.get(door)
            visitor.get(door)
        return answer

    took, _answers = measured(town, 20, 0, slower)
    assert apart(took) > MOST / 5
