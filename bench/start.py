"""Starting the program: `panoh --help`, in CPU seconds of the whole process.

`python bench/start.py [--quick]`. The peer is the same Python printing nothing.
"""

import resource
import subprocess
import sys
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))
from measuring import figure, quickly

BAR = 0.25


def main() -> None:
    """Measure and print one line per figure."""
    rounds = 5 if quickly("starting the program") else 25
    ours = median(cpu("-m", "panoh", "--help") for _ in range(rounds))
    bare = median(cpu("-c", "") for _ in range(rounds))
    print(f"panoh --help {ours:.3f} CPU-s, python alone {bare:.3f}")
    print(figure("help", f"{ours:.3f}s", f"{BAR}s", ok=ours <= BAR))


def cpu(*arguments: str) -> float:
    """CPU seconds of one run of Python."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
