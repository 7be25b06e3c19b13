"""What the pages ask of the relay, and nothing more; whoever stands behind it knows the people."""

from dataclasses import dataclass
from typing import Protocol

from panoh.checkin import Outward, Reason
from panoh.checkin.events import Answer


@dataclass(frozen=True, slots=True)
class OwnerSees:
    """What a link of the owner shows before any proof: nothing about how things stand."""

    language: str
    max_pause_days: int


@dataclass(frozen=True, slots=True)
class Said:
    """What the owner is told after a proof. A silent alarm changes none of it."""

    answer: Answer
    outward: Outward
    zone: str


@dataclass(frozen=True, slots=True)
class ContactSees:
    """What a link of a contact shows while the alarm is open."""

    language: str
    reference: str
    took: bool
    taken: bool
    cannot: bool
    closing: bool
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Health:
    """How the watching is. Nothing in it grows with the number of people or alarms."""

    well: bool
    beat: int
    """Seconds since time was last looked at."""


class Desk(Protocol):
    """The relay as the pages see it. Every call may block; none is made for a mere look."""

    def owner(self, token: str) -> OwnerSees | None:
        """Whose link this is; None if nobody's."""
        ...

    def well(self, token: str, pin: str) -> Said | None:
        """The owner proves that they are well; None if the PIN is not theirs."""
        ...

    def pause(self, token: str, pin: str, days: int) -> Said | None:
        """The owner, with the same proof, is not expected for some days."""
        ...

    def resume(self, token: str, pin: str) -> Said | None:
        """The owner, with the same proof, ends a pause."""
        ...

    def contact(self, token: str) -> ContactSees | None:
        """Which open alarm this is a link to, for whom; None if to none."""
        ...

    def take(self, token: str) -> Answer:
        """The contact says: I take it."""
        ...

    def cannot(self, token: str) -> Answer:
        """The contact says: I cannot."""
        ...

    def close(self, token: str, reason: Reason) -> Answer:
        """The contact says that it is over, and why."""
        ...

    def receive(self, signed: str) -> str:
        """An order or check-in that the owner signed; gives the word for what became of it."""
        ...

    def health(self) -> Health:
        """How the watching is."""
        ...
