"""A relay in a process of its own that is killed: `child.py FOLDER DIARY SEED`.

The diary is what the outside world knows: one line for each message a channel took and each
check-in that was acknowledged, written at once. Time is virtual: the diary's last line is now.
"""

import json
import os
import sys
from pathlib import Path
from random import Random

from tests.relay.support import Known, Owner
from tests.relay.world import ObedientClock

from panoh.channels import Accepted, Message, Result
from panoh.checkin.events import Answer
from panoh.relay import orders, page, people
from panoh.relay.postman import Route, deliver
from panoh.relay.store import Store, open_store, paths
from panoh.relay.sweep import sweep
from panoh.relay.waking import new_zone_rules

PEOPLE = 12
STEP = 50


class Diary:
    """Lines that outlive the process."""

    def __init__(self, path: Path) -> None:
        self.handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def write(self, **line: object) -> None:
        os.write(self.handle, json.dumps(line).encode() + b"\n")


class Noting:
    """A channel that takes everything and notes it."""

    name = "mail"

    def __init__(self, clock: ObedientClock, diary: Diary) -> None:
        self.clock, self.diary = clock, diary

    def send(self, to: str, message: Message, key: str) -> Result:  # noqa: ARG002
        self.diary.write(at=self.clock.time, sent=key)
        return Accepted()

    def check(self) -> Result:
        return Accepted()


def names(number: int) -> bool:
    """Half of the people check in every day; the others never do."""
    return number % 2 == 0


def main(folder: Path, diary: Path, seed: int) -> None:
    clock = ObedientClock(last_moment(diary))
    book, dice = Diary(diary), Random(seed)  # noqa: S311 - dice
    store = open_store(paths(folder), clock, check=True)
    new_zone_rules(store)
    noting = Noting(clock, book)
    route = Route({"mail": noting, "push": noting}, "https://relay.example")
    while True:
        clock.time += STEP
        while sweep(store):
            pass
        while deliver(store, route, f"{seed}", 3):
            pass
        for number in range(PEOPLE):
            if names(number) and dice.random() < 0.05:
                check_in(store, Owner(f"p{number}"), clock, book)
        book.write(at=clock.time)


def check_in(store: Store, owner: Owner, clock: ObedientClock, book: Diary) -> None:
    person = people.find(store.db, "id", owner.person)
    assert person is not None
    seen = page.look(store, person.door).seen
    if clock.time < seen.opens:
        return
    text = owner.check_in(Known(store.meta().relay), seen.cycle)
    if orders.take_signed(store, text).answer is Answer.DONE:
        book.write(at=clock.time, well=owner.name, due=seen.due)


def last_moment(diary: Path) -> float:
    """When the outside world last heard anything."""
    lines = diary.read_bytes().split(b"\n")
    whole = [json.loads(line) for line in lines[:-1]]
    return float(whole[-1]["at"])


if __name__ == "__main__":
    place = Path(sys.argv[1])
    main(place, Path(sys.argv[2]), int(sys.argv[3]))
