"""Answers and days in the pages: added, corrected by one more statement, nothing guessed."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import open_case
from tests.web.running import Running, running
from tests.web.test_network import shown
from tests.web.test_publish_press import begun

from panoh.advocacy.answers import answered
from panoh.advocacy.occasions import calendar
from panoh.casebook.index.reading import statements_of
from panoh.casebook.record import save, tell
from panoh.casebook.wording import Wording
from panoh.model.kinds import Response

NORWAY = {
    "response.who": "Norway",
    "response.body": "other_state",
    "response.type": "statement",
    "response.when": "November 2023",
    "response.what": "Named him in Vienna.",
    "response.link": "javascript:alert(1)",
}


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    open_case(tmp_path).vault.close()
    with running(tmp_path) as found:
        yield found


@pytest.fixture
def owner(site: Running) -> httpx.Client:
    return site.unlocked()


def one(owner: httpx.Client, of: str) -> str:
    """The address of the only answer or day."""
    [found] = set(re.findall(rf'href="(/publish/{of}/[0-9a-f]{{32}})"', owner.get("/publish").text))
    return str(found)


def test_an_answer_is_noted_and_stands_in_the_table(site: Running, owner: httpx.Client) -> None:
    appeal = begun(owner, "appeal").rpartition("/")[2]
    sent = owner.post("/publish/answers/new", data=NORWAY | {"to": appeal})
    assert sent.headers["location"] == "/publish"
    page = owner.get("/publish")
    assert (
        "November 2023 Norway another State spoke in public autumn Named him in Vienna."
        in shown(page)
    )
    assert 'href="javascript:' not in page.text  # an address is shown, never followed
    with site.desk.held() as case:
        [found] = answered(case.vault.db, Wording("en"), appeal)
    assert found.who == "Norway"


def test_a_correction_keeps_what_stood_there_before(site: Running, owner: httpx.Client) -> None:
    owner.post("/publish/answers/new", data=NORWAY)
    where = one(owner, "answers")
    form = owner.get(where).text
    assert 'value="Norway"' in form
    assert 'value="November 2023"' in form
    owner.post(where, data=NORWAY | {"response.when": "2023-11-14", "response.link": ""})
    page = shown(owner.get("/publish"))
    assert "14 November 2023" in page
    assert "≠" not in page
    assert "javascript:" not in page
    with site.desk.held() as case:
        told = statements_of(case.vault.db, [where.rpartition("/")[2]])
    assert len(told) == 2


def test_a_correction_that_changes_nothing_is_no_statement(
    site: Running, owner: httpx.Client
) -> None:
    owner.post("/publish/answers/new", data=NORWAY)
    where = one(owner, "answers")
    owner.post(where, data=NORWAY)
    with site.desk.held() as case:
        assert len(statements_of(case.vault.db, [where.rpartition("/")[2]])) == 1


def test_what_another_member_told_stays_beside_it(site: Running, owner: httpx.Client) -> None:
    owner.post("/publish/answers/new", data=NORWAY)
    where = one(owner, "answers")
    with site.desk.held() as case:
        other = tell(case, Response(type="refused"), where.rpartition("/")[2])
        save(case, [other])
    assert "It is told in two ways." in shown(owner.get(where))
    assert "≠" in shown(owner.get("/publish"))


def test_what_cannot_be_read_is_told_and_stays_typed(owner: httpx.Client) -> None:
    wrong = owner.post(
        "/publish/answers/new",
        data=NORWAY | {"response.who": "", "response.when": "03/04/2023", "response.type": "odd"},
    )
    said = shown(wrong, 422)
    assert "This must be told." in said
    assert "Named him in Vienna." in said
    assert 'value="03/04/2023"' in wrong.text
    assert "Nothing is noted yet." in shown(owner.get("/publish"))
    long = owner.post("/publish/answers/new", data=NORWAY | {"response.what": "word " * 1001})
    assert "more words than one field holds" in shown(long, 422)


def test_a_session_is_entered_corrected_and_comes_up_on_today(
    site: Running, owner: httpx.Client
) -> None:
    day = {
        "occasion.title": "Review",
        "occasion.type": "review",
        "occasion.begins": "2 October 2099",
    }
    owner.post("/publish/days/new", data=day)
    assert "2 October 2099 · Review Begins" in shown(owner.get("/publish"))
    where = one(owner, "days")
    owner.post(where, data=day | {"occasion.register_by": "1 September 2099"})
    with site.desk.held() as case:
        assert [due.field for due in calendar(case.vault.db)] == ["register_by", "begins"]
    owner.post(where, data=day | {"occasion.begins": "2 October 2020"})
    assert "Days that are over (1)" in shown(owner.get("/publish"))


def test_an_address_of_something_else_says_so(owner: httpx.Client) -> None:
    where = begun(owner, "appeal").rpartition("/")[2]
    for path in (f"answers/{where}", "days/x", "answers/" + "0" * 32, f"days/{where}"):
        assert "no such publication" in shown(owner.get(f"/publish/{path}"), 422), path
