"""What every channel is: one message to one address, and an honest word of what became of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Message:
    """What is said. A channel that knows no subjects sends the body alone, so it must suffice."""

    subject: str
    body: str


class Reason(StrEnum):
    """Why a message was not taken: a code that may be logged, never words from outside."""

    ADDRESS = "address"  # not an address of this channel, or nobody is there
    IDENTITY = "identity"  # the key of whoever is there has changed
    TOO_LARGE = "too-large"
    REJECTED = "rejected"  # this message, as it is worded
    LATER = "later"  # told to come back later
    RATE = "rate"  # told that this was too often
    LOGIN = "login"  # the channel's own account or token is refused
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed-out"
    INSECURE = "insecure"  # no TLS, or a certificate that proves nothing
    REDIRECTED = "redirected"
    UNEXPECTED = "unexpected"  # an answer that no such service gives
    DISK = "disk"
    OLD = "old"  # a program beside us is older than the service will bear
    MISSING = "missing"  # a part of the program that is not installed


@dataclass(frozen=True, slots=True)
class Accepted:
    """The channel took it. That is not yet that somebody read it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """It will never be taken for this address as things stand: try another channel or person."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Failed:
    """It was not taken, or nobody can say whether it was; try again.

    `wait` is how many seconds the channel asked for, 0 if it did not say.
    """

    reason: Reason
    wait: int = 0


Result = Accepted | Refused | Failed


class Channel(Protocol):
    """One way to reach people."""

    @property
    def name(self) -> str:
        """What the owner of the relay calls it."""
        ...

    def send(self, to: str, message: Message, key: str) -> Result:
        """Give the message to the channel for one address, within the channel's own time-out.

        The same `key` given again is the same message: where the channel can carry a mark, people
        see it once. Nothing that happens outside is raised; it is in the result.
        """
        ...

    def check(self) -> Result:
        """Try everything short of telling a person: reach the service, sign in, be taken."""
        ...
