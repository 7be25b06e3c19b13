"""Bodies have a size and a time: a request that trickles or swells is ended."""

import asyncio
from time import monotonic
from typing import Final

from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

#: The largest form: a long testimony, with room. Files are streamed by routes of their own.
FORM_BYTES: Final = 2 << 20
FORM_SECONDS: Final = 20.0


_CLOSE = {"connection": "close"}


class TooLarge(HTTPException):
    """The body is longer than the route takes."""

    def __init__(self) -> None:
        super().__init__(413, headers=_CLOSE)


class TooSlow(HTTPException):
    """The body did not arrive in time."""

    def __init__(self) -> None:
        super().__init__(408, headers=_CLOSE)


def bounded(receive: Receive, most: int, seconds: float) -> Receive:
    """Receive at most so many bytes, the whole within so many seconds.

    With `seconds` of 0 each piece has the time of a form: a long file may take long, but never
    stand still.
    """
    got, began, done = 0, monotonic(), False

    async def receive_bounded() -> Message:
        nonlocal got, done
        if done:
            return await receive()
        left = seconds - (monotonic() - began) if seconds else FORM_SECONDS
        try:
            message = await asyncio.wait_for(receive(), max(0.0, left))
        except TimeoutError:
            raise TooSlow from None
        got += len(message.get("body", b""))
        if got > most:
            raise TooLarge
        done = not message.get("more_body", False)
        return message

    return receive_bounded
