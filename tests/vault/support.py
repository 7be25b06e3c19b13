"""Vaults on a real disk with a passphrase that costs little, and a projection that counts."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import apsw

from panoh.vault import Created, KdfCost, Leaf, Vault
from panoh.vault import publish as publishing

CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "soft river bending twice"


class Listing:
    """Keeps every leaf it was handed, in order; fails if one comes twice."""

    def __init__(self, version: int = 1) -> None:
        self.version = version

    def create(self, db: apsw.Connection) -> None:
        db.execute("CREATE TABLE listed(n INTEGER PRIMARY KEY, id TEXT UNIQUE, body BLOB)")

    def apply(self, db: apsw.Connection, leaves: Sequence[Leaf]) -> None:
        rows = [(leaf.id, leaf.body) for leaf in leaves]
        db.executemany("INSERT INTO listed(id, body) VALUES(?, ?)", rows)


@dataclass(frozen=True)
class Place:
    """A vault folder and a device folder side by side."""

    folder: Path
    device: Path

    def create(self) -> Created:
        return Vault.create(self.folder, self.device, PASSPHRASE, Listing(), cost=CHEAP)

    def unlock(self) -> Vault:
        return Vault.unlock(self.folder, self.device, PASSPHRASE, Listing())

    def rebuild(self) -> Vault:
        return Vault.rebuild(self.folder, self.device, PASSPHRASE, Listing())

    def objects(self) -> set[str]:
        return {path.name for path in (self.folder / "m").iterdir()}


def body(number: int, text: str = "") -> bytes:
    return json.dumps({"n": number, "text": text}, ensure_ascii=False).encode()


def statements(vault: Vault) -> list[bytes | None]:
    return [leaf.body for leaf in vault.all_leaves() if leaf.tag != "c"]


def listed(vault: Vault) -> list[bytes]:
    query = "SELECT body FROM listed ORDER BY n"
    rows = vault.db.execute(query).fetchall()
    return [bytes(row[0]) for row in rows if isinstance(row[0], bytes)]


def publish(folder: Path, data: bytes) -> str:
    return publishing.publish(folder, data, point="test")
