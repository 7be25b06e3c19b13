"""The process that looks once a minute, tells whom it has to, and remembers across restarts."""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import msgspec

from panoh.channels import Accepted, Channel
from panoh.channels.wording import compose
from panoh.checkin import Contact
from panoh.relay.watch.outage import Seen, contacts_are_due, look, owner_is_due

OUT, BACK = "watch-out", "watch-back"


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
        self.seen = _recalled(memory)

    def look(self, now: int) -> None:
        """One look and all that follows from it."""
        self._keep(look(self.seen, well=self._well(), now=now))
        if self.seen.since is None:
            self._tell_the_end()
        else:
            self._tell_the_outage()

    def _tell_the_outage(self) -> None:
        due = [self._owner.id] if owner_is_due(self.seen) else []
        if contacts_are_due(self.seen):
            due = list(self._people)
        if due and not self.seen.told:
            self._keep(replace(self.seen, outage=self.seen.since or 0))
        for one in due:
            if one not in self.seen.told and self._said(one, OUT):
                self._keep(replace(self.seen, told=(*self.seen.told, one)))

    def _tell_the_end(self) -> None:
        for one in self.seen.told:
            if one not in self._people or self._said(one, BACK):
                left = tuple(each for each in self.seen.told if each != one)
                self._keep(replace(self.seen, told=left))

    def _said(self, one: str, kind: str) -> bool:
        """Whether one way to this person took it; the first that does is enough."""
        person = self._people[one]
        message, key = compose(kind, person.language), f"{kind}-{self.seen.outage}-{one}"
        return any(
            self._channels[way.channel].send(way.to, message, key) == Accepted()
            for way in person.addresses
        )

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
