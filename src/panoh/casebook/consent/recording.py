"""Writing answers down: a yes, a no, a change of mind, and taking a yes back."""

from datetime import date

from panoh.casebook.consent.answers import EVERYTHING, YES, Answer, Use, asked
from panoh.casebook.judge import retract
from panoh.casebook.record import Case, save, tell
from panoh.casebook.view import View
from panoh.model.dates import PartialDate
from panoh.model.kinds import Consent
from panoh.model.messages import mark as _
from panoh.model.thesauri import SHAREABLE

NO = "no"
CHANGED_MIND = _("the person changed their mind")


def record_answer(case: Case, answer: Consent, *, changed_mind: str = "") -> None:
    """Save one answer. With a yes, `changed_mind` hides the earlier refusals and says why.

    The history keeps them; without it they go on to outweigh the yes.
    """
    if answer.answer == YES and changed_mind:
        for use in answer.uses:
            _retract_earlier(case, answer, use, changed_mind)
    save(case, [tell(case, answer)])


def denied_still(case: Case, answer: Consent, day: date) -> dict[str, Answer]:
    """Of what a yes names, the terms it does not allow on this day, and why."""
    who = asked(case.vault.db, answer.person)
    named = [what for what in SHAREABLE.terms if what != EVERYTHING]
    wanted = named if EVERYTHING in answer.what else answer.what
    ways = [Use(answer.recipient, use, day, answer.only_for) for use in answer.uses]
    answers = {what: who.may(what, way) for what in wanted for way in ways}
    return {what: said for what, said in answers.items() if not said.allowed}


def take_back(
    case: Case, root: str, recipient: str, use: str, day: date, publication: str = ""
) -> int:
    """End every yes for this recipient and use; returns how many there were.

    With a publication only the yes that was given for it.
    """
    live = [
        view
        for view in asked(case.vault.db, root).consents
        if {told.value for told in view.told("recipient")} == {recipient}
        and use in view.each("uses")
        and not view.told("withdrawn")
        and (not publication or _only_for(view) == {publication})
    ]
    withdrawn = Consent(withdrawn=PartialDate(day.isoformat()))
    save(case, [tell(case, withdrawn, view.root) for view in live])
    return len(live)


def _only_for(view: View) -> set[str]:
    return {told.value for told in view.told("only_for")} - {""}


def _retract_earlier(case: Case, answer: Consent, use: str, why: str) -> None:
    """Hide the earlier refusals and withdrawals of this use; the history keeps them.

    A change of mind about one publication touches what was said of that one, and no other.
    """
    recipient, meant = answer.recipient, {answer.only_for} - {""}
    for view in asked(case.vault.db, answer.person).consents:
        refused = {told.value for told in view.told("answer")} == {NO} or view.told("withdrawn")
        same = recipient in {told.value for told in view.told("recipient")} or not view.told(
            "recipient"
        )
        same = same and _only_for(view) == meant
        if refused and same and (use in view.each("uses") or not view.each("uses")):
            for id_ in {told.id for values in view.fields.values() for told in values}:
                retract(case, view.root, id_, why)
