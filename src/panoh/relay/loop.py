"""The loop: one thread sweeps, some carry messages; what breaks is said to whoever runs the relay.

Several such processes may share one database. Nothing is lost if all of them die at any moment.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from threading import Event, Thread

from panoh.channels.wording import compose
from panoh.checkin import Contact
from panoh.model.messages import mark as _
from panoh.relay.errors import RelayError, RelayUnsafe, RelayWriteFailed
from panoh.relay.patrol import Patrol
from panoh.relay.postman import Gates, Route, deliver
from panoh.relay.store import Paths, Store, open_store
from panoh.relay.sweep import sweep
from panoh.relay.waking import new_zone_rules

EVERY = 1.0  # seconds between two sweeps
SHOUT_AGAIN = 3600.0
STANDS = 600.0  # seconds for which damage is told at least
CARRIERS = 18
AT_ONE_CHANNEL = 8  # so that two channels that hang leave two hands for a third


@dataclass
class Loop:
    """A running relay: where it keeps what it knows, how messages leave, who looks after it."""

    files: Paths
    route: Route
    operator: Contact
    carriers: int = CARRIERS
    stop: Event = field(default_factory=Event)
    #: When time was last looked at, by a clock that only goes forward.
    swept: float = field(default_factory=time.monotonic)
    _gates: Gates = field(default_factory=lambda: Gates(AT_ONE_CHANNEL))
    _patrol: Patrol = field(default_factory=Patrol)
    _shouted: dict[str, float] = field(default_factory=dict)
    _died: Exception | None = None
    #: For each part of the loop that is in trouble its code, and until when at least it stands.
    _troubles: dict[str, tuple[str, float]] = field(default_factory=dict)

    @property
    def trouble(self) -> str:
        """Why not everybody is watched at the moment; empty while all is well."""
        return next((code for code, _until in list(self._troubles.values())), "")

    def run(self) -> None:
        """Watch until `stop` is set. Without a database that can be trusted it only shouts.

        What is not foreseen in any part ends all of them and is raised: a relay that goes on
        without somebody to carry its messages would look well and tell nobody.
        """
        if not self._ready():
            return
        parts = [lambda: self._repeat("sweep", self._sweep)]
        parts += [partial(self._carry, number) for number in range(self.carriers)]
        threads = [Thread(target=self._guard, args=(part,)) for part in parts]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        if self._died is not None:
            raise self._died

    def _guard(self, part: Callable[[], None]) -> None:
        try:
            part()
        except Exception as error:  # noqa: BLE001 - raised again by `run`, once all have ended
            self._died = error
            self.stop.set()

    def _sweep(self, store: Store) -> int:
        done = sweep(store)
        self.swept = time.monotonic()
        self._well("rules")
        if store.meta().base.doubt:
            self._shout("clock")
        for name in sorted((self._patrol.go(store) or frozenset()) - set(self.route.channels)):
            self._shout("channel-gone", name)
        return done

    def _ready(self) -> bool:
        """Open and look through the database; shout until it is well or this is stopped."""
        while not self.stop.is_set():
            try:
                store = open_store(self.files, check=True)
                try:
                    if not new_zone_rules(store):
                        self._in_trouble(
                            "rules", RelayUnsafe(reason=_("it does not know a time zone any more"))
                        )
                finally:
                    store.close()
            except RelayError as error:
                self._in_trouble("start", error)
                self.stop.wait(EVERY)
            else:
                self._troubles.pop("start", None)
                return True
        return False

    def _carry(self, number: int) -> None:
        worker = f"{time.time_ns():x}-{number}"
        self._repeat(worker, lambda store: deliver(store, self.route, worker, gates=self._gates))

    def _repeat(self, part: str, work: Callable[[Store], int]) -> None:
        """Work while there is something to do, then rest; open anew what broke."""
        store: Store | None = None
        while not self.stop.is_set():
            try:
                store = store or open_store(self.files)
                busy = work(store)
            except RelayError as error:
                self._in_trouble(part, error)
                if store is not None:
                    self._make_room(store, error)
                    store.close()
                store, busy = None, 0
            else:
                self._well(part)
            if not busy:
                self.stop.wait(EVERY)
        if store is not None:
            store.close()

    def _make_room(self, store: Store, error: RelayError) -> None:
        if isinstance(error, RelayWriteFailed):
            store.make_room()

    def _well(self, part: str) -> None:
        if part in self._troubles and time.monotonic() > self._troubles[part][1]:
            del self._troubles[part]

    def _in_trouble(self, part: str, error: RelayError) -> None:
        """Remember it for the status, and tell whoever runs the relay."""
        # What is damaged is looked at again only after a while, and is no better until then.
        stands = STANDS if isinstance(error, RelayUnsafe) else 0.0
        self._troubles[part] = (error.code, time.monotonic() + stands)
        self._shout("watch-broken" if isinstance(error, RelayUnsafe) else "disk-fails")

    def _shout(self, kind: str, channel: str = "") -> None:
        """Tell whoever runs the relay, by every channel, at most once an hour."""
        what, now = kind + channel, time.monotonic()
        if what in self._shouted and now - self._shouted[what] < SHOUT_AGAIN:
            return
        self._shouted[what] = now
        # Beside the loop: a channel that hangs must not keep the time from being looked at.
        Thread(target=self._tell_operator, args=(kind, channel), daemon=True).start()

    def _tell_operator(self, kind: str, name: str) -> None:
        message = compose(kind, self.operator.language, link=self.route.base, channel=name)
        for address in self.operator.addresses:
            channel = self.route.channels.get(address.channel)
            if channel is None:
                continue
            with suppress(Exception):  # a channel that breaks its word must not stop the loop
                channel.send(address.to, message, f"{kind}-{time.time_ns()}")
