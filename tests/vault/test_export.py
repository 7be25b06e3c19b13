"""An export holds everything, is sealed, and opens with stock tools."""

import io
import json
import shutil
import subprocess
import tarfile
from hashlib import sha256
from os import urandom
from pathlib import Path

import pytest
from tests.vault.support import Place, body

from panoh.age import ScryptIdentity, ScryptRecipient, X25519Identity, decrypt
from panoh.vault import Vault, files
from panoh.vault.errors import WriteFailed


def filled(place: Place, monkeypatch: pytest.MonkeyPatch) -> tuple[Vault, list[bytes]]:
    monkeypatch.setattr(files, "PART", 100_000)
    films = [urandom(250_001), b"words " * 1000, b""]
    vault = place.create().vault
    for film in films:
        vault.put_file(io.BytesIO(film))
    vault.save([body(1, "Зарина"), body(2, "to go")])
    vault.erase([vault.save([body(3, "gone")])[0]], [], "mistake")
    return vault, films


def unpacked(data: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        members = {one.name: archive.extractfile(one) for one in archive}
        return {name: member.read() for name, member in members.items() if member}


def test_everything_is_in_it(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    key = X25519Identity.generate()
    vault, films = filled(place, monkeypatch)
    with vault:
        target = io.BytesIO()
        done = vault.export(target, [key.recipient()])
        assert (done.statements, done.files, done.missing) == (2, 3, ())
        kept = {leaf.id: leaf.body for leaf in vault.all_leaves() if leaf.tag == "s"}
        vault.save([body(4)])
    assert b"README" not in target.getvalue()
    found = unpacked(decrypt(target.getvalue(), [key]))
    lines = [json.loads(line) for line in found.pop("statements.jsonl").splitlines()]
    assert {line["id"]: line["statement"] for line in lines} == {
        ident: json.loads(text or b"") for ident, text in kept.items()
    }
    assert "Зарина" in str(lines)
    assert vault.id in found.pop("README.txt").decode()
    assert found == {f"files/{sha256(film).hexdigest()}": film for film in films}


def test_a_damaged_file_is_named_and_stops_nothing(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, films = filled(place, monkeypatch)
    with vault:
        largest = max((place.folder / "d").rglob("*.age"), key=lambda one: one.stat().st_size)
        largest.write_bytes(b"scribble")
        target = io.BytesIO()
        done = vault.export(target, [ScryptRecipient("river bending twice", 10)])
    lost = sha256(films[0]).hexdigest()
    assert (done.files, done.missing) == (2, (lost,))
    found = unpacked(decrypt(target.getvalue(), [ScryptIdentity("river bending twice")]))
    assert found["missing.txt"].decode() == lost + "\n"
    assert len(found) == 5


def test_stock_tools_open_it(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("age") is None or shutil.which("tar") is None:
        pytest.skip("age or tar is not installed")
    key = X25519Identity.generate()
    (tmp_path / "key").write_text(f"{key}\n")
    vault, films = filled(place, monkeypatch)
    with vault, (tmp_path / "all.age").open("wb") as target:
        vault.export(target, [key.recipient()])
    (tmp_path / "out").mkdir()
    script = "age -d -i key all.age | tar -x -C out"
    subprocess.run(["sh", "-ec", script], cwd=tmp_path, check=True)
    for film in films:
        assert (tmp_path / "out" / "files" / sha256(film).hexdigest()).read_bytes() == film


def test_a_full_disk_is_told(place: Place) -> None:
    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(28, "No space left on device")

    with place.create().vault as vault:
        with pytest.raises(WriteFailed, match="the export"):
            vault.export(Full(), [X25519Identity.generate().recipient()])
        vault.save([body(1)])
