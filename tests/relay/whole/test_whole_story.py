"""One alarm from end to end: a real relay process, a real mail server, a real browser.

Firuza is expected and does not answer. She is reminded; Rustam is asked and cannot; Zarina takes
it, makes sure, and says that it is over. Exactly those who were told hear that. Then the same with
the process killed without warning again and again.
"""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.relay.watched import PAGE
from tests.relay.whole.relay_process import Relay, somebody, wait_for

from panoh.checkin import Plan, Rung
from panoh.checkin.schedule import Trip

#: Seconds until Firuza is expected; the least that a plan allows follow: reminders, grace, rungs.
SOON, GRACE, WAIT = 8, 60, 60


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
