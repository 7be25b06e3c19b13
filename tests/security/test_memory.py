"""A crash leaves no memory on a disk, and no argument of a process tells a secret."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.cli.commands import PASSPHRASE
from tests.security.setting import Scene, make_scene

CRASH = """
import os, resource, signal, sys
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
if sys.argv[1] == "panoh":
    import panoh.cli
    try:
        panoh.cli.main(["--version"])
    except SystemExit:
        pass
os.kill(os.getpid(), signal.SIGSEGV)
"""


def dumped(folder: Path, what: str) -> bool:
    """Crash in a folder with cores allowed; whether the kernel says that it wrote the memory."""
    with subprocess.Popen(
        [sys.executable, "-c", CRASH, what], cwd=folder, stdout=subprocess.DEVNULL
    ) as child:
        _, status = os.waitpid(child.pid, 0)
        child.returncode = -os.WTERMSIG(status)
    return os.WCOREDUMP(status)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked here")
def test_a_crash_writes_no_memory(tmp_path: Path) -> None:
    if not dumped(tmp_path, "bare"):
        pytest.skip("this computer writes no memory of crashed programs at all")
    assert not dumped(tmp_path, "panoh")


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return make_scene(tmp_path_factory.mktemp("desk"))


class Watcher(threading.Thread):
    """Reads the arguments and surroundings of every process, as often as it can."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.done, self.seen = threading.Event(), set[bytes]()

    def run(self) -> None:
        while not self.done.wait(0.01):
            for name in ("cmdline", "environ"):
                for path in Path("/proc").glob(f"[0-9]*/{name}"):
                    try:
                        self.seen.add(path.read_bytes())
                    except OSError:
                        continue

    def saw(self, words: str) -> bool:
        return any(words.encode() in text for text in self.seen)


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="there is no /proc")
def test_no_secret_is_an_argument(scene: Scene, tmp_path: Path) -> None:
    key = tmp_path / "recovery"
    key.write_text(scene.recovery + "\n")
    watcher = Watcher()
    watcher.start()
    scene.desk.run("people")
    elsewhere = Scene(scene.copied(tmp_path / "elsewhere").desk, scene.recovery)
    (elsewhere.device / "keys").unlink()
    elsewhere.device.rename(elsewhere.desk.folder / "old-device")
    elsewhere.desk.run("vault", "recover", "--recovery-file", str(key))
    subprocess.run(["sleep", "0.3", "0"], env={"CONTROL": "said aloud"}, check=True)
    watcher.done.set()
    watcher.join()
    assert watcher.saw("said aloud")
    assert watcher.saw("panoh")
    assert not watcher.saw(PASSPHRASE)
    assert not watcher.saw("AGE-SECRET-KEY")
