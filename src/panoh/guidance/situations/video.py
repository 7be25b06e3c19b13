"""A forced video was published: keep it without spreading it."""

from panoh.guidance.situation import Situation, Step
from panoh.model.messages import mark as _

SITUATION = Situation(
    key="video",
    title=_("A video was published"),
    opening=_("Nobody has to answer a forced video today, and you do not have to watch it."),
    hour=(
        Step(
            _("Leave it without comment, and do not share it."),
            why=_("Every share carries the forced words further."),
        ),
        Step(
            _("Copy the full address of the page. Note day, hour and time zone."),
            why=_("It can disappear."),
            abroad=True,
        ),
        Step(
            _(
                "Save the video itself and a picture of the whole page: title, channel, date, "
                "number of views."
            ),
            abroad=True,
        ),
        Step(
            _("Ask whoever sent it to you to send it again as a file or document."),
            why=_("Messengers shrink ordinary videos."),
            abroad=True,
        ),
        Step(
            _("Tell the close family abroad yourself, before they come across it."),
            abroad=True,
        ),
    ),
    day=(
        Step(
            _(
                "Keep the file unchanged: do not rename, cut or convert it. Note who sent it and "
                "how."
            ),
            why=_("An untouched file can be proved."),
            abroad=True,
        ),
        Step(
            _("Ask one more person abroad to save the same page by themselves."),
            why=_("Two witnesses are stronger than one."),
            abroad=True,
        ),
        Step(
            _(
                "Write down what you notice: place, clothes, reading off, injuries, words the "
                "person never uses."
            ),
            abroad=True,
        ),
        Step(
            _("Let somebody else watch it if it is too much."),
        ),
    ),
    week=(
        Step(
            _("Compare it with other videos: the same words, room, questions, channel."),
            abroad=True,
        ),
        Step(
            _(
                "Decide with the family whether a public answer helps. Speak about the pressure, "
                "not about the person."
            ),
            abroad=True,
        ),
        Step(
            _(
                "Ask the platform to remove it only when it is safely kept and the family wants "
                "that."
            ),
            abroad=True,
        ),
        Step(
            _("Show it to your lawyer if you have an asylum case."),
            why=_("It can show what awaits you."),
            abroad=True,
        ),
    ),
    avoid=(
        Step(
            _("Do not blame the person in the video."),
        ),
        Step(
            _("Do not publish it again, not even in protest."),
        ),
        Step(
            _("Do not correct it with names, addresses or private things."),
            why=_("It would tell what they could not make the person say."),
        ),
        Step(
            _("Do not call the person to ask about it."),
        ),
    ),
    home=(
        Step(
            _("Let it pass. You do not have to watch it, keep it or send it."),
        ),
        Step(
            _("Keep no copy on your phone."),
        ),
        Step(
            _("Remember, if it was you who had to speak: you did what kept you safe."),
        ),
    ),
    areas=(
        "evidence",
        "record",
        "patterns",
        "people",
        "publish",
    ),
    see=(
        "summoned",
        "telling",
    ),
)
