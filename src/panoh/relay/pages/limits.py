"""How much anybody may ask, without remembering who asked."""

import math
from collections import deque
from hashlib import sha256
from time import monotonic
from urllib.parse import parse_qsl

from starlette.requests import Request

MOST_FORM = 4096
_FIELDS = 8


class TooLarge(Exception):
    """More was sent than any page of ours sends."""


async def body(request: Request, most: int) -> bytes:
    """The body of a request, never more than `most` bytes of it in memory."""
    told = b""
    async for piece in request.stream():
        told += piece
        if len(told) > most:
            raise TooLarge
    return told


async def form(request: Request) -> dict[str, str]:
    """The fields of one of our forms; what cannot be read is as good as nothing."""
    told = await body(request, MOST_FORM)
    try:
        return dict(parse_qsl(told.decode("ascii"), max_num_fields=_FIELDS, errors="replace"))
    except ValueError:
        return {}


class Tries:
    """Counts wrong PINs for each link within a time; links are kept as digests, in memory only.

    A link that is locked is locked for its owner too: being guessed at ends in an alarm, not in
    silence.
    """

    def __init__(self, most: int = 8, seconds: float = 900, links: int = 10_000) -> None:
        self._most = most
        self._seconds = seconds
        self._links = links
        self._wrong: dict[bytes, deque[float]] = {}

    def minutes_left(self, token: str) -> int:
        """How long to wait before the next try; 0 if it may be now."""
        now, wrong = monotonic(), self._wrong.get(_digest(token), deque())
        while wrong and wrong[0] <= now - self._seconds:
            wrong.popleft()
        if len(wrong) < self._most:
            return 0
        return math.ceil((wrong[0] + self._seconds - now) / 60)

    def was_wrong(self, token: str) -> None:
        """Count a wrong PIN."""
        key = _digest(token)
        wrong = self._wrong.pop(key, deque(maxlen=self._most))
        wrong.append(monotonic())
        self._wrong[key] = wrong
        while len(self._wrong) > self._links:
            self._wrong.pop(next(iter(self._wrong)))


def _digest(token: str) -> bytes:
    return sha256(token.encode()).digest()[:16]
