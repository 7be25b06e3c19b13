"""The letter as bytes: headers that any programme writes, and none that names ours."""

import re
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from panoh.channels.channel import Message

_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])"
)
_LONGEST = 254


def is_address(text: str) -> bool:
    """Whether this is one plain address, which cannot smuggle a second one or a header."""
    return len(text) <= _LONGEST and _ADDRESS.fullmatch(text) is not None


def letter(sender: str, to: str, message: Message, mark: str) -> bytes:
    """The letter; the same message has the same Message-ID each time, under the sender's domain."""
    written = EmailMessage(policy=SMTP)
    written["From"] = sender
    written["To"] = to
    written["Subject"] = " ".join(message.subject.split())
    written["Date"] = format_datetime(datetime.now(UTC))
    written["Message-ID"] = f"<{mark}@{sender.rpartition('@')[2]}>"
    written.set_content(message.body, cte="quoted-printable")
    return written.as_bytes()
