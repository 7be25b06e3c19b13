"""Writing down what somebody answered when they were asked."""

from typing import ClassVar

import msgspec

from panoh.casebook.consent.answers import YES
from panoh.casebook.record import save, tell
from panoh.model.dates import PartialDate
from panoh.model.errors import PanohError
from panoh.model.ids import check_entity
from panoh.model.kinds import KINDS, Consent
from panoh.web.forms import Fault, read
from panoh.web.page import Redirect, Reply
from panoh.web.record.after import shown
from panoh.web.record.asking import FIELDS, NO
from panoh.web.routes import post
from panoh.web.visit import Visit


class YesToWhat(PanohError):
    """A yes that does not say to whom, what and what for allows nothing."""

    code: ClassVar[str] = "yes-to-what"
    message: ClassVar[str] = "A yes needs this: without it, it allows nothing."
    hint: ClassVar[str] = "Choose at least one, as the person said it."


def _answer(visit: Visit) -> Reply:
    """Save a yes or a no; anything else is no answer, and nothing is saved."""
    event, about = check_entity(visit.path["event"]), check_entity(visit.one("about"))
    answer = visit.one("answer")
    if answer not in (YES, NO):
        return Redirect(f"/record/saved/{event}")
    found = read("consent", FIELDS, visit.form, visit.language)
    faults = list(found.faults)
    if answer == YES:
        wanting = [name for name in ("recipient", "what", "uses") if not found.values.get(name)]
        fields = KINDS["consent"].fields
        faults += [
            Fault.of(YesToWhat(), f"consent.{name}", fields[name].note.label) for name in wanting
        ]
    if faults:
        return shown(visit, faults, about)
    day = PartialDate(visit.case.clock().date().isoformat())
    told = found.record(Consent)
    record = msgspec.structs.replace(told, person=about, answer=answer, when=day)
    save(visit.case, [tell(visit.case, record)])
    return Redirect(f"/record/saved/{event}#consent")


ways = (post("/record/saved/{event}/consent", _answer),)
