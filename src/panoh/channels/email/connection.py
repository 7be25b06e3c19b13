"""A connection to an SMTP server that may be anybody until its certificate has spoken."""

import smtplib
import socket
import ssl
from typing import IO

from panoh.channels.deadline import Deadline

#: An address literal that every computer has; its real name would tell whose it is.
ANYWHERE = "[127.0.0.1]"
MOST = 64 * 1024


class Connection(smtplib.SMTP):
    """SMTP within a deadline and a size, over TLS to the named server before anything is said."""

    def __init__(self, host: str, port: int, context: ssl.SSLContext, deadline: Deadline) -> None:
        self._deadline = deadline
        super().__init__(host, port, local_hostname=ANYWHERE, timeout=deadline.left())
        try:
            self._encrypt(context)
        except BaseException:
            self.close()
            raise

    def _encrypt(self, context: ssl.SSLContext) -> None:
        self.ehlo()
        if not self.has_extn("starttls"):
            raise NoTls
        self.starttls(context=context)
        self.ehlo()

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        connection = socket.create_connection((host, port), timeout)
        self._deadline.watch(connection)
        return connection

    def getreply(self) -> tuple[int, bytes]:
        """One answer; a server that never ends its answer is cut off."""
        if self.file is None and self.sock is not None:
            self.file = Capped(self.sock.makefile("rb"))
        return super().getreply()


class NoTls(Exception):
    """The server offers no encryption."""


class Capped:
    """What the server says, up to a size that no honest server reaches."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._left = MOST

    def readline(self, most: int) -> bytes:
        """A line; nothing, as at the end, once it has been too much."""
        line = self._file.readline(min(most, self._left)) if self._left > 0 else b""
        self._left -= len(line)
        return line

    def close(self) -> None:
        """Close what is read from."""
        self._file.close()
