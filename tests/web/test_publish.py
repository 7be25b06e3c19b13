"""Publishing in the pages: an appeal, its signatures, what went out, and what the gate stops at."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import open_case, person
from tests.web.running import Running, running
from tests.web.test_network import shown

from panoh.advocacy.answers import note_answer
from panoh.advocacy.gone import gone_of
from panoh.advocacy.occasions import add_occasion
from panoh.model.dates import PartialDate
from panoh.model.kinds import Occasion, Response


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    case = open_case(tmp_path)
    person(case, "Мадина Саидова", born="1990")
    note_answer(case, Response(who="Norway", type="statement", what="Named him."))
    add_occasion(case, Occasion(title="Conference", begins=PartialDate("2099-10-02")))
    case.vault.close()
    with running(tmp_path) as found:
        yield found


@pytest.fixture
def owner(site: Running) -> httpx.Client:
    return site.unlocked()


def begun(owner: httpx.Client, body: str = "They hold him since May.") -> str:
    """An appeal with a text; its address."""
    where = owner.post("/publish", data={"kind": "appeal", "name": "spring"}).headers["location"]
    told = {"language": "en", "title": "Let him go", "body": body}
    owner.post(f"{where}/text", data=told)
    return str(where)


def asked(owner: httpx.Client, where: str, name: str) -> None:
    """Somebody new is asked to sign."""
    owner.post(f"{where}/ask", data={"new": name})


def said(owner: httpx.Client, where: str, said: str, place: int = 0) -> httpx.Response:
    """What the one at this place of the list answers."""
    who = re.findall(r'name="who" value="(\w+)"', owner.get(where).text)[place]
    return owner.post(f"{where}/answer", data={"who": who, "said": said})


def test_the_list_shows_answers_and_days(owner: httpx.Client) -> None:
    page = shown(owner.get("/publish"))
    assert "Norway" in page
    assert "spoke in public" in page
    assert "2 October 2099" in page
    assert (
        shown(owner.post("/publish", data={"kind": "appeal", "name": " "}), 422).count(
            "Give a name first."
        )
        == 1
    )


def test_who_said_yes_is_printed_and_who_withdrew_is_listed_with_what_went_out(
    site: Running, owner: httpx.Client
) -> None:
    where = begun(owner)
    for name in ("Gulnora Nazarova", "Farrukh Boboev"):
        asked(owner, where, name)
    said(owner, where, "yes", 0)
    said(owner, where, "yes", 1)
    assert "2 of 2 sign" in shown(owner.get(where))
    ready = shown(owner.get(f"{where}/ready"))
    assert "Gulnora Nazarova" in ready
    given = owner.post(f"{where}/give")
    assert given.headers["location"] == f"{where}/files"
    page = owner.get(f"{where}/files").text
    [pdf] = re.findall(r'href="([^"]+\.pdf)"', page)
    assert owner.get(pdf).content.startswith(b"%PDF")
    said(owner, where, "withdrawn", 1)
    page = shown(owner.get(where))
    assert "1 of 2 sign" in page
    assert "cannot be called back" in page
    with site.desk.held() as case:
        [went] = gone_of(case.vault.db, where.rpartition("/")[2])
    whole = page.replace(" ", "")
    assert all(digest in whole for digest in went.documents)
    assert "withdrew after it went out" in shown(owner.get("/today"))


def test_an_inflected_sister_closes_the_gate_and_no_file_is_there(owner: httpx.Client) -> None:
    where = begun(owner, "Мадину Саидову уволили.")
    page = owner.get(f"{where}/ready").text
    assert "The gate is closed" in page
    assert "Give me the files" not in page
    refused = owner.post(f"{where}/give")
    assert refused.status_code == 422
    assert owner.get(f"{where}/files").headers["location"] == where


def test_people_of_the_record_are_found_and_can_be_who_it_is_for(owner: httpx.Client) -> None:
    where = begun(owner)
    page = owner.post(f"{where}/find", data={"words": "madina saidova"}).text
    assert "in the record" in page
    [who] = re.findall(r'name="who" value="(\w+)"', page)
    owner.post(f"{where}/about", data={"who": who})
    assert "For whom" in shown(owner.get(where))
    owner.post(f"{where}/about", data={"who": who})
    assert "For whom" not in shown(owner.get(where))


def test_an_address_that_names_no_publication_says_so(owner: httpx.Client) -> None:
    for path in ("/publish/" + "0" * 32, "/publish/x", "/publish/" + "0" * 32 + "/ready"):
        assert "no such publication" in shown(owner.get(path), 422)


def test_for_another_recipient_everybody_is_asked_anew(owner: httpx.Client) -> None:
    where = begun(owner)
    asked(owner, where, "Gulnora Nazarova")
    said(owner, where, "yes")
    assert "1 of 1 sign" in shown(owner.get(where))
    text = {"language": "en", "title": "Let him go", "body": "They hold him since May."}
    owner.post(f"{where}/text", data=text | {"recipient": "foreign_ministry"})
    page = shown(owner.get(where))
    assert "0 of 1 sign" in page
    assert "Who receives it: diplomats of other States" in page
    owner.post(f"{where}/text", data=text | {"recipient": "whoever"})
    assert "Who receives it: diplomats of other States" in shown(owner.get(where))
