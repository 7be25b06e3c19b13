"""Messages on their way: written with the change that causes them, done when a channel took them.

A worker leases a message, gives it to the channel, and only then notes the answer. If it dies in
between, the lease runs out and another gives the same message again under the same key.
"""

import secrets
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import apsw
import msgspec

from panoh.channels import Accepted, Failed, Refused, Result
from panoh.checkin import Address, Contact
from panoh.checkin.events import Effect, Kind, Note, Tell
from panoh.checkin.plan import OWNER
from panoh.relay.errors import RelayUnsafe
from panoh.relay.sealing import sealed, unsealed
from panoh.relay.store import Row, Transaction, rows

LEASE = 45  # seconds; a channel must have answered before
SWITCH = 120  # seconds of failure after which another address is tried
_BACK_OFF = (5, 10, 20, 40, 60, 120, 300)
_LONGEST_WAIT = 3600
#: What a person's safety hangs on; everything else waits behind it.
URGENT = frozenset({Kind.ALARM, Kind.EXHAUSTED})
_WITHOUT_LINK = frozenset({Kind.PAUSED, Kind.LEFT, Kind.FAULT, Kind.STAND_DOWN})
_DAY = 86_400
#: What is still said for somebody who is not watched any more.
_AFTERWARDS = (Kind.LEFT, Kind.STAND_DOWN)


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed to word and address a message."""

    addresses: tuple[Address, ...]
    language: str
    link: str = ""
    until: int | None = None
    zone: str = "UTC"
    refused: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose messages these are; the people of the plan, and those who are asked in an alarm."""

    person: str
    ref: str
    door: str
    zone: str
    people: Mapping[str, Contact]
    asked: Mapping[str, Contact]


@dataclass(frozen=True, slots=True)
class Leased:
    """A message in the hands of one worker."""

    n: int
    key: str
    person: str
    contact: str
    kind: Kind
    alarm: str
    body: Body
    way: int
    way_since: int
    tries: int
    worker: str

    @property
    def address(self) -> Address:
        """Where it goes this time."""
        return self.body.addresses[self.way]

    @property
    def reference(self) -> str:
        """What a human calls it: the same in every message about one alarm."""
        ref = self.key.partition("-")[0]
        return f"{ref}-{self.alarm.partition('.')[0]}" if self.alarm else ref


_body = msgspec.json.Decoder(Body)
#: What can be taken, in its order. By which channel a message goes this time stands in its body;
#: what is damaged goes by none.
_WAITING = """
SELECT n FROM outbox WHERE next_try <= ? AND lease <= ? AND
  CASE WHEN json_valid(CAST(substr(body, 9) AS TEXT)) THEN coalesce(json_extract(
    CAST(substr(body, 9) AS TEXT), '$.addresses[' || way || '].channel'), '') ELSE '' END
  NOT IN (SELECT value FROM json_each(?))
ORDER BY urgent DESC, next_try LIMIT ?
"""
#: Waiting in vain for a channel that is held up is a failure of that channel.
_LEASE = (
    "UPDATE outbox SET lease = ?, worker = ?, tries = tries + 1,"  # noqa: S608 - both our own
    f" way_since = coalesce(way_since, next_try) WHERE n IN ({_WAITING})"
    " RETURNING n, key, person, contact, kind, alarm, body, way, way_since, tries, worker"
)


def put(made: Transaction, sender: Sender, effects: Iterable[Effect]) -> None:
    """Write down what has to be said and what happened."""
    for effect in effects:
        if isinstance(effect, Note):
            made.db.execute(
                "INSERT INTO history(person, at, what, by, why) VALUES(?, ?, ?, ?, ?)",
                (sender.person, made.now, effect.what, effect.by, effect.why),
            )
        elif effect.kind is not Kind.STAND_DOWN or _was_told(made, sender.person, effect):
            _insert(made, sender, effect)


