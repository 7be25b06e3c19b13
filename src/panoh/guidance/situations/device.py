"""A warning, a strange login, a device that was out of sight."""

from panoh.guidance.facts import ACCESS_NOW
from panoh.guidance.situation import Situation, Step
from panoh.model.messages import mark as _

SITUATION = Situation(
    key="device",
    title=_("My account or phone behaves strangely"),
    opening=_(
        "Many such signs have an ordinary cause; until you know, act as if somebody reads along."
    ),
    hour=(
        Step(
            _(
                "Put the device aside and use another one, which nobody else uses, for what "
                "follows."
            ),
            why=_("Whoever reads along would see you ask for help."),
            abroad=True,
        ),
        Step(
            _(
                "Leave it switched on, on its charger, in another room. Do not reset it and do "
                "not delete anything."
            ),
            why=_("A reset removes the traces experts could find."),
            abroad=True,
        ),
        Step(
            _(
                "Photograph the warning or the odd thing with another camera. Follow no link in "
                "a warning; open the settings yourself."
            ),
            why=_("False warnings are a common trick."),
            abroad=True,
        ),
        Step(
            _(
                "Change the password of your main mail account from the other device. Sign out "
                "all other sessions."
            ),
            why=_("This account can reset all the others."),
            abroad=True,
        ),
        Step(
            _("Tell those you write with, by another way, to trust no message from you for now."),
            abroad=True,
        ),
    ),
    day=(
        Step(
            _(
                "Look at the linked devices in your messengers. Photograph the list, then remove "
                "what you do not recognise."
            ),
            abroad=True,
        ),
        Step(
            _(
                "Look at the main account's recovery number, mail forwarding and connected apps. "
                "Remove what is not yours."
            ),
            abroad=True,
        ),
        Step(
            _("Turn on the second step at sign-in with an app or a key, not by SMS."),
            why=_("Whoever controls your SIM card receives the SMS."),
            abroad=True,
        ),
        Step(
            _("Ask experts from the other device. Say first that you may be watched."),
            abroad=True,
            facts=(ACCESS_NOW,),
        ),
    ),
    week=(
        Step(
            _("Replace every recovery number that belongs to a SIM card from your home country."),
            why=_("The state there can have it reissued."),
            abroad=True,
        ),
        Step(
            _(
                "Let experts look at the phone before you use it for anything that matters. No "
                "program can tell you that a phone is clean."
            ),
            abroad=True,
        ),
        Step(
            _("Treat a device that was out of your sight at a border or with the police as read."),
        ),
        Step(
            _(
                "Compare safety numbers again with the people who matter most, by video or in "
                "person."
            ),
            abroad=True,
        ),
        Step(
            _("Write down what you noticed and when, also what experts said."),
            abroad=True,
        ),
    ),
    avoid=(
        Step(
            _("Do not enter passwords on the device you doubt."),
        ),
        Step(
            _("Do not install a program that promises to find or clean spyware."),
            why=_("It may be the spyware."),
        ),
        Step(
            _(
                "Do not scan a code and do not pass on a number that somebody sends you, whoever "
                "asks."
            ),
            why=_("It may sign them in as you."),
        ),
        Step(
            _("Do not sell the device or give it away."),
        ),
    ),
    home=(
        Step(
            _(
                "Use the phone as always, for ordinary things. A phone that falls silent is "
                "noticed."
            ),
        ),
        Step(
            _(
                "Change nothing if officers know your passwords or had your phone. They may "
                "notice that you locked them out."
            ),
        ),
        Step(
            _("Do not look for help on this phone and install nothing."),
        ),
        Step(
            _("Speak about what matters only face to face, away from every phone."),
        ),
    ),
    areas=(
        "security",
        "record",
        "network",
    ),
    see=(
        "threatened",
        "silence",
    ),
)
