"""What has aged or leans on one person: silence, changed keys, roles, shared numbers, gaps.

Each looks at those who still help, as `contacts.helping` reads them once for all.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from panoh.casebook.consent.numbers import key_of as digits_of
from panoh.model.dates import bounds
from panoh.network.contacts import ContactFile, parts_of
from panoh.network.keys import CHANGED

People = Sequence[ContactFile]
#: Days after which somebody who was not reached is asked for.
SILENT_AFTER = 90
#: Days after which somebody is asked whether they still have what they keep.
SHARE_AFTER = 183
#: More parts than this in the plans, and everything hangs on one person.
MOST_PARTS = 2


@dataclass(frozen=True, slots=True)
class Silent:
    """A contact not reached for long; `days` is `None` if they never were."""

    contact: ContactFile
    days: int | None


@dataclass(frozen=True, slots=True)
class Changed:
    """A contact one of whose keys changed since it was verified, with the channels."""

    contact: ContactFile
    channels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """One number or address that stands with several contacts."""

    address: str
    contacts: tuple[ContactFile, ...]


@dataclass(frozen=True, slots=True)
class Laden:
    """A contact with many parts in the plans."""

    contact: ContactFile
    parts: int


def silent(people: People, today: date, after: int = SILENT_AFTER) -> list[Silent]:
    """Those not reached for so many days, and those never reached; the longest silence first.

    Nobody calls a public organisation's hotline to try it.
    """
    found = []
    for each in filter(_own, people):
        last = each.last_reached
        if last is None or last < today - timedelta(days=after):
            found.append(Silent(each, (today - last).days if last else None))
    return sorted(found, key=lambda said: (said.days is not None, -(said.days or 0)))


def changed_keys(people: People) -> list[Changed]:
    """Those with a key that is not the one verified last."""
    found = [
        Changed(each, tuple(ch.root for ch in each.open_channels if ch.key.state == CHANGED))
        for each in people
    ]
    return [said for said in found if said.channels]


def shared_addresses(people: People) -> list[Shared]:
    """Numbers and addresses that stand with more than one contact.

    A family may share a telephone; it may also be a slip, or one person entered twice.
    """
    owners: defaultdict[str, dict[str, ContactFile]] = defaultdict(dict)
    written: dict[str, str] = {}
    for each in people:
        for channel in each.open_channels:
            key = digits_of(channel.address) or channel.address.casefold().strip()
            if key:
                owners[key][each.root] = each
                written.setdefault(key, channel.address)
    return [
        Shared(written[key], tuple(those.values()))
        for key, those in sorted(owners.items())
        if len(those) > 1
    ]


def without_zone(people: People, now: datetime) -> list[ContactFile]:
    """Those of one's own of whom nobody can say what time it is there."""
    return [each for each in people if _own(each) and each.local(now) is None]


def not_asked(people: People) -> list[ContactFile]:
    """Those of whom no yes is recorded to being listed here; organisations known to all need none.

    A recorded no stands here as well: such a contact should be erased.
    """
    return [
        each for each in people if each.text("listed") != "yes" and each.text("public") != "yes"
    ]


def laden(db: Any, people: People, most: int = MOST_PARTS) -> list[Laden]:
    """Those with more parts in the plans than one person should have."""
    found = [Laden(each, len(parts_of(db, each))) for each in people]
    return [said for said in found if said.parts > most]


def shares_unseen(people: People, today: date, after: int = SHARE_AFTER) -> list[ContactFile]:
    """Those who keep a part of a key, and of whom nobody confirmed for long that they have it."""
    return [
        each
        for each in people
        if each.text("share") and not _since(each, "share_seen", today - timedelta(days=after))
    ]


def _since(each: ContactFile, name: str, first: date) -> bool:
    """Whether a day in a field surely lies on or after another one."""
    told = each.told.get(name)
    earliest = bounds(told)[0] if told else None
    return earliest is not None and earliest >= first


def due_for_review(people: People, today: date) -> Iterator[ContactFile]:
    """Those whose entry somebody wanted to look at again by today."""
    for each in people:
        if each.may_have_come("review", today):
            yield each


def _own(each: ContactFile) -> bool:
    """Whether it is somebody of one's own and no organisation that everybody knows."""
    return each.text("public") != "yes"
