"""What a contact's link shows, and the three answers: I take it, I cannot, it is over."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import apsw

from panoh.checkin import Contact, Reason
from panoh.checkin.events import Answer, Cannot, Close, Event, Take
from panoh.relay import people
from panoh.relay.errors import LinkUnknown
from panoh.relay.people import Person
from panoh.relay.store import Store, rows
from panoh.relay.waking import acting


@dataclass(frozen=True, slots=True)
class Asked:
    """What a contact's page shows: only what this contact may know.

    `sealed`, and whether it was asked under duress, are told to those who took it.
    """

    reference: str
    language: str
    open: bool
    mine: bool
    taken: bool
    says_safe: bool
    since: int
    took: bool = False
    cannot: bool = False
    closing: bool = False
    sealed: str = ""
    duress: bool = False


def look_asked(store: Store, token: str) -> Asked:
    """What a contact's link shows. Looking changes nothing. Raises LinkUnknown."""
    person, contact, alarm = _behind(store.db, token)
    return _asked(person, contact, alarm)


def _behind(db: apsw.Connection, token: str) -> tuple[Person, str, str]:
    """Whose alarm a link belongs to, which contact's it is, and which alarm's."""
    found = rows(db, "SELECT person, contact, alarm FROM links WHERE token = ?", (token,))
    person = people.find(db, "id", found[0][0]) if found else None
    if person is None:
        raise LinkUnknown
    return person, found[0][1], found[0][2]


def _asked(person: Person, contact: str, alarm_id: str) -> Asked:
    alarm, number = person.state.alarm, alarm_id.partition(".")[0]
    reference = f"{person.ref}-{number}"
    if alarm is None or alarm.id != alarm_id:
        return Asked(
            reference,
            language=_language(person.plan.contacts, contact),
            open=False,
            mine=False,
            taken=False,
            says_safe=False,
            since=int(alarm_id.partition(".")[2]),
        )
    took = contact in alarm.takers
    sealed = next((each.sealed for each in alarm.contacts if each.id == contact), "")
    return Asked(
        reference,
        language=_language(alarm.contacts, contact),
        open=True,
        mine=alarm.taken_by == contact,
        taken=bool(alarm.taken_by),
        says_safe=alarm.owner_said is not None and not alarm.duress,
        since=alarm.at,
        took=took,
        cannot=contact in alarm.cannot,
        closing=bool(alarm.closing) and contact not in alarm.closing,
        sealed=sealed if took else "",
        duress=alarm.duress and took,
    )


def _language(contacts: Iterable[Contact], contact: str) -> str:
    return next((each.language for each in contacts if each.id == contact), "en")


def take(store: Store, token: str) -> tuple[Answer, Asked]:
    """A contact takes it. Raises LinkUnknown."""
    return _answered(store, token, Take)


def cannot(store: Store, token: str) -> tuple[Answer, Asked]:
    """A contact cannot. Raises LinkUnknown."""
    return _answered(store, token, Cannot)


def close(store: Store, token: str, reason: Reason) -> tuple[Answer, Asked]:
    """A contact says that it is over, and why. Raises LinkUnknown."""
    return _answered(store, token, lambda contact: Close(contact, reason))


def _answered(store: Store, token: str, word: Callable[[str], Event]) -> tuple[Answer, Asked]:
    with acting(store) as made:
        person, contact, alarm = _behind(made.db, token)
        answer = Answer.NO_ALARM
        if person.state.alarm is not None and person.state.alarm.id == alarm:
            person, answer = people.meet(made, person, word(contact))
        return answer, _asked(person, contact, alarm)
