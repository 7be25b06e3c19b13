"""Stopped at a border, wanted by a notice, refused a passport, told to leave."""

from panoh.guidance.facts import APPEALS, INTERPOL, RULE_39
from panoh.guidance.situation import Situation, Step
from panoh.model.messages import mark as _

SITUATION = Situation(
    key="notice",
    title=_("A notice, border or embassy problem"),
    opening=_("Ask for time: few things here get better by signing quickly."),
    hour=(
        Step(
            _(
                "Say clearly: “I am afraid to be sent back. I ask for protection. I want a "
                "lawyer and an interpreter.”"
            ),
            why=_("It should be on record from the first minute."),
            abroad=True,
        ),
        Step(
            _(
                "Say that you do not want your embassy to be told, and show the paper of your "
                "status."
            ),
            abroad=True,
        ),
        Step(
            _("Sign nothing you do not understand. Ask for a copy of every paper."),
            abroad=True,
        ),
        Step(
            _(
                "Call a lawyer or one person you trust: where you are, the reason given, the "
                "number on the paper."
            ),
            abroad=True,
        ),
    ),
    day=(
        Step(
            _("Photograph the paper and its envelope. Write down the day and hour it reached you."),
            why=_("The date can decide whether you are in time."),
            abroad=True,
            facts=(APPEALS,),
        ),
        Step(
            _("Take it to a lawyer or a refugee advice centre today."),
            why=_("Time limits can be short."),
            abroad=True,
        ),
        Step(
            _("Tell the lawyer at once if a removal is planned: day, hour, flight, destination."),
            abroad=True,
            facts=(RULE_39,),
        ),
        Step(
            _("Cancel journeys until a lawyer has looked."),
            why=_("A notice shows at the border, not before."),
        ),
        Step(
            _(
                "Ask a lawyer before any contact with the embassy. The country you live in may "
                "have a travel document for you."
            ),
            why=_("Contact can harm your protection and your relatives."),
            abroad=True,
        ),
    ),
    week=(
        Step(
            _(
                "Let a lawyer ask INTERPOL's commission whether data about you exist. Say no to "
                "passing on your address."
            ),
            abroad=True,
            facts=(INTERPOL,),
        ),
        Step(
            _(
                "Collect what shows the danger: your activity, threats, what was done to "
                "relatives, with dates."
            ),
            abroad=True,
        ),
        Step(
            _("Write down when your permit and travel document end. Begin to renew them early."),
            abroad=True,
        ),
    ),
    avoid=(
        Step(
            _("Do not travel to find out whether there is a notice."),
        ),
        Step(
            _("Do not go to the embassy alone to clear things up."),
        ),
        Step(
            _("Do not give a passport out of your hands without a receipt, if you can help it."),
        ),
        Step(
            _("Do not wait for an answer while a time limit runs."),
        ),
    ),
    home=(
        Step(
            _(
                "Stay calm if you are stopped from leaving. Ask once for the reason and, if it "
                "is easy, for a paper; then go home."
            ),
        ),
        Step(
            _("Do not try another border on the same day."),
        ),
        Step(
            _("Tell it face to face, not by phone."),
        ),
    ),
    areas=(
        "legal",
        "record",
        "evidence",
        "emergency",
        "network",
    ),
    see=(
        "leaving",
        "threatened",
    ),
)
