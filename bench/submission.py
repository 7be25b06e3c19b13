"""A submission as PDF: a complaint to the Working Group about a person, drawn again and again.

`python bench/submission.py [--quick]`. Drawing is measured warm, in this process; the bytes must
be the same each time, and in a process with another time zone, locale and hash seed.
"""

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))
from measuring import figure, latency, quickly, timed
from tests.legal.submissions.wgad.by_hand import complaint, person

from panoh.legal.submissions.wgad import render_pdf

BAR = 50
ELSEWHERE = {"TZ": "Asia/Dushanbe", "LC_ALL": "fa_IR.UTF-8", "PYTHONHASHSEED": "7"}


def main() -> None:
    """Measure and print one line per figure."""
    if sys.argv[1:] == ["--digest"]:
        print(digest())
        return
    times = 10 if quickly("a submission as PDF") else 50
    before = time.perf_counter()
    first = digest()
    print(f"the first, cold: {1000 * (time.perf_counter() - before):.0f} ms", end="; ")
    made = complaint(person(1, "Ҷамшед Ғуломқодирзода"))
    print(f"{len(render_pdf(made)) >> 10} KiB")
    line = latency("submission", timed([lambda: render_pdf(made)] * times), BAR)
    command = [sys.executable, __file__, "--digest"]
    other = subprocess.run(
        command, check=True, capture_output=True, text=True, env=os.environ | ELSEWHERE
    ).stdout.strip()
    print(line)
    print(figure("submission-same-bytes", str(first == other), True, ok=first == other))


def digest() -> str:
    """The digest of the file."""
    return hashlib.sha256(render_pdf(complaint(person(1, "Ҷамшед Ғуломқодирзода")))).hexdigest()


if __name__ == "__main__":
    main()
