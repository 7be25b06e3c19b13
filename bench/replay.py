"""Replaying the log without the index: read, unseal, unpack, prove, and decode every statement.

`python bench/replay.py [--quick]`. The log is that of a real vault of unkind statements. The peer
is the same log as lines of JSON, each read by the `json` of the standard library: it opens nothing
and proves nothing.

With decoding it stands at its bar, on this side or that as the machine is busy. Every statement is
read twice: once for its fields as they are, once to know that no later reader fails on any of them;
the second costs twice the first. Without it `replay` would pass by a quarter, and one member could
lock every other out.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from measuring import PASSPHRASE, figure, full_vault, memory_mib, quickly

from panoh.model.statement import decode
from panoh.vault.container import is_keyring, read_object, unseal
from panoh.vault.device import DeviceKeys, open_keys
from panoh.vault.folder import apart
from panoh.vault.keyring import open_keyring
from panoh.vault.segment import read_pack

RATE = 150_000  # leaves in a CPU second


def main() -> None:
    """Measure and print one line per figure."""
    quick = quickly("replaying the log without the index")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        full_vault(folder, 40_000 if quick else 300_000).close()
        keys = open_keys(apart(folder / "vault", folder / "device")[1].keys, PASSPHRASE)
        lines = folder / "lines"
        count, proven, decoded = replay(folder / "vault" / "m", keys, lines)
        peer = peer_reads(lines)
    print(f"{count} leaves: proven {proven:.2f} CPU-s, decoded {decoded:.2f}, json {peer:.2f}")
    print(f"memory at most {memory_mib():.0f} MiB")
    rate = count / (proven + decoded)
    print(
        figure("replay-proven", f"{count / proven:.0f}/s", f"{RATE}/s", ok=count / proven >= RATE)
    )
    print(figure("replay", f"{rate:.0f}/s", f"{RATE}/s", ok=rate >= RATE))


def replay(folder: Path, keys: DeviceKeys, lines: Path) -> tuple[int, float, float]:
    """Leaves, CPU seconds to prove them, CPU seconds to decode; the bodies go into a file."""
    packs = sorted(folder.iterdir())
    (ring,) = [
        open_keyring(read_object(path), keys.identity, name=path.name)
        for path in packs
        if is_keyring(path)
    ]
    count, proven, decoded = 0, 0.0, 0.0
    with lines.open("wb") as target:
        for path in packs:
            if is_keyring(path):
                continue
            before = time.process_time()
            text = unseal(read_object(path), [ring.log], name=path.name)
            segments = list(read_pack(text, name=path.name, vault=keys.vault))
            between = time.process_time()
            bodies = [line.body for each in segments for line in each.lines if line.tag == b"s"]
            for body in bodies:
                decode(body or b"")
            decoded += time.process_time() - between
            proven += between - before
            count += len(bodies)
            target.writelines((body or b"") + b"\n" for body in bodies)
    return count, proven, decoded


def peer_reads(lines: Path) -> float:
    """CPU seconds in which the standard library reads the same statements as plain lines."""
    before = time.process_time()
    with lines.open("rb") as source:
        for line in source:
            json.loads(line)
    return time.process_time() - before


if __name__ == "__main__":
    main()
