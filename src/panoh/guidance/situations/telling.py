"""Somebody wants to tell: what protects them and those they name."""

from panoh.guidance.facts import LETTERS, REPEATED
from panoh.guidance.situation import Situation, Step
from panoh.model.messages import mark as _

SITUATION = Situation(
    key="telling",
    title=_("I want to tell what happened"),
    opening=_("You decide what you tell, to whom and when, and you can stop at any time."),
    hour=(
        Step(
            _(
                "Begin with one sentence: what happened, to whom, when. Leave out what you do "
                "not know."
            ),
            why=_("You can add to it later."),
            abroad=True,
        ),
        Step(
            _("Say how you know it: seen, heard from somebody, read."),
            abroad=True,
        ),
        Step(
            _("Keep papers, photos and messages as they are."),
            abroad=True,
        ),
    ),
    day=(
        Step(
            _(
                "Write in your own words and your own language. Do not make it smoother than it "
                "was."
            ),
            why=_("Gaps and doubts make it believable."),
            abroad=True,
        ),
        Step(
            _("Ask each person you name what may be told. Your yes is not their yes."),
            abroad=True,
        ),
        Step(
            _("Ask before you tell: who will see it, what will be published, can I take it back?"),
            abroad=True,
            facts=(LETTERS,),
        ),
        Step(
            _("Stop when it is too much. Have somebody near."),
        ),
    ),
    week=(
        Step(
            _("Tell the whole story once, to somebody trained for it."),
            why=_("Telling it again and again hurts, and versions begin to differ."),
            abroad=True,
            facts=(REPEATED,),
        ),
        Step(
            _("See a doctor if you were hurt, and ask for a written report."),
            why=_("Marks fade within days."),
            abroad=True,
        ),
        Step(
            _("Read what was written in your name before it goes out."),
            abroad=True,
        ),
    ),
    avoid=(
        Step(
            _("Do not tell by telephone what can hurt somebody at home."),
        ),
        Step(
            _("Do not post it first and think later."),
        ),
        Step(
            _("Do not name witnesses or helpers without their yes."),
        ),
        Step(
            _("Do not fill gaps by guessing."),
        ),
    ),
    home=(
        Step(
            _("Wait if it is not safe. What you remember keeps its worth."),
        ),
        Step(
            _("Tell it face to face, once, to one person you trust, or not at all."),
        ),
        Step(
            _("Write nothing down and search for nothing on your phone."),
        ),
    ),
    areas=(
        "record",
        "evidence",
        "legal",
        "publish",
        "network",
    ),
    see=(
        "video",
        "helping",
    ),
)