def _insert(made: Transaction, sender: Sender, tell: Tell) -> None:
    whom = sender.asked if tell.alarm else sender.people
    contact, key = whom[tell.to], f"{sender.ref}-{tell.key}"
    link = "" if tell.kind in _WITHOUT_LINK else _link(made, sender, tell)
    body = Body(
        addresses=contact.addresses,
        language=contact.language,
        link=link,
        until=tell.until,
        zone=sender.zone if tell.to == OWNER else "UTC",
    )
    if tell.kind is Kind.EXHAUSTED:
        _supersede(made, sender.person, tell)
    made.db.execute(
        "INSERT OR IGNORE INTO outbox(key, person, contact, kind, alarm, body, way, urgent,"
        " next_try, expires, born) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            key,
            sender.person,
            tell.to,
            tell.kind.value,
            tell.alarm,
            sealed(msgspec.json.encode(body), key, tell.to, tell.kind.value, tell.alarm),
            tell.way % len(contact.addresses),
            tell.kind in URGENT,
            made.now,
            tell.expires,
            made.now,
        ),
    )


def _supersede(made: Transaction, person: str, tell: Tell) -> None:
    """The next of those that come again takes the place of one that could not leave so far.

    Otherwise a channel that comes back after a day shows somebody the same thing 24 times.
    """
    made.db.execute(
        "UPDATE outbox SET next_try = NULL, done = 'moot', done_at = ? WHERE person = ?"
        " AND alarm = ? AND contact = ? AND kind = ? AND next_try IS NOT NULL",
        (made.now, person, tell.alarm, tell.to, tell.kind.value),
    )


def _link(made: Transaction, sender: Sender, tell: Tell) -> str:
    """Where the message is answered: one link for each contact and alarm, kept while it is used."""
    if tell.to == OWNER:
        return f"c/{sender.door}"
    if not tell.alarm:
        return ""
    made.db.execute(
        "INSERT INTO links(token, person, contact, alarm, born) VALUES(?, ?, ?, ?, ?)"
        " ON CONFLICT(person, alarm, contact) DO UPDATE SET born = excluded.born",
        (secrets.token_urlsafe(16), sender.person, tell.to, tell.alarm, made.now),
    )
    ((token,),) = rows(
        made.db,
        "SELECT token FROM links WHERE person = ? AND alarm = ? AND contact = ?",
        (sender.person, tell.alarm, tell.to),
    )
    return f"a/{token}"


def _was_told(made: Transaction, person: str, tell: Tell) -> bool:
    """Whether a stand-down has somebody to reach. What is still waiting is not sent any more."""
    of = (person, tell.alarm, tell.to)
    sql = "SELECT max(tries) FROM outbox WHERE person = ? AND alarm = ? AND contact = ?"
    ((tried,),) = rows(made.db, sql, of)
    made.db.execute(
        "UPDATE outbox SET next_try = NULL, done = 'moot', done_at = ?"
        " WHERE person = ? AND alarm = ? AND contact = ? AND next_try IS NOT NULL",
        (made.now, *of),
    )
    return tell.to == OWNER or bool(tried)


def drop_reminders(made: Transaction, person: str) -> None:
    """Send nothing more to somebody about a time that is behind them."""
    made.db.execute(
        "UPDATE outbox SET next_try = NULL, done = 'moot', done_at = ?"
        " WHERE person = ? AND alarm = '' AND kind IN ('remind', 'alarmed', 'outage', 'clock')"
        " AND next_try IS NOT NULL",
        (made.now, person),
    )


def let_go(made: Transaction, person: str) -> None:
    """Somebody is forgotten. What others still have to hear is said for a day, in no one's name."""
    made.db.execute(
        "UPDATE outbox SET person = '', expires = ? WHERE person = ? AND next_try IS NOT NULL"
        " AND kind IN (?, ?)",
        (made.now + _DAY, person, *(kind.value for kind in _AFTERWARDS)),
    )
    made.db.execute("DELETE FROM outbox WHERE person = ?", (person,))


def set_back(made: Transaction) -> None:
    """The clock was set back: nothing that waits may wait for a time that came already."""
    made.db.execute(
        "UPDATE outbox SET next_try = min(next_try, ?), lease = min(lease, ?),"
        " way_since = min(way_since, ?) WHERE next_try IS NOT NULL",
        (made.now, made.now + LEASE, made.now),
    )


