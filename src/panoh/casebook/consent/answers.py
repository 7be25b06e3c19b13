"""What a person allowed: default no; in a joined person any refusal or withdrawal wins.

Consents are read more strictly than anything else. A contradiction allows nothing, and no
assessment settles it: a consent written down wrongly is corrected or retracted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.casebook.index.reading import members, root_of, statements_of, view_of
from panoh.casebook.view import View, fold
from panoh.model.dates import PartialDate, age_on, bounds
from panoh.model.kinds.agreement import UNKNOWN
from panoh.model.kinds.judging import SAME
from panoh.model.messages import mark as _
from panoh.model.thesauri import SHAREABLE

YES, TOO_YOUNG = "yes", "too young to be asked"
EVERYTHING = "all"
ADULT = 18


@dataclass(frozen=True, slots=True)
class Use:
    """A way out: to which recipient, for which use, on which day, in which publication if any."""

    recipient: str
    use: str
    day: date
    publication: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether something about a person may go out, and why (a msgid)."""

    allowed: bool
    why: str


NEVER_ASKED = Answer(allowed=False, why=_("nobody recorded a consent for this recipient and use"))
REFUSED = Answer(allowed=False, why=_("a refusal is recorded"))
WITHDRAWN = Answer(allowed=False, why=_("the consent was withdrawn"))
EXPIRED = Answer(allowed=False, why=_("the consent has ended"))
NOT_YET = Answer(
    allowed=False, why=_("the consent is given for a later day, or its day is unclear")
)
DISPUTED = Answer(allowed=False, why=_("what was allowed is told in two ways"))
UNREAD = Answer(
    allowed=False, why=_("a part of the consent was written by a newer version and cannot be read")
)
CHILD = Answer(
    allowed=False, why=_("a child needs the guardian's consent and must have been asked")
)
ALLOWED = Answer(allowed=True, why=_("consent is recorded"))
#: What another yes does not outweigh; a consent that ended can be given anew.
FINAL = (REFUSED, WITHDRAWN, DISPUTED, UNREAD)


@dataclass(frozen=True, slots=True)
class Asked:
    """One person, and every consent recorded for them.

    `entities` are those joined in the person. Where a `different` suspends a joining, the
    consents of all who may be the same are here, so that a refusal by any of them is heard.
    """

    entities: frozenset[str]
    consents: tuple[View, ...]
    persons: View

    def may(self, what: str, use: Use) -> Answer:
        """Whether `what` (a term of what may be shared) may go out by this way."""
        heard = [view for view in self.consents if _speaks_of(view, what, use)]
        answers = [(view, self._read(view, use)) for view in heard]
        for _view, said in answers:
            if said in FINAL:
                return said
        own = [(view, said) for view, said in answers if self._own(view)]
        allowing = [view for view, said in own if said.allowed]
        if not allowing:
            return next((said for _view, said in own), NEVER_ASKED)
        if self.is_child(use.day) and not any(map(_guarded, allowing)):
            return CHILD
        return ALLOWED

    def _own(self, view: View) -> bool:
        """A yes counts for those it was given for, never for those who may be the same."""
        return _all(view, "person") <= self.entities

    def _read(self, view: View, use: Use) -> Answer:
        said = _all(view, "answer") - {""}
        if _is_withdrawn(view):
            return WITHDRAWN
        if said <= {UNKNOWN}:
            return NEVER_ASKED
        if YES not in said:
            return REFUSED
        if view.unread:
            return UNREAD
        if said != {YES} or self._elsewhere(view) or len(_all(view, "recipient")) > 1:
            return DISPUTED
        return _in_time(view, use.day)

    def _elsewhere(self, view: View) -> bool:
        """Whether one consent is told for this person and for somebody else."""
        persons = _all(view, "person")
        return bool(persons & self.entities) and not persons <= self.entities

    def is_child(self, day: date) -> bool:
        """Whether a date of birth allows an age under eighteen, or a consent speaks of a child."""
        if "born" in self.persons.unread or any(map(_of_child, self.consents)):
            return True
        ages = [age_on(told.value, day) for told in self.persons.told("born") if told.value]
        return any(youngest is not None and youngest < ADULT for youngest, _oldest in ages)


def answer(db: Any, person: str, what: str, use: Use) -> Answer:
    """Whether `what` (a term of what may be shared) of this person may go out by this way."""
    return asked(db, person).may(what, use)


