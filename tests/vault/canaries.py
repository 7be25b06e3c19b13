"""Looking for a word in every byte of a vault and its device, with every key there ever was."""

import shutil
from base64 import b64encode
from collections.abc import Iterator, Sequence
from pathlib import Path

import apsw
from tests.vault.support import Place

from panoh.vault.container import is_keyring, unseal
from panoh.vault.errors import ObjectForeign
from panoh.vault.keyring import Keyring


def needles(text: str) -> list[bytes]:
    plain = text.encode()
    return [plain, text.casefold().encode(), b64encode(plain)[:-4], text.encode("utf-16-le")]


def every_byte(place: Place, rings: Sequence[Keyring], index_key: bytes) -> Iterator[bytes]:
    """Give all files of both folders, as they are and opened with every key there ever was."""
    for folder in (place.folder, place.device):
        for path in folder.rglob("*"):
            if path.is_file():
                yield path.read_bytes()
    keys = [ring.log for ring in rings] + [ring.table for ring in rings]
    for path in (place.folder / "m").iterdir():
        if not is_keyring(path):
            try:
                yield unseal(path.read_bytes(), keys, name=path.name)
            except ObjectForeign:
                continue
    for path in place.device.glob("index.db*"):
        if not path.name.endswith(("-wal", "-shm")):
            yield decrypted(path, index_key)


def decrypted(path: Path, key: bytes) -> bytes:
    """Give every page of an index in clear, free ones too."""
    copy = path.with_name("copy-of-" + path.name)
    shutil.copy(path, copy)
    if (wal := path.with_name(path.name + "-wal")).exists():
        shutil.copy(wal, copy.with_name(copy.name + "-wal"))
    db = apsw.Connection(str(copy))
    db.pragma("cipher", "chacha20")
    db.pragma("key", f"raw:{key.hex()}")
    db.pragma("journal_mode", "DELETE")
    db.pragma("rekey", "")
    db.close()
    data = copy.read_bytes()
    assert data.startswith(b"SQLite format 3")
    copy.unlink()
    return data


def canaries(place: Place, rings: Sequence[Keyring], index_key: bytes, text: str) -> int:
    """Count the spellings of a word in everything that is there, opened with all these keys."""
    everything = list(every_byte(place, rings, index_key))
    return sum(data.count(needle) for data in everything for needle in needles(text))
