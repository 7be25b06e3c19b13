"""When an outage is one, and who has to hear of it; pure, so that an hour takes no time to test.

An outage counts by looks that failed one after the other. A gap in our own looking (a suspended
computer, a restart, a clock that jumped) proves nothing about the relay: the count begins anew.
"""

from dataclasses import dataclass, replace

MINUTE = 60
#: After so long without a good answer the owner is told, so that it takes less than ten minutes
#: from the last one that was good; the contacts within sixty.
OWNER_AFTER = 8 * MINUTE
CONTACTS_AFTER = 55 * MINUTE
GAP = 4 * MINUTE


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen so far.

    `looked` is when; `since` is the first failing look of those without a gap; `outage` names the
    outage somebody was told of; `told` are those who were, until they were told of its end.
    """

    looked: int = 0
    since: int | None = None
    outage: int = 0
    told: tuple[str, ...] = ()


def look(seen: Seen, *, well: bool, now: int) -> Seen:
    """What is seen after one more look."""
    if well:
        return replace(seen, looked=now, since=None)
    unbroken = seen.since is not None and seen.looked <= now <= seen.looked + GAP
    since = seen.since if unbroken else now
    return replace(seen, looked=now, since=since)


def owner_is_due(seen: Seen) -> bool:
    """Whether the owner of the relay has to know."""
    return seen.since is not None and seen.looked - seen.since >= OWNER_AFTER


def contacts_are_due(seen: Seen) -> bool:
    """Whether the contacts have to know that nobody watches."""
    return seen.since is not None and seen.looked - seen.since >= CONTACTS_AFTER
