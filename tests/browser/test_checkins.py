"""An alarm from the owner's side, end to end: the pages here, a relay process, a mail server.

Firuza arms a check-in for a meeting from her pages and does not come back in time. She is reminded;
Rustam is asked and cannot; Zarina takes it and says that it is over. Exactly those who were told
hear that, and her pages say what the watcher knows. Then the same with the relay killed in between.
"""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.axe import SCRIPT, faults
from tests.casebook.building import PASSPHRASE, consent
from tests.channels.conftest import pem
from tests.channels.smtp_server import mail_server
from tests.relay.whole.relay_process import Relay, wait_for
from tests.web.running import Running

from panoh.network.telling import Way, add_contact

__all__ = ["pem"]

#: Seconds until the meeting is over; one minute of grace follows, the least that a plan allows.
SOON = 9
#: Whoever is asked in vain, in the order of the ladder; the last is never reached.
LADDER = ("rustam", "zarina", "lola")


@pytest.fixture
def relay(tmp_path: Path, pem: Path) -> Iterator[Relay]:
    """A relay in a process of its own, with a channel called as plans call it."""
    with mail_server(pem) as mail:
        place = tmp_path / "relay"
        place.mkdir()
        found = Relay(place, mail, pem, channel="email")
        yield found
        if found.process is not None:
            found.stop()


@pytest.fixture
def elsewhere(chromium: Browser) -> Iterator[BrowserContext]:
    """The telephones of the contacts: another browser, without scripts."""
    found = chromium.new_context(java_script_enabled=False, locale="en-GB")
    found.set_default_timeout(15_000)
    yield found
    found.close()


def people(site: Running) -> None:
    """Given Rustam, Zarina and Lola, who said yes to be known to a watcher."""
    with site.desk.held() as case:
        for name in LADDER:
            who = add_contact(case, [name], [Way("email", f"{name}@home.example")])
            consent(case, who, recipient="watcher", what=("name", "contact"), uses=("protection",))


def arm(page: Page, site: Running, relay: Relay) -> None:
    """Choose, look at what will happen, send it."""
    page.goto(f"{site.origin}/checkins")
    page.get_by_role("link", name="Set up a check-in").first.click()
    lines = "\n".join(f"{name}: {value}" for name, value in relay.invitation.items())
    page.get_by_label("Its invitation").fill(lines)
    page.get_by_label("What you call it").fill("The meeting")
    page.get_by_label("Once, when a journey").check()
    over = datetime.fromtimestamp(time.time() + SOON, UTC)
    page.get_by_label("Day and time").fill(f"{over:%Y-%m-%d %H:%M:%S}")
    page.get_by_label("Time zone").fill("UTC")
    page.get_by_label("Minutes until others are asked").fill("1")
    page.get_by_label("e-mail").first.fill("firuza@home.example")
    for place, name in enumerate(LADDER, 1):
        page.get_by_label(name).select_option(str(place))
    page.get_by_role("button", name="See what will happen").click()
    expect(page.get_by_text("Asked: rustam. They have 1 minutes.")).to_be_visible()
    expect(page.get_by_text("Whoever runs the watcher cannot make one.")).to_be_visible()
    if SCRIPT.exists():
        assert faults(page) == []
    page.get_by_role("button", name="Send it, and be expected").click()
    expect(page.get_by_role("heading", name="What it knows about you")).to_be_visible()


def the_alarm(relay: Relay, phone: Page, between: Callable[[], None]) -> None:
    """Reminded, asked, cannot, asked, taken, over; something happens `between` the steps."""
    relay.link("firuza", "A reminder")
    between()
    phone.goto(relay.link("rustam", "Please answer"))
    phone.get_by_role("button", name="I cannot").click()
    expect(phone.get_by_text("You can still take it.")).to_be_visible()
    between()
    asked = relay.link("zarina", "Please answer")
    phone.goto(asked)
    phone.get_by_role("button", name="I take it").click()
    expect(phone.get_by_text("You have taken it.")).to_be_visible()
    between()


def over(relay: Relay, phone: Page) -> None:
    """Zarina made sure; exactly those who were told hear that it is over."""
    phone.goto(relay.link("zarina", "Please answer"))
    phone.get_by_label("I, or somebody I trust, have spoken with the person.").check()
    phone.get_by_role("button", name="It is over").click()
    for told in ("firuza", "rustam", "zarina"):
        wait_for(lambda told=told: "Over: " in "\n".join(relay.letters(told)), f"{told} hears it")  # type: ignore[misc]
    assert relay.letters("lola") == []


def seen_here(page: Page) -> None:
    """Her pages say how it stands when she asks, and Today when it was heard, without asking."""
    page.get_by_role("button", name="Ask what it knows now").click()
    expect(page.get_by_role("alert")).to_contain_text("Your contacts were being asked")
    expect(page.get_by_role("row", name="c2: email zarina@home.example")).to_contain_text("zarina")
    page.get_by_role("link", name="Today").click()
    expect(page.get_by_text("The meeting: your contacts were being asked")).to_be_visible()
    page.get_by_role("link", name="The meeting: your contacts").click()
    page.get_by_role("button", name="I am well").click()
    expect(page.get_by_role("status")).to_contain_text("taken")


@pytest.mark.long
@pytest.mark.parametrize("killed", [False, True], ids=["left alone", "killed in between"])
def test_from_arming_to_the_stand_down(
    page: Page, site: Running, relay: Relay, elsewhere: BrowserContext, killed: bool
) -> None:
    def between() -> None:
        if killed:
            relay.kill()
            relay.start()

    site.desk.unlock(PASSPHRASE)
    people(site)
    relay.start()
    arm(page, site, relay)
    phone = elsewhere.new_page()
    the_alarm(relay, phone, between)
    seen_here(page)
    over(relay, phone)
    subjects = [each.splitlines()[0].partition(":")[0] for each in relay.letters("rustam")]
    assert subjects[0] == "Please answer"
    assert subjects[-1] == "Over"
    assert subjects.count("Please answer") == 1
