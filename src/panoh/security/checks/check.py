"""A check of this machine: what it asks, what it reads, how it judges, what it cannot see."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from panoh.model.kinds import Evidence
from panoh.security.checks.looking import Everything, Reading

PASS, FAIL, UNKNOWN = "pass", "fail", "unknown"


@dataclass(frozen=True, slots=True)
class Judged:
    """A result (a term of `RESULTS`) and what it rests on."""

    result: str
    evidence: tuple[Evidence, ...]


def passed(text: str, **values: str | int) -> Judged:
    """In order, for this reason."""
    return Judged(PASS, (Evidence(text, values),))


def failed(text: str, **values: str | int) -> Judged:
    """Not in order, for this reason."""
    return Judged(FAIL, (Evidence(text, values),))


def unknown(text: str, **values: str | int) -> Judged:
    """Not known, for this reason."""
    return Judged(UNKNOWN, (Evidence(text, values),))


def together(judged: Sequence[Judged]) -> Judged:
    """All of them: one that failed fails the whole; else one unknown makes the whole unknown.

    Told is what is not in order, then what is not known; what is in order only if all is.
    """
    results = [each.result for each in judged]
    worst = next((each for each in (FAIL, UNKNOWN, PASS) if each in results), UNKNOWN)
    told = [
        evidence
        for result in ((PASS,) if worst == PASS else (FAIL, UNKNOWN))
        for each in judged
        if each.result == result
        for evidence in each.evidence
    ]
    return Judged(worst, tuple(_once(told)))


def _once(told: Sequence[Evidence]) -> list[Evidence]:
    return [each for place, each in enumerate(told) if each not in told[:place]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `measure` is the measure of the catalogue it speaks of.

    `asks` and `cannot_see` are msgids; `by_hand` gives for each platform the steps by which a
    person looks themselves (`linux` too, for when the answer is unknown).
    """

    key: str
    measure: str
    asks: str
    cannot_see: str
    probe: tuple[Reading, ...]
    judge: Callable[[Everything, datetime], Judged]
    by_hand: Mapping[str, tuple[str, ...]]
