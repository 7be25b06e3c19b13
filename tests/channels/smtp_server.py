"""A real mail server on this computer, polite or not, that keeps what it took."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from tests.channels.certificates import context

USER, PASSWORD = "relay@mail.example", "tulips-in-april"


@dataclass
class MailServer:
    """What it does next, and what it has taken and been told."""

    port: int = 0
    does: str = "takes"
    letters: list[EmailMessage] = field(default_factory=list)
    addressees: list[str] = field(default_factory=list)
    greetings: list[str] = field(default_factory=list)
    signed_in: int = 0

    async def handle_EHLO(  # noqa: N802 - aiosmtpd calls it so
        self, _server: Any, session: Any, _envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        self.greetings.append(hostname)
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        said = {
            "nobody": "550 5.1.1 no such user",
            "later": "451 4.7.1 greylisted, try again",
            "policy": "550 5.7.1 relaying denied",
        }.get(self.does)
        if said:
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if self.does == "falls silent":
            await asyncio.sleep(30)
        self.letters.append(message_from_bytes(envelope.content, policy=default))
        self.addressees += envelope.rcpt_tos
        if self.does == "drops":
            server.transport.abort()
        return {
            "full": "452 4.2.2 mailbox full",
            "too large": "552 5.3.4 too large",
            "dislikes": "554 5.6.0 not like this",
        }.get(self.does, "250 OK")

    def sign_in(self, _server: Any, _s: Any, _e: Any, _mechanism: str, data: Any) -> AuthResult:
        good = isinstance(data, LoginPassword) and data.password == PASSWORD.encode()
        self.signed_in += good and self.does != "login"
        return AuthResult(success=good and self.does != "login", handled=False)


@contextmanager
def mail_server(certificate: Path) -> Iterator[MailServer]:
    """The server, with STARTTLS and a sign-in."""
    kept = MailServer()

    class Here(Controller):
        def factory(self) -> SMTP:
            return SMTP(
                kept,
                hostname="mail.example",
                tls_context=context(certificate),
                require_starttls=True,
                auth_required=True,
                authenticator=kept.sign_in,
            )

    with socket.create_server(("127.0.0.1", 0)) as free:
        kept.port = free.getsockname()[1]
    controller = Here(kept, hostname="127.0.0.1", port=kept.port)
    controller.start()
    try:
        yield kept
    finally:
        controller.stop()
