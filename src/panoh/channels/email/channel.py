"""E-mail: one letter to one address, and what the server said to it, step by step."""

import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property

from panoh.channels.channel import Accepted, Failed, Message, Reason, Refused, Result
from panoh.channels.deadline import Deadline
from panoh.channels.email.connection import Connection, NoTls
from panoh.channels.email.letter import is_address, letter
from panoh.channels.errors import SettingWrong
from panoh.channels.marks import mark_of

_SENDER = "sender"


@dataclass(frozen=True, kw_only=True)
class Email:
    """An account at a mail server that takes letters over STARTTLS."""

    name: str
    host: str
    sender: str = field(repr=False)
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    port: int = 587
    seconds: float = 30
    #: Certificates to trust instead of the system's, for a server with one of its own.
    ca_file: str | None = None

    def __post_init__(self) -> None:
        if not is_address(self.sender):
            raise SettingWrong(channel=self.name, setting=_SENDER)

    def send(self, to: str, message: Message, key: str) -> Result:
        """Give one letter to the server."""
        if not is_address(to):
            return Refused(Reason.ADDRESS)
        written = letter(self.sender, to, message, mark_of(key, to))
        return self._talk(lambda server: self._give(server, to, written))

    def check(self) -> Result:
        """Sign in, and have ourselves taken as sender and as addressee; then send nothing."""
        return self._talk(lambda server: self._address(server, self.sender))

    def _give(self, server: Connection, to: str, written: bytes) -> Result:
        refused = self._address(server, to)
        if refused != Accepted():
            return refused
        code, said = server.data(written)
        return Accepted() if code == 250 else _of_letter(code, said)

    def _address(self, server: Connection, to: str) -> Result:
        code, _said = server.mail(self.sender)
        if code != 250:
            return _of_account(code)
        code, said = server.rcpt(to)
        return Accepted() if code in (250, 251, 252) else _of_address(code, said)

    def _talk(self, what: Callable[[Connection], Result]) -> Result:
        with Deadline(self.seconds) as deadline:
            try:
                return self._within(deadline, what)
            except (ssl.SSLError, NoTls):
                reason = Reason.INSECURE
            except TimeoutError:
                reason = Reason.TIMED_OUT
            except smtplib.SMTPNotSupportedError:
                reason = Reason.LOGIN
            except smtplib.SMTPResponseException as error:
                return _of_account(error.smtp_code)
            except (smtplib.SMTPException, OSError):
                reason = Reason.UNREACHABLE
            except ValueError:
                reason = Reason.UNEXPECTED
            return Failed(Reason.TIMED_OUT if deadline.passed else reason)

    def _within(self, deadline: Deadline, what: Callable[[Connection], Result]) -> Result:
        server = Connection(self.host, self.port, self._context, deadline)
        try:
            if self.user:
                server.login(self.user, self.password)
            result = what(server)
            # What was said is said: a quarrel at parting changes nothing.
            with suppress(smtplib.SMTPException, OSError, ValueError):
                server.quit()
        finally:
            server.close()
        return result

    @cached_property
    def _context(self) -> ssl.SSLContext:
        context = ssl.create_default_context(cafile=self.ca_file)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        return context


def _of_account(code: int) -> Result:
    """What a refusal before any address is given means: it concerns us."""
    if 500 <= code < 600:
        return Failed(Reason.LOGIN)
    return Failed(Reason.LATER if 400 <= code < 500 else Reason.UNEXPECTED)


def _of_address(code: int, said: bytes) -> Result:
    """What a refusal of the address means; a policy (5.7.x) is no word about the address."""
    if not 500 <= code < 600 or code == 530 or said.startswith(b"5.7."):
        return _of_account(code)
    return Refused(Reason.ADDRESS)


def _of_letter(code: int, said: bytes) -> Result:
    """What a refusal of the letter means."""
    if not 500 <= code < 600:
        return _of_account(code)
    too_large = code == 552 or said.startswith(b"5.3.4")
    return Refused(Reason.TOO_LARGE if too_large else Reason.REJECTED)
