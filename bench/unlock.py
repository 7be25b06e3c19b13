"""Unlocking a full vault: how long it takes, and how much of that is the passphrase's cost.

`python bench/unlock.py [--quick]`. The peer is the key derivation itself, with the parameters the
vault writes, run alone in turns with the unlocking.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))
from measuring import PASSPHRASE, figure, full_vault, quickly

from panoh.casebook.index import CasebookIndex
from panoh.vault import KdfCost, Vault
from panoh.vault.device import open_keys
from panoh.vault.folder import apart

SECONDS, SHARE = 1.5, 0.9


def main() -> None:
    """Measure and print one line per figure."""
    quick = quickly("unlocking a full vault")
    with tempfile.TemporaryDirectory() as name:
        folders = Path(name) / "vault", Path(name) / "device"
        full_vault(Path(name), 40_000 if quick else 300_000, KdfCost()).close()
        rounds = [one_round(*folders) for _ in range(5 if quick else 15)]
    whole, deriving = median(each[0] for each in rounds), median(each[1] for each in rounds)
    cpu = median(each[2] for each in rounds)
    print(f"unlock {whole:.2f} s on the clock, {cpu:.2f} s CPU; passphrase alone {deriving:.2f} s")
    share = median(alone / all_ for all_, alone, _ in rounds)
    print(figure("unlock", f"{whole:.2f}s", f"{SECONDS}s", ok=whole <= SECONDS))
    print(figure("unlock-kdf-share", f"{share:.2f}", f"{SHARE}", ok=share >= SHARE))


def one_round(folder: Path, device: Path) -> tuple[float, float, float]:
    """Seconds to unlock, seconds to derive the key alone, CPU seconds to unlock."""
    before, cpu = time.perf_counter(), time.process_time()
    vault = Vault.unlock(folder, device, PASSPHRASE, CasebookIndex())
    between, used = time.perf_counter(), time.process_time() - cpu
    vault.close()
    again = time.perf_counter()
    open_keys(apart(folder, device)[1].keys, PASSPHRASE)
    return between - before, time.perf_counter() - again, used


if __name__ == "__main__":
    main()
