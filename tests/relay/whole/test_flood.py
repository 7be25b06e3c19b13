"""A flood of strangers, forged orders and guessed PINs keeps nobody from answering."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle

import httpx
import pytest
from tests.relay.whole.relay_process import Relay
from tests.relay.whole.test_whole_story import plan

from panoh.checkin.signed import ArmOrder, public_key, sign

STRANGERS = 40
MOST = 10  # seconds for an answer, with everything on two cores


@contextmanager
def flooded(relay: Relay, door: str) -> Iterator[list[int]]:
    """Forty who ask all the time: pages that are none, orders of nobody, PINs that are wrong."""
    over, asked = threading.Event(), list[int]()
    order = sign(
        ArmOrder(plan=plan()),
        seed=b"z" * 32,
        person=public_key(b"z" * 32),
        relay=relay.invitation["Id"],
        number=1,
        mark_key=b"m" * 32,
        duress=False,
    )

    def ask(kind: int) -> None:
        while not over.is_set():
            try:
                if kind == 0:
                    answer = httpx.get(f"{relay.address}/a/nobody", timeout=5)
                elif kind == 1:
                    answer = httpx.post(f"{relay.address}/orders", content=f"{order}\nx", timeout=5)
                else:
                    answer = httpx.post(door, data={"do": "well", "pin": "000000"}, timeout=5)
                asked.append(answer.status_code)
            except httpx.HTTPError:
                asked.append(0)

    kinds = cycle(range(3))
    threads = [threading.Thread(target=ask, args=(next(kinds),)) for _ in range(STRANGERS)]
    for each in threads:
        each.start()
    try:
        yield asked
    finally:
        over.set()
        for each in threads:
            each.join()


@pytest.mark.long
def test_a_flood_keeps_nobody_from_answering(relay: Relay) -> None:
    relay.start()
    relay.arm(plan())
    door = relay.link("firuza", "A reminder")
    with flooded(relay, door) as asked:
        link = relay.link("rustam", "Please answer")
        began = time.monotonic()
        assert httpx.get(door, timeout=MOST).status_code == 200
        taken = httpx.post(link, data={"do": "take"}, timeout=MOST)
        took = time.monotonic() - began
        assert relay.well()
    print(f"{len(asked)} asked, {asked.count(429)} of them told to wait; {took:.1f} s for two")
    assert "You have taken it" in taken.text
    assert len(asked) > 500, "the control: it was a flood"
    assert asked.count(429) > 50, "guessing was stopped"
