"""When an outage is one, and who has to hear of it; pure, so that an hour takes no time to test.

An outage counts by looks that failed, also where some between them did not: whoever stops a relay
for seven minutes of every eight must not stay unseen. A gap in our own looking (a suspended
computer, a clock that jumped) proves nothing about the relay: the count begins anew.
"""

from dataclasses import dataclass, replace

MINUTE = 60
#: After so long without good answers the owner is told, so that it takes less than ten minutes
#: from the last one that was good; the contacts within sixty.
OWNER_AFTER = 8 * MINUTE
CONTACTS_AFTER = 55 * MINUTE
#: So long every answer has to be good before it counts as back.
STEADY = 4 * MINUTE
GAP = 6 * MINUTE
#: Good time makes up for a quarter as much time that was not.
_WORTH = 4


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen so far.

    `looked` is when; `since` is the first failing look after the last good one, `steady` the first
    good one after the last that failed; `out` and `long` are seconds of failing looks, for the
    owner and for the contacts; `outage` names the outage somebody was told of; `told` are those
    who were, until they were told of its end.
    """

    looked: int = 0
    since: int | None = None
    outage: int = 0
    told: tuple[str, ...] = ()
    steady: int | None = None
    out: int = 0
    long: int = 0


def look(seen: Seen, *, well: bool, now: int) -> Seen:
    """What is seen after one more look."""
    if not seen.looked <= now <= seen.looked + GAP:
        seen = replace(seen, looked=now, since=None, steady=None, out=0, long=0)
    passed = now - seen.looked
    if not well:
        since = now if seen.since is None else seen.since
        out, long = seen.out + passed, seen.long + passed
        return replace(
            seen, looked=now, since=since, steady=None, out=out, long=min(long, 2 * CONTACTS_AFTER)
        )
    steady = now if seen.steady is None else seen.steady
    good = passed // _WORTH
    out, long = max(seen.out - good, 0), max(seen.long - good, 0)
    return replace(seen, looked=now, since=None, steady=steady, out=out, long=long)


def owner_is_due(seen: Seen) -> bool:
    """Whether the owner of the relay has to know."""
    return seen.since is not None and seen.out >= OWNER_AFTER


def contacts_are_due(seen: Seen) -> bool:
    """Whether the contacts have to know that nobody watches."""
    return seen.since is not None and seen.long >= CONTACTS_AFTER


def is_back(seen: Seen) -> bool:
    """Whether it answers again, and not only for a moment."""
    return seen.steady is not None and seen.looked - seen.steady >= STEADY


def ended(seen: Seen, *, contacts: bool) -> Seen:
    """Whoever was told has heard of the end, and for them the count begins anew.

    For contacts who were not told it goes on. Where the owner was due and nothing could be told,
    our own network was out: that proves nothing about the relay.
    """
    return replace(seen, out=0, long=0 if contacts else seen.long)


def was_our_own(seen: Seen) -> bool:
    """Whether it was due to tell somebody, and nobody could be told."""
    return seen.out >= OWNER_AFTER and not seen.told
