"""Push by a server that speaks as ntfy does: a phone that follows a topic shows the message."""

from panoh.channels.push.channel import Push

__all__ = ["Push"]
