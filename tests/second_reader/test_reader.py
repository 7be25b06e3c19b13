"""Somebody else's program, written from docs/format.md alone, reads a vault of ours whole."""

import ast
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from os import urandom
from pathlib import Path

import pytest
from tests.vault.support import CHEAP, PASSPHRASE, Listing, Place, body

from panoh.vault import Vault, files

HERE = "tests.second_reader"
READER = Path(__file__).with_name("reader.py")
CONTENTS = [urandom(250_000), b"words " * 1000, b""]


@dataclass(frozen=True)
class Made:
    """A vault with a history: saves, files, a roll-up, a second device, and its way back in."""

    place: Place
    recovery: str
    idents: dict[str, bytes]


@pytest.fixture
def made(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    monkeypatch.setattr(files, "PART", 100_000)
    idents: dict[str, bytes] = {}

    def save(vault: Vault, *bodies: bytes) -> None:
        idents.update(zip(vault.save(bodies), bodies, strict=True))

    created = place.create()
    with created.vault as vault:
        for content in CONTENTS:
            vault.put_file(io.BytesIO(content))
        save(vault, *(body(number, "Зарина\u2028 s x") for number in range(7)))
        save(vault, body(7))
        vault.roll_up()
        vault.put_file(io.BytesIO(b"late"))
    elsewhere = tmp_path / "second-device"
    recovered = Vault.recover(
        place.folder, elsewhere, created.recovery_identity, PASSPHRASE, Listing(), cost=CHEAP
    )
    with recovered as vault:
        save(vault, body(8), body(9))
    with place.unlock() as vault:
        save(vault, body(10))
    return Made(place, created.recovery_identity, idents)


def read(made: Made, tmp_path: Path, code: int = 0) -> tuple[dict[str, bytes], dict[str, int], str]:
    key = tmp_path / "R.txt"
    key.write_text(made.recovery + "\n")
    command = [sys.executable, "-I", str(READER), str(made.place.folder), str(key)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    rows = [line.split(" ", 2) for line in done.stdout.split("\n")[:-1]]
    statements = {ident: text.encode() for kind, ident, text in rows if kind == "statement"}
    return statements, {d: int(size) for kind, d, size in rows if kind == "file"}, done.stderr


def test_it_gets_every_statement_and_file(made: Made, tmp_path: Path) -> None:
    statements, stored, _ = read(made, tmp_path)
    assert statements == made.idents
    assert stored == {sha256(one).hexdigest(): len(one) for one in [*CONTENTS, b"late"]}


def test_it_notices_what_the_program_notices(made: Made, tmp_path: Path) -> None:
    with made.place.unlock() as vault:
        before = made.place.objects()
        vault.save([body(11)])
        (name,) = made.place.objects() - before
    path = made.place.folder / "m" / name
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    statements, _, wrong = read(made, tmp_path, code=1)
    assert name in wrong
    assert statements == made.idents


def test_it_waits_where_a_save_is_missing(made: Made, tmp_path: Path) -> None:
    with made.place.unlock() as vault:
        before = made.place.objects()
        vault.save([body(11)])
        (gone,) = made.place.objects() - before
        vault.save([body(12)])
    (made.place.folder / "m" / gone).unlink()
    statements, _, wrong = read(made, tmp_path, code=1)
    assert "1 segments wait" in wrong
    assert statements == made.idents


def test_it_shares_no_code_with_the_program() -> None:
    allowed = {"cryptography", "nacl", "zstandard", *sys.stdlib_module_names}
    for path in (READER, READER.with_name("agefile.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or "a neighbour"]
            outside = {name.split(".")[0] for name in names if name != HERE + ".agefile"}
            assert outside <= allowed, path.name


def test_statements_are_the_json_that_was_saved(made: Made, tmp_path: Path) -> None:
    statements, _, _ = read(made, tmp_path)
    assert sorted(json.loads(text)["n"] for text in statements.values()) == list(range(11))


def test_what_was_erased_stays_so_when_an_old_copy_comes_back(made: Made, tmp_path: Path) -> None:
    kept = {path.name: path.read_bytes() for path in (made.place.folder / "m").iterdir()}
    gone = next(iter(made.idents))
    with made.place.unlock() as vault:
        vault.erase([gone], [], basis="asked for")
    for name, data in kept.items():
        (made.place.folder / "m" / name).write_bytes(data)
    statements, _, _ = read(made, tmp_path)
    assert statements == {key: text for key, text in made.idents.items() if key != gone}
