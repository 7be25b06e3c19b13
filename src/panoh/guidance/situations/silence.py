"""Somebody cannot be reached: between doing too little and doing too much."""

from panoh.guidance.facts import DISAPPEARED, SIGNAL_LOCK
from panoh.guidance.situation import Situation, Step
from panoh.model.messages import mark as _

SITUATION = Situation(
    key="silence",
    title=_("Someone does not answer"),
    opening=_(
        "Silence often has an ordinary reason, and a small plan keeps you from doing too "
        "little or too much."
    ),
    hour=(
        Step(
            _("Write down when you last heard from them, by which way, and what they had planned."),
            abroad=True,
        ),
        Step(
            _("Look at the ordinary reasons: sleep, time zone, travel, work, a cut network."),
        ),
        Step(
            _("Write or call once, as you usually do. Say nothing about your worry."),
            why=_("If somebody else has the phone, it tells them nothing."),
        ),
        Step(
            _("Ask one person near them for whom asking is ordinary."),
        ),
    ),
    day=(
        Step(
            _("Agree on the hour at which silence becomes an alarm, and on who acts then."),
            why=_("A fixed hour spares you from deciding in fear."),
        ),
        Step(
            _(
                "Treat messages from their account as perhaps not theirs. Ask something only "
                "they can answer."
            ),
        ),
        Step(
            _(
                "Have somebody ring at the door if they live abroad. Then let a lawyer or a "
                "friend there report them missing."
            ),
            abroad=True,
        ),
        Step(
            _("Let only close family ask at home, and only if they wish to."),
            why=_("Other people's questions can put them in danger."),
        ),
    ),
    week=(
        Step(
            _("Go on with “A relative was taken” if you believe that they are held."),
        ),
        Step(
            _(
                "Trust no message from their Signal or number from the fifth day on without the "
                "agreed answer."
            ),
            why=_("Their account may be taken over after a week without use."),
            facts=(SIGNAL_LOCK,),
        ),
        Step(
            _("Note every attempt to reach them and every answer, with the date."),
            why=_("A silence that is written down can be shown."),
            abroad=True,
        ),
        Step(
            _("Speak with the nearest family before anything is made public."),
            abroad=True,
            facts=(DISAPPEARED,),
        ),
    ),
    avoid=(
        Step(
            _("Do not call again and again, and do not ask “were you arrested?”"),
        ),
        Step(
            _("Do not post that they are missing before the nearest family has said yes."),
        ),
        Step(
            _("Do not send anybody to a police station who could be kept there."),
        ),
    ),
    home=(
        Step(
            _(
                "Do today only what you would do on any day. An ordinary visit is fine, "
                "questions are not."
            ),
        ),
        Step(
            _("Do not write or search for anything about it on your phone."),
        ),
        Step(
            _(
                "Tell one person face to face if you learn something, or keep it to yourself "
                "until it is safe."
            ),
        ),
    ),
    areas=(
        "people",
        "emergency",
        "record",
    ),
    see=(
        "taken",
        "device",
        "helping",
    ),
)
