"""Getting a message to a person: one folder per channel, one behaviour for all of them."""

from panoh.channels.channel import Accepted, Channel, Failed, Message, Reason, Refused, Result

__all__ = ["Accepted", "Channel", "Failed", "Message", "Reason", "Refused", "Result"]
