"""A relay in a process of its own on this computer, with a real mail server to send by."""

import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from tests.channels.smtp_server import PASSWORD, USER, MailServer

from panoh.checkin import Address, Contact, Plan
from panoh.checkin.signed import ArmOrder, public_key, sign

SEED = b"s" * 32


@dataclass
class Relay:
    """A relay in a process of its own, on this computer."""

    folder: Path
    mail: MailServer
    pem: Path
    port: int = 0
    process: "subprocess.Popen[str] | None" = None
    invitation: dict[str, str] = field(default_factory=dict)
    channel: str = "mail"

    def __post_init__(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.settings.write_text(
            f"""
address = "{self.address}"
listen = "127.0.0.1:{self.port}"
[owner]
addresses = [{{ channel = "{self.channel}", to = "operator@home.example" }}]
[channels.{self.channel}]
kind = "email"
host = "localhost"
port = {self.mail.port}
sender = "watch@mail.example"
user = "{USER}"
password = "{PASSWORD}"
ca_file = "{self.pem}"
seconds = 5
"""
        )
        self.settings.chmod(0o600)
        self.run("new")
        told = self.run("invite")
        self.invitation = dict(line.split(": ", 1) for line in told.splitlines())

    @property
    def address(self) -> str:
        """How people reach it."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def settings(self) -> Path:
        """Its file."""
        return self.folder / "relay.toml"

    def run(self, command: str) -> str:
        """A command that ends by itself."""
        arguments = [sys.executable, "-m", "panoh", "relay", command, str(self.settings)]
        done = subprocess.run(arguments, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self) -> None:
        """Start it, and wait until it is well."""
        self.launch()
        wait_for(self.well, "the relay answers")

    def launch(self) -> None:
        """Start it, and do not wait."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "panoh", "relay", "serve", str(self.settings)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def well(self) -> bool:
        """Whether it says that it is well."""
        try:
            return httpx.get(f"{self.address}/status", timeout=2).status_code == 200
        except httpx.HTTPError:
            return False

    def kill(self) -> None:
        """End it as a power cut would."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate(timeout=10)

    def stop(self) -> str:
        """End it as its owner does; gives all that it ever printed."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        out, err = self.process.communicate(timeout=20)
        return out + err

    def arm(self, plan: Plan) -> None:
        """Send the owner's first order, as their Panoh does."""
        text = sign(
            ArmOrder(plan=plan),
            seed=SEED,
            person=public_key(SEED),
            relay=self.invitation["Id"],
            number=1,
            mark_key=b"m" * 32,
            duress=False,
        )
        answer = httpx.post(
            f"{self.address}/orders", content=f"{text}\n{self.invitation['Invitation']}"
        )
        assert answer.status_code == 200, answer.text

    def letters(self, to: str) -> list[str]:
        """Subject and text of each different letter that somebody got."""
        found = {}
        for whom, letter in zip(self.mail.addressees, self.mail.letters, strict=False):
            if whom == f"{to}@home.example":
                found[letter["Message-ID"]] = f"{letter['Subject']}\n{letter.get_content()}"
        return list(found.values())

    def link(self, to: str, subject: str) -> str:
        """The link in the newest letter with this subject."""
        wait_for(lambda: any(each.startswith(subject) for each in self.letters(to)), subject)
        text = next(each for each in reversed(self.letters(to)) if each.startswith(subject))
        found = re.search(r"^http://127\.0\.0\.1:\S+$", text.replace("\r", ""), re.MULTILINE)
        assert found, text
        return found.group()


def wait_for(done: Callable[[], bool], what: str, seconds: float = 120) -> None:
    """Wait until something has happened."""
    until = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < until, f"{what}: not within {seconds} seconds"
        time.sleep(0.1)


def somebody(name: str, language: str = "en") -> Contact:
    """Somebody with one address."""
    address = Address(channel="mail", to=f"{name}@home.example")
    return Contact(id=name, addresses=(address,), language=language)
