"""A process of its own that saves until it is stopped; run by the crash and strace tests.

child.py FOLDER DEVICE FIRST COUNT [CALL NUMBER]: saves bodies FIRST… one by one, and says each on
standard output after it was reported saved. With CALL and NUMBER the process ends at once, as if
killed, just before (`fsync`, `replace`) or just after (`replace+`) its NUMBER-th such call.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from tests.vault.support import Place, body

KILLED = 137


def die_at(call: str, number: int) -> None:
    counted, after = call.removesuffix("+"), call.endswith("+")
    real: Callable[..., None] = getattr(os, counted)
    left = number

    def dying(*args: object) -> None:
        nonlocal left
        left -= 1
        if left == 0 and not after:
            os._exit(KILLED)
        real(*args)
        if left == 0:
            os._exit(KILLED)

    setattr(os, counted, dying)


def main() -> None:
    folder, device, first, count, *fault = sys.argv[1:]
    with Place(Path(folder), Path(device)).unlock() as vault:
        if fault:
            die_at(fault[0], int(fault[1]))
        for number in range(int(first), int(first) + int(count)):
            vault.save([body(number), body(number, "and more")])
            print(number, flush=True)


if __name__ == "__main__":
    main()
