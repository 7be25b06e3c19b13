"""An end to every conversation: a server that answers one byte at a time cannot hold an alarm."""

import socket
from contextlib import suppress
from threading import Timer
from time import monotonic
from types import TracebackType
from typing import Self


class Deadline:
    """Shuts the watched connections when its seconds are over, whoever is waiting on them.

    Time-outs of sockets count the silence between two bytes and so never end a slow trickle.
    """

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds
        self._watched: list[socket.socket] = []
        self._timer = Timer(seconds, self._shut)
        self._timer.daemon = True

    @property
    def passed(self) -> bool:
        """Whether the time is over."""
        return monotonic() >= self._end

    def left(self) -> float:
        """The seconds left, for the time-out of a single step; never nothing."""
        return max(self._end - monotonic(), 0.01)

    def watch(self, connection: socket.socket) -> None:
        """Have this connection, not yet wrapped in TLS, shut in time."""
        # A duplicate still reaches the connection after TLS has taken the original over.
        self._watched.append(connection.dup())
        if self.passed:
            self._shut()

    def _shut(self) -> None:
        for connection in list(self._watched):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        self._timer.join()
        for connection in self._watched:
            connection.close()
