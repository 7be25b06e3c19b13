"""What can go wrong with a relay and what it keeps."""

from typing import ClassVar

from panoh.model.errors import PanohError


class RelayError(PanohError):
    """Anything a relay refuses or cannot do."""

    code: ClassVar[str] = "relay"
    exit_status: ClassVar[int] = 85


class RelayUnsafe(RelayError):
    """What the relay keeps is gone, damaged or of another version: it must not start afresh."""

    code = "relay-unsafe"
    message = "The relay watches nobody: {reason}."
    hint = (
        "Nothing was replaced or deleted. Keep the folder as it is, put back the newest backup, "
        "and tell the people who are watched until it runs again."
    )


class RelayWriteFailed(RelayError):
    """The disk does not take what has to be kept."""

    code = "relay-write-failed"
    message = "The relay could not write: {reason}."
    hint = "Make room on the disk, or make it writable. What was taken before is safe."


class RelayExists(RelayError):
    """A new relay needs a folder without one."""

    code = "relay-exists"
    message = "There is a relay in this folder already."
    hint = "Start that one, or choose an empty folder. Nothing was changed."


class InviteRefused(RelayError):
    """Somebody unknown gave an order without an invitation that still holds."""

    code = "relay-invite-refused"
    message = "This relay does not know you, and the invitation is not one of its own."
    hint = "Ask whoever runs it for a new invitation. Each can be used once."


class LinkUnknown(RelayError):
    """A link that leads to nobody."""

    code = "relay-link-unknown"
    message = "This link is not known here, or no longer."
    hint = "Open the newest message again. If there is none, ask whoever sent it to you."


class PinRefused(RelayError):
    """Neither of the two PINs."""

    code = "relay-pin-refused"
    message = "This PIN is not the right one."
    hint = "Try again, slowly. Nothing was counted."


class PageStale(RelayError):
    """An answer from a page that was opened long ago, as when a browser sends a form again."""

    code = "relay-page-stale"
    message = "This page has been open for too long."
    hint = "Nothing was counted. Open the link again and answer there."


class TooManyTries(RelayError):
    """Ten wrong PINs within an hour."""

    code = "relay-too-many-tries"
    message = "Too many wrong PINs were typed in the last hour."
    hint = "Wait, or use a signed check-in: those are still taken."


class ChannelUnknown(RelayError):
    """A plan with an address that this relay has no channel for."""

    code = "relay-channel-unknown"
    message = "This relay does not send by every channel of the plan. It sends by: {channels}."
    hint = "Nothing was changed. Leave the other addresses out, or ask whoever runs the relay."
