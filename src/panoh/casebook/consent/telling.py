"""A recorded answer in the words of one reader."""

from collections.abc import Iterable
from dataclasses import dataclass

from panoh.casebook.consent.answers import YES
from panoh.casebook.view import View
from panoh.casebook.wording import Wording
from panoh.model.messages import mark as _
from panoh.model.thesauri import ANSWERS, RECIPIENTS, SHAREABLE, USES, Thesaurus

TAKEN_BACK = _("taken back")
ONE_PUBLICATION = _("only one publication")


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """What was answered, to whom it may go, for which use, what, and on which day.

    `stands` marks a yes that nobody took back.
    """

    root: str
    answer: str
    recipient: str
    uses: str
    what: str
    when: str
    stands: bool


def answer_told(view: View, words: Wording) -> AnswerTold:
    """One consent, as every source tells it."""

    def labels(terms: Thesaurus, codes: Iterable[str]) -> str:
        return ", ".join(dict.fromkeys(terms.label(code, words.say) for code in codes))

    def told(field: str) -> list[str]:
        return [each.value for each in view.told(field)]

    only = words.say(ONE_PUBLICATION) if any(told("only_for")) else ""
    back = bool(view.told("withdrawn"))
    return AnswerTold(
        root=view.root,
        answer=words.say(TAKEN_BACK) if back else labels(ANSWERS, told("answer")),
        recipient=labels(RECIPIENTS, told("recipient")),
        uses=", ".join(filter(None, [labels(USES, view.each("uses")), only])),
        what=labels(SHAREABLE, view.each("what")),
        when=", ".join(words.day(each.value) for each in view.told("when")),
        stands=YES in told("answer") and not back,
    )
