"""Our age against the `age` program: CPU for large files, files a second for small ones.

`python bench/age.py [--quick]`. Both seal and open the same random file in turns, file to file,
each time into a new file; a figure is the median of the rounds' ratios. Ours is measured inside
this process, so neither the start of Python nor its imports count.
"""

import argparse
import resource
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from panoh import age

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.tools.peers import find_age

MEBIBYTE = 1024 * 1024
BARS = {"seal": 1.15, "open": 1.0}  # times the CPU of age
SMALL_BAR = 2500  # files of 300 bytes in a CPU second
Key = age.X25519Identity | age.HybridIdentity


def main() -> None:
    """Measure and print one line per figure."""
    parser = argparse.ArgumentParser(description="our age against the age program")
    parser.add_argument("--quick", action="store_true", help="a small run, for a first look")
    quick = parser.parse_args().quick
    keys: dict[str, Key] = {
        "x25519": age.X25519Identity.generate(),
        "hybrid": age.HybridIdentity.generate(),
    }
    program = find_age()
    figures = []
    for name, key in keys.items():
        figures += small(name, key, 2_000 if quick else 20_000)
        if program:
            figures += large(name, key, program, *((64, 6) if quick else (256, 12)))
    if not program:
        print("skipped: age 1.3 or newer is absent; tests/tools/fetch_peers.py fetches it")
    print("\n".join(figures))


def large(name: str, key: Key, program: Path, mebibytes: int, rounds: int) -> list[str]:
    """Compare one kind of key on one file of random bytes."""
    memory = Path("/dev/shm")  # noqa: S108 - a private folder in it; a disk would only add noise
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name_of_folder:
        folder = Path(name_of_folder)
        (folder / "key").write_text(f"{key}\n")
        with (folder / "plain").open("wb") as file:
            file.writelines(secrets.token_bytes(MEBIBYTE) for _ in range(mebibytes))
        taken = [one_round(program, folder, key, number) for number in range(rounds)]
    figures = []
    for what, bar in BARS.items():
        theirs, ours = ([one[what][side] for one in taken] for side in (0, 1))
        ratio = statistics.median(b / a for a, b in zip(theirs, ours, strict=True))
        seconds = f"{statistics.median(theirs):.2f} s, ours {statistics.median(ours):.2f} s"
        print(f"{what} {mebibytes} MiB with {name}, CPU: age {seconds}")
        figures.append(figure(f"age-{what}-{name}", f"{ratio:.2f}", bar, ok=ratio <= bar))
    return figures


def one_round(program: Path, folder: Path, key: Key, number: int) -> dict[str, list[float]]:
    """Return the CPU seconds of age and of ours, for sealing and for opening."""
    plain, sealed, opened = (folder / name for name in ("plain", "sealed", "opened"))
    recipient = key.recipient()

    def seal() -> None:
        with plain.open("rb") as source, sealed.open("wb") as target:
            age.encrypt_stream(source, target, [recipient])

    def unseal() -> None:
        with sealed.open("rb") as source, opened.open("wb") as target:
            age.decrypt_stream(source, target, [key])

    sealing: list[Callable[[], float]] = [
        lambda: _child(program, "-r", str(recipient), "-o", sealed, plain),
        lambda: _own(seal),
    ]
    opening: list[Callable[[], float]] = [
        lambda: _child(program, "-d", "-i", folder / "key", "-o", opened, sealed),
        lambda: _own(unseal),
    ]
    return {
        "seal": _in_turn(sealing, sealed, number),
        "open": _in_turn(opening, opened, number),
    }


def _in_turn(works: list[Callable[[], float]], target: Path, number: int) -> list[float]:
    """Run both, the other one first in every second round, each into a file that is new.

    Memory never used before costs more than the cipher does: neither may always come second.
    """
    taken = [0.0, 0.0]
    for at in (0, 1) if number % 2 else (1, 0):
        target.unlink(missing_ok=True)
        taken[at] = works[at]()
    return taken


def small(name: str, key: Key, count: int) -> list[str]:
    """Seal and open files of 300 bytes, one after another."""
    plain, recipients = secrets.token_bytes(300), [key.recipient()]
    sealed = age.encrypt(plain, recipients)

    def seal() -> None:
        for _ in range(count):
            age.encrypt(plain, recipients)

    def unseal() -> None:
        for _ in range(count):
            age.decrypt(sealed, [key])

    rates = {"seal": count / _own(seal), "open": count / _own(unseal)}
    return [
        figure(f"age-{what}-small-{name}", f"{rate:.0f}/s", f"{SMALL_BAR}/s", ok=rate >= SMALL_BAR)
        for what, rate in rates.items()
    ]


def figure(name: str, value: str, bar: object, *, ok: bool) -> str:
    """Return the line that tells whether a figure reaches its bar."""
    return f"figure {name} {value} bar {bar} {'ok' if ok else 'short'}"


def _own(work: Callable[[], None]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def _child(*command: str | Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
