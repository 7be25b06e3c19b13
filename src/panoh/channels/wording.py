"""What the messages say: that something is asked, where to answer, and nothing else.

No cause, place, group, name or program stands in them. Whoever sees one over a shoulder, or keeps
the mail of a provider, learns that somebody was asked something. The `{reference}` is the same for
everybody concerned, so that a message shown twice is seen to be one.
"""

from collections.abc import Mapping

from panoh.channels.channel import Message
from panoh.model.messages import mark as _
from panoh.model.messages import translator

_REFERENCE = _("Reference: {reference}")
_REPLIES = _("Nobody reads replies to this message.")
_UNTIL = _("The time to answer ends at {until}.")

#: For each kind of message its subject and its body, both msgids.
WORDS: Mapping[str, tuple[str, str]] = {
    # To the owner.
    "remind": (_("A reminder"), _("Please answer here:\n{link}")),
    "alarmed": (
        _("No answer came"),
        _(
            "No answer came in time. The people you named are being asked now.\n"
            "If you can, answer here:\n{link}"
        ),
    ),
    "moved": (
        _("The time has moved"),
        _("The rules of clocks have changed, and with them the time to answer:\n{link}"),
    ),
    "clock": (
        _("The clock here may be wrong"),
        _(
            "The clock of this service may be wrong. Please look at another one.\n"
            "Answer here:\n{link}"
        ),
    ),
    "channel-fails": (
        _("A way to reach people has failed twice"),
        _("The channel {channel} did not pass its daily test twice. Please look after it."),
    ),
    "channel-gone": (
        _("A way to reach people is gone"),
        _(
            "Plans count on the channel {channel}, which is not set up here any more.\n"
            "Please set it up again."
        ),
    ),
    "disk-fails": (
        _("The disk here fails"),
        _(
            "The disk of this service does not take what has to be kept. Please look at it now.\n"
            "What was taken before is kept."
        ),
    ),
    "watch-broken": (
        _("Nobody is watched here"),
        _(
            "What this service keeps is gone or damaged, and it does not begin afresh by itself.\n"
            "Keep its folder as it is, and put back the newest copy.\n"
            "Until then nobody is reminded or told by it: ask one another."
        ),
    ),
    # To a contact.
    "alarm": (
        _("Please answer: {reference}"),
        _(
            "You are needed now. Look at what you agreed on, then say here whether you take it or "
            "cannot:\n"
            "{link}"
        ),
    ),
    "exhausted": (
        _("Still not answered: {reference}"),
        _(
            "Everybody has been asked, and nobody has brought this to an end.\n"
            "Look at what you agreed on, then answer here:\n{link}\n"
            "This message comes again until somebody has."
        ),
    ),
    "taken": (
        _("Taken: {reference}"),
        _("Somebody has taken it. Please stay within reach.\n{link}"),
    ),
    "says-safe": (
        _("Please make sure: {reference}"),
        _(
            "An answer has come after all. It proves little.\n"
            "Speak with the person yourself, then say here that it is over:\n{link}"
        ),
    ),
    "closing": (
        _("A second word is needed: {reference}"),
        _(
            "Somebody says that it is over. A second person has to agree.\n"
            "Make sure yourself, then answer here:\n{link}"
        ),
    ),
    "paused": (
        _("Nothing is expected"),
        _("Nothing is expected before {until}. You need do nothing."),
    ),
    "left": (
        _("You are not asked any more"),
        _(
            "This service will not ask you any more.\n"
            "If that surprises you, speak with whoever chose you for it."
        ),
    ),
    "fault": (
        _("A fault here, not an alarm"),
        _(
            "For a while nothing could be received here. That is a fault of this service.\n"
            "It says nothing about anybody."
        ),
    ),
    # To whoever was told, or waited.
    "stand-down": (_("Over: {reference}"), _("It is over. You need do nothing more. Thank you.")),
    "outage": (
        _("A fault here, not an alarm"),
        _(
            "For a while nothing could be received here. That is a fault of this service.\n"
            "If an answer of yours was due meanwhile, give it here:\n{link}"
        ),
    ),
    "restored": (
        _("Please say it again"),
        _(
            "This service was set back to an older copy; what was said since may be forgotten.\n"
            "Please say it again here:\n{link}"
        ),
    ),
    # From whoever watches the watching.
    "watch-out": (
        _("A fault of the watching, not an alarm"),
        _(
            "The service that watches does not answer. That says nothing about anybody.\n"
            "Until it is back nobody is reminded or told by it: ask one another."
        ),
    ),
    "watch-back": (
        _("The watching is back"),
        _("The service that watches answers again. You need do nothing."),
    ),
}


def compose(
    kind: str,
    language: str,
    *,
    reference: str = "",
    link: str = "",
    until: str = "",
    channel: str = "",
) -> Message:
    """One message of a kind, in a language; `until` is a time as its reader writes it."""
    say = translator(language)
    subject, body = WORDS[kind]
    values = {"reference": reference, "link": link, "channel": channel, "until": until}
    lines = [say(body).format(**values)]
    if "{link}" in body:
        lines.append(say(_REPLIES))
    if until and "{until}" not in body:
        lines.append(say(_UNTIL).format(until=until))
    if reference:
        lines.append(say(_REFERENCE).format(reference=reference))
    return Message(say(subject).format(**values), "\n\n".join(lines))
