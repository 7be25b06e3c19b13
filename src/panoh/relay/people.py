"""The people a relay watches: their rows, and what an event does to one of them."""

import secrets
from dataclasses import dataclass

import apsw
import msgspec

from panoh.checkin import Contact, Phase, Plan, State, next_at, step
from panoh.checkin.events import OWNER, Answer, Effect, Event
from panoh.relay import outbox
from panoh.relay.sealing import sealed, unsealed
from panoh.relay.store import Row, Transaction, rows

# No letters or digits that are taken for others when they are read aloud.
_LETTERS = "ABCDEFGHJKLMNPQRTUVWXY3478"
ALL = "SELECT id, ref, door, number, plan, state, next_at FROM people"
#: Whom an outage that ended at an instant can concern: the others have lost nothing by it.
WAITING = ALL + " WHERE due <= ? OR alarm"
OVERDUE = ALL + " WHERE next_at <= ? ORDER BY next_at LIMIT ?"
_BY = {"id": ALL + " WHERE id = ?", "door": ALL + " WHERE door = ?"}
_plan, _state = msgspec.json.Decoder(Plan), msgspec.json.Decoder(State)


@dataclass(frozen=True, slots=True)
class Person:
    """One person as the relay knows them."""

    id: str
    ref: str
    door: str
    number: int
    plan: Plan
    state: State


def read(row: Row) -> Person:
    """A person from the columns of their row; raises RelayUnsafe if a bit of it has changed.

    A time that was altered on a bad disk would still be a time.
    """
    id_, ref, door, number, plan, state, soon = row
    now = _state.decode(unsealed(state, id_, soon))
    return Person(id_, ref, door, number, plan_of(plan, id_, number), now)


def plan_of(data: bytes, id_: str, number: int) -> Plan:
    """A plan from its column."""
    return _plan.decode(unsealed(data, id_, number))


def find(db: apsw.Connection, column: str, value: str) -> Person | None:
    """The person whose `id` or `door` this is."""
    return next((read(row) for row in rows(db, _BY[column], (value,))), None)


def add(made: Transaction, id_: str, plan: Plan) -> Person:
    """A new person, about whom nothing is due yet."""
    person = Person(id_, _free_ref(made), secrets.token_urlsafe(16), 0, plan, State())
    made.db.execute(
        "INSERT INTO people(id, ref, door, number, plan, state) VALUES(?, ?, ?, 0, '', '')",
        (id_, person.ref, person.door),
    )
    _save(made, person)
    return person


def _free_ref(made: Transaction) -> str:
    while True:
        ref = "".join(secrets.choice(_LETTERS) for _ in range(4))
        if not made.db.execute("SELECT 1 FROM people WHERE ref = ?", (ref,)).fetchone():
            return ref


def ordered(made: Transaction, person: Person, number: int, plan: Plan) -> Person:
    """The person with the plan and the number of their newest order."""
    after = Person(person.id, person.ref, person.door, number, plan, person.state)
    _save(made, after)
    return after


def meet(made: Transaction, person: Person, *events: Event) -> tuple[Person, Answer]:
    """Let events happen to somebody now: new state and messages in the one transaction."""
    state, effects, answer = person.state, list[Effect](), Answer.DONE
    reachable = _contacts(person.plan, state)
    for event in events:
        done = step(person.plan, state, event, made.now)
        state, answer = done.state, done.answer
        effects += done.effects
    reachable |= _contacts(person.plan, state)
    after = Person(person.id, person.ref, person.door, person.number, person.plan, state)
    if state != person.state:
        _save(made, after)
        if (state.cycle, state.phase) != (person.state.cycle, person.state.phase):
            outbox.drop_reminders(made, person.id)
    outbox.put(made, outbox.Sender(after.id, after.ref, after.door, reachable), effects)
    if state.phase is Phase.ENDED and state.alarm is None:
        forget(made, person.id)
    return after, answer


def _contacts(plan: Plan, state: State) -> dict[str, Contact]:
    """Who can be reached: an open alarm keeps the people it began with."""
    people = {contact.id: contact for contact in plan.contacts}
    if state.alarm is not None:
        people |= {contact.id: contact for contact in state.alarm.contacts}
    return {**people, OWNER: plan.owner}


def _save(made: Transaction, person: Person) -> None:
    soon = next_at(person.plan, person.state)
    due = person.state.due if person.state.phase is Phase.WATCHING else None
    made.db.execute(
        "UPDATE people SET number = ?, plan = ?, state = ?, due = ?, alarm = ?, next_at = ?"
        " WHERE id = ?",
        (
            person.number,
            sealed(msgspec.json.encode(person.plan), person.id, person.number),
            sealed(msgspec.json.encode(person.state), person.id, soon),
            due,
            person.state.alarm is not None,
            soon,
            person.id,
        ),
    )


def set_aside(made: Transaction, id_: str, until: int) -> None:
    """Leave somebody whose row is damaged for a while, so that the others do not wait."""
    made.db.execute("UPDATE people SET next_at = ? WHERE id = ?", (until, id_))


def forget(made: Transaction, id_: str) -> None:
    """Remove everything about somebody."""
    for sql in (
        "DELETE FROM people WHERE id = ?",
        "DELETE FROM outbox WHERE person = ?",
        "DELETE FROM links WHERE person = ?",
        "DELETE FROM history WHERE person = ?",
    ):
        made.db.execute(sql, (id_,))
