"""`panoh open` as a process of its own, and what a second user of the computer can learn of it."""

import os
import re
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import PASSPHRASE, open_case

NOBODY = 65534


class Opened:
    """The process, the link it left, and everything it said."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.device = folder, folder / "device"
        (folder / "passphrase").write_text(PASSPHRASE + "\n")
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "panoh", "open", "--no-browser"),
                *("--vault", str(folder / "vault"), "--device", str(self.device)),
                *("--passphrase-file", str(folder / "passphrase")),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.link = self.device / "open.html"
        for _ in range(200):
            if self.link.exists() and self.link.stat().st_size:
                break
            assert self.process.poll() is None
            time.sleep(0.05)
        found = re.search(
            r'href="http://([0-9a-f]+\.localhost):(\d+)(/[^"]+)"', self.link.read_text()
        )
        assert found
        self.host, self.port, self.path = found[1], int(found[2]), found[3]

    def get(self, path: str, **headers: str) -> httpx.Response:
        """Ask as a browser would, naming the host."""
        given = {"host": f"{self.host}:{self.port}"} | headers
        address = f"http://127.0.0.1:{self.port}{path}"
        for _ in range(100):
            try:
                return httpx.get(address, headers=given, trust_env=False)
            except httpx.ConnectError:
                time.sleep(0.05)
        raise AssertionError("nobody answers")

    def end(self) -> str:
        """Press Ctrl and C; everything it said."""
        self.process.send_signal(signal.SIGINT)
        said, _ = self.process.communicate(timeout=20)
        return said


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    open_case(tmp_path).vault.close()
    found = Opened(tmp_path)
    yield found
    if found.process.poll() is None:
        found.process.kill()
        found.process.communicate()


def test_the_link_lets_in_and_is_gone_and_ctrl_c_ends_it(opened: Opened) -> None:
    answer = opened.get(opened.path)
    assert answer.status_code == 200
    assert not opened.link.exists()
    cookie = answer.headers["set-cookie"].split(";")[0]
    assert "0 people" in opened.get("/today", cookie=cookie).text or (
        "Nothing is recorded yet" in opened.get("/today", cookie=cookie).text
    )
    said = opened.end()
    assert opened.process.returncode in {0, 1, 130}
    assert "Traceback" not in said
    assert opened.host not in said
    assert "once=" not in said


def test_a_process_list_shows_no_secret(opened: Opened) -> None:
    seen = Path(f"/proc/{opened.process.pid}/cmdline").read_bytes().decode()
    assert "--vault" in seen, "the list was read"
    assert opened.host not in seen
    assert opened.path not in seen
    assert PASSPHRASE not in seen


def test_another_user_reads_no_file_and_gets_no_page(opened: Opened) -> None:
    assert stat.S_IMODE(opened.link.stat().st_mode) == 0o600
    for status, host in ((400, f"127.0.0.1:{opened.port}"), (400, f"localhost:{opened.port}")):
        assert opened.get("/today", host=host).status_code == status
    if os.getuid() == 0:
        read = {
            path: subprocess.run(
                ["cat", path],
                user=NOBODY,
                group=NOBODY,
                extra_groups=[],
                capture_output=True,
                check=False,
            )
            for path in (opened.link, Path("/etc/passwd"))
        }
        assert read[opened.link].stdout == b""
        assert read[Path("/etc/passwd")].stdout, "another user could read at all"
    # Even who knows the host has no cookie.
    assert opened.get("/today").status_code == 401


def test_a_page_does_not_wait_for_the_network_to_confirm_its_first_half(opened: Opened) -> None:
    opened.get("/unlock")
    address = f"http://127.0.0.1:{opened.port}/unlock"
    headers, taken = {"host": f"{opened.host}:{opened.port}"}, []
    with httpx.Client(headers=headers, trust_env=False) as browser:
        for _ in range(30):
            before = time.perf_counter()
            browser.get(address)
            taken.append(time.perf_counter() - before)
    assert sorted(taken)[15] < 0.035, "confirmations are held back for 40 ms"
