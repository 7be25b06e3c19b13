"""How much anybody may ask, without remembering who asked."""

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
