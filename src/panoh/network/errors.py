"""What can be wrong with a contact that is written down."""

from typing import ClassVar

from panoh.model.errors import PanohError


class NetworkError(PanohError):
    """Anything that keeps a contact from being recorded or found."""

    code: ClassVar[str] = "network"
    exit_status: ClassVar[int] = 90


class ZoneUnknown(NetworkError):
    """A time zone that this computer does not know."""

    code = "zone-unknown"
    message = "This time zone is not known here."
    hint = "Nothing was saved. Write it as Europe/Warsaw or Asia/Dushanbe, or leave it out."
    exit_status = 91


class TermUnknown(NetworkError):
    """A word that is in none of our lists."""

    code = "term-unknown"
    message = "This word is not in the list: {field}."
    hint = "Nothing was saved. `panoh help-for` lists what people can help with."
    exit_status = 92


class OrganisationUnknown(NetworkError):
    """No entry of the directory has this name."""

    code = "organisation-unknown"
    message = "No organisation of the directory has this short name."
    hint = "Nothing was saved. `panoh help-for NEED` shows the short names."
    exit_status = 93


class ChannelUnknown(NetworkError):
    """The contact has no such channel, or several."""

    code = "channel-unknown"
    message = "Exactly one channel is needed; channels that answer to this: {count}."
    hint = "Nothing was saved. `panoh network show WHO` lists the channels with their ids."
    exit_status = 94
