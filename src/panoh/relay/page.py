"""The owner's page: what it shows, and check-ins, pauses and their end by PIN."""

from dataclasses import dataclass

from panoh.checkin.events import Answer, CheckIn, Event, Pause, Resume
from panoh.checkin.pin import read_pin
from panoh.relay import people
from panoh.relay.errors import LinkUnknown, PageStale, PinRefused, TooManyTries
from panoh.relay.orders import Receipt, let, receipt
from panoh.relay.store import Store, Transaction, rows
from panoh.relay.waking import acting

MOST_WRONG = 10  # wrong PINs within an hour
_HOUR = 3600
_OPEN, _AHEAD = 60, 2  # minutes for which a page may be answered; a clock may be set back a little


def look(store: Store, door: str) -> Receipt:
    """What the owner's page shows. Looking changes nothing. Raises LinkUnknown."""
    person = people.find(store.db, "door", door)
    if person is None:
        raise LinkUnknown
    sure = not store.meta().base.doubt
    return receipt(person, Answer.DONE, store.now(), clock_sure=sure)


@dataclass(frozen=True, slots=True)
class Greeting:
    """What the page needs before any proof: nothing about how things stand."""

    language: str
    zone: str
    max_pause_days: int
    takes_pin: bool
    opened: int  # in minutes; its forms carry it


def greet(store: Store, door: str) -> Greeting:
    """In which language the page speaks. Looking changes nothing. Raises LinkUnknown."""
    person = people.find(store.db, "door", door)
    if person is None:
        raise LinkUnknown
    plan = person.plan
    return Greeting(
        language=plan.owner.language,
        zone=plan.schedule.zone,
        max_pause_days=plan.max_pause // (24 * _HOUR),
        takes_pin=plan.page is not None,
        opened=store.now() // 60,
    )


def still_fresh(store: Store, opened: int) -> None:
    """Raise PageStale for the forms of a page that was opened more than an hour ago.

    Whoever holds the phone on which it was filled in can have the browser send it once more, with
    the PIN they do not know. By then it must be worth nothing.
    """
    if not -_AHEAD <= store.now() // 60 - opened <= _OPEN:
        raise PageStale


def check_in(store: Store, door: str, typed: str) -> Receipt:
    """A check-in on the owner's page. Raises LinkUnknown, PinRefused and TooManyTries."""
    return _with_pin(store, door, typed, CheckIn())


def pause(store: Store, door: str, typed: str, until: int) -> Receipt:
    """A pause on the owner's page, with the same proof as a check-in."""
    return _with_pin(store, door, typed, Pause(until))


def resume(store: Store, door: str, typed: str) -> Receipt:
    """The end of a pause on the owner's page."""
    return _with_pin(store, door, typed, Resume())


def _with_pin(store: Store, door: str, typed: str, event: Event) -> Receipt:
    found = rows(
        store.db, "SELECT plan, id, number, wrong, wrong_at FROM people WHERE door = ?", (door,)
    )
    if not found:
        raise LinkUnknown
    plan, id_, number, wrong, wrong_at = found[0]
    page = people.plan_of(plan, id_, number).page
    if page is None:
        raise PinRefused
    if wrong >= MOST_WRONG and store.now() < wrong_at + _HOUR:
        raise TooManyTries
    # Outside the transaction: deriving takes long, and nobody else should wait for it.
    duress = read_pin(page, typed)
    with acting(store) as made:
        person = people.find(made.db, "door", door)
        if person is None or person.plan.page != page:
            raise LinkUnknown
        if duress is not None:
            made.db.execute("UPDATE people SET wrong = 0 WHERE door = ?", (door,))
            return let(made, person, event, duress=duress)
        _count_wrong(made, door)
    raise PinRefused


def _count_wrong(made: Transaction, door: str) -> None:
    made.db.execute(
        "UPDATE people SET wrong = CASE WHEN wrong_at > ? THEN wrong + 1 ELSE 1 END,"
        " wrong_at = CASE WHEN wrong_at > ? THEN wrong_at ELSE ? END WHERE door = ?",
        (made.now - _HOUR, made.now - _HOUR, made.now, door),
    )
