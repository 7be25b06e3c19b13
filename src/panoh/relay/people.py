"""The people a relay watches: their rows, and what an event does to one of them."""

import secrets
from contextlib import suppress
from dataclasses import dataclass

import apsw
import msgspec

from panoh.checkin import Contact, Phase, Plan, State, next_at, step
from panoh.checkin.events import Answer, Effect, Event
from panoh.checkin.plan import OWNER
from panoh.relay import outbox
from panoh.relay.errors import RelayUnsafe, RelayWriteFailed
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


def ordered(made: Transaction, person: Person, number: int, nonce: str, plan: Plan) -> Person:
    """The person with the plan, the number and the nonce of their newest order."""
    after = Person(person.id, person.ref, person.door, number, plan, person.state)
    _save(made, after)
    made.db.execute("UPDATE people SET nonce = ? WHERE id = ?", (nonce, person.id))
    return after


def meet(made: Transaction, person: Person, *events: Event) -> tuple[Person, Answer]:
    """Let events happen to somebody now: new state and messages in the one transaction."""
    state, effects, answer = person.state, list[Effect](), Answer.DONE
    asked = _asked(person.plan, state)
    for event in events:
        done = step(person.plan, state, event, made.now)
        state, answer = done.state, done.answer
        effects += done.effects
    asked |= _asked(person.plan, state)
    after = Person(person.id, person.ref, person.door, person.number, person.plan, state)
    if state != person.state:
        _save(made, after)
        if (state.cycle, state.phase) != (person.state.cycle, person.state.phase):
            outbox.drop_reminders(made, person.id)
    sender = outbox.Sender(
        after.id, after.ref, after.door, after.plan.schedule.zone, _named(after.plan), asked
    )
    outbox.put(made, sender, effects)
    if state.phase is Phase.ENDED and state.alarm is None:
        forget(made, person.id)
    return after, answer


def _named(plan: Plan) -> dict[str, Contact]:
    """The people of a plan by the numbers it gives them."""
    return {**{contact.id: contact for contact in plan.contacts}, OWNER: plan.owner}


def _asked(plan: Plan, state: State) -> dict[str, Contact]:
    """Who is asked in an alarm: an open one keeps the people it began with.

    A newer plan may have given their numbers to others.
    """
    kept = state.alarm.contacts if state.alarm else ()
    return _named(plan) | {contact.id: contact for contact in kept}


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


def was_ordered(made: Transaction, person: Person, nonce: str) -> bool:
    """Whether the newest order was this one."""
    return rows(made.db, "SELECT nonce FROM people WHERE id = ?", (person.id,)) == [(nonce,)]


def meet_alone(made: Transaction, row: Row, event: Event, later: int) -> bool:
    """Let somebody meet an event; whether that went well. Nobody else waits because of them.

    One whose row is damaged, or for whom something goes wrong that was not foreseen (a time zone
    that a new system does not know), is left until `later`. What the disk does wrong is raised: it
    concerns everybody.
    """
    try:
        with made.db:  # all of it or nothing
            before = read(row)
            after, _answer = meet(made, before, event)
            if after.state == before.state and row[-1] != next_at(after.plan, after.state):
                _save(made, after)  # it had been left until later
    except (apsw.Error, RelayWriteFailed):
        raise
    except Exception:  # noqa: BLE001 - whatever it is, it must not stop the watching of others
        set_aside(made, row, later)
        return False
    return True


def set_aside(made: Transaction, row: Row, later: int) -> None:
    """Leave somebody until later, so that the others do not wait."""
    id_, *_others, state, soon = row
    with suppress(RelayUnsafe):  # what is damaged stays as it is, to be seen again
        known = sealed(unsealed(state, id_, soon), id_, later)
        made.db.execute("UPDATE people SET state = ? WHERE id = ?", (known, id_))
    made.db.execute("UPDATE people SET next_at = ? WHERE id = ?", (later, id_))


def set_back(made: Transaction) -> None:
    """The clock was set back: wrong PINs of a time that came already are forgotten."""
    made.db.execute("UPDATE people SET wrong = 0, wrong_at = 0 WHERE wrong_at > ?", (made.now,))


def forget(made: Transaction, id_: str) -> None:
    """Remove everything about somebody."""
    outbox.let_go(made, id_)
    for sql in (
        "DELETE FROM people WHERE id = ?",
        "DELETE FROM links WHERE person = ?",
        "DELETE FROM history WHERE person = ?",
    ):
        made.db.execute(sql, (id_,))
