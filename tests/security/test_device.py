"""Damage to what one device keeps: an error with a next step, and nothing that is lost by it."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.security.setting import Scene

from panoh.vault import VaultError


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(path.stat().st_size))


def test_an_index_that_cannot_be_decoded_is_kept_and_made_anew(scene: Scene) -> None:
    index = scene.device / "index.db"
    garbage(index)
    whole = index.read_bytes()
    refused = scene.desk.run("vault", "verify", code=23)
    assert "rebuild" in refused.stderr.lower()
    assert index.read_bytes() == whole
    scene.desk.run("vault", "rebuild")
    kept = [p for p in scene.device.glob("index.db.unreadable-*") if p.read_bytes() == whole]
    assert len(kept) == 1
    scene.desk.run("vault", "verify", "--deep")


def test_an_empty_index_is_no_empty_vault(scene: Scene) -> None:
    for path in scene.device.glob("index.db*"):
        path.write_bytes(b"")
    assert len(scene.desk.json("people")["people"]) == 2


@pytest.mark.parametrize(
    ("harm", "status"),
    [
        (lambda path: path.write_bytes(path.read_bytes()[:-40]), 26),
        (lambda path: path.write_bytes(b"[" * 60_000), 26),
        (lambda path: path.unlink(), 20),
        (lambda path: alter(path, memory_kib=1 << 30), 26),
        (lambda path: alter(path, passes=10**6), 26),
        (lambda path: alter(path, memory_kib=-1), 26),
        (lambda path: alter(path, salt=""), 26),
        (lambda path: alter(path, passes=2), 21),
    ],
    ids=["short", "deep", "gone", "memory", "passes", "negative", "no salt", "cheaper"],
)
def test_a_damaged_keys_file_is_an_error_with_a_next_step(
    scene: Scene, harm: Callable[[Path], None], status: int
) -> None:
    harm(scene.device / "keys")
    with pytest.raises(VaultError) as caught:
        scene.unlock()
    assert caught.value.exit_status == status
    assert caught.value.hint


def alter(path: Path, **changed: object) -> None:
    told = json.loads(path.read_bytes())
    told["kdf"] |= changed
    path.write_text(json.dumps(told, separators=(",", ":")))


def test_another_vault_in_place_of_ours_is_not_opened(scene: Scene, other: Scene) -> None:
    shutil.rmtree(scene.vault)
    shutil.copytree(other.vault, scene.vault)
    refused = scene.desk.run("people", code=20)
    assert "Nothing was changed" in refused.stderr


def test_another_device_folder_opens_nothing(scene: Scene, other: Scene) -> None:
    shutil.rmtree(scene.device)
    shutil.copytree(other.device, scene.device)
    scene.desk.run("people", code=20)
