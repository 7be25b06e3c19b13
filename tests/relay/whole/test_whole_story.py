"""One alarm from end to end: a real relay process, a real mail server, a real browser.

Firuza is expected and does not answer. She is reminded; Rustam is asked and cannot; Zarina takes
it, makes sure, and says that it is over. Exactly those who were told hear that. Then the same with
the process killed without warning again and again.
"""

import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect
from tests.channels.smtp_server import PASSWORD, USER, MailServer, mail_server
from tests.relay.watched import PAGE

from panoh.checkin import Address, Contact, Plan, Rung
from panoh.checkin.schedule import Trip
from panoh.checkin.signed import ArmOrder, public_key, sign

SEED = b"s" * 32
#: Seconds until Firuza is expected; the least that a plan allows follow: reminders, grace, rungs.
SOON, GRACE, WAIT = 8, 60, 60


@dataclass
class Relay:
    """A relay in a process of its own, on this computer."""

    folder: Path
    mail: MailServer
    pem: Path
    port: int = 0
    process: "subprocess.Popen[str] | None" = None
    invitation: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.settings.write_text(
            f"""
address = "{self.address}"
listen = "127.0.0.1:{self.port}"
[owner]
addresses = [{{ channel = "mail", to = "operator@home.example" }}]
[channels.mail]
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
        """Start it, and wait until it answers."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "panoh", "relay", "serve", str(self.settings)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        wait_for(self.well, "the relay answers")

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
    address = Address(channel="mail", to=f"{name}@home.example")
    return Contact(id=name, addresses=(address,), language=language)


def plan() -> Plan:
    """Firuza is expected in a few seconds; each waits as short as a plan allows."""
    return Plan(
        schedule=Trip(ends=int(time.time()) + SOON),
        reminders=(-4, 0, 10),
        grace=GRACE,
        owner=somebody("firuza"),
        contacts=(somebody("rustam"), somebody("zarina"), somebody("lola")),
        ladder=(
            Rung(contacts=("rustam",), wait=WAIT),
            Rung(contacts=("zarina",), wait=WAIT * 30),
            Rung(contacts=("lola",), wait=WAIT * 30),
        ),
        page=PAGE,
    )


@pytest.fixture
def relay(tmp_path: Path, pem: Path) -> Iterator[Relay]:
    with mail_server(pem) as mail:
        relay = Relay(tmp_path, mail, pem)
        yield relay
        if relay.process is not None:
            relay.stop()


def the_alarm(relay: Relay, page: Page, between: Callable[[], None]) -> None:
    """The story; something happens `between` its steps."""
    relay.arm(plan())
    reminder = relay.link("firuza", "A reminder")
    page.goto(reminder)
    expect(page.get_by_role("heading")).to_have_text("Your answer")
    between()
    page.goto(relay.link("rustam", "Please answer"))
    between()
    page.get_by_role("button", name="I cannot").click()
    expect(page.get_by_text("You can still take it.")).to_be_visible()
    asked = relay.link("zarina", "Please answer")
    between()
    page.goto(asked)
    page.get_by_role("button", name="I take it").click()
    expect(page.get_by_text("You have taken it.")).to_be_visible()
    between()
    relay.link("rustam", "Taken")
    page.goto(asked)
    page.get_by_text("Is it over?", exact=True).click()
    page.get_by_label("I, or somebody I trust, have spoken with the person.").check()
    between()
    page.get_by_role("button", name="It is over").click()
    expect(page.get_by_role("heading")).to_have_text("Noted")
    between()
    for told in ("firuza", "rustam", "zarina"):
        wait_for(lambda told=told: "Over: " in "\n".join(relay.letters(told)), f"{told} hears it")  # type: ignore[misc]
    assert relay.letters("lola") == []
    assert relay.letters("operator") == []


def each_once(relay: Relay) -> None:
    """What everybody got, by subject, without the reference."""
    subjects = {
        name: [each.splitlines()[0].partition(":")[0] for each in relay.letters(name)]
        for name in ("firuza", "rustam", "zarina")
    }
    assert subjects["rustam"] == ["Please answer", "Taken", "Over"]
    assert subjects["zarina"] == ["Please answer", "Over"]
    assert subjects["firuza"].count("A reminder") == 3
    assert subjects["firuza"][-2:] == ["No answer came", "Over"]


@pytest.mark.long
def test_an_alarm_is_taken_by_the_second_and_stood_down(relay: Relay, page: Page) -> None:
    relay.start()
    the_alarm(relay, page, lambda: None)
    each_once(relay)
    printed = relay.stop()
    assert relay.process is not None
    assert relay.process.returncode == 0
    assert printed == "The relay runs. Stop it with Ctrl-C.\n", "no request, address or name"


@pytest.mark.long
def test_the_same_with_the_process_killed_between_all_steps(relay: Relay, page: Page) -> None:
    relay.start()

    def killed() -> None:
        relay.kill()
        relay.start()

    the_alarm(relay, page, killed)
    each_once(relay)
