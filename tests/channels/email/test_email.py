"""E-mail: encrypted to a proven server or not at all, and nothing in it that names us."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

import pytest
from tests.channels.certificates import ELSEWHERE, certificate
from tests.channels.smtp_server import PASSWORD, USER, MailServer, mail_server

from panoh.channels import Accepted, Failed, Message, Reason
from panoh.channels.email import Email

ASKED = Message("Савол барои шумо", "سلام\n.\nFrom here on\n" + "ю" * 2000)


@pytest.fixture
def server(pem: Path) -> Iterator[MailServer]:
    with mail_server(pem) as running:
        yield running


def email(port: int, ca_file: Path | None, **settings: str) -> Email:
    account = {"user": USER, "password": PASSWORD, **settings}
    return Email(
        name="mail",
        host="localhost",
        port=port,
        sender="relay@mail.example",
        seconds=2,
        ca_file=str(ca_file) if ca_file else None,
        **account,
    )


def test_headers_are_those_of_any_letter(server: MailServer, pem: Path) -> None:
    assert email(server.port, pem).send("rustam@home.example", ASKED, "k") == Accepted()
    (letter,) = server.letters
    assert sorted(letter.keys()) == [
        "Content-Transfer-Encoding", "Content-Type", "Date", "From", "MIME-Version", "Message-ID",
        "Subject", "To",
    ]  # fmt: skip
    assert letter["Date"].endswith("+0000")
    assert letter["Message-ID"].endswith("@mail.example>")
    assert letter["Subject"] == ASKED.subject
    assert letter.get_content().replace("\r\n", "\n").rstrip("\n") == ASKED.body.rstrip("\n")


def test_this_computer_is_not_named(server: MailServer, pem: Path) -> None:
    assert email(server.port, pem).send("rustam@home.example", ASKED, "k") == Accepted()
    assert set(server.greetings) == {"[127.0.0.1]"}
    (letter,) = server.letters
    assert socket.gethostname() not in letter.as_string()
    assert "panoh" not in letter.as_string().lower()


def test_two_addressees_cannot_compare_their_marks(server: MailServer, pem: Path) -> None:
    channel = email(server.port, pem)
    for to in ("rustam@home.example", "zarina@home.example"):
        assert channel.send(to, ASKED, "the same alarm") == Accepted()
    assert len({letter["Message-ID"] for letter in server.letters}) == 2


def test_a_server_that_nobody_vouches_for_gets_neither_password_nor_letter(
    server: MailServer,
) -> None:
    assert email(server.port, None).send("rustam@home.example", ASKED, "k") == Failed(
        Reason.INSECURE
    )
    assert (server.letters, server.signed_in) == ([], 0)


def test_a_server_that_proves_to_be_another_gets_nothing(tmp_path: Path) -> None:
    of_another = certificate(tmp_path, ELSEWHERE)
    with mail_server(of_another) as server:
        result = email(server.port, of_another).send("rustam@home.example", ASKED, "k")
    assert result == Failed(Reason.INSECURE)
    assert (server.letters, server.signed_in) == ([], 0)


def test_an_account_without_a_password_is_not_signed_in(server: MailServer, pem: Path) -> None:
    result = email(server.port, pem, user="", password="").send("rustam@home.example", ASKED, "k")
    assert result == Failed(Reason.LOGIN)
    assert server.letters == []


#: What a server says, line by line, that promises encryption and does not keep it.
LIES = {
    "offers none": {"ehlo": b"250-mail.example\r\n250 HELP\r\n"},
    "offers it and refuses": {
        "ehlo": b"250-mail.example\r\n250 STARTTLS\r\n",
        "starttls": b"454 4.7.0 TLS not available\r\n",
    },
    "goes on in the clear": {
        "ehlo": b"250-mail.example\r\n250 STARTTLS\r\n",
        "starttls": b"220 go ahead\r\n250 AUTH PLAIN LOGIN\r\n",
    },
}


@contextmanager
def liar(answers: dict[str, bytes]) -> Iterator[tuple[int, list[bytes]]]:
    """A server with these answers; gives its port and the lines it was told."""
    told: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with suppress(OSError):
                connection, _address = server.accept()
                with connection, connection.makefile("rb") as lines:
                    connection.sendall(b"220 mail.example\r\n")
                    for line in lines:
                        told.append(line)
                        word = line.split()[0].decode("latin-1").lower() if line.split() else ""
                        connection.sendall(answers.get(word, b"250 OK\r\n"))

        thread = Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1], told
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        thread.join(5)


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_about_encryption_costs_no_secret(pem: Path, lie: str) -> None:
    with liar(LIES[lie]) as (port, told):
        result = email(port, pem).send("rustam@home.example", ASKED, "k")
    assert isinstance(result, Failed)
    heard = b"".join(told).lower()
    assert b"ehlo" in heard, "it was there to hear"
    assert not any(word in heard for word in (b"auth", b"mail from", b"rustam", b"data"))


def test_old_encryption_is_refused(pem: Path) -> None:
    assert email(1, pem)._context.minimum_version == ssl.TLSVersion.TLSv1_2
