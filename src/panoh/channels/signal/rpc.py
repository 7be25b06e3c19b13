"""One question to signal-cli and its answer, among the messages it passes on unasked."""

import socket
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from panoh.channels.deadline import Deadline

_MOST = 1024 * 1024


class Outcome(msgspec.Struct, rename="camel"):
    """What became of the message for one addressee."""

    type: str
    retry_after_seconds: int | None = None


class Response(msgspec.Struct):
    """The outcome for each addressee."""

    results: list[Outcome] = []


class ErrorData(msgspec.Struct):
    """What an error carries."""

    response: Response | None = None


class Error(msgspec.Struct):
    """A question that failed; its words may hold numbers and are never read."""

    code: int
    data: ErrorData | None = None


class Answer(msgspec.Struct):
    """An answer, or a message passed on, which has no id."""

    id: str | int | None = None
    result: msgspec.Raw = msgspec.Raw()
    error: Error | None = None


class NoAnswer(Exception):
    """It closed the connection, or said more than it ever should."""


def ask(place: str, method: str, params: Mapping[str, Any], mark: str, seconds: float) -> Answer:
    """Ask one thing; `place` is a path, or a port of this computer as `127.0.0.1:7583`.

    Raises `OSError`, `NoAnswer` and `msgspec.DecodeError`.
    """
    question = {"jsonrpc": "2.0", "id": mark, "method": method, "params": params}
    with Deadline(seconds) as deadline, _connected(place, deadline) as connection:
        try:
            connection.sendall(msgspec.json.encode(question) + b"\n")
            for line in _lines(connection):
                answer = msgspec.json.decode(line, type=Answer)
                if answer.id == mark:
                    return answer
        except (OSError, NoAnswer):
            if deadline.passed:
                raise TimeoutError from None
            raise
    raise NoAnswer


def _connected(place: str, deadline: Deadline) -> socket.socket:
    host, colon, port = place.rpartition(":")
    if colon and port.isdecimal():
        connection = socket.create_connection((host.strip("[]"), int(port)), deadline.left())
    else:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(deadline.left())
        try:
            connection.connect(place)
        except OSError:
            connection.close()
            raise
    deadline.watch(connection)
    return connection


def _lines(connection: socket.socket) -> Iterator[bytes]:
    rest, read = b"", 0
    while piece := connection.recv(16_384):
        read += len(piece)
        if read > _MOST:
            break
        *lines, rest = (rest + piece).split(b"\n")
        yield from filter(None, lines)
    raise NoAnswer
