"""What can go wrong in security: a measure that is refused, a result of MVT that is none."""

from typing import ClassVar

from panoh.model.errors import PanohError


class SecurityError(PanohError):
    """Something about threats, measures, incidents or checks."""

    exit_status: ClassVar[int] = 100


class MeasureRefused(SecurityError):
    """A file of measures breaks a rule; a measure nobody can look up is worse than none."""

    code: ClassVar[str] = "measure-refused"
    message: ClassVar[str] = "The measure {measure} in {file} is refused: {reason}."
    hint: ClassVar[str] = "Nothing is shown from this file. Correct it, or install Panoh again."


class NoSuchMeasure(SecurityError):
    """Nothing in the catalogue has this name."""

    code: ClassVar[str] = "no-such-measure"
    message: ClassVar[str] = "No measure has this name."
    hint: ClassVar[str] = "`panoh security next --all` lists them."


class IncidentEmpty(SecurityError):
    """An incident needs a kind and one sentence."""

    code: ClassVar[str] = "incident-empty"
    message: ClassVar[str] = "An incident needs its kind and one sentence about what happened."
    hint: ClassVar[str] = "Nothing was saved. Say what was seen; what you make of it can wait."


class NoSuchIncident(SecurityError):
    """No incident, or more than one, begins with what was typed."""

    code: ClassVar[str] = "no-such-incident"
    message: ClassVar[str] = "Exactly one incident is needed; those that begin like this: {count}."
    hint: ClassVar[str] = "`panoh security incident --list` shows them with their ids."


class OutOfRange(SecurityError):
    """A number is not one of 1 to 5."""

    code: ClassVar[str] = "not-one-to-five"
    message: ClassVar[str] = "This number must lie between 1 and 5."
    hint: ClassVar[str] = "Nothing was saved."
