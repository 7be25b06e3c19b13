"""Writing contacts down: everything is checked first, then saved in one step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import msgspec

from panoh.casebook.index.reading import view_of
from panoh.casebook.record import Case, save, tell
from panoh.casebook.view import settled
from panoh.model.dates import PartialDate
from panoh.model.hours import check_hours
from panoh.model.ids import new_entity
from panoh.model.kinds import KINDS, Channel, Contact, Reach, kind_of
from panoh.model.names import Name
from panoh.model.statement import Statement
from panoh.network.contacts import ChannelFile, ContactFile, local_time
from panoh.network.directory import Organisation
from panoh.network.errors import ChannelUnknown, TermUnknown, ZoneUnknown


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach somebody as it is typed: which channel, and the number or address."""

    type: str
    address: str


def add_contact(case: Case, names: Sequence[str], ways: Sequence[Way], **fields: Any) -> str:
    """Record a contact with their channels in one save; returns their entity.

    `fields` are those of the kind `contact`. Raises ZoneUnknown, TermUnknown, HoursUnreadable.
    """
    record = Contact(names=tuple(map(Name.of, names)), **fields)
    about = new_entity()
    channels = [
        Channel(contact=about, type=way.type, address=way.address.strip(), rank=rank)
        for rank, way in enumerate(ways, 1)
    ]
    for each in (record, *channels):
        check(each)
    save(case, [tell(case, record, about), *(tell(case, each) for each in channels)])
    return about


def adopt(case: Case, organisation: Organisation) -> str:
    """Take an organisation of the directory into the vault as a contact; returns its entity."""
    ways = [Way(each.type, each.address) for each in organisation.channels if each.confirmed]
    return add_contact(
        case,
        [organisation.name],
        ways,
        type="organisation",
        helps=organisation.helps,
        languages=organisation.languages,
        country=organisation.country,
        hours=organisation.hours,
        public="yes",
        directory=organisation.id,
        web=organisation.web,
        verified=PartialDate(organisation.verified_on),
        trust="public",
    )


def add_channel(case: Case, contact: ContactFile, way: Way, **fields: Any) -> str:
    """Record one more channel of a contact, after those they have; returns its entity."""
    rank = max((each.rank for each in contact.channels), default=0) + 1
    values = {"rank": rank} | fields
    record = Channel(contact=contact.root, type=way.type, address=way.address.strip(), **values)
    check(record)
    statement = tell(case, record)
    save(case, [statement])
    return statement.about


def attempt(
    case: Case,
    channel: ChannelFile,
    outcome: str,
    day: date,
    *,
    key: str = "",
    checked: str = "",
    by: str = "",
) -> str:
    """Record that somebody tried to reach a contact, and what key they saw."""
    record = Reach(
        channel=channel.root,
        when=PartialDate(day.isoformat()),
        outcome=outcome,
        key=key.strip(),
        checked=checked,
        checked_by=by,
    )
    check(record)
    return save(case, [tell(case, record)])[0]


def change(case: Case, entity: str, record: msgspec.Struct, emptied: Iterable[str] = ()) -> None:
    """Correct what this member told: each field given replaces her own earlier one.

    What they told in the fields `emptied` is no longer told. Raises TermUnknown.
    """
    check(record)
    statement = correcting(case, entity, record, emptied)
    if statement.fields or statement.replaces:
        save(case, [statement])


def amend(case: Case, entity: str, record: msgspec.Struct, names: Iterable[str]) -> None:
    """Tell these fields as a form gave them back: what differs from before is one statement.

    A field that is empty now is emptied, as far as this member told it. Raises as `change`.
    """
    before, _unsure = settled(view_of(case.vault.db, entity))
    given = {name: getattr(record, name) for name in names}
    fresh = {name: value for name, value in given.items() if not _alike(value, before.get(name))}
    told = type(record)(**{name: value for name, value in fresh.items() if value})
    check(told)
    statement = correcting(case, entity, told, [name for name in fresh if not fresh[name]])
    if statement.fields or statement.replaces:
        save(case, [statement])


def _alike(given: Any, before: Any) -> bool:
    """Whether a form gave back what it showed: a date in other words is the same date."""
    if not given or not before:
        return not given and not before
    if isinstance(given, PartialDate) and isinstance(before, PartialDate):
        return (given.edtf, given.calendar) == (before.edtf, before.calendar)
    if isinstance(given, tuple) and isinstance(given[0], str):
        return set(given) == set(before)
    return bool(given == before)


def move_channel(case: Case, contact: ContactFile, channel: ChannelFile, way: Way) -> str:
    """Another number or address in place of one; returns the entity of the new channel.

    The old one stays with its key and is no longer used. Nobody has verified a key of the new one.
    """
    record = Channel(
        contact=contact.root,
        type=way.type,
        address=way.address.strip(),
        rank=channel.rank,
        hours=channel.hours,
        avoid=channel.avoid,
        offline=channel.offline,
    )
    check(record)
    closed = Channel(closed=PartialDate(case.clock().date().isoformat()))
    statement = tell(case, record)
    save(case, [tell(case, closed, channel.root), statement])
    return statement.about


def correcting(
    case: Case, entity: str, record: msgspec.Struct, emptied: Iterable[str] = ()
) -> Statement:
    """The statement that corrects the member's own live values of the fields it gives.

    What they told in the fields `emptied` is no longer told.
    """
    view = view_of(case.vault.db, entity)
    given = msgspec.to_builtins(record)
    replaces = [
        (told.id, name)
        for name in (*given, *emptied)
        for told in view.told(name)
        if told.statement.voice == "by:" + case.member and told.statement.about == view.root
    ]
    return tell(case, record, view.root, replaces=replaces)


def check(record: msgspec.Struct) -> None:
    """Refuse what would be recorded but never understood: words of no list, hours, zones."""
    given: Mapping[str, Any] = msgspec.to_builtins(record)
    for name, spec in KINDS[kind_of(record).name].fields.items():
        value = given.get(name)
        if spec.note.term is not None and value:
            for code in [value] if isinstance(value, str) else value:
                if code not in spec.note.term.terms:
                    raise TermUnknown(field=spec.note.label)
    if given.get("hours"):
        check_hours(given["hours"])
    if given.get("zone") and local_time(given["zone"], datetime.now().astimezone()) is None:
        raise ZoneUnknown


def channel_of(contact: ContactFile, typed: str) -> ChannelFile:
    """The one channel meant: by kind, address or the beginning of its id.

    Without a word the only one there is. Raises ChannelUnknown.
    """
    word = typed.casefold()
    found = [
        each
        for each in contact.open_channels
        if not word
        or word in (each.type, each.address.casefold())
        or (len(word) >= 4 and each.root.startswith(word))
    ]
    if len(found) != 1:
        raise ChannelUnknown(count=len(found))
    return found[0]
