"""What can keep a watcher from being asked or believed; nothing it said stands in an error."""

from typing import ClassVar

from panoh.emergency.errors import EmergencyError
from panoh.model.messages import mark as _


class WatchingError(EmergencyError):
    """Anything that keeps a check-in from being arranged."""

    code: ClassVar[str] = "watching"
    exit_status: ClassVar[int] = 116


class InvitationUnreadable(WatchingError):
    """The three lines of an invitation are not there."""

    code = "watching-invitation"
    message = "This is not an invitation of a watcher."
    hint = (
        "Three lines are needed: the address, the id, the invitation, as `panoh relay invite`"
        " prints them. Nothing was sent."
    )


class AddressRefused(WatchingError):
    """Whoever sits on the way could read along, or learn whom one asks."""

    code = "watching-address"
    message = "This address of a watcher is not used: {reason}."
    hint = "Ask whoever runs it for an address that begins with https://. Nothing was sent."


class NobodyToTell(WatchingError):
    """Nobody is left whom a watcher could ask."""

    code = "watching-nobody"
    message = "There is nobody whom a watcher could tell."
    hint = "Choose people with an address of a kind the watcher sends by. Nothing was sent."


class TimeUnreadable(WatchingError):
    """A time, a day or an address of the form that nobody can read."""

    code = "watching-time"
    message = "This could not be read: {what}."
    hint = "Write times as 08:30 and moments as 2026-11-26 18:00. Nothing was sent."


class NotArmed(WatchingError):
    """No watcher has taken this check-in, or it is over."""

    code = "watching-not-armed"
    message = "No watcher keeps this check-in now."
    hint = "Arm it first; nothing was sent."


class PinNeeded(WatchingError):
    """The plan has PINs, and what was typed is neither of them."""

    code = "watching-pin"
    message = "This PIN is not the right one."
    hint = "Try again, slowly. Nothing was sent."


class WatcherError(WatchingError):
    """Anything that went wrong with a watcher that was asked."""

    code: ClassVar[str] = "watcher"
    exit_status: ClassVar[int] = 117


class WatcherUnreachable(WatcherError):
    """Nobody answers there."""

    code = "watcher-unreachable"
    message = "The watcher cannot be reached from here."
    hint = (
        "It may not have been told. Try again, or use the link of its last reminder. If it stays "
        "away, call somebody: you may not be watched."
    )


class WatcherSlow(WatcherError):
    """The time was over before a whole answer came."""

    code = "watcher-slow"
    message = "The watcher did not answer in time."
    hint = "Nobody knows whether it was taken. Ask it how things stand, then try again."


class WatcherNotProven(WatcherError):
    """The certificate proves nothing."""

    code = "watcher-not-proven"
    message = "The watcher could not prove who it is."
    hint = "Nothing was sent. Somebody may sit on the way; ask whoever runs it from elsewhere."


class WatcherElsewhere(WatcherError):
    """It sends us to another address."""

    code = "watcher-elsewhere"
    message = "The watcher wants to send you to another address. That is not followed."
    hint = "Ask whoever runs it whether the address is right. What was sent may be lost."


class WatcherTooMuch(WatcherError):
    """More than any answer of a watcher holds."""

    code = "watcher-too-much"
    message = "The watcher answered with more than it ever has to say. It was not read."
    hint = "Do not count on it. Ask whoever runs it, and look for another watcher."


class WatcherUnreadable(WatcherError):
    """Something answers that is no watcher."""

    code = "watcher-unreadable"
    message = "What answers there is no watcher, or one of another version."
    hint = "Look at the address; ask whoever runs it. Nothing it said was believed."


class WatcherUnsigned(WatcherError):
    """An answer without the signature of the watcher one was invited to."""

    code = "watcher-unsigned"
    message = "What answers there cannot prove that it is the watcher you were invited to."
    hint = (
        "Nothing it said was believed. Somebody may stand in for it. Ask whoever runs it, on a way "
        "nobody else uses; until then you may not be watched."
    )


class WatcherContradicts(WatcherError):
    """An answer that cannot be true for the plan it was told."""

    code = "watcher-contradicts"
    message = "What the watcher says does not fit what it was told: {what}."
    hint = "Nothing of it was believed. Do not count on it until this is explained."


class WatcherUnwell(WatcherError):
    """It says itself that it cannot answer now."""

    code = "watcher-unwell"
    message = "The watcher says that it cannot answer now."
    hint = "Wait a minute and try again. If it stays so, call somebody: you may not be watched."


class WatcherRefuses(WatcherError):
    """It answers, and says no."""

    code = "watcher-refuses"
    message = "The watcher did not take this: {reason}."
    hint = "Nothing was changed there. What it kept before, it still keeps."
    exit_status = 118


class WatcherUnknown(WatcherError):
    """It does not take what was signed for the id that was given."""

    code = "watcher-unknown"
    message = "This is not the watcher you were invited to, or it does not know you any more."
    hint = (
        "Nothing was changed. If another device sent something just now, try again. Otherwise "
        "compare the id with whoever runs it, on a way nobody else uses."
    )
    exit_status = 118


class WayUnknown(WatcherError):
    """The plan counts on a channel that the watcher does not have."""

    code = "watcher-way-unknown"
    message = "This watcher does not send in every way of the plan. It sends by: {ways}."
    hint = "Nothing was changed. Leave the other ways out and arm it again."
    exit_status = 118


#: What the codes of a refusal mean; any other is not repeated.
REFUSALS = {
    "checkin-plan-refused": _("the plan cannot be kept"),
    "relay-invite-refused": _("the invitation was used before, or is too old"),
    "relay-write-failed": _("it cannot write"),
    "relay-unsafe": _("it watches nobody now"),
}
OTHER = _("it gives no reason that is known here")
NO_ENCRYPTION = _("it is not encrypted")
NEEDS_TOR = _("onion addresses open only in Tor Browser so far")
