"""Where requests wait for the relay: a few at a time, a short queue, an honest no after that."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, ParamSpec, TypeVar

from panoh.relay.clock import Clock
from panoh.relay.errors import RelayUnsafe, RelayWriteFailed
from panoh.relay.store import Paths, Store, open_store

P = ParamSpec("P")
T = TypeVar("T")

AT_ONCE = 4
QUEUE = 200


class Busy(Exception):
    """More is asked than can be answered in time."""


class Counter:
    """Runs what pages ask of the relay in a few threads, each with a connection of its own.

    Each PIN costs memory and time; few at once leave room for the sweep, which must not wait.
    """

    def __init__(
        self, files: Paths, system: Clock | None = None, at_once: int = AT_ONCE, queue: int = QUEUE
    ) -> None:
        self._files = files
        self._system = system
        self._threads = ThreadPoolExecutor(at_once, "page")
        self._own = threading.local()
        self._waiting = 0
        self._most = at_once + queue

    async def ask(
        self, call: Callable[Concatenate[Store, P], T], *values: P.args, **named: P.kwargs
    ) -> T:
        """What the relay says to this; raises `Busy` when too many wait already."""
        if self._waiting >= self._most:
            raise Busy
        self._waiting += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(
                self._threads, lambda: self._in_thread(lambda store: call(store, *values, **named))
            )
        finally:
            self._waiting -= 1

    def _in_thread(self, call: Callable[[Store], T]) -> T:
        store: Store | None = getattr(self._own, "store", None)
        if store is None:
            store = self._own.store = open_store(self._files, self._system)
        try:
            return call(store)
        except (RelayUnsafe, RelayWriteFailed):
            # The next one tries with a new connection: the disk may be well again.
            self._own.store = None
            store.close()
            raise

    def close(self) -> None:
        """Let what is running end, and close the connections."""
        self._threads.shutdown(wait=True)
