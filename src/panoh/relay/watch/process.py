"""The process that looks once a minute, tells whom it has to, and remembers across restarts."""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import monotonic

import msgspec

from panoh.channels import Accepted, Channel
from panoh.channels.wording import compose
from panoh.checkin import Contact
from panoh.relay.watch.outage import (
    Seen,
    contacts_are_due,
    ended,
    is_back,
    look,
    owner_is_due,
    was_our_own,
)

OUT, BACK = "watch-out", "watch-back"
BUDGET = 60.0  # seconds of telling between two looks


class Watcher:
    """Looks, and tells; what it has seen stands in one small file, written anew each time."""

    def __init__(
        self,
        well: Callable[[], bool],
        owner: Contact,
        contacts: Sequence[Contact],
        channels: Mapping[str, Channel],
        memory: Path,
    ) -> None:
        self._well = well
        self._owner = owner
        self._people = {each.id: each for each in (owner, *contacts)}
        self._channels = channels
        self._memory = memory
        self._until = 0.0
        self._failed: set[str] = set()
        self.seen = _recalled(memory)

    def look(self, now: int) -> None:
        """One look and all that follows from it."""
        self._keep(look(self.seen, well=self._well(), now=now))
        self._until = monotonic() + BUDGET
        if is_back(self.seen):
            self._tell_the_end()
        elif self.seen.since is not None:
            self._tell_the_outage()

    def _tell_the_outage(self) -> None:
        due = [self._owner.id] if owner_is_due(self.seen) else []
        if contacts_are_due(self.seen):
            due = list(self._people)
        if due and not self.seen.told:
            self._keep(replace(self.seen, outage=self.seen.since or 0))
        for one in sorted(due, key=self._failed.__contains__):
            if one not in self.seen.told and self._said(one, OUT):
                self._keep(replace(self.seen, told=(*self.seen.told, one)))

    def _tell_the_end(self) -> None:
        if was_our_own(self.seen):
            self._keep(ended(self.seen, contacts=True))
        contacts = self.seen.told not in ((), (self._owner.id,))
        for one in self.seen.told:
            if one not in self._people or self._said(one, BACK):
                left = tuple(each for each in self.seen.told if each != one)
                self._keep(replace(self.seen, told=left))
                if not left:
                    self._keep(ended(self.seen, contacts=contacts))

    def _said(self, one: str, kind: str) -> bool:
        """Whether one way to this person took it; the first that does is enough.

        Telling hundreds must not keep it from looking: the rest are told after the next look, and
        those whom nothing reached after the others.
        """
        if monotonic() > self._until:
            return False
        person = self._people[one]
        message, key = compose(kind, person.language), f"{kind}-{self.seen.outage}-{one}"
        for way in person.addresses:
            with suppress(Exception):  # a channel that breaks its word must not end the watching
                if self._channels[way.channel].send(way.to, message, key) == Accepted():
                    self._failed.discard(one)
                    return True
        self._failed.add(one)
        return False

    def _keep(self, seen: Seen) -> None:
        if seen == self.seen:
            return
        self.seen = seen
        # A disk that is full or gone must not silence us: what is forgotten is said twice.
        with suppress(OSError):
            _write(self._memory, msgspec.json.encode(seen))


def _write(memory: Path, content: bytes) -> None:
    beside = memory.with_suffix(".new")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(memory)


def _recalled(memory: Path) -> Seen:
    """What was seen before a restart; what cannot be read is as if nothing had been seen."""
    try:
        return msgspec.json.decode(memory.read_bytes(), type=Seen)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Seen()
