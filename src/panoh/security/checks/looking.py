"""Looking at this machine: small readings, bounded in size and time, that change nothing.

A probe is a list of readings by name. What each brought is a `Seen`; a judge sees nothing else,
so that the same judge runs over what was seen on any other machine. Commands run without a shell,
from system folders only, in the C locale; none of them needs the network or another user's rights.
"""

import os
import signal
import stat
import subprocess
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import msgspec

LIMIT = 256 << 10
SECONDS = 10.0
MOST_FILES = 64
_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
#: Without a session's own folder, gsettings would make one in the home: a place that is none.
_ALONE = {"PATH": _PATH, "LC_ALL": "C", "LANGUAGE": "C", "XDG_RUNTIME_DIR": "/dev/null"}
#: What a command may know of the session, so that it finds the person's own settings.
_SESSION = ("HOME", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "USER")


class State(StrEnum):
    """How a reading went; only `OK` says that `text` is all there was."""

    OK = "ok"
    ABSENT = "absent"
    DENIED = "denied"
    FAILED = "failed"
    LATE = "late"
    TOO_MUCH = "too_much"


class Seen(msgspec.Struct, frozen=True):
    """What one reading brought."""

    text: str = ""
    state: State = State.OK

    @property
    def ok(self) -> bool:
        """Whether it was read to the end."""
        return self.state is State.OK


#: What a judge takes for a reading that nobody made.
NOTHING = Seen(state=State.ABSENT)


class Everything(dict[str, Seen]):
    """What was seen, by the names of the readings; what is missing counts as absent."""

    def __missing__(self, key: str) -> Seen:
        return NOTHING


@dataclass(frozen=True, slots=True)
class Command:
    """What a program prints. `fine` are exit codes after which its answer counts."""

    name: str
    argv: tuple[str, ...]
    fine: tuple[int, ...] = (0,)

    def look(self) -> Seen:
        """Run it."""
        return _run(self.argv, self.fine)


@dataclass(frozen=True, slots=True)
class File:
    """The first of these files that exists; its end only, where `tail` is set."""

    name: str
    paths: tuple[str, ...]
    tail: bool = False

    def look(self) -> Seen:
        """Read it."""
        for path in self.paths:
            seen = _read(Path(path).expanduser(), tail=self.tail)
            if seen.state is not State.ABSENT:
                return seen
        return NOTHING


@dataclass(frozen=True, slots=True)
class Files:
    """All files that match these patterns, each after a line `==> path`; absent if none does."""

    name: str
    patterns: tuple[str, ...]

    def look(self) -> Seen:
        """Read them in the order of the patterns; one that cannot be read spoils the whole."""
        found = [
            path
            for pattern in self.patterns
            for path in sorted(Path("/").glob(str(Path(pattern).expanduser())[1:]))
            if not path.is_dir()
        ]
        if not found:
            return NOTHING
        if len(found) > MOST_FILES:
            return Seen(state=State.TOO_MUCH)
        return _together(found)


@dataclass(frozen=True, slots=True)
class Names:
    """The names in the first of these folders that exists, one a line."""

    name: str
    folders: tuple[str, ...]

    def look(self) -> Seen:
        """List it; the first line names the folder, so that an empty one is not mistaken."""
        for folder in self.folders:
            path = Path(folder).expanduser()
            try:
                names = sorted(each.name for each in path.iterdir())
            except FileNotFoundError:
                continue
            except OSError:
                return Seen(state=State.DENIED)
            text = "\n".join([f"==> {path}", *names])
            return _bounded(text.encode(errors="replace"))
        return NOTHING


@dataclass(frozen=True, slots=True)
class Changed:
    """When each of these files was last changed, as lines `path<TAB>2026-11-24T10:00:00+00:00`."""

    name: str
    paths: tuple[str, ...]

    def look(self) -> Seen:
        """Ask the file system; absent if there is none of them."""
        lines = []
        for path in self.paths:
            try:
                when = datetime.fromtimestamp(Path(path).stat().st_mtime, UTC)
            except (OSError, OverflowError, ValueError):
                continue
            lines.append(f"{path}\t{when.isoformat(timespec='seconds')}")
        return Seen("\n".join(lines)) if lines else NOTHING


@dataclass(frozen=True, slots=True)
class Variables:
    """The values of these environment variables, as lines `NAME=value`."""

    name: str
    names: tuple[str, ...]

    def look(self) -> Seen:
        """Read those that are set; none is an empty text."""
        told = [f"{name}={os.environ[name]}" for name in self.names if os.environ.get(name)]
        return _bounded("\n".join(told).encode(errors="replace"))


Reading = Command | File | Files | Names | Changed | Variables


OS_RELEASE = File("os_release", ("/etc/os-release", "/usr/lib/os-release"))
MOUNTS = File("mounts", ("/proc/self/mountinfo",))


def look(readings: Iterable[Reading], told: Mapping[str, Seen] | None = None) -> Everything:
    """Make every reading; `told` are pieces the caller knows already."""
    seen = Everything(told or {})
    for reading in readings:
        if reading.name not in seen:
            seen[reading.name] = reading.look()
    return seen


def _run(argv: tuple[str, ...], fine: tuple[int, ...]) -> Seen:
    process = _started(argv)
    if isinstance(process, Seen):
        return process
    late = threading.Event()

    def give_up() -> None:
        late.set()
        _end(process)

    timer = threading.Timer(SECONDS, give_up)
    timer.start()
    try:
        with process:
            text = process.stdout.read(LIMIT + 1) if process.stdout else b""
            if len(text) > LIMIT:
                _end(process)
            code = process.wait()
    finally:
        timer.cancel()
    if late.is_set():
        return Seen(state=State.LATE)
    seen = _bounded(text)
    return seen if not seen.ok or code in fine else Seen(state=State.FAILED)


def _started(argv: tuple[str, ...]) -> "subprocess.Popen[bytes] | Seen":
    """The running program, or why there is none."""
    session = {name: os.environ[name] for name in _SESSION if name in os.environ}
    try:
        return subprocess.Popen(  # noqa: S603 - our own fixed words, no shell
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**_ALONE, **session},
            cwd="/",
            start_new_session=True,
        )
    except FileNotFoundError:
        return NOTHING
    except OSError:
        return Seen(state=State.DENIED)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the command and whatever it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _read(path: Path, *, tail: bool = False) -> Seen:
    """A regular file; anything else that lies there is not read, for it might never end."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return NOTHING
    except OSError:
        return Seen(state=State.DENIED)
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        os.close(handle)
        return Seen(state=State.FAILED)
    with os.fdopen(handle, "rb") as file:
        try:
            if tail and about.st_size > LIMIT:
                file.seek(-LIMIT, os.SEEK_END)
                return _bounded(file.read(LIMIT).partition(b"\n")[2])
            return _bounded(file.read(LIMIT + 1))
        except OSError:
            return Seen(state=State.FAILED)


def _together(paths: Iterable[Path]) -> Seen:
    whole = []
    for path in paths:
        seen = _read(path)
        if not seen.ok:
            return Seen(state=State.DENIED if seen.state is State.ABSENT else seen.state)
        whole.append(f"==> {path}\n{seen.text}")
    return _bounded("\n".join(whole).encode())


def _bounded(text: bytes) -> Seen:
    if len(text) > LIMIT:
        return Seen(state=State.TOO_MUCH)
    return Seen(text.decode("utf-8", "replace"))
