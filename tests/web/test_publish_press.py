"""A press sheet in the pages: its text, the figures, the picture to look at, the files."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.advocacy.test_figures import many, unasked
from tests.casebook.building import open_case, person
from tests.web.running import Running, running
from tests.web.test_network import shown

from panoh.advocacy.gone import gone_of
from panoh.advocacy.publications import LONGEST


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    """Seven detained people who let the press count them, three whom nobody asked; a sister."""
    case = open_case(tmp_path)
    many(case, 7, "detention")
    unasked(case, 3, "detention")
    person(case, "Мадина Саидова", born="1990")
    case.vault.close()
    with running(tmp_path) as found:
        yield found


@pytest.fixture
def owner(site: Running) -> httpx.Client:
    return site.unlocked()


def begun(owner: httpx.Client, kind: str = "press", **told: str) -> str:
    """A publication with a text; its address."""
    answer = owner.post("/publish", data={"kind": kind, "name": "autumn"})
    where = str(answer.headers["location"])
    text = {"language": "en", "title": "Taken in autumn", "body": "They were taken at home."}
    owner.post(f"{where}/text", data=text | told)
    return where


def test_each_kind_begins_and_has_only_what_belongs_to_it(owner: httpx.Client) -> None:
    pages = {kind: shown(owner.get(begun(owner, kind))) for kind in ("appeal", "press", "page")}
    has = {
        "Who was asked": {"appeal"},
        "Addressed to": {"appeal"},
        "Talking points": {"press", "page"},
        "Figures as they will be printed": {"press", "page"},
        "What it tells of": {"page"},
        "Contact for questions": {"appeal", "press", "page"},
    }
    for words, kinds in has.items():
        assert {kind for kind, page in pages.items() if words in page} == kinds, words


def test_what_is_no_kind_begins_nothing(owner: httpx.Client) -> None:
    said = shown(owner.post("/publish", data={"kind": "rumour", "name": "x"}), 422)
    assert "Choose what it will be." in said
    long = owner.post("/publish", data={"kind": "press", "name": "x" * 201})
    assert "Shorten the name." in shown(long, 422)
    assert "Nothing yet" in shown(owner.get("/publish"))


def test_an_appeal_is_signed_and_a_page_tells_of_acts_and_nothing_else_is(
    owner: httpx.Client,
) -> None:
    where = begun(owner)
    for way in ("ask", "about", "answer", "tell", "leave"):
        assert "no such publication" in shown(owner.post(f"{where}/{way}", data={}), 422), way


def test_the_figures_stand_there_with_who_is_in_none(owner: httpx.Client) -> None:
    page = shown(owner.get(begun(owner)))
    assert "People who allowed to be counted 7 own record" in page
    assert "Not counted, because nobody asked them: 3." in page


def test_how_many_were_not_asked_stands_in_no_file(owner: httpx.Client) -> None:
    where = begun(owner)
    ready = owner.get(f"{where}/ready")
    assert "nobody asked them" not in shown(ready)
    [posts] = re.findall(r"7: people who allowed[^<]*", ready.text)
    assert "3" not in posts


def test_the_picture_is_shown_beside_its_tick_and_waits_for_it(
    site: Running, owner: httpx.Client
) -> None:
    where = begun(owner, points="Ask where they are.\n\nAsk which law allows it.")
    ready = owner.get(f"{where}/ready").text
    assert "Ask where they are." in ready
    assert "Ask which law allows it." in ready
    [tick] = re.findall(r'name="looked" value="([0-9a-f ]+)"', ready)
    [address] = re.findall(r'<a class="looked-at" href="([^"]+)">', ready)
    drawn = owner.get(address)
    assert drawn.headers["content-type"] == "image/png"
    assert drawn.headers["content-disposition"] == "inline"
    assert "default-src 'none'" in drawn.headers["content-security-policy"]
    assert drawn.content.startswith(b"\x89PNG")
    page = owner.post(f"{where}/give")
    assert page.status_code == 422
    assert "Look at every passage that is not ticked" in page.text
    assert owner.get(f"{where}/files").headers["location"] == where
    assert (
        owner.post(f"{where}/give", data={"looked": tick}).headers["location"] == f"{where}/files"
    )
    links = re.findall(r'href="([^"]+)" download', owner.get(f"{where}/files").text)
    files = {link.rpartition(".")[2]: owner.get(link) for link in links}
    assert set(files) == {"pdf", "txt", "svg", "png"}
    assert files["png"].content == drawn.content
    assert "attachment" in files["svg"].headers["content-disposition"]
    with site.desk.held() as case:
        [went] = gone_of(case.vault.db, where.rpartition("/")[2])
    assert len(went.documents) == 4


def test_what_was_looked_at_is_gone_once_it_is_locked(site: Running, owner: httpx.Client) -> None:
    where = begun(owner)
    [address] = re.findall(r'class="looked-at" href="([^"]+)"', owner.get(f"{where}/ready").text)
    other = begun(owner).rpartition("/")[2]
    elsewhere = address.replace(where.rpartition("/")[2], other)
    assert owner.get(elsewhere).status_code == 303
    assert owner.get(re.sub(r"\d+$", "99", address)).status_code == 303
    site.desk.lock()
    assert owner.get(address).headers["location"] == "/unlock"
    site.unlocked()
    assert owner.get(address).status_code == 303


def test_a_name_in_the_text_is_shown_with_what_to_do_and_nothing_leaves(
    owner: httpx.Client,
) -> None:
    where = begun(owner, language="ru", title="Её уволили", body="Мадину Саидову уволили.")
    page = shown(owner.get(where))
    assert "Names of people who did not allow it" in page
    assert "Мадину Саидову" in page
    assert "Take them out, or ask for consent." in page
    assert "to=press&amp;use=publication" in owner.get(where).text
    ready = owner.get(f"{where}/ready").text
    assert "The gate is closed" in ready
    assert "Give me the files" not in ready
    assert owner.post(f"{where}/give").status_code == 422


def test_a_text_that_is_too_long_is_not_saved_and_stays_typed(owner: httpx.Client) -> None:
    where = begun(owner)
    long = {"language": "en", "title": "Taken", "body": "word " * (LONGEST["body"] // 5 + 1)}
    page = owner.post(f"{where}/text", data=long)
    assert "This is too long: Text." in shown(page, 422)
    assert long["body"].strip() in page.text
    assert "They were taken at home." in owner.get(where).text
    line = owner.post(f"{where}/text", data={"language": "en", "contact": "x" * 501})
    assert "This is too long: Contact for questions." in shown(line, 422)


def test_a_language_nobody_can_read_here_is_refused(owner: httpx.Client) -> None:
    where = begun(owner)
    said = owner.post(f"{where}/text", data={"language": "tlh", "title": "x", "body": "y"})
    assert "A text in this language cannot be made here." in shown(said, 422)
    assert owner.get(f"{where}?in=tlh").status_code == 200
    with_points = owner.post(f"{where}/text", data={"language": "fa", "title": "بازداشت"})
    assert with_points.status_code == 303
    assert 'dir="rtl"' in owner.get(f"{where}/ready").text


def test_a_persian_sheet_is_shown_page_by_page_beside_what_waits_for_a_look(
    owner: httpx.Client,
) -> None:
    long = "آنها بیگناه اند.\n" * 80
    where = begun(owner, language="fa", title="آنها را بردند", body=long)
    ready = owner.get(f"{where}/ready").text
    looks = re.findall(r'<a class="looked-at" href="([^"]+)">', ready)
    ticks = re.findall(r'name="looked" value="([0-9a-f ]+)"', ready)
    assert len(ticks) >= len(looks) == len(set(looks)) > 2
    assert all(owner.get(each).content.startswith(b"\x89PNG") for each in looks)
    assert owner.post(f"{where}/give", data={"looked": ticks[:-1]}).status_code == 422
    assert owner.post(f"{where}/give", data={"looked": ticks}).status_code == 303


def test_without_a_title_no_file_is_made_and_an_emptied_text_is_none(owner: httpx.Client) -> None:
    where = begun(owner)
    owner.post(f"{where}/text", data={"language": "de", "title": "", "body": "Im Herbst."})
    for answer in (owner.get(f"{where}/ready"), owner.post(f"{where}/give")):
        assert "The text in this language has no title yet: Deutsch." in shown(answer, 422)
    owner.post(f"{where}/text", data={"language": "de", "title": "", "body": ""})
    assert "Taken in autumn" in shown(owner.get(f"{where}/ready"))
    owner.post(f"{where}/text", data={"language": "en"})
    assert "Nothing is written in this publication yet." in shown(owner.get(f"{where}/ready"), 422)
