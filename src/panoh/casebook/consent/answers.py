"""What a person allowed: default no; in a joined person any refusal or withdrawal wins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.casebook.index.reading import members, root_of, view_of
from panoh.casebook.view import View, settle
from panoh.model.dates import PartialDate, age_on, bounds
from panoh.model.messages import mark as _

YES = "yes"
EVERYTHING = "all"
ADULT = 18


@dataclass(frozen=True, slots=True)
class Use:
    """A way out: to which recipient, for which use, on which day."""

    recipient: str
    use: str
    day: date


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
CHILD = Answer(
    allowed=False, why=_("a child needs the guardian's consent and must have been asked")
)
ALLOWED = Answer(allowed=True, why=_("consent is recorded"))


def answer(db: Any, person: str, what: str, use: Use) -> Answer:
    """Whether `what` (a term of what may be shared) of this person may go out by this way."""
    relevant = [view for view in consents_of(db, person) if _speaks_of(view, what, use)]
    answers = [_read(view, use) for view in relevant]
    refusals = [each for each in answers if not each.allowed]
    if not answers:
        return NEVER_ASKED
    if refusals:
        return refusals[0]
    if _is_child(view_of(db, person), use.day) and not any(map(_guarded, relevant)):
        return CHILD
    return ALLOWED


def consents_of(db: Any, person: str) -> list[View]:
    """Every consent recorded for the person, over all entities joined in them."""
    roots = {
        row[0]
        for entity in members(db, root_of(db, person))
        for row in db.execute(
            "SELECT e.root FROM reference r JOIN entity e ON e.id = r.about"
            " WHERE r.target = ? AND r.kind = 'consent' AND r.field = 'person'",
            (entity,),
        )
    }
    return [view for view in (view_of(db, root) for root in sorted(roots)) if view.fields]


def _speaks_of(view: View, what: str, use: Use) -> bool:
    """A consent allows only what it names; a refusal that names nothing speaks of everything."""
    recipients = {told.value for told in view.told("recipient")}
    shared, uses = set(view.each("what")), set(view.each("uses"))
    if {told.value for told in view.told("answer")} == {YES}:
        return use.recipient in recipients and bool(shared & {what, EVERYTHING}) and use.use in uses
    return (
        (not recipients or bool(recipients & {use.recipient, EVERYTHING}))
        and (not shared or bool(shared & {what, EVERYTHING}))
        and (not uses or use.use in uses)
    )


def _read(view: View, use: Use) -> Answer:
    said = settle(view, "answer")
    if any(told.value for told in view.told("withdrawn")):
        return WITHDRAWN
    if said.unsure:
        return DISPUTED
    if said.value != YES:
        return REFUSED
    if not _begun(view.told("when"), use.day):
        return NOT_YET
    if _ended(view.told("until"), use.day):
        return EXPIRED
    return ALLOWED


def _begun(told: Sequence[Any], day: date) -> bool:
    """Every stated day of giving must surely have come; without a day the consent counts."""
    return all(_last(each.value) is not None and _last(each.value) <= day for each in told)


def _ended(told: Sequence[Any], day: date) -> bool:
    """The earliest day on which it may have ended counts."""
    firsts = [bounds(each.value)[0] for each in told if each.value]
    return any(first is None or first < day for first in firsts)


def _last(value: PartialDate) -> Any:
    return bounds(value)[1]


def _guarded(view: View) -> bool:
    asked = settle(view, "child_asked")
    return bool(view.told("guardian")) and not asked.unsure and asked.value in (YES, "too-young")


def _is_child(person: View, day: date) -> bool:
    """Whether any source's date of birth allows that the person is under eighteen."""
    ages = [age_on(told.value, day) for told in person.told("born")]
    return any(youngest is not None and youngest < ADULT for youngest, _oldest in ages)
