"""Signal: one message to one number, name or account, and what Signal said of it."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec

from panoh.channels.channel import Accepted, Failed, Message, Reason, Refused, Result
from panoh.channels.errors import NotEncrypted
from panoh.channels.marks import mark_of
from panoh.channels.signal.rpc import Error, NoAnswer, Outcome, ask

_NUMBER = r"\+[1-9][0-9]{6,14}"
_ACCOUNT = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_USERNAME = r"u:[A-Za-z_][A-Za-z0-9_]{2,31}\.[0-9]{2,9}"
_ADDRESS = re.compile(f"{_NUMBER}|{_ACCOUNT}|{_USERNAME}")
_DAY = 86_400
#: Signal refuses programs of more than about three months.
_OLD = 80 * _DAY

#: What signal-cli calls an error by number (its man page of JSON-RPC does not list them).
_OUTSIDE, _UNTRUSTED, _RATE = -3, -4, -5

_REFUSALS = {
    "UNREGISTERED_FAILURE": Reason.ADDRESS,
    # The contact has a new phone, or somebody else has: it is told elsewhere, not here.
    "IDENTITY_FAILURE": Reason.IDENTITY,
}
_FAILURES = {
    "RATE_LIMIT_FAILURE": Reason.RATE,
    "NETWORK_FAILURE": Reason.UNREACHABLE,
    "INVALID_PRE_KEY_FAILURE": Reason.LATER,
}


class Sent(msgspec.Struct):
    """A message that went out."""

    timestamp: int
    results: list[Outcome] = []


class Known(msgspec.Struct, rename="camel"):
    """Whether an address has Signal."""

    is_registered: bool


@dataclass(frozen=True, kw_only=True)
class Signal:
    """A Signal account that signal-cli holds on this computer.

    Signal carries no mark: the same message given twice is shown twice, and its text must say
    that it is one.
    """

    name: str
    #: The path of the socket, or a port of this computer as 127.0.0.1:7583.
    socket: str
    #: Our own number; signal-cli needs it when it holds several accounts.
    account: str = field(default="", repr=False)
    #: The file of signal-cli, so that the check says in time when it grows old.
    program: str = ""
    seconds: float = 30

    def __post_init__(self) -> None:
        host, colon, port = self.socket.rpartition(":")
        if colon and port.isdecimal() and not _is_here(host.strip("[]")):
            raise NotEncrypted(channel=self.name)

    def send(self, to: str, message: Message, key: str) -> Result:
        """Give the body to signal-cli for one addressee."""
        if not _ADDRESS.fullmatch(to):
            return Refused(Reason.ADDRESS)
        params = {"recipient": [to], "message": message.body}
        return self._ask("send", params, mark_of(key, to), _taken)

    def check(self) -> Result:
        """Ask Signal's servers about our own number: signal-cli runs, is signed in, gets out."""
        if self.program and _age(self.program) > _OLD:
            return Failed(Reason.OLD)
        if not self.account:
            return self._ask("version", {}, uuid4().hex, lambda _result: Accepted())
        return self._ask("getUserStatus", {"recipient": [self.account]}, uuid4().hex, _registered)

    def _ask(
        self,
        method: str,
        params: Mapping[str, Any],
        mark: str,
        read: Callable[[msgspec.Raw], Result],
    ) -> Result:
        whose = {"account": self.account} if self.account else {}
        try:
            told = ask(self.socket, method, {**whose, **params}, mark, self.seconds)
            return _of_error(told.error) if told.error else read(told.result)
        except TimeoutError:
            return Failed(Reason.TIMED_OUT)
        except (OSError, NoAnswer):
            return Failed(Reason.UNREACHABLE)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return Failed(Reason.UNEXPECTED)


def _taken(result: msgspec.Raw) -> Result:
    """What a message that went out says; older versions tell the time alone."""
    return _of_outcomes(msgspec.json.decode(result, type=Sent).results)


def _registered(result: msgspec.Raw) -> Result:
    known = msgspec.json.decode(result, type=list[Known])
    return Accepted() if known and known[0].is_registered else Failed(Reason.LOGIN)


def _of_outcomes(outcomes: list[Outcome]) -> Result:
    """What the outcome for the one addressee means, for all their devices."""
    for outcome in outcomes:
        if outcome.type in _REFUSALS:
            return Refused(_REFUSALS[outcome.type])
        if outcome.type != "SUCCESS":
            wait = min(max(outcome.retry_after_seconds or 0, 0), _DAY)
            return Failed(_FAILURES.get(outcome.type, Reason.UNEXPECTED), wait)
    return Accepted()


def _of_error(error: Error) -> Result:
    """What an error means: by its outcomes if it carries any, by its number if not."""
    response = error.data.response if error.data else None
    told = _of_outcomes(response.results) if response else Accepted()
    if told != Accepted():
        return told
    if error.code == _UNTRUSTED:
        return Refused(Reason.IDENTITY)
    return Failed({_OUTSIDE: Reason.UNREACHABLE, _RATE: Reason.RATE}.get(error.code, Reason.LATER))


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _age(program: str) -> float:
    """Seconds since a program was last brought up to date; one that is gone is as old as can be."""
    try:
        return time.time() - Path(program).stat().st_mtime
    except OSError:
        return float("inf")
