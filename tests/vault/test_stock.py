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
from tests.tools.peers import need_age
from tests.vault.support import Place, body

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
    (script,) = re.findall(r"```sh\n(.*?)```", PAGE.read_text(), re.DOTALL)
    out = tmp_path / "out"
    out.mkdir()
    (out / "R.txt").write_text(created.recovery_identity + "\n")
    path = f"{age.parent}:{os.environ['PATH']}"
    environment = {"PATH": path, "V": str(place.folder), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["sh", "-c", script], cwd=out, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    statements = (out / "statements.jsonl").read_bytes().removesuffix(b"\n").split(b"\n")
    assert sorted(statements) == sorted([body(1, "Зарина\u2028 s x"), body(2), body(3)])
    expected = {sha256(content).hexdigest(): content for content in [*contents, b"late"]}
    assert {file.name: file.read_bytes() for file in (out / "files").iterdir()} == expected
    assert not (out / "keys.txt").exists()
