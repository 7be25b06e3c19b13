"""By hand: the message as a file and as a picture, for somebody to carry on without a network."""

from panoh.channels.handover.channel import Handover

__all__ = ["Handover"]
