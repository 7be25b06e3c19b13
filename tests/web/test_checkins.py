"""The pages of check-ins: nothing is sent by looking, everything is shown before it is sent."""

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import consent, open_case
from tests.emergency.watching.support import DURESS, PIN, answering
from tests.relay.support import Relay, relay_in
from tests.web.running import Running, running
from tests.web.test_vault_pages import finished

from panoh.casebook.record import Case
from panoh.network.telling import Way, add_contact
from panoh.relay.orders import invite
from panoh.relay.store import rows


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[tuple[Relay, str]]:
    (tmp_path / "relay").mkdir()
    with relay_in(tmp_path / "relay") as found:
        # The pages go by the clock of this computer, and so must the relay.
        found.clock.time = int(time.time())
        with answering(found) as address:
            yield found, address


@pytest.fixture
def people() -> list[str]:
    return []


@pytest.fixture
def site(tmp_path: Path, people: list[str]) -> Iterator[Running]:
    """Given Niso and Saodat; only Niso said yes."""
    case = open_case(tmp_path)
    with case.vault:
        people += [
            add_contact(case, [name], [Way("email", f"{name}@home.example")])
            for name in ("niso", "saodat")
        ]
        agree(case, people[0])
    with running(tmp_path) as found:
        yield found


def agree(case: Case, who: str) -> None:
    """They may be known to a watcher."""
    consent(case, who, recipient="watcher", what=("name", "contact"), uses=("protection",))


def chosen(relay: tuple[Relay, str], people: list[str], **more: str) -> dict[str, str]:
    """The form: both are asked, Niso first."""
    found, address = relay
    lines = f"Address: {address}\nId: {found.id}\nInvitation: {invite(found.store)}"
    return {
        "invitation": lines,
        "title": "work",
        "when": "every",
        "hours": "5",
        "zone": "Europe/Berlin",
        "grace": "60",
        "own.email": "me@home.example",
        "way": "email",
        f"place.{people[0]}": "1",
        f"place.{people[1]}": "2",
    } | more


def watched(relay: tuple[Relay, str]) -> int:
    """How many the relay watches."""
    found: int = rows(relay[0].store.db, "SELECT count(*) FROM people")[0][0]
    return found


def sent(owner: httpx.Client, path: str, **fields: str) -> str:
    """Press a button that asks the network; the page that says what came of it."""
    answer = owner.post(path, data=fields)
    assert answer.headers["location"] == "/wait", answer.text
    return owner.get(finished(owner)).text


def armed(owner: httpx.Client, site: Running, form: dict[str, str], people: list[str]) -> str:
    """Armed once Saodat said yes as well; the path of its page."""
    with site.desk.held() as case:
        agree(case, people[1])
    owner.post("/checkins/new", data=form)
    answer = owner.post("/checkins/arm")
    assert answer.headers["location"] == "/wait"
    return finished(owner)


def test_nothing_leaves_before_everybody_said_yes_and_the_button_was_pressed(
    site: Running, relay: tuple[Relay, str], people: list[str]
) -> None:
    owner = site.unlocked()
    form = chosen(relay, people)
    ahead = owner.post("/checkins/new", data=form).text
    assert "Asked: niso. They have 30 minutes." in ahead
    assert f'href="/people/{people[1]}/consent"' in ahead
    assert f'href="/people/{people[0]}/consent"' not in ahead
    assert "Send it, and be expected" not in ahead
    assert "saodat" in owner.post("/checkins/arm").text, "a form made by hand is stopped as well"
    assert watched(relay) == 0
    path = armed(owner, site, form, people)
    assert watched(relay) == 1
    page = owner.get(path).text
    assert "nothing is expected yet" in page
    assert "What it knows about you" in page
    assert "c2: email saodat@home.example" in page


def test_looking_at_the_pages_asks_nobody(
    site: Running, relay: tuple[Relay, str], people: list[str]
) -> None:
    owner = site.unlocked()
    path = armed(owner, site, chosen(relay, people), people)
    before = rows(relay[0].store.db, "SELECT state FROM people")
    for page in ("/checkins", path, "/today", "/checkins/new"):
        assert owner.get(page).status_code == 200
    assert rows(relay[0].store.db, "SELECT state FROM people") == before
    assert "taken" in sent(owner, "/checkins/now"), "the control: a button does"
    assert rows(relay[0].store.db, "SELECT state FROM people") != before


def test_paused_away_back_and_ended(
    site: Running, relay: tuple[Relay, str], people: list[str]
) -> None:
    owner = site.unlocked()
    path = armed(owner, site, chosen(relay, people), people)
    tomorrow = time.strftime("%Y-%m-%d 12:00", time.gmtime(time.time() + 2 * 86_400))
    assert "End the pause" in sent(owner, f"{path}/pause", until=tomorrow)
    assert "End the pause" not in sent(owner, f"{path}/resume")
    assert "Back to the usual times" in sent(owner, f"{path}/trip", ends=tomorrow, grace="15")
    assert "Back to the usual times" not in sent(owner, f"{path}/back")
    assert "how do things stand?" in sent(owner, f"{path}/ask")
    assert "It is ended. Nobody expects you any more." in sent(owner, f"{path}/end")
    assert watched(relay) == 0


def test_what_cannot_be_read_sends_nothing_and_keeps_the_form(
    site: Running, relay: tuple[Relay, str], people: list[str]
) -> None:
    owner = site.unlocked()
    for wrong in ({"zone": "Nowhere"}, {"invitation": "hello"}, {"hours": "0"}, {"own.email": ""}):
        answer = owner.post("/checkins/new", data=chosen(relay, people) | wrong)
        assert answer.status_code == 422, wrong
        assert 'value="work"' in answer.text
    path = armed(owner, site, chosen(relay, people), people)
    answer = owner.post(f"{path}/pause", data={"until": "soon"})
    assert answer.status_code == 422
    assert "This could not be read" in answer.text


def test_a_watcher_that_is_gone_is_said_calmly_and_on_today(
    site: Running, relay: tuple[Relay, str], people: list[str]
) -> None:
    owner = site.unlocked()
    form = chosen(relay, people)
    gone = form["invitation"].replace(relay[1], "http://127.0.0.1:1")
    path = armed(owner, site, form | {"invitation": gone}, people)
    page = owner.get(path).text
    assert "cannot be reached" in page
    assert "Nobody expects you." in page
    assert "work: no answer came" in owner.get("/today").text
    assert "Send it again" in owner.get(path).text


def test_both_pins_are_answered_alike_and_any_other_is_not_sent(
    site: Running, relay: tuple[Relay, str], people: list[str]
) -> None:
    owner = site.unlocked()
    path = armed(owner, site, chosen(relay, people, pin=PIN, duress=DURESS), people)
    page = owner.get(path).text
    assert PIN not in page
    assert "This PIN is not the right one" in sent(owner, "/checkins/now", pin="000000")
    assert "taken" in sent(owner, "/checkins/now", pin=PIN)
    assert "taken" in sent(owner, "/checkins/now", pin=DURESS)
