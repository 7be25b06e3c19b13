"""A person at a real terminal, who answers when asked and sees what the screen shows."""

import codecs
import os
import pty
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PATIENCE = 60.0


@dataclass(frozen=True)
class Seen:
    """What stood on the screen until the program ended, and how it ended."""

    screen: str
    code: int


def at_terminal(
    arguments: Sequence[str], answers: Sequence[str], environment: Mapping[str, str]
) -> Seen:
    """Run a command; each answer is typed when a prompt waits at the end of the screen."""
    ours, theirs = pty.openpty()
    # A session of its own: otherwise a prompt that hides what is typed asks the terminal from
    # which the tests were started.
    program = subprocess.Popen(
        [sys.executable, "-m", "panoh", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, **environment},
        start_new_session=True,
    )
    os.close(theirs)
    try:
        return Seen(_talk(ours, [*answers]), program.wait(PATIENCE))
    finally:
        program.kill()
        program.wait()
        os.close(ours)


def _talk(screen: int, answers: list[str]) -> str:
    seen, until = "", time.monotonic() + PATIENCE
    decoder = codecs.getincrementaldecoder("utf-8")()
    while time.monotonic() < until:
        try:
            piece = os.read(screen, 65536)
        except OSError:
            return seen
        if not piece:
            return seen
        seen += decoder.decode(piece)
        if seen.endswith(": "):
            if not answers:
                raise AssertionError("asked once more than there are answers:\n" + seen[-600:])
            os.write(screen, f"{answers.pop(0)}\n".encode())
    raise AssertionError("the program did not end:\n" + seen[-600:])