def shared(db: Any, use: Use) -> dict[str, frozenset[str]]:
    """For each term of what may be shared, the persons (by root) who allow it by this way."""
    rows = db.execute("SELECT DISTINCT target FROM reference WHERE kind = 'consent'")
    roots = {root_of(db, target) for (target,) in list(rows)}
    people = {root: asked(db, root) for root in roots}
    return {
        what: frozenset(root for root in roots if people[root].may(what, use).allowed)
        for what in SHAREABLE.terms
        if what != EVERYTHING
    }


def asked(db: Any, person: str) -> Asked:
    """The person that an entity belongs to, with every consent that speaks of them."""
    root = root_of(db, person)
    perhaps = sorted(connected(db, root))
    roots = {
        row[0]
        for entity in perhaps
        for row in db.execute(
            "SELECT e.root FROM reference r JOIN entity e ON e.id = r.about"
            " WHERE r.target = ? AND r.kind = 'consent' AND r.field = 'person'",
            (entity,),
        )
    }
    consents = tuple(view_of(db, each) for each in sorted(roots))
    persons = fold(root, statements_of(db, perhaps))
    return Asked(frozenset(members(db, root)), consents, persons)


def connected(db: Any, root: str) -> set[str]:
    """The entities of the person and all that `same` connects with them, suspended or not."""
    reached = set(members(db, root))
    border = list(reached)
    while border:
        rows = db.execute(
            "SELECT b FROM verdict WHERE a = ?1 AND verdict = ?2"
            " UNION SELECT a FROM verdict WHERE b = ?1 AND verdict = ?2",
            (border.pop(), SAME),
        )
        fresh = {row[0] for row in rows} - reached
        reached |= fresh
        border.extend(fresh)
    return reached


def _speaks_of(view: View, what: str, use: Use) -> bool:
    """A yes speaks only of what it names; anything else that names nothing, of everything.

    What was answered for one publication counts for that one alone.
    """
    only_for = _all(view, "only_for") - {""}
    if only_for and use.publication not in only_for:
        return False
    recipients, uses, shared_ = (_all(view, field) for field in ("recipient", "uses", "what"))
    covers = {use.recipient, EVERYTHING}, {use.use}, {what, EVERYTHING}
    if _all(view, "answer") == {YES} and not _is_withdrawn(view):
        recipient = use.recipient in recipients
        return recipient and _in_each(view, "uses", covers[1]) and _in_each(view, "what", covers[2])
    named = zip((recipients, uses, shared_), covers, strict=True)
    return all(not said or said & meant for said, meant in named)


def _all(view: View, field: str) -> set[str]:
    """Everything that anybody told in a field."""
    values = [told.value for told in view.told(field)]
    return {each for value in values for each in ((value,) if isinstance(value, str) else value)}


def _in_each(view: View, field: str, meant: set[str]) -> bool:
    """Whether all who tell the field name one of these."""
    told = view.told(field)
    return bool(told) and all(meant & set(each.value) for each in told)


def _is_withdrawn(view: View) -> bool:
    """A withdrawal counts whatever is known of its day."""
    told = [each.value for each in view.told("withdrawn")]
    return "withdrawn" in view.unread or any(value is not None for value in told)


def _in_time(view: View, day: date) -> Answer:
    if not _begun(view.told("when"), day):
        return NOT_YET
    return EXPIRED if _ended(view.told("until"), day) else ALLOWED


def _begun(told: Sequence[Any], day: date) -> bool:
    """Every stated day of giving must surely have come; an unknown day is like none."""
    dates = [each.value for each in told if each.value and each.value.edtf]
    return all(_surely_by(date, day) for date in dates)


def _surely_by(given: PartialDate, day: date) -> bool:
    last = bounds(given)[1]
    return last is not None and last <= day


def _ended(told: Sequence[Any], day: date) -> bool:
    """The earliest day on which it may have ended counts; an end nobody knows has come."""
    firsts = [bounds(each.value)[0] for each in told if each.value]
    return any(first is None or first < day for first in firsts)


def _guarded(view: View) -> bool:
    guardians = [told.value for told in view.told("guardian") if told.value.strip()]
    heard = _all(view, "child_asked")
    return bool(guardians) and bool(heard) and heard <= {YES, TOO_YOUNG}


def _of_child(view: View) -> bool:
    return bool((_all(view, "guardian") | _all(view, "child_asked")) - {""})
