"""The people a relay watches: their rows, and what an event does to one of them."""

import secrets
from dataclasses import dataclass

import apsw
import msgspec

from panoh.checkin import Contact, Phase, Plan, State, next_at, step
from panoh.checkin.events import OWNER, Answer, Effect, Event
from panoh.relay import outbox
from panoh.relay.store import Row, Transaction, rows

# No letters or digits that are taken for others when they are read aloud.
_LETTERS = "ABCDEFGHJKLMNPQRTUVWXY3478"
ALL = "SELECT id, ref, door, number, plan, state FROM people"
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
    """A person from the columns of their row."""
    id_, ref, door, number, plan, state = row
    return Person(id_, ref, door, number, _plan.decode(plan), _state.decode(state))


def plan_of(data: bytes) -> Plan:
    """A plan from its column."""
    return _plan.decode(data)


def find(db: apsw.Connection, column: str, value: str) -> Person | None:
    """The person whose `id` or `door` this is."""
    return next((read(row) for row in rows(db, _BY[column], (value,))), None)


def add(made: Transaction, id_: str, plan: Plan) -> Person:
    """A new person, about whom nothing is due yet."""
    person = Person(id_, _free_ref(made), secrets.token_urlsafe(16), 0, plan, State())
    made.db.execute(
        "INSERT INTO people(id, ref, door, number, plan, state) VALUES(?, ?, ?, 0, ?, ?)",
        (id_, person.ref, person.door, _bytes(plan), _bytes(person.state)),
    )
    return person


def _free_ref(made: Transaction) -> str:
    while True:
        ref = "".join(secrets.choice(_LETTERS) for _ in range(4))
        if not made.db.execute("SELECT 1 FROM people WHERE ref = ?", (ref,)).fetchone():
            return ref


def ordered(made: Transaction, person: Person, number: int, plan: Plan) -> Person:
    """The person with the plan and the number of their newest order."""
    made.db.execute(
        "UPDATE people SET number = ?, plan = ? WHERE id = ?", (number, _bytes(plan), person.id)
    )
    return Person(person.id, person.ref, person.door, number, plan, person.state)


def meet(made: Transaction, person: Person, *events: Event) -> tuple[Person, Answer]:
    """Let events happen to somebody now: new state and messages in the one transaction."""
    state, effects, answer = person.state, list[Effect](), Answer.DONE
    reachable = _contacts(person.plan, state)
    for event in events:
        done = step(person.plan, state, event, made.now)
        state, answer = done.state, done.answer
        effects += done.effects
    reachable |= _contacts(person.plan, state)
    if state != person.state:
        _write(made, person, state)
        if (state.cycle, state.phase) != (person.state.cycle, person.state.phase):
            outbox.drop_reminders(made, person.id)
    after = Person(person.id, person.ref, person.door, person.number, person.plan, state)
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


def _write(made: Transaction, person: Person, state: State) -> None:
    due = state.due if state.phase is Phase.WATCHING else None
    made.db.execute(
        "UPDATE people SET state = ?, due = ?, alarm = ?, next_at = ? WHERE id = ?",
        (_bytes(state), due, state.alarm is not None, next_at(person.plan, state), person.id),
    )


def forget(made: Transaction, id_: str) -> None:
    """Remove everything about somebody."""
    for sql in (
        "DELETE FROM people WHERE id = ?",
        "DELETE FROM outbox WHERE person = ?",
        "DELETE FROM links WHERE person = ?",
        "DELETE FROM history WHERE person = ?",
    ):
        made.db.execute(sql, (id_,))


def _bytes(value: msgspec.Struct) -> bytes:
    return msgspec.json.encode(value)
