"""What the benches share: the line of a figure, times, and a vault full of unkind data."""

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

from panoh.casebook.index import CasebookIndex
from panoh.vault import KdfCost, Vault

sys.path.insert(0, str(Path(__file__).parent))
from unkind import bodies

T = TypeVar("T")
PASSPHRASE = "six words that nobody will guess"  # noqa: S105 - of vaults thrown away
#: Trying a passphrase costs next to nothing here: the figures are about what comes after it.
CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
SAVED = 20_000  # statements in one save: a full segment


def quickly(what: str) -> bool:
    """Read the command line; whether a small run was asked for."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--quick", action="store_true", help="a small run, for a first look")
    return bool(parser.parse_args().quick)


def figure(name: str, value: str, bar: object, *, ok: bool) -> str:
    """Return the line that tells whether a figure reaches its bar."""
    return f"figure {name} {value} bar {bar} {'ok' if ok else 'short'}"


def latency(name: str, taken: Iterable[tuple[float, float]], bar_ms: float) -> str:
    """Print the middle and the worst of some durations; return the figure of their p95.

    The figure is the clock's. On a busy machine most of it is waiting: the CPU's p95 shows it.
    """
    clock, cpu = (sorted(1000 * each for each in times) for times in zip(*taken, strict=True))
    p50, p95 = (clock[int(len(clock) * share)] for share in (0.5, 0.95))
    used = cpu[int(len(cpu) * 0.95)]
    print(f"{name}: {len(clock)} times, p50 {p50:.2f} ms, p95 {p95:.2f} ms", end=", ")
    print(f"max {clock[-1]:.2f} ms; CPU p95 {used:.2f} ms")
    return figure(f"{name}-p95", f"{p95:.2f}ms", f"{bar_ms:g}ms", ok=p95 <= bar_ms)


def timed(works: Iterable[Callable[[], object]]) -> list[tuple[float, float]]:
    """The seconds that each of these takes on the clock, and of the CPU."""
    taken = []
    for work in works:
        cpu, before = time.process_time(), time.perf_counter()
        work()
        taken.append((time.perf_counter() - before, time.process_time() - cpu))
    return taken


def chunks(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """The values in lists of `size`, the last one shorter."""
    rest = iter(values)
    while chunk := list(islice(rest, size)):
        yield chunk


def memory_mib() -> float:
    """The most memory this process ever held, in MiB.

    What is reported of a child counts its parent's memory too, so Linux is asked for its own.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(row for row in status.read_text().splitlines() if row.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def full_vault(folder: Path, count: int, cost: KdfCost = CHEAP) -> Vault:
    """A vault under `folder` with the first `count` statements of the unkind case, open."""
    made = Vault.create(folder / "vault", folder / "device", PASSPHRASE, CasebookIndex(), cost=cost)
    before = time.process_time()
    for chunk in chunks(bodies(count), SAVED):
        made.vault.save(chunk)
    taken = time.process_time() - before
    print(f"made a vault of {count} statements: {taken:.1f} CPU-s, {memory_mib():.0f} MiB at most")
    return made.vault
