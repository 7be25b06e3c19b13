"""Feeds parsers with hostile bytes for some seconds each, in little memory; run by the fuzz test.

fuzz_child.py PARSER,… SEED SECONDS: prints how many inputs each was tried with; at the first fault
it prints the input as hex with what was raised, and ends with status 1.
"""

import random
import resource
import signal
import sys
import time
import traceback
import warnings
from contextlib import suppress
from types import FrameType

from tests.security.mutations import mutated
from tests.security.parsers import PARSERS, Finished, PanohErrors

MEMORY = 3 << 30
SLOW = 20


def too_slow(number: int, frame: FrameType | None) -> None:
    raise TimeoutError


def main() -> int:
    names, seed, seconds = sys.argv[1].split(","), int(sys.argv[2]), float(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, too_slow)
    warnings.simplefilter("ignore")
    for name in names:
        tried = fuzz(name, random.Random(seed), seconds)  # noqa: S311 - the same input each time
        if not tried:
            return 1
        print(tried)
    return 0


def fuzz(name: str, draw: random.Random, seconds: float) -> int:
    """How many inputs were tried; 0 after a fault, which is printed."""
    parser, tried, until = PARSERS[name](), 0, time.monotonic() + seconds
    while time.monotonic() < until or tried < 20:
        data = mutated(parser.seeds, draw)
        tried += 1
        signal.alarm(SLOW)
        try:
            with suppress(*PanohErrors):
                parser.call(data)
        except Finished:
            parser = PARSERS[name]()
        except BaseException:  # noqa: BLE001 - finding these is the purpose
            print(name, traceback.format_exc(limit=-4), data[:4000].hex(), sep="\n")
            return 0
        finally:
            signal.alarm(0)
    return tried


if __name__ == "__main__":
    sys.exit(main())
