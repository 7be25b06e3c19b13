"""A server that is no server: it takes a connection and then behaves as it likes."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

Manner = Callable[[socket.socket, Event], None]


def silent(_connection: socket.socket, over: Event) -> None:
    """Never says a word."""
    over.wait()


def hangs_up(_connection: socket.socket, _over: Event) -> None:
    """Closes at once."""


def trickles(connection: socket.socket, over: Event) -> None:
    """Always has one more byte, before any time-out between two bytes is over."""
    for piece in _for_ever(b"HTTP/1.1 200 OK\r\nx: "):
        connection.sendall(piece)
        if over.wait(0.05):
            return


def talks_nonsense(connection: socket.socket, over: Event) -> None:
    """Says something that belongs to no protocol."""
    connection.sendall("сурат ✉ \x00\xff\r\n\n".encode("utf-16"))
    over.wait(0.2)


def never_ends(connection: socket.socket, over: Event) -> None:
    """Says more than anybody can keep."""
    connection.sendall(b"220-")
    while not over.is_set():
        connection.sendall(b"220-x\r\n" * 10_000)


def saying(answers: list[bytes]) -> Manner:
    """Says these, one before and one after each thing it is told, and hangs up."""

    def manner(connection: socket.socket, _over: Event) -> None:
        connection.settimeout(0.05)
        for answer in answers:
            connection.sendall(answer)
            with suppress(TimeoutError):
                if not connection.recv(65_536):
                    return

    return manner


def _for_ever(first: bytes) -> Iterator[bytes]:
    for byte in first:
        yield bytes([byte])
    while True:
        yield b"x"


@contextmanager
def rude(manner: Manner) -> Iterator[int]:
    """A server with this manner; gives its port."""
    over = Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while not over.is_set():
                with suppress(OSError):
                    connection, _address = server.accept()
                    with connection:
                        manner(connection, over)

        thread = Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield server.getsockname()[1]
        finally:
            over.set()
            with suppress(OSError):
                server.shutdown(socket.SHUT_RDWR)
            thread.join(5)
