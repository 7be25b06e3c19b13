"""A store, a stick or a second user of the computer: what they see, and that nothing is sent."""

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.security.setting import Scene

from panoh.vault.container import is_keyring

STANZA = re.compile(rb"^-> (\S+)", re.MULTILINE)


def header(path: Path) -> bytes:
    return path.read_bytes().split(b"\n---", 1)[0]


def test_what_is_recorded_today_opens_to_no_quantum_computer(scene: Scene) -> None:
    """Only keyrings name whom they are for, and those are post-quantum in every stanza."""
    with scene.unlock() as vault:
        rings = list(vault._log.rings.values())
    recipients = [str(key.recipient()) for ring in rings for key in (ring.log, ring.table)]
    everything = [path for path in scene.vault.rglob("*.age") if path.is_file()]
    assert recipients
    assert len(everything) > 4
    for path in everything:
        kinds = set(STANZA.findall(header(path)))
        assert kinds == ({b"mlkem768x25519"} if is_keyring(path) else {b"X25519"})
        assert not any(text.encode() in path.read_bytes() for text in recipients)


def test_a_store_is_told_nothing_by_names_and_headers(scene: Scene) -> None:
    for path in (scene.vault / "m").iterdir():
        assert re.fullmatch(r"[0-9a-f]{64}\.age", path.name)
        count = len(STANZA.findall(header(path)))
        assert count == 8 if is_keyring(path) else count == 1


def test_a_second_user_of_the_computer_reads_nothing(scene: Scene, tmp_path: Path) -> None:
    """Even where the system would let everybody read new files."""
    before = os.umask(0)
    try:
        (tmp_path / "open").write_bytes(b"")
        scene.desk.run("import", "list.csv", "--source", "second", "--yes")
        scene.desk.run("vault", "rebuild")
    finally:
        os.umask(before)
    assert (tmp_path / "open").stat().st_mode & 0o077, "the control: this file is open to all"
    for folder in (scene.vault, scene.device):
        for path in (folder, *folder.rglob("*")):
            assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path.name


def connections(strace: tuple[str, ...], trace: Path, *command: str, scene: Scene) -> list[str]:
    environment = {
        **os.environ,
        "PANOH_VAULT": str(scene.vault),
        "PANOH_DEVICE": str(scene.device),
        "PANOH_PASSPHRASE_FILE": str(scene.desk.folder / "passphrase"),
    }
    done = subprocess.run(
        [*strace, *command],
        env=environment,
        cwd=scene.desk.folder,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return re.findall(r"(?:connect|sendto|bind)\(.*AF_INET.*|socket\(AF_INET.*", trace.read_text())


def test_nothing_is_sent_anywhere(scene: Scene, tmp_path: Path) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    trace = tmp_path / "trace"
    strace = ("strace", "-f", "-o", str(trace), "-e", "trace=%network")
    if subprocess.run([*strace, "true"], capture_output=True, check=False).returncode:
        pytest.skip("strace may not trace here")
    panoh = (sys.executable, "-m", "panoh")
    for words in (("import", "list.csv", "--source", "third", "--yes"), ("vault", "verify")):
        assert connections(strace, trace, *panoh, *words, scene=scene) == []
    control = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    assert connections(strace, trace, sys.executable, "-c", control, scene=scene)
