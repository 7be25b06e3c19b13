"""E-mail by SMTP: encrypted and to a proven server, or not at all."""

from panoh.channels.email.channel import Email

__all__ = ["Email"]
