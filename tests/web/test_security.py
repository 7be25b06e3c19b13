"""Security in the pages: one task at a time, checks, threats, incidents, a look at a phone."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest
from tests.casebook.building import open_case, person
from tests.web.running import Running, running
from tests.web.test_people import SCRIPT

from panoh.model.kinds import Capacity, Incident, Mention, Threat
from panoh.security.incidents import record_incident
from panoh.security.profile import fitted
from panoh.security.threats import record_threat, threats


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    open_case(tmp_path).vault.close()
    with running(tmp_path) as found:
        yield found


@pytest.fixture
def owner(site: Running) -> httpx.Client:
    return site.unlocked()


def shown(answer: httpx.Response, status: int = 200) -> str:
    """The page as a reader sees it."""
    assert answer.status_code == status, answer.text
    inner = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", answer.text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", inner)


def task(page: httpx.Response) -> dict[str, str]:
    """The one task that the page shows, as its form sends it."""
    return dict(re.findall(r'name="(measure|device)" value="([^"]*)"', page.text)[-2:])


def test_one_task_at_a_time_and_what_was_said_is_taken_back(owner: httpx.Client) -> None:
    page = owner.get("/security")
    assert page.text.count('value="done"') == 1
    first = task(page)
    owner.post("/security/said", data=first | {"state": "done"})
    after = owner.get("/security")
    assert "Saved:" in shown(after)
    assert "1 of " in shown(after)
    assert task(after)["measure"] != first["measure"]
    owner.post("/security/said", data=first | {"state": "again"})
    again = owner.get("/security")
    assert task(again) == first
    assert "Take that back" not in shown(again)


def test_later_and_not_for_me_are_kept_apart(owner: httpx.Client) -> None:
    later = task(owner.get("/security"))
    owner.post("/security/said", data=later | {"state": "later"})
    never = task(owner.get("/security"))
    owner.post("/security/said", data=never | {"state": "not_for_me"})
    page = shown(owner.get("/security/measures"))
    assert re.search(r"Put off 1 .*Not for me 1 ", page)
    told = shown(owner.get(f"/security/measures/{never['measure']}"))
    assert "Show it again" in told


def test_a_measure_says_how_on_the_platform_that_is_used(
    site: Running, owner: httpx.Client
) -> None:
    form = {"audience": ["exile"], "platform": ["ios", ""], "name": ["Handy", ""], "country": "DE"}
    owner.post("/security/profile", data=form)
    page = owner.get("/security/profile").text
    assert 'value="Handy"' in page
    assert 'value="exile" checked' in page
    owner.post("/security/profile", data={"country": ""})
    with site.desk.held() as case:
        who = fitted(case.vault.db)
    assert (who.audiences, who.devices, who.countries) == (frozenset(), (), ())


def checked(owner: httpx.Client) -> httpx.Response:
    """This machine looked at, for real."""
    assert owner.post("/security/checks").headers["location"] == "/wait"
    for _ in range(200):
        answer = owner.get("/wait")
        if answer.status_code == 303:
            return owner.get(answer.headers["location"])
        time.sleep(0.1)
    raise AssertionError("the work does not end")


def test_this_computer_is_looked_at_only_when_asked_and_kept_only_when_asked(
    site: Running, owner: httpx.Client
) -> None:
    assert "Look now" in shown(owner.get("/security/checks"))
    page = checked(owner)
    counts = re.findall(r"(?:not in order|not known|in order): (\d+)", shown(page))
    assert sum(map(int, counts)) == 8
    for card in re.findall(r'<li class="card check unknown">.*?</li>\s*<li', page.text, re.DOTALL):
        assert "result pass" not in card
        assert "not known" in card
    assert findings(site) == 0
    owner.post("/security/checks/keep", data={"device": SCRIPT})
    owner.post("/security/checks/keep")
    assert findings(site) == 8
    assert "Kept in the vault." in shown(owner.get("/security/checks"))


def findings(site: Running) -> int:
    with site.desk.held() as case:
        rows = case.vault.db.execute("SELECT count(*) FROM view WHERE kind = 'finding'")
        return int(next(iter(rows))[0])


def test_an_incident_needs_its_kind_and_one_sentence(owner: httpx.Client) -> None:
    for form in ({"type": "visit"}, {"what": "Two men came."}, {"type": "magic", "what": "x"}):
        answer = owner.post("/security/incidents", data=form)
        assert "An incident needs its kind and one sentence" in shown(answer, 422)
    wrong = {"type": "visit", "what": "Two men came.", "when": "one day"}
    answer = owner.post("/security/incidents", data=wrong)
    assert "This cannot be read as a date." in shown(answer, 422)
    assert "Two men came." in answer.text
    answer = owner.post("/security/incidents", data={"type": "visit", "what": "Two men came."})
    page = shown(owner.get(answer.headers["location"]))
    assert "Two men came." in page
    assert "It may be a sign of:" in page


def test_more_is_said_and_it_is_closed(owner: httpx.Client) -> None:
    form = {"type": "summons", "what": "A letter to his father.", "severity": "5"}
    where = owner.post("/security/incidents", data=form).headers["location"]
    assert "An incident is open: A letter to his father." in shown(owner.get("/today"))
    link = re.findall(r"(/security/see/\w+)\W[^>]*><span>An", owner.get("/today").text)[0]
    assert owner.get(link).headers["location"] == where
    owner.post(where, data={"guess": "Because of the vigil.", "due": "2023-10-12"})
    assert "Because of the vigil." in shown(owner.get(where))
    owner.post(where, data={"closed": "yes"})
    assert "An incident is open" not in shown(owner.get("/today"))


def test_several_of_a_kind_are_pointed_out(owner: httpx.Client) -> None:
    for what in ("A call at night.", "Another.", "A third."):
        owner.post("/security/incidents", data={"type": "call", "what": what})
    for path in ("/security", "/security/incidents"):
        assert "Several within days: a call, 3 times. It may be chance." in shown(owner.get(path))


def test_a_threat_shows_its_band_and_formula(owner: httpx.Client) -> None:
    form = {"type": "family_pressed", "title": "The police may question his mother."}
    owner.post("/security/threats/new", data=form)
    page = owner.get("/security/threats")
    assert 'class="band unknown"' in page.text
    where = re.findall(r'href="(/security/threats/\w{32})"', page.text)[0]
    rated = form | {"likelihood": "4", "impact-liberty": "5", "impact-mind": "2"}
    rated |= {"strength1": "A lawyer at home", "tested1": "2026-11-01"}
    owner.post(where, data=rated)
    told = shown(owner.get("/security/threats"))
    assert re.search(r"act now likely 4 × worst impact 5 − tried strengths 1 = 19", told)
    assert 'value="A lawyer at home"' in owner.get(where).text


def test_what_the_form_does_not_ask_is_kept_and_shown(site: Running, owner: httpx.Client) -> None:
    """Three strengths with their owners were told elsewhere; the form shows two."""
    with site.desk.held() as case:
        who = person(case, "Jamshed Saidov")
        strong = tuple(Capacity(f"strength {n}", f"owner {n}", "2026-11-01") for n in (1, 2, 3))
        told = Threat(type="family_pressed", title="They press him.", capacities=strong)
        root = record_threat(case, msgspec.structs.replace(told, targets=(Mention(who),)))
        log = Incident(type="visit", what="Two men came.", affected=(Mention(who),))
        incident = record_incident(case, log)
    page = owner.get(f"/security/threats/{root}")
    assert "Jamshed Saidov" in shown(page)
    form = {"type": "family_pressed", "title": "They press him.", "likelihood": "3"}
    form |= {"strength1": "strength 1", "strength2": "another"}
    owner.post(f"/security/threats/{root}", data=form)
    with site.desk.held() as case:
        [rated] = threats(case.vault.db, case.clock().date())
    kept = [(each.text, each.owner) for each in rated.view.told("capacities")[-1].value]
    assert kept == [("strength 1", "owner 1"), ("another", ""), ("strength 3", "owner 3")]
    assert "To whom Jamshed Saidov" in shown(owner.get(f"/security/incidents/{incident}"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": ""}, "A threat needs its kind and one sentence"),
        ({"type": "magic"}, "A threat needs its kind and one sentence"),
        ({"review": "2024"}, "This cannot be read as a date."),
    ],
)
def test_a_threat_that_cannot_be_read_is_not_saved(
    owner: httpx.Client, wrong: dict[str, str], said: str
) -> None:
    form = {"type": "harmed", "title": "They may beat him.", "react": "Call Niso."} | wrong
    answer = owner.post("/security/threats/new", data=form)
    assert said in shown(answer, 422)
    assert "Call Niso." in answer.text
    assert "No threat is written down." in shown(owner.get("/security/threats"))


def given(owner: httpx.Client, name: str, told: object) -> httpx.Response:
    headers = {"content-type": "application/octet-stream", "x-file-name": name}
    data = told if isinstance(told, bytes) else json.dumps(told).encode()
    return owner.post("/security/phone", content=data, headers=headers)


def test_a_phone_is_never_called_clean(site: Running, owner: httpx.Client) -> None:
    assert "Nobody can prove that a phone is free of spyware." in shown(
        owner.get("/security/phone")
    )
    given(owner, "info.json", {"mvt_version": "2.6", "date": "2023-10-01", "ioc_files": []})
    page = owner.get("/security/phone")
    assert "Not checked: MVT had 0 lists of known traces." in shown(page)
    assert 'class="result unknown"' in page.text
    assert "result pass" not in page.text
    severe = [{"level": "HIGH", "module": "SMS", "message": SCRIPT}]
    given(owner, "C:\\out\\alerts.json", severe)
    page = owner.get("/security/phone")
    assert 'class="result fail"' in page.text
    assert "<script>alert" not in page.text
    owner.post("/security/phone/keep", data={"phone": "Handy"})
    assert findings(site) == 1
    owner.post("/security/phone/forget")
    assert "Read:" not in shown(owner.get("/security/phone"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("photo.jpg", b"[]"),
        ("alerts.json", b"not json"),
        ("alerts.json", b'[{"level": "FINE"}]'),
        ("info.json", b"[" * 5000),
    ],
)
def test_what_mvt_did_not_write_is_refused(
    site: Running, owner: httpx.Client, name: str, data: bytes
) -> None:
    answer = given(owner, name, data)
    assert "This is no result of MVT that can be read" in shown(answer, 422)
    owner.post("/security/phone/keep")
    assert findings(site) == 0


def test_hostile_words_are_shown_as_words(owner: httpx.Client) -> None:
    incident = {"type": "other", "what": SCRIPT, "words": SCRIPT, "affected": SCRIPT}
    where = owner.post("/security/incidents", data=incident).headers["location"]
    owner.post(where, data=dict.fromkeys(("guess", "care", "next_step"), SCRIPT))
    owner.post("/security/threats/new", data={"type": "other", "title": SCRIPT, "react": SCRIPT})
    owner.post("/security/profile", data={"platform": "linux", "name": SCRIPT})
    pages = [owner.get(path) for path in (where, "/security/incidents", "/security/threats")]
    pages += [owner.get("/security/profile"), owner.get("/today"), owner.get("/security/checks")]
    pages.append(owner.post("/security/incidents", data=incident | {"when": SCRIPT}))
    assert any("&lt;script&gt;alert(1)" in page.text for page in pages)
    for page in pages:
        assert page.status_code in (200, 422)
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text
    for path in ("incidents", "threats", "measures"):
        answer = owner.get(f"/security/{path}/{'0' * 32}")
        assert answer.status_code == 422, path
    assert owner.get("/security/see/nothing").headers["location"] == "/security"
    assert (
        owner.post("/security/said", data={"measure": SCRIPT, "state": "done"}).status_code == 422
    )
