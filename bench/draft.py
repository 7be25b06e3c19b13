"""Keeping a draft while somebody types: sealed, durable, and the one before read again.

`python bench/draft.py [--quick]`. The texts grow word by word up to 5,000 words of three scripts,
far more than anybody tells at once. A page keeps one every few seconds; nobody may notice.
"""

import sys
import tempfile
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))
from measuring import CHEAP, PASSPHRASE, latency, quickly, timed
from unkind import Maker

from panoh.casebook.index import CasebookIndex
from panoh.vault import Vault

BAR_MS = 10


def main() -> None:
    """Measure and print one line per figure."""
    times = 50 if quickly("keeping a draft") else 1_000
    words = Maker(5).words.values()
    text = " ".join(each.text(Random(6), 1700) for each in words).encode()  # noqa: S311
    with tempfile.TemporaryDirectory() as name:
        folders = Path(name) / "vault", Path(name) / "device"
        with Vault.create(*folders, PASSPHRASE, CasebookIndex(), cost=CHEAP).vault as vault:
            ident = vault.drafts.keep(b"")
            steps = [text[: len(text) * number // times] for number in range(1, times + 1)]
            taken = timed(lambda step=step: vault.drafts.keep(step, ident) for step in steps)
            if vault.drafts.read(ident) != text:
                raise SystemExit("the draft is not what was written")
    print(f"texts of up to {len(text) >> 10} KiB")
    print(latency("draft", taken, BAR_MS))


if __name__ == "__main__":
    main()
