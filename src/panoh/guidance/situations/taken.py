"""A relative was detained: what is lost in the first hours, and who must not be called."""

from panoh.guidance.facts import DISAPPEARED, FRONT_LINE, FRONT_LINE_NUMBER, LETTERS, SIGNAL_LOCK
from panoh.guidance.situation import Situation, Step
from panoh.model.messages import mark as _

SITUATION = Situation(
    key="taken",
    title=_("A relative was taken"),
    opening=_("You did not cause this, and you do not have to do everything at once."),
    hour=(
        Step(
            _(
                "Write down what you know: who, when, where, by whom, and who told you. Write "
                "“unknown” where you do not know."
            ),
            why=_("Details fade within hours, and every later step needs them."),
            abroad=True,
        ),
        Step(
            _("Do not call or write to the phone of the person who was taken."),
            why=_("Somebody else may be holding it."),
        ),
        Step(
            _("Take their account out of the chat groups you look after."),
            why=_("Whoever holds the phone can read along and see who is in the group."),
            abroad=True,
        ),
        Step(
            _("Tell one person near you whom you trust. Agree who of you leads."),
            why=_("Several people calling the same family put it in danger."),
            abroad=True,
        ),
    ),
    day=(
        Step(
            _(
                "Ask the family, by the way you agreed on, what they want: quiet help or public "
                "attention. Their wish decides."
            ),
            why=_("They live with what follows."),
            abroad=True,
        ),
        Step(
            _(
                "Let the family or a lawyer they trust ask where the person is held. Note every "
                "place that was asked, when, and the answer."
            ),
            why=_("They know best what can be asked without danger."),
        ),
        Step(
            _(
                "Sign the person's devices out of what you share: mail, cloud, documents. Delete "
                "nothing."
            ),
            why=_("What is deleted in haste may be missing as evidence."),
            abroad=True,
        ),
        Step(
            _(
                "Ask in the same way which medicines the person needs and who looks after the "
                "children. Let the family or the lawyer bring the medicines."
            ),
            abroad=True,
        ),
        Step(
            _(
                "Ask one organisation that knows such cases what it can do. Agree first what it "
                "may pass on."
            ),
            abroad=True,
            facts=(
                FRONT_LINE,
                FRONT_LINE_NUMBER,
            ),
        ),
    ),
    week=(
        Step(
            _(
                "Trust no message from the person's Signal or number from the fifth day on, "
                "unless it answers a question only they can answer."
            ),
            why=_(
                "After a week without use, whoever holds the SIM card may be able to take over "
                "the account."
            ),
            facts=(SIGNAL_LOCK,),
        ),
        Step(
            _("Write down each visit, call and rumour with its date and who told it."),
            abroad=True,
        ),
        Step(
            _(
                "Look at the legal ways that are open, and at what the government would learn by "
                "each. Decide with the family."
            ),
            abroad=True,
            facts=(
                DISAPPEARED,
                LETTERS,
            ),
        ),
        Step(
            _("Arrange for a doctor to see the person soon after release, if that is safe."),
            why=_("Marks fade within days."),
        ),
        Step(
            _(
                "Share the watch with somebody, eat and sleep. Talk to a person who is good at "
                "listening."
            ),
            why=_("This can take long, and you are needed."),
        ),
    ),
    avoid=(
        Step(
            _("Do not travel home to get them released, and decide nothing on the telephone."),
            why=_("A promise made under pressure protects nobody."),
        ),
        Step(
            _("Do not publish a name, a photo or a video before the family has said yes."),
            why=_("It cannot be called back."),
        ),
        Step(
            _("Do not question relatives at home about what happened."),
            why=_("Every call can lead to the next questioning."),
        ),
        Step(
            _(
                "Do not pay anybody who promises a release before a lawyer you trust has heard "
                "of it."
            ),
        ),
    ),
    home=(
        Step(
            _("Do nothing today if you are unsure. Waiting is a step too."),
        ),
        Step(
            _(
                "Keep this off your phone: no calls, no messages, no searches, no new programs "
                "about it."
            ),
            why=_("What is not there cannot be found."),
        ),
        Step(
            _(
                "Remember who came, when, and what was said. Tell it face to face to one person "
                "you trust, or to nobody."
            ),
        ),
        Step(
            _(
                "Answer briefly and calmly if somebody comes. Nobody can expect you to know what "
                "relatives abroad do."
            ),
        ),
    ),
    areas=(
        "record",
        "people",
        "network",
        "emergency",
        "legal",
    ),
    see=(
        "silence",
        "summoned",
        "video",
        "helping",
    ),
)
