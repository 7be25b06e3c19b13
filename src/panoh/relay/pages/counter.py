"""Where requests wait for the desk: a few at a time, a short queue, and an honest no after that."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

T = TypeVar("T")

AT_ONCE = 4
QUEUE = 200


class Busy(Exception):
    """More is asked than can be answered in time."""


class Counter:
    """Runs blocking calls, few at a time: each PIN costs memory, and the loop must not starve."""

    def __init__(self, at_once: int = AT_ONCE, queue: int = QUEUE) -> None:
        self._threads = ThreadPoolExecutor(at_once, "desk")
        self._waiting = 0
        self._most = at_once + queue

    async def ask(self, call: Callable[..., T], *values: object) -> T:
        """The answer of a blocking call; raises `Busy` when too many wait already."""
        if self._waiting >= self._most:
            raise Busy
        self._waiting += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, partial(call, *values))
        finally:
            self._waiting -= 1
