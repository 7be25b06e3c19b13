"""A relative was questioned or made to speak on film: the words are not theirs."""

from panoh.guidance.situation import Situation, Step
from panoh.model.messages import mark as _

SITUATION = Situation(
    key="summoned",
    title=_("A relative was summoned or filmed"),
    opening=_("Your relative is not to blame for words that were forced, and neither are you."),
    hour=(
        Step(
            _(
                "Wait until your relative reaches you in the usual way. Do not call to ask what "
                "happened."
            ),
            why=_("Your call may be listened to and may bring the next summons."),
        ),
        Step(
            _(
                "Treat every call about this as not free. Speak about health and family, name "
                "nobody, agree to nothing."
            ),
            why=_("Somebody may be standing beside your relative."),
        ),
        Step(
            _(
                "Write down the exact words you heard, in their language: who was called, where "
                "to, when, what was asked."
            ),
            abroad=True,
        ),
        Step(
            _("Tell one person near you what happened."),
            why=_("You should not carry this alone."),
            abroad=True,
        ),
    ),
    day=(
        Step(
            _(
                "Ask, only by the way you agreed on, whether your relative wants a lawyer. Their "
                "wish decides."
            ),
            abroad=True,
        ),
        Step(
            _(
                "Note what a summons says if you are told: which office, for what, in which "
                "role. Do not ask for a photo of it."
            ),
            why=_("A photo on the phone shows that it was passed on."),
            abroad=True,
        ),
        Step(
            _(
                "Note what you know about a film: where, by whom, with whose words, and whether "
                "it was threatened to be shown."
            ),
            why=_("The same words in several films show who wrote them."),
            abroad=True,
        ),
        Step(
            _("Agree with the others abroad that nobody answers in public yet."),
            abroad=True,
        ),
    ),
    week=(
        Step(
            _(
                "Record each summons and each filming by itself, with its date. Note what you or "
                "others had done in public shortly before."
            ),
            why=_("A pattern is harder to deny than one case."),
            abroad=True,
        ),
        Step(
            _(
                "Ask your relative, once it is safe, what may be told about them and to whom. "
                "Your own yes is not theirs."
            ),
            abroad=True,
        ),
        Step(
            _("Arrange for a doctor to see your relative if they were hurt and it is safe."),
            why=_("Marks fade within days."),
        ),
        Step(
            _(
                "Agree on a few words for next time: one that means “I am safe”, one that means "
                "“I cannot speak freely”."
            ),
            abroad=True,
        ),
    ),
    avoid=(
        Step(
            _("Do not reproach your relative for what they said or signed."),
        ),
        Step(
            _("Do not promise silence and do not refuse aloud; say that you need time."),
            why=_("Both can be used against your relative."),
        ),
        Step(
            _("Do not publish the summons or the film without your relative's yes."),
        ),
    ),
    home=(
        Step(
            _(
                "Do what keeps you safe if you are made to speak or sign. Forced words can be "
                "explained later, and nobody who loves you holds them against you."
            ),
        ),
        Step(
            _(
                "Tell one person face to face where you go and when you expect to be back. Take "
                "only what is asked for."
            ),
        ),
        Step(
            _(
                "Read before you sign, if they let you. Ask for time or a lawyer only as far as "
                "it does not make things worse."
            ),
        ),
        Step(
            _("Send no photo of the paper and no message about it."),
        ),
    ),
    areas=(
        "record",
        "people",
        "emergency",
        "legal",
    ),
    see=(
        "taken",
        "video",
        "threatened",
    ),
)
