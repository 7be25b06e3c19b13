"""A short digest before what is kept: a bit that changed on a bad disk is seen before it is used.

It keeps nobody out who may write to the file; it tells damage from a time that is merely odd.
"""

from hashlib import blake2b

from panoh.model.messages import mark as _
from panoh.relay.errors import RelayUnsafe

_SIZE = 8


def sealed(data: bytes, *beside: object) -> bytes:
    """Data with the digest of it and of what stands beside it in the same row."""
    return _digest(data, beside) + data


def unsealed(blob: bytes, *beside: object) -> bytes:
    """The data again; raises RelayUnsafe if it or what stands beside it has changed."""
    digest, data = blob[:_SIZE], blob[_SIZE:]
    if digest != _digest(data, beside):
        raise RelayUnsafe(reason=_("what it keeps is damaged"))
    return data


def _digest(data: bytes, beside: tuple[object, ...]) -> bytes:
    return blake2b(f"{beside} ".encode() + data, digest_size=_SIZE).digest()
