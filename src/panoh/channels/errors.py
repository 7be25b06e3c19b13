"""What can be wrong with the settings of a channel; no error repeats a value: some are secret."""

from typing import ClassVar

from panoh.model.errors import PanohError


class ChannelsError(PanohError):
    """Anything that keeps a channel from being set up."""

    code: ClassVar[str] = "channels"
    message: ClassVar[str] = "A channel could not be set up."
    exit_status: ClassVar[int] = 11


class SettingWrong(ChannelsError):
    """A setting that this kind of channel does not know, or that holds something else."""

    code = "channel-setting"
    message = "In the channel {channel} the setting {setting} cannot be used."
    hint = "The page on channels lists the settings of each kind. Nothing was sent."


class SettingMissing(ChannelsError):
    """A setting without which this kind cannot work."""

    code = "channel-setting-missing"
    message = "The channel {channel} lacks the setting {setting}."
    hint = "The page on channels lists the settings of each kind. Nothing was sent."


class KindUnknown(ChannelsError):
    """No such kind of channel."""

    code = "channel-kind"
    message = "The channel {channel} is of no kind that this program knows ({kinds})."
    hint = "Write one of these as its kind."


class NotEncrypted(ChannelsError):
    """A service would be reached without TLS."""

    code = "channel-not-encrypted"
    message = "The channel {channel} would speak to its service unencrypted."
    hint = "Its address must begin with https:// unless the service is on this computer."


class ExtraMissing(ChannelsError):
    """A kind whose library is not installed."""

    code = "channel-extra"
    message = "The channel {channel} needs a part that is not installed."
    hint = "Install it with: pip install 'panoh[apprise]'."
