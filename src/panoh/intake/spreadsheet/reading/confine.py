"""Locks this process in before it looks at foreign bytes: little memory, no files, no network."""

import ctypes
import os
import sys
from typing import Any

from panoh.intake.spreadsheet.reading.limits import CHILD_CPU_SECONDS, CHILD_MEMORY

_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000
_NO_NEW_PRIVILEGES = 38

#: Beginnings of the audit events that reading a list never needs.
_FORBIDDEN = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.spawn",
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate",
    "os.chmod", "os.chown", "os.kill", "os.putenv", "pty.", "shutil.", "tempfile.", "urllib.",
    "ftplib.", "http.", "smtplib.", "webbrowser.", "ctypes.", "code.__new__", "sqlite3.",
)  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine() -> None:
    """Give up everything but memory and the two pipes. Raises OSError where that cannot be done.

    The kernel holds the memory, the processor time, and that no byte is written to any file. A
    network namespace of its own is asked for; where the system refuses that, the audit hook alone
    stops sockets, which holds against a mistake in a parser, not against machine code.
    """
    limit_resources()
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    libc.unshare(_NEW_USER_AND_NETWORK)
    sys.addaudithook(_refuse)


def limit_resources() -> None:
    """Set the limits of the kernel for this process."""
    import resource

    for what, value in (
        (resource.RLIMIT_AS, CHILD_MEMORY),
        (resource.RLIMIT_CPU, CHILD_CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 32),
    ):
        _, hard = resource.getrlimit(what)
        limit = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(what, (limit, limit))


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN) or (event == "open" and not _only_code(args)):
        raise PermissionError


def _only_code(args: tuple[Any, ...]) -> bool:
    """Reading is for the interpreter's own modules; foreign bytes come through the pipe."""
    path, _, flags = args
    if not isinstance(path, str) or (isinstance(flags, int) and flags & _WRITING):
        return False
    return path.endswith((".py", ".pyc", ".so"))