def drop_all(made: Transaction) -> None:
    """Send nothing of what an older copy had still to send: it may be long over."""
    made.db.execute(
        "UPDATE outbox SET next_try = NULL, done = 'stale', done_at = ? WHERE next_try IS NOT NULL",
        (made.now,),
    )


def lease(made: Transaction, worker: str, most: int, full: Collection[str] = ()) -> list[Leased]:
    """Take messages that nobody else has, the urgent ones first; what is of no use is dropped.

    Those of channels that are `full` stay where they are.
    """
    made.db.execute(
        "UPDATE outbox SET next_try = NULL, done = 'late', done_at = ?"
        " WHERE next_try <= ? AND expires < ?",
        (made.now, made.now, made.now),
    )
    found = rows(
        made.db,
        _LEASE,
        (made.now + LEASE, worker, made.now, made.now, _names(full), most),
    )
    return [_leased(row) for row in found]


def waits(db: apsw.Connection, now: int, full: Collection[str] = ()) -> bool:
    """Whether there is anything to take."""
    return bool(rows(db, _WAITING, (now, now, _names(full), 1)))


def _names(channels: Collection[str]) -> str:
    return msgspec.json.encode(list(channels)).decode()


def _leased(row: Row) -> Leased:
    n, key, person, contact, kind, alarm, body, *rest = row
    try:
        known = _body.decode(unsealed(body, key, contact, kind, alarm))
    except (RelayUnsafe, msgspec.MsgspecError):
        # As if nobody could be reached by it, so that an alarm goes on to the next.
        known, kind = Body(addresses=(), language="en"), Kind.ALARM
    return Leased(n, key, person, contact, Kind(kind), alarm, known, *rest)


def settle(made: Transaction, one: Leased, result: Result) -> bool:
    """Note what a channel said. Whether this contact cannot be reached by any address."""
    match result:
        case Accepted():
            # Whoever holds it by now: it has been taken, and need not be sent again.
            made.db.execute(
                "UPDATE outbox SET next_try = NULL, done = 'accepted', done_at = ?"
                " WHERE n = ? AND done != 'accepted'",
                (made.now, one.n),
            )
        case Refused():
            return _refused(made, one)
        case Failed():
            _again(made, one, result.wait)
    return False


def _refused(made: Transaction, one: Leased) -> bool:
    refused = (*one.body.refused, one.way)
    left = [way for way in range(len(one.body.addresses)) if way not in refused]
    if not left:
        made.db.execute(
            "UPDATE outbox SET next_try = NULL, done = 'refused', done_at = ?"
            " WHERE n = ? AND worker = ? AND next_try IS NOT NULL",
            (made.now, one.n, one.worker),
        )
        return True
    _put_back(made, one, made.now, left[0], refused)
    return False


def _again(made: Transaction, one: Leased, wait: int) -> None:
    """Try later, or at another address when this one has failed for long or asks to wait."""
    ways = len(one.body.addresses)
    left = [each for each in range(ways) if each not in one.body.refused]
    tired = made.now - one.way_since >= SWITCH or wait >= SWITCH
    if tired and len(left) > 1:
        after = next((each for each in left if each > one.way), left[0])
        _put_back(made, one, made.now, after, one.body.refused)
        return
    pause = max(_BACK_OFF[min(one.tries, len(_BACK_OFF)) - 1], min(wait, _LONGEST_WAIT))
    _put_back(made, one, made.now + pause, one.way, one.body.refused)


def _put_back(
    made: Transaction, one: Leased, when: int, way: int, refused: tuple[int, ...]
) -> None:
    since = one.way_since if way == one.way else made.now
    json = msgspec.json.encode(msgspec.structs.replace(one.body, refused=refused))
    body = sealed(json, one.key, one.contact, one.kind.value, one.alarm)
    made.db.execute(
        "UPDATE outbox SET next_try = ?, lease = 0, way = ?, way_since = ?, body = ?"
        " WHERE n = ? AND worker = ? AND next_try IS NOT NULL",
        (when, way, since, body, one.n, one.worker),
    )
