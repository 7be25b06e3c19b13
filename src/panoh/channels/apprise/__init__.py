"""The services that the library apprise knows; an extra, for what the others do not reach."""

from panoh.channels.apprise.channel import Apprise

__all__ = ["Apprise"]
