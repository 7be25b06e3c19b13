"""Why a message was not taken, in words."""

from collections.abc import Mapping

from panoh.channels.channel import Reason
from panoh.model.messages import mark as _

REASONS: Mapping[Reason, str] = {
    Reason.ADDRESS: _("nobody has this address there"),
    Reason.IDENTITY: _("the key of whoever is there has changed"),
    Reason.TOO_LARGE: _("the message is too long"),
    Reason.REJECTED: _("the service does not take this message"),
    Reason.LATER: _("the service says: not now"),
    Reason.RATE: _("the service says: too often"),
    Reason.LOGIN: _("our own account there is refused"),
    Reason.UNREACHABLE: _("the service cannot be reached"),
    Reason.TIMED_OUT: _("the service did not answer in time"),
    Reason.INSECURE: _("the connection could not be encrypted, or the server is another"),
    Reason.REDIRECTED: _("the service sends us elsewhere"),
    Reason.UNEXPECTED: _("the answer is not that of such a service"),
    Reason.DISK: _("the folder cannot be written"),
    Reason.OLD: _("signal-cli is older than 80 days; Signal soon stops working with it"),
    Reason.MISSING: _("a part of the program is not installed"),
}
