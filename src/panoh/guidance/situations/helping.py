"""Somebody stands by another person."""

from panoh.guidance.facts import EMERGENCY_112, FRONT_LINE
from panoh.guidance.situation import Situation, Step
from panoh.model.messages import mark as _

SITUATION = Situation(
    key="helping",
    title=_("Someone I know needs help"),
    opening=_("You can help much by listening, by keeping quiet and by asking what is wanted."),
    hour=(
        Step(
            _("Ask: “Can you talk freely now? What do you need first?”"),
            why=_("The answer may not be what you expect."),
            abroad=True,
        ),
        Step(
            _(
                "Call the emergency number where they are if life is in danger and they live "
                "abroad."
            ),
            abroad=True,
            facts=(EMERGENCY_112,),
        ),
        Step(
            _("Listen, and do not press for details."),
        ),
        Step(
            _("Agree on the way you talk, and on a word for “I cannot speak freely”."),
            abroad=True,
        ),
        Step(
            _("Stay with them if they speak of dying. Bring a doctor or the emergency service."),
        ),
    ),
    day=(
        Step(
            _("Check by a second way that it is really this person who asks."),
            why=_("Accounts are taken over, and some who ask for help are sent."),
            abroad=True,
        ),
        Step(
            _("Ask what may be told, and to whom. Write down only that."),
            abroad=True,
        ),
        Step(
            _("Find out who helps already, and agree on one person who leads."),
            abroad=True,
        ),
        Step(
            _(
                "Look for what is wanted: a lawyer, a doctor, a place to sleep, somebody who "
                "listens."
            ),
            abroad=True,
            facts=(FRONT_LINE,),
        ),
    ),
    week=(
        Step(
            _("Make a plan together: signs of life, who acts, what is done first."),
            abroad=True,
        ),
        Step(
            _("Say plainly what you can do and what you cannot."),
        ),
        Step(
            _("Look after yourself, and hand over when you are tired."),
        ),
    ),
    avoid=(
        Step(
            _("Do not promise what you cannot keep."),
        ),
        Step(
            _("Do not decide for them."),
        ),
        Step(
            _("Do not pass on their name or number without their yes."),
        ),
        Step(
            _("Do not ask their family at home for proof."),
        ),
    ),
    home=(
        Step(
            _("Help with ordinary things: food, company, a way to the doctor. That is help too."),
        ),
        Step(
            _("Write nothing about it and ask no questions by phone."),
        ),
        Step(
            _("Step back if helping draws attention. You may."),
        ),
    ),
    areas=(
        "network",
        "emergency",
        "record",
        "people",
    ),
    see=(
        "taken",
        "silence",
        "telling",
    ),
)
