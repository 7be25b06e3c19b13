"""Reviewing who is the same: one pair at a time, joined by a person, and all can be undone."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import act, open_case, person, source
from tests.web.running import Running, running
from tests.web.test_complaint import after_work

from panoh.analysis.same import propose_people
from panoh.casebook.counts import count
from panoh.casebook.index.reading import members, root_of
from panoh.casebook.judge import judge
from panoh.casebook.record import Case

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}"


class TwoLists:
    """Niso and Bahor tell of Jamshed and of Zarina; only Niso tells of Farid."""

    def __init__(self, case: Case) -> None:
        niso, bahor = source(case, "Niso"), source(case, "Bahor")
        self.jamshed = person(case, "Ҷамшед Саидов", niso, "1968")
        self.again = person(case, "Саидов Джамшед", bahor, "1968-05")
        self.zarina = person(case, "Зарина Раҳимова", niso, "1990")
        self.other = person(case, "Рахимова Зарина", bahor, "1961")
        for who, told_by, day in (
            (self.jamshed, niso, "2023-09-30"),
            (self.again, bahor, "2023-10-01"),
            (self.zarina, niso, "2023-10-01"),
            (self.other, bahor, "2023-10-01"),
        ):
            act(case, who, "detention", day, told_by)
        propose_people(case)


@pytest.fixture
def lists(tmp_path: Path) -> TwoLists:
    case = open_case(tmp_path)
    with case.vault:
        return TwoLists(case)


@pytest.fixture
def site(tmp_path: Path, lists: TwoLists) -> Iterator[Running]:
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


def answer(owner: httpx.Client, lists: TwoLists, verdict: str, why: str = "") -> httpx.Response:
    """An answer on Jamshed and the one who may be him."""
    told = {"a": lists.jamshed, "b": lists.again, "verdict": verdict, "after": "0", "why": why}
    return owner.post("/review", data=told)


def one(site: Running, a: str, b: str) -> bool:
    with site.desk.held() as case:
        return root_of(case.vault.db, a) == root_of(case.vault.db, b)


def test_both_are_shown_with_what_agrees_and_why(owner: httpx.Client, lists: TwoLists) -> None:
    page = owner.get("/review")
    told = shown(page)
    assert "1 of 1 open pairs" in told
    assert "Ҷамшед Саидов" in told
    assert "Саидов Джамшед" in told
    assert "Likely the same" in told or "Possibly the same" in told
    assert "they agree" in told  # 1968 and May 1968
    for key in "sdun":
        assert f'data-key="{key}"' in page.text
    assert 'data-key="z"' not in page.text  # there is nothing to undo yet


def test_the_same_and_their_act_told_twice_in_one_step(
    site: Running, owner: httpx.Client, lists: TwoLists
) -> None:
    assert not one(site, lists.jamshed, lists.again)
    then = answer(owner, lists, "same", "her cousin told me").headers["location"]
    assert one(site, lists.jamshed, lists.again)
    page = owner.get(then)
    assert "These acts may be told twice." in shown(page)
    (key,) = re.findall(r'name="twice" value="([^"]+)"', page.text)
    root = re.findall(r'name="person" value="(\w+)"', page.text)[0]
    back = owner.post("/review/acts", data={"person": root, "do": "same", "twice": key})
    assert back.headers["location"] == "/review?after=0"
    assert one(site, *key.split(","))
    assert "Saved. It can be undone." in shown(owner.get("/review"))


def test_the_last_answer_is_undone(site: Running, owner: httpx.Client, lists: TwoLists) -> None:
    answer(owner, lists, "same")
    assert 'data-key="z"' in owner.get("/review").text
    owner.post("/review/undo", data={"after": "0"})
    assert not one(site, lists.jamshed, lists.again)
    told = shown(owner.get("/review"))
    assert "Undone." in told
    assert "1 of 1 open pairs" in told


def test_an_earlier_answer_is_undone_with_its_reason_in_sight(
    site: Running, owner: httpx.Client, lists: TwoLists
) -> None:
    answer(owner, lists, "different", "another father")
    assert "No pair is open." in shown(owner.get("/review"))
    page = owner.get("/review/decided")
    assert "another father" in shown(page)
    assert "different : " in shown(page)
    assert "Ҷамшед Саидов" in shown(page)
    (judgement,) = re.findall(r'name="judgement" value="(\w+)"', page.text)
    owner.post("/review/decided", data={"judgement": judgement})
    assert "Nothing was decided yet." in shown(owner.get("/review/decided"))
    assert "1 of 1 open pairs" in shown(owner.get("/review"))


def test_unsure_stays_open_and_is_passed_over(owner: httpx.Client, lists: TwoLists) -> None:
    assert answer(owner, lists, "unsure").headers["location"] == "/review?after=1"
    told = shown(owner.get("/review?after=1"))
    assert "Here are those you passed over." in told
    assert "left unsure before" in told


def test_what_contradicts_is_shown_apart_until_one_is_taken_back(
    site: Running, owner: httpx.Client, lists: TwoLists
) -> None:
    with site.desk.held() as case:
        third = person(case, "Ҷ. Саидов")
        judge(case, lists.jamshed, third, "same", "the same house")
        judge(case, lists.again, third, "same", "")
        judge(case, lists.jamshed, lists.again, "different", "two fathers")
        assert count(case.vault.db).suspended == 3
    assert "3 entries were judged the same and different." in shown(owner.get("/review"))
    page = owner.get("/review/apart")
    assert "two fathers" in shown(page)
    assert "the same house" in shown(page)
    taken = re.findall(r'name="judgement" value="(\w+)"', page.text)
    assert len(taken) == 3
    for judgement in taken:
        again = owner.post(
            "/review/decided", data={"judgement": judgement, "back": "/review/apart"}
        )
        assert again.headers["location"] == "/review/apart"
    with site.desk.held() as case:
        assert count(case.vault.db).suspended == 0
    assert "No decision contradicts another." in shown(owner.get("/review/apart"))


def test_the_program_joins_nobody(site: Running, owner: httpx.Client, lists: TwoLists) -> None:
    after_work(owner, owner.post("/review/compare"))
    owner.get("/review")
    for verdict in ("", "joined", SCRIPT):
        answer(owner, lists, verdict)
    owner.post("/review", data={"a": "x", "b": lists.again, "verdict": "same"})
    owner.post("/review/acts", data={"person": SCRIPT, "do": "same", "twice": "a,b"})
    with site.desk.held() as case:
        for each in (lists.jamshed, lists.again, lists.zarina, lists.other):
            assert members(case.vault.db, each) == [each]


def test_hostile_words_are_shown_as_words(
    site: Running, owner: httpx.Client, lists: TwoLists
) -> None:
    with site.desk.held() as case:
        a = person(case, f"Саидов {SCRIPT}", source(case, SCRIPT), "1968")
        judge(case, lists.jamshed, a, "unsure", SCRIPT)
    for path in ("/review", "/review?after=1", "/review/decided", "/review/apart"):
        page = owner.get(path)
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text
    assert "&lt;script&gt;alert(1)" in owner.get("/review/decided").text
