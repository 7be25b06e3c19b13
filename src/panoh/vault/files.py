"""Files of any size in the vault: read, cut, sealed part by part; verified before given out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from os import urandom
from typing import BinaryIO

from panoh.age import X25519Identity
from panoh.vault.container import read_object, seal, unseal
from panoh.vault.errors import ObjectDamaged
from panoh.vault.folder import VaultFolder
from panoh.vault.publish import make_folder, object_name, publish_as
from panoh.vault.units import Unit

# A little under 16 MiB, so that a part that does not compress still pads to 16 MiB exactly.
PART = (16 << 20) - (4 << 10)
_IN_MEMORY = 64 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """What a statement keeps of a file: digest and size of the whole, unit, parts in order."""

    sha256: str
    size: int
    unit: str
    parts: tuple[tuple[str, int], ...]


def store_parts(
    folder: VaultFolder, source: BinaryIO, progress: Callable[[int], None] | None = None
) -> Unit:
    """Publish a file part by part under a fresh key; `progress` is called with bytes done.

    The plaintext is only ever in memory. Nothing refers to the parts until the unit is published.
    """
    key, whole, size = X25519Identity.generate(), sha256(), 0
    parts: list[tuple[str, int]] = []
    while piece := _read_fully(source, PART):
        whole.update(piece)
        size += len(piece)
        data = seal(piece, key.recipient(), level=1)
        target = folder.part(object_name(data))
        make_folder(target.parent, point="file.shard")
        publish_as(target, data, point="file.part", mine=folder.mine)
        parts.append((target.name, len(piece)))
        if progress:
            progress(size)
    return Unit(
        id=urandom(16).hex(), sha256=whole.hexdigest(), size=size, parts=tuple(parts), key=key
    )


def read_file(
    folder: VaultFolder, stored: StoredFile, keys: Sequence[X25519Identity]
) -> Iterator[bytes]:
    """Verify a whole stored file, then give it out in pieces.

    Small files are kept from the first reading; larger ones are read twice, and each part is
    checked again by its name, which the first reading has proven. Raises ObjectMissing or
    ObjectDamaged before the first byte is given out.
    """
    keep = stored.size <= _IN_MEMORY
    whole, size, kept = sha256(), 0, list[bytes]()
    for piece in _pieces(folder, stored, keys):
        whole.update(piece)
        size += len(piece)
        if keep:
            kept.append(piece)
    if size != stored.size or whole.hexdigest() != stored.sha256:
        raise ObjectDamaged(name=f"file {stored.unit}", reason="its parts do not make the whole")
    return iter(kept) if keep else _pieces(folder, stored, keys)


def _pieces(
    folder: VaultFolder, stored: StoredFile, keys: Sequence[X25519Identity]
) -> Iterator[bytes]:
    for name, length in stored.parts:
        piece = unseal(read_object(folder.part(name)), keys, name=name, limit=PART)
        if len(piece) != length:
            raise ObjectDamaged(name=name, reason="it has another length than was recorded")
        yield piece


def _read_fully(source: BinaryIO, size: int) -> bytes:
    """Read `size` bytes or all that is left; pipes and uploads give less at a time."""
    pieces, missing = [], size
    while missing and (piece := source.read(missing)):
        pieces.append(piece)
        missing -= len(piece)
    return b"".join(pieces)
