"""Asking again in the pages: a day that comes up on Today, a reply, and that it is done."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import open_case, person
from tests.web.running import Running, running
from tests.web.test_record import EVIL

from panoh.casebook.record import save, tell
from panoh.model.dates import PartialDate
from panoh.model.kinds import Action


class Office:
    """A complaint for Zarina was given out, and nobody said when to ask what became of it."""

    def __init__(self, folder: Path) -> None:
        case = open_case(folder)
        with case.vault:
            self.zarina = person(case, "Зарина Саломова")
            told = Action(
                type="complaint",
                recipient="wgad",
                persons=(self.zarina,),
                when=PartialDate("2023-10-01"),
                state="final",
            )
            letter = tell(case, told)
            save(case, [letter])
            self.letter = letter.about


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def site(tmp_path: Path, office: Office) -> Iterator[Running]:
    with running(tmp_path) as found:
        yield found


@pytest.fixture
def owner(site: Running) -> httpx.Client:
    return site.unlocked()


def words(answer: httpx.Response) -> str:
    """The page as a reader sees it."""
    assert answer.status_code == 200, answer.text
    inner = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", answer.text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", inner)


def test_a_day_that_has_come_stands_under_today_until_a_reply_is_noted(
    owner: httpx.Client, office: Office
) -> None:
    file, letter = f"/people/{office.zarina}", f"/sent/{office.letter}"
    assert letter in owner.get(file).text
    assert letter not in owner.get("/today").text
    assert owner.post(f"{letter}/again", data={"action.reply_due": "2023-12"}).status_code == 303
    told = words(owner.get("/today"))
    assert "a reply is due. Ask again: UN Working Group on Arbitrary Detention" in told
    assert "31 December 2023" in told
    assert "reply due by 31 December 2023" in words(owner.get(file))
    reply = {
        "response.who": "The secretariat",
        "response.body": "un",
        "response.type": "question",
        "response.when": "2024-01-05",
        "response.what": "It asked the State.",
    }
    assert owner.post(f"{letter}/reply", data=reply).status_code == 303
    page = words(owner.get(letter))
    assert "It asked the State." in page
    assert "Nothing is awaited" in page
    assert letter not in owner.get("/today").text


def test_it_is_done_when_somebody_says_so(owner: httpx.Client, office: Office) -> None:
    letter = f"/sent/{office.letter}"
    owner.post(f"{letter}/again", data={"action.reply_due": "05.10.2023"})
    assert letter in owner.get("/today").text
    assert owner.post(f"{letter}/done").status_code == 303
    assert letter not in owner.get("/today").text


def test_whom_one_asked_is_written_down_and_comes_up(owner: httpx.Client, office: Office) -> None:
    asked = {
        "action.recipient": "Адвокат Назаров",
        "action.note": "Is she in the hospital?",
        "action.reply_due": "13.10.2023",
    }
    answer = owner.post(f"/people/{office.zarina}/asked", data=asked)
    assert answer.status_code == 303
    page = words(owner.get(answer.headers["location"]))
    assert "Is she in the hospital?" in page
    assert "A reply was due by 13 October 2023" in page
    assert "Зарина Саломова: a reply is due. Ask again: Адвокат Назаров" in words(
        owner.get("/today")
    )


def test_what_cannot_be_read_is_told_and_kept_in_the_form(
    owner: httpx.Client, office: Office
) -> None:
    letter, ask = f"/sent/{office.letter}", f"/people/{office.zarina}/asked"
    for path, field in (
        (f"{letter}/again", "action.reply_due"),
        (f"{letter}/reply", "action.reply_due"),
        (f"{letter}/reply", "response.when"),
        (ask, "action.reply_due"),
    ):
        answer = owner.post(path, data={field: "some day soon"})
        assert answer.status_code == 422, path
        assert "some day soon" in answer.text
        assert "could not be read" in answer.text
    assert owner.post(f"{letter}/again", data={}).status_code == 422
    assert "No reply is written down yet" in words(owner.get(letter))


def test_hostile_words_are_shown_as_words(owner: httpx.Client, office: Office) -> None:
    asked = {"action.recipient": EVIL, "action.note": EVIL, "action.reply_due": "2023"}
    place = owner.post(f"/people/{office.zarina}/asked", data=asked).headers["location"]
    reply = {"response.who": EVIL, "response.what": EVIL, "response.link": EVIL}
    wrong = owner.post(f"{place}/reply", data=reply | {"response.when": EVIL})
    late = owner.get("/today")
    owner.post(f"{place}/reply", data=reply)
    for answer in (owner.get(place), wrong, late, owner.get(f"/people/{office.zarina}")):
        assert "alert(&#39;x&#39;)" in answer.text
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text


def test_nothing_else_has_such_a_page(owner: httpx.Client, office: Office) -> None:
    for path in (f"/sent/{office.zarina}", "/sent/none", f"/people/{office.letter}/asked"):
        assert owner.get(path).status_code == 422, path
    assert owner.post(f"/sent/{office.zarina}/done").status_code == 422
    assert owner.post(f"/people/{office.letter}/asked", data={}).status_code == 422
