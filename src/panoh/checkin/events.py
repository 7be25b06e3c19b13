"""What happens to a check-in, and what has to be done about it: plain values, no side effects.

There is no event for looking at a page or opening a message, so neither can check anybody in.
"""

from dataclasses import dataclass
from enum import StrEnum

from panoh.checkin.plan import Plan
from panoh.checkin.state import Reason, State


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed, and nothing else."""


@dataclass(frozen=True, slots=True)
class Arm:
    """The owner's order put a plan in place (the one handed to `step`)."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """Another plan takes the place of this one. It goes before `Arm`, with the old plan."""

    after: Plan


@dataclass(frozen=True, slots=True)
class Duress:
    """What comes next was given under duress. It goes before that event, with the old plan."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A proof of life was given."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause until an instant, with the same proof as a check-in."""

    until: int


@dataclass(frozen=True, slots=True)
class Resume:
    """The end of a pause before its time, with the same proof."""


@dataclass(frozen=True, slots=True)
class End:
    """The owner wants to be watched no more."""


@dataclass(frozen=True, slots=True)
class Take:
    """A contact says: I take it."""

    by: str


@dataclass(frozen=True, slots=True)
class Cannot:
    """A contact says: I cannot."""

    by: str


@dataclass(frozen=True, slots=True)
class Close:
    """A contact says that the alarm is over, and why."""

    by: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Blind:
    """Between two instants nothing could have been received.

    Where the end lies before the start, the clock was set back by so much.
    `restored` says that what is known comes from an older copy: what happened after `start` may
    have been forgotten.
    """

    start: int
    end: int
    restored: bool = False


@dataclass(frozen=True, slots=True)
class ZoneRules:
    """The rules of time zones may have changed since the due time was computed."""


@dataclass(frozen=True, slots=True)
class ClockDoubted:
    """The watcher no longer knows what time it is."""


Event = (
    Tick
    | Arm
    | Replaced
    | Duress
    | CheckIn
    | Pause
    | Resume
    | End
    | Take
    | Cannot
    | Close
    | Blind
    | ZoneRules
    | ClockDoubted
)


class Kind(StrEnum):
    """What a message is about."""

    REMIND = "remind"  # to the owner
    ALARMED = "alarmed"  # to the owner: contacts are being told
    OUTAGE = "outage"  # to the owner: the watching was out
    FAULT = "fault"  # to a contact: the same
    RESTORED = "restored"  # the watching was set back to an older copy
    MOVED = "moved"  # to the owner: new zone rules moved the due time
    CLOCK = "clock"  # to the owner: the watcher's clock is in doubt
    ALARM = "alarm"  # to a contact
    EXHAUSTED = "exhausted"  # to every contact, again and again
    TAKEN = "taken"  # to the others who were told
    SAYS_SAFE = "says-safe"  # the owner gave a proof of life; somebody must confirm and close
    CLOSING = "closing"  # one contact wants to close; a second must agree
    STAND_DOWN = "stand-down"  # to exactly those who were told
    PAUSED = "paused"  # to the first contacts
    LEFT = "left"  # to the first contacts: they are not asked any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """A message to the owner or a contact.

    `key` tells it from every other message of this person, for ever. After `expires` it is of no
    use. `alarm` is the id of the alarm it belongs to, `until` an instant the text names, `by` the
    contacts it speaks of, `way` counts on which of their addresses to try first.
    """

    to: str
    kind: Kind
    key: str
    expires: int | None = None
    alarm: str = ""
    until: int | None = None
    by: tuple[str, ...] = ()
    way: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A line for the list of what happened: a code, who of the contacts, why."""

    what: str
    by: str = ""
    why: str = ""


Effect = Tell | Note


class Answer(StrEnum):
    """What whoever caused the event is told. A silent alarm changes none of them."""

    DONE = "done"
    EARLY = "early"  # a check-in would count only later
    NOT_WATCHED = "not-watched"
    NO_ALARM = "no-alarm"  # it is closed, or never was one for this person
    AGAIN = "again"  # already said; it changes nothing
    SECOND_NEEDED = "second-needed"  # another contact must agree
    TOO_LONG = "too-long"  # a pause beyond what the plan allows


@dataclass(frozen=True, slots=True)
class Step:
    """What became of an event."""

    state: State
    effects: tuple[Effect, ...]
    answer: Answer = Answer.DONE
