"""Leaving a place that is no longer safe, in an hour or in a week."""

from panoh.guidance.facts import FRONT_LINE, TRANSIT, UNHCR
from panoh.guidance.situation import Situation, Step
from panoh.model.messages import mark as _

SITUATION = Situation(
    key="leaving",
    title=_("I must leave"),
    opening=_("People come first; almost everything else can be replaced."),
    hour=(
        Step(
            _("Go now if the danger is now. Take the children, leave the things."),
        ),
        Step(
            _(
                "Take, if there is time: papers, the children's papers, medicines, money, keys, "
                "warm clothes."
            ),
        ),
        Step(
            _("Tell one person you trust, face to face, that you are going. Do not tell the way."),
            why=_("What people do not know they cannot be made to tell."),
        ),
        Step(
            _("Decide whether your phone comes along. Switch it off completely if you take it."),
            why=_("While it is on, it shows where you are."),
        ),
    ),
    day=(
        Step(
            _("Stay with somebody who is not the first to be asked about you."),
        ),
        Step(
            _("Agree when you will give a sign of life, and what happens if it does not come."),
        ),
        Step(
            _("Ask a lawyer or an organisation abroad before you choose the way."),
            why=_("Some countries send people back."),
            abroad=True,
            facts=(TRANSIT,),
        ),
        Step(
            _("Leave copies of your papers with somebody outside the country."),
            abroad=True,
        ),
        Step(
            _("Ask what a child needs to travel: own papers, the other parent's written consent."),
            abroad=True,
        ),
    ),
    week=(
        Step(
            _(
                "Say “I ask for asylum” to the police, the border guard or the office when you "
                "arrive where you want protection."
            ),
            why=_("Waiting can be held against you."),
            abroad=True,
            facts=(UNHCR,),
        ),
        Step(
            _("Keep tickets, stamps, letters and envelopes."),
            why=_("They prove when and how you came."),
            abroad=True,
        ),
        Step(
            _(
                "Tell the family only that you are safe, by the way you agreed on. Do not say "
                "where."
            ),
            abroad=True,
        ),
        Step(
            _(
                "Ask organisations about shelter, money and advice. Say what you need most in "
                "the next days."
            ),
            abroad=True,
            facts=(FRONT_LINE,),
        ),
        Step(
            _("Rest, and see a doctor. Safety can feel strange at first."),
        ),
    ),
    avoid=(
        Step(
            _("Do not announce it and do not say goodbye in messages."),
        ),
        Step(
            _("Do not carry other people's names or files across a border."),
        ),
        Step(
            _("Do not erase a device once somebody has asked for it."),
            why=_("In some countries that is an offence."),
        ),
        Step(
            _("Do not ask your own embassy for help."),
        ),
    ),
    home=(
        Step(
            _("Pack only what an ordinary journey explains."),
        ),
        Step(
            _("Look up no routes, tickets or asylum rules on a phone that may be watched."),
        ),
        Step(
            _("Let those who stay know as little as possible."),
            why=_("It protects them."),
        ),
    ),
    areas=(
        "emergency",
        "legal",
        "network",
        "security",
    ),
    see=(
        "notice",
        "threatened",
    ),
)
