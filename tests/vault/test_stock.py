"""The script in docs/format.md gets everything out with age, zstd and coreutils alone."""

import io
import os
import re
import shutil
import subprocess
from hashlib import sha256
from os import urandom
from pathlib import Path

import pytest
from tests.tools.peers import need_age, need_old_age
from tests.vault.support import Place, body

from panoh.age import HybridIdentity
from panoh.vault import files

PAGE = Path(__file__).parents[2] / "docs" / "format.md"


def test_stock_tools_recover_everything(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    age = need_age()
    if shutil.which("zstd") is None:
        pytest.skip("zstd is not installed")
    monkeypatch.setattr(files, "PART", 100_000)
    contents = [urandom(250_000), b"words " * 1000, b""]
    created = place.create()
    with created.vault as vault:
        for content in contents:
            vault.put_file(io.BytesIO(content))
        vault.roll_up()
        vault.put_file(io.BytesIO(b"late"))
        vault.save([body(1, "Зарина\u2028 s x"), body(2)])
        vault.save([body(3)])
        (gone,) = vault.save([body(4, "to be erased")])
        film = vault.put_file(io.BytesIO(b"to be erased"))
        vault.erase([gone], [film.unit], "mistake")
    out = tmp_path / "out"
    done = recover(age, place, created.recovery_identity, out)
    assert done.returncode == 0, done.stderr
    statements = (out / "statements.jsonl").read_bytes().removesuffix(b"\n").split(b"\n")
    assert sorted(statements) == sorted([body(1, "Зарина\u2028 s x"), body(2), body(3)])
    expected = {sha256(content).hexdigest(): content for content in [*contents, b"late"]}
    assert {file.name: file.read_bytes() for file in (out / "files").iterdir()} == expected
    assert not (out / "keys.txt").exists()


def test_a_vault_without_a_file_is_recovered_too(place: Place, tmp_path: Path) -> None:
    age = need_age()
    created = place.create()
    with created.vault as vault:
        vault.save([body(1)])
    done = recover(age, place, created.recovery_identity, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "statements.jsonl").read_bytes() == body(1) + b"\n"


def test_an_older_age_says_which_is_needed(place: Place, tmp_path: Path) -> None:
    age = need_old_age()
    created = place.create()
    created.vault.close()
    done = recover(age, place, created.recovery_identity, tmp_path / "out")
    assert done.returncode == 1
    assert "age 1.1" in done.stderr
    assert "1.3 or newer is needed" in done.stderr


def test_another_key_is_told_apart(place: Place, tmp_path: Path) -> None:
    age = need_age()
    place.create().vault.close()
    done = recover(age, place, str(HybridIdentity.generate()), tmp_path / "out")
    assert done.returncode == 1
    assert "not the recovery key" in done.stderr


def recover(
    age: Path, place: Place, identity: str, out: Path
) -> "subprocess.CompletedProcess[str]":
    """Run the script of the document with this `age`, in a folder that holds only the key."""
    (script,) = re.findall(r"```sh\n(.*?)```", PAGE.read_text(), re.DOTALL)
    out.mkdir()
    (out / "R.txt").write_text(identity + "\n")
    path = f"{age.parent}:{os.environ['PATH']}"
    environment = {"PATH": path, "V": str(place.folder), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        ["sh", "-c", script], cwd=out, env=environment, capture_output=True, text=True, check=False
    )
