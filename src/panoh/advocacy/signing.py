"""Who was asked to sign, and what they said: an answer for this publication and nothing else."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.advocacy.errors import NotAsked
from panoh.advocacy.publications import PublicationFile
from panoh.casebook.consent import answers
from panoh.casebook.consent.answers import YES, asked
from panoh.casebook.consent.recording import CHANGED_MIND, NO, record_answer, take_back
from panoh.casebook.consent.watched import decides
from panoh.casebook.index.reading import naming, root_of
from panoh.casebook.record import Case, save, tell
from panoh.casebook.view import View
from panoh.casebook.wording import title_of
from panoh.model.dates import PartialDate
from panoh.model.kinds import Consent, SignOn
from panoh.model.messages import mark as _

ASKED, SIGNED, REFUSED, WITHDRAWN, UNCLEAR = "asked", "yes", "no", "withdrawn", "unclear"
STATES = {
    ASKED: _("asked, no answer yet"),
    SIGNED: _("signs"),
    REFUSED: _("does not sign"),
    WITHDRAWN: _("withdrew"),
    UNCLEAR: _("not clear"),
}
NAME = "name"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody asked to sign. Only who signs is ever printed; `why` says what keeps the others."""

    root: str
    entry: str
    name: str
    shown: str
    capacity: str
    state: str
    why: str


def signatories(db: Any, found: PublicationFile, day: date) -> list[Signatory]:
    """Everybody who was asked, in the order of their printed names."""
    entries: dict[str, list[View]] = {}
    for view in naming(db, [found.root], "sign_on", "publication"):
        for told in view.told("person"):
            if told.value:
                entries.setdefault(root_of(db, told.value), []).append(view)
    asked_ = [_signatory(db, found, root, views, day) for root, views in entries.items()]
    return sorted(asked_, key=lambda each: (each.shown.casefold(), each.root))


def signed(db: Any, found: PublicationFile, day: date) -> list[Signatory]:
    """Those whose names are printed."""
    return [each for each in signatories(db, found, day) if each.state == SIGNED]


def ask(case: Case, found: PublicationFile, who: str, shown: str = "", capacity: str = "") -> None:
    """Note that somebody is asked to sign, and how their name would be printed."""
    record = SignOn(
        publication=found.root,
        person=who,
        shown=shown or title_of(case.vault.db, who),
        capacity=capacity,
        asked=PartialDate(case.clock().date().isoformat()),
    )
    save(case, [tell(case, record)])


def answer(
    case: Case, found: PublicationFile, who: str, said: str, *, how: str = "unknown"
) -> None:
    """Note a yes or no, or that a yes is withdrawn; raises NotAsked for whom nobody asked.

    A yes lets the name stand in this publication, for its recipient; a later yes takes back an
    earlier no or withdrawal of this publication and no other.
    """
    day = case.clock().date()
    db = case.vault.db
    if root_of(db, who) not in {each.root for each in signatories(db, found, day)}:
        raise NotAsked
    way, person = found.way(day), decides(db, who)
    if said == WITHDRAWN and take_back(case, person, way.recipient, way.use, day, found.root):
        return  # where no yes stood, it is a no
    record = Consent(
        person=person,
        answer=YES if said == SIGNED else NO,
        recipient=way.recipient,
        what=(NAME,),
        uses=(way.use,),
        only_for=found.root,
        how=how,
        when=PartialDate(day.isoformat()),
    )
    record_answer(case, record, changed_mind=CHANGED_MIND)


def _signatory(
    db: Any, found: PublicationFile, root: str, views: list[View], day: date
) -> Signatory:
    def told(field: str) -> list[str]:
        return list(dict.fromkeys(str(each.value) for view in views for each in view.told(field)))

    shown, capacity = told("shown"), told("capacity")
    state, why = _state(db, found, decides(db, root), day)
    if state == SIGNED and (len(shown) > 1 or len(capacity) > 1):
        state, why = UNCLEAR, _("the name to print is told in two ways")
    name = title_of(db, root)
    return Signatory(
        root, views[0].root, name, shown[0] if shown else name, "".join(capacity[:1]), state, why
    )


def _state(db: Any, found: PublicationFile, who: str, day: date) -> tuple[str, str]:
    """What they said of this publication; a yes to all publications is no signature."""
    person, way = asked(db, who), found.way(day)
    own = [view for view in person.consents if _is_for(view, found.root)]
    said = person.may(NAME, way)
    if said == answers.WITHDRAWN:
        return WITHDRAWN, said.why
    if said == answers.REFUSED:
        return REFUSED, said.why
    if not own:
        return ASKED, ""
    return (SIGNED, "") if said.allowed else (UNCLEAR, said.why)


def _is_for(view: View, publication: str) -> bool:
    return publication in {told.value for told in view.told("only_for")}
