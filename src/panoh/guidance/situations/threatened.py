"""Somebody threatens or follows the reader, mostly abroad."""

from panoh.guidance.facts import CAMERAS, COMPLAINT_DE, EMERGENCY_112
from panoh.guidance.situation import Situation, Step
from panoh.model.messages import mark as _

SITUATION = Situation(
    key="threatened",
    title=_("I was threatened or followed"),
    opening=_("You are right to take this seriously, and there are things you can do now."),
    hour=(
        Step(
            _("Go where there are people and light, or stay inside and lock the door."),
        ),
        Step(
            _("Call the emergency number of the country you are in if you are in danger now."),
            abroad=True,
            facts=(EMERGENCY_112,),
        ),
        Step(
            _(
                "Call one person you trust and say where you are. Stay with somebody tonight if "
                "you can."
            ),
            abroad=True,
        ),
        Step(
            _("Keep the message, the number and the list of calls as they are. Do not answer."),
            why=_("They are your evidence."),
            abroad=True,
        ),
        Step(
            _(
                "Write down the exact words or what you saw: time, place, faces, clothes, car, "
                "number plate."
            ),
            why=_("Details fade within hours."),
            abroad=True,
        ),
    ),
    day=(
        Step(
            _(
                "Report it to the police. Ask a lawyer first if you have no papers, or if this "
                "country sends people back."
            ),
            why=_("Its police may pass on what you say."),
            abroad=True,
        ),
        Step(
            _(
                "Say that you think a foreign state stands behind it. Ask for a written receipt, "
                "and for an interpreter from outside your community."
            ),
            why=_("The receipt proves that you reported it, and when."),
            abroad=True,
        ),
        Step(
            _("Ask that your address stays out of the file."),
            why=_("The other side's lawyer may read it."),
            abroad=True,
        ),
        Step(
            _("Ask shops, transport or the house at once to keep the pictures of their cameras."),
            why=_("They are soon recorded over."),
            abroad=True,
            facts=(CAMERAS,),
        ),
        Step(
            _(
                "Change your usual times and ways for some days. Tell those you live with what "
                "to look out for."
            ),
        ),
    ),
    week=(
        Step(
            _("Note everything further, also small things and odd feelings, with day and hour."),
            why=_("Three small things in two weeks say more than one."),
            abroad=True,
        ),
        Step(
            _("Ask a lawyer until when you must ask for prosecution."),
            why=_("Some time limits are short."),
            abroad=True,
            facts=(COMPLAINT_DE,),
        ),
        Step(
            _(
                "Look at what can be found about you: address, phone, workplace, relatives' "
                "names. Take away what you can."
            ),
            abroad=True,
        ),
        Step(
            _(
                "Agree on a daily sign of life with somebody, and on what they do when it does "
                "not come."
            ),
        ),
        Step(
            _("Talk to somebody about the fear. It is tiring, and it is not weakness."),
        ),
    ),
    avoid=(
        Step(
            _("Do not follow or face the person yourself."),
        ),
        Step(
            _("Do not answer the threat, not even to say that you are not afraid."),
            why=_("An answer shows that it reached you."),
        ),
        Step(
            _("Do not ask your home country's embassy for help."),
        ),
        Step(
            _("Do not delete anything, even if it is hard to look at. Let somebody else keep it."),
            abroad=True,
        ),
    ),
    home=(
        Step(
            _(
                "Ask a person you trust, face to face, before you go to the police. The threat "
                "may come from there."
            ),
        ),
        Step(
            _(
                "Stay among family and neighbours where you can. Leave home for a few days if "
                "that looks ordinary."
            ),
        ),
        Step(
            _("Write nothing about it in your phone. Remember the words and the day."),
        ),
    ),
    areas=(
        "record",
        "evidence",
        "security",
        "emergency",
        "legal",
        "network",
    ),
    see=(
        "device",
        "leaving",
        "summoned",
    ),
)
