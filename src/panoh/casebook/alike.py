"""Which acts may be one act told twice: type and time must be compatible, and who tells differ."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from panoh.model.dates import PartialDate, bounds, compatible
from panoh.model.thesauri import ACTS

#: Two sources often give one act on neighbouring days; an incident is what happens within three.
NEAR = timedelta(days=3)


class ActTold(msgspec.Struct, frozen=True, array_like=True):
    """What is compared of two acts: to whom, which types, which days, as every source tells it."""

    victims: tuple[str, ...]
    types: tuple[str, ...]
    days: tuple[PartialDate, ...]


act_told = msgspec.json.Decoder(ActTold).decode


def alike(acts: Sequence[ActTold]) -> list[tuple[int, int]]:
    """The places of those that may be one, in order; two told of one entity are two acts.

    Only those whose times lie near each other are compared at all: one person may have suffered
    a thousand acts.
    """
    return sorted(pair for pair in _near_in_time(acts) if _may_be_one(*(acts[at] for at in pair)))


def _near_in_time(acts: Sequence[ActTold]) -> Iterator[tuple[int, int]]:
    """Pairs whose widest spans are within `NEAR`; each act is held against those still open."""
    spans = [_span(act) for act in acts]
    begun: list[int] = []
    for at in sorted(range(len(acts)), key=lambda at: spans[at][0]):
        begun = [other for other in begun if spans[other][1] >= spans[at][0]]
        for other in begun:
            yield (other, at) if other < at else (at, other)
        begun.append(at)


def _span(act: ActTold) -> tuple[int, int]:
    """The first and the last day on which it may have been, the last with `NEAR` added."""
    limits = [bounds(day) for day in act.days] or [(None, None)]
    starts, ends = zip(*limits, strict=True)
    start = date.min if None in starts else min(starts)
    end = date.max if None in ends else max(ends)
    return start.toordinal(), end.toordinal() + NEAR.days


def _may_be_one(a: ActTold, b: ActTold) -> bool:
    if not set(a.victims).isdisjoint(b.victims):
        return False
    return _same_type(a, b) and _same_time(a, b)


def _same_type(a: ActTold, b: ActTold) -> bool:
    if not set(a.types).isdisjoint(b.types):
        return True
    return any(
        ACTS.is_under(one, other) or ACTS.is_under(other, one)
        for one in a.types
        for other in b.types
    )


def _same_time(a: ActTold, b: ActTold) -> bool:
    """Compatible, or no more than some days apart: sources often differ by a day."""
    if not a.days or not b.days:
        return True
    return any(_near(one, other) for one in a.days for other in b.days)


def _near(one: PartialDate, other: PartialDate) -> bool:
    """Within `NEAR` of each other, counted between the nearest days the two dates allow."""
    if compatible(one, other):
        return True
    (start, end), (other_start, other_end) = bounds(one), bounds(other)
    gaps = [
        later - sooner
        for later, sooner in ((other_start, end), (start, other_end))
        if later and sooner
    ]
    return any(timedelta(0) <= gap <= NEAR for gap in gaps)
