"""The network in the pages: help without unlocking, the own contacts, keys that change."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import open_case, person
from tests.web.running import Running, running
from tests.web.test_people import SCRIPT

from panoh.model.kinds import KINDS
from panoh.network.contacts import contact, contacts
from panoh.network.directory import DANGER, organisations
from panoh.network.history import history


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


def saodat(owner: httpx.Client, **told: object) -> str:
    """Saodat, a lawyer with one number; the address of her page."""
    form: dict[str, object] = {"name": "Саодат Нилуфарова", "way1": "signal"}
    form["address1"] = "+48 22 1234567"
    form |= {"helps": ["asylum", "lawyer_host"], "tongue": ["ru", "tg"], "listed": "yes"}
    answer = owner.post("/network/new", data=form | told)
    assert answer.status_code == 303, shown(answer, answer.status_code)
    return answer.headers["location"]


def tried(owner: httpx.Client, where: str, **told: str) -> httpx.Response:
    """What came of trying her first channel."""
    page = owner.get(where).text
    channel = re.findall(r'name="channel" value="(\w+)"', page)[0]
    return owner.post(f"{where}/reach", data={"channel": channel, "outcome": "reached"} | told)


def test_help_is_found_before_anything_is_unlocked(site: Running) -> None:
    locked = site.owner()
    assert 'href="/help"' in locked.get("/what-now").text
    page = shown(locked.post("/help", data={"need": "asylum", "tongue": "ru"}))
    assert not site.desk.open
    assert "Anybody who sees this computer or telephone can see whom you write to." in page
    assert "Looked up 2026-11" in page
    assert "Take into my network" not in page
    assert locked.get("/network").headers["location"] == "/unlock"
    assert locked.post("/network/find", data={"need": "asylum"}).headers["location"] == "/unlock"


def test_what_is_not_confirmed_or_dangerous_from_home_says_so(site: Running) -> None:
    locked = site.owner()
    for each in organisations():
        page = shown(locked.post("/help", data={"need": each.helps[0]}))
        mine = page[page.index(each.name) :]
        mine = mine[: mine.index("Looked up") + 400]
        if not each.confirmed or not each.sources:
            assert "not confirmed" in mine, each.name
        if each.from_home == DANGER:
            assert "Dangerous to contact from the country of origin." in mine, each.name
    assert any(each.from_home == DANGER for each in organisations())


def test_only_codes_of_our_lists_are_asked_for(site: Running) -> None:
    locked = site.owner()
    page = locked.post("/help", data={"need": SCRIPT, "tongue": SCRIPT, "country": SCRIPT})
    assert "Public organisations" not in shown(page)
    assert "alert(1)" not in page.text
    assert "No organisation is known for this." in shown(
        locked.post("/help", data={"need": "bail", "tongue": "fa", "country": "IS"})
    )


def test_who_is_known_stands_before_the_public(owner: httpx.Client) -> None:
    where = saodat(owner, zone="Europe/Warsaw", hours="24/7")
    page = shown(owner.post("/network/find", data={"need": "asylum", "tongue": "ru"}))
    assert page.index("Саодат Нилуфарова") < page.index("Public organisations")
    assert "within their hours" in page
    other = shown(owner.post("/network/find", data={"need": "asylum", "tongue": "de"}))
    assert "Саодат" not in other
    assert "asylum and residence" in shown(owner.get(where))


def test_a_name_is_enough(owner: httpx.Client) -> None:
    assert "Give a name first." in shown(owner.post("/network/new", data={"name": " "}), 422)
    where = owner.post("/network/new", data={"name": "Гулчеҳра"}).headers["location"]
    page = shown(owner.get(where))
    assert "their time is not known" in page
    assert "not asked whether they may be listed" in page
    assert "never reached" in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"zone": "Mars/Base"}, "This time zone is not known here."),
        ({"hours": "in the morning"}, "These hours cannot be read."),
        ({"helps": "magic"}, "This word is not in the list"),
        ({"way1": "pigeon"}, "This word is not in the list"),
    ],
)
def test_what_is_refused_is_not_saved_and_stays_in_the_form(
    site: Running, owner: httpx.Client, wrong: dict[str, str], said: str
) -> None:
    form = {"name": "Гулчеҳра", "address1": "+49 30 1234567", "limits": "Никогда ночью"} | wrong
    answer = owner.post("/network/new", data=form)
    assert said in shown(answer, 422)
    assert "Никогда ночью" in answer.text
    assert "+49 30 1234567" in answer.text
    with site.desk.held() as case:
        assert contacts(case.vault.db) == []


def test_a_key_is_checked_and_then_changes(owner: httpx.Client) -> None:
    where = saodat(owner)
    tried(owner, where, day="2023-09-01", key="12345 67890", checked="in_person", by="Niso")
    assert "key verified" in shown(owner.get("/network"))
    tried(owner, where, day="2023-09-20", key="99999 00000")
    page = shown(owner.get(where))
    assert "The key has changed since it was checked." in page
    assert "99999 00000" in page
    assert "key changed" in shown(owner.get("/network"))
    assert "The key of Саодат Нилуфарова has changed." in shown(owner.get("/today"))
    assert f'href="{where}"' in owner.get("/today").text


def test_a_day_that_is_no_single_day_is_not_guessed(owner: httpx.Client) -> None:
    where = saodat(owner)
    for day in ("2023", "03.04.2023?!", "unknown", SCRIPT):
        answer = tried(owner, where, day=day)
        assert "date" in shown(answer, 422)
        assert "<script>alert" not in answer.text
    assert "last reached: never" in shown(owner.get("/network"))


def test_an_organisation_is_taken_in_once_it_is_asked_for(owner: httpx.Client) -> None:
    answer = owner.post("/network/adopt", data={"organisation": "front-line-defenders"})
    page = shown(owner.get(answer.headers["location"]))
    assert "Front Line Defenders" in page
    assert "not asked whether they may be listed" not in page
    assert owner.post("/network/adopt", data={"organisation": SCRIPT}).status_code == 303


def test_another_way_is_added_and_somebody_leaves(owner: httpx.Client) -> None:
    where = saodat(owner)
    owner.post(f"{where}/channel", data={"type": "email", "address": "saodat@example.org"})
    assert "saodat@example.org" in shown(owner.get(where))
    owner.post(f"{where}/left")
    assert "Those who no longer help (1)" in shown(owner.get("/network"))
    assert "Саодат" not in shown(owner.post("/network/find", data={"need": "asylum"}))


def test_hostile_words_are_shown_as_words(owner: httpx.Client) -> None:
    fields = ("name", "address1", "limits", "conditions", "vouched_by", "note")
    where = owner.post("/network/new", data=dict.fromkeys(fields, SCRIPT)).headers["location"]
    tried(owner, where, key=SCRIPT, by=SCRIPT)
    wrong = owner.post("/network/new", data=dict.fromkeys((*fields, "hours", "zone"), SCRIPT))
    for page in (owner.get(where), owner.get("/network"), owner.get("/today"), wrong):
        assert page.status_code in (200, 422)
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text
        assert "&lt;script&gt;alert(1)" in page.text
    for path in ("/network/x", f"/network/{'0' * 32}"):
        assert "No contact is recorded under this address." in shown(owner.get(path), 422)


def parts_of(page: httpx.Response) -> list[str]:
    """The links that change a group of fields."""
    return re.findall(r'href="(/network/\w+/edit\?part=\w+)"', page.text)


def filled(page: httpx.Response) -> dict[str, list[str]]:
    """A form as it stands: what a browser would send back unchanged."""
    form = page.text[page.text.index("<main") :]
    sent: dict[str, list[str]] = {}
    for tag in re.findall(r"<input [^>]*>", form):
        name, value = (re.search(rf'{each}="([^"]*)"', tag) for each in ("name", "value"))
        if name and ("checkbox" not in tag or "checked" in tag):
            sent.setdefault(name[1], []).append(html.unescape(value[1]) if value else "")
    for name_, inner in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', inner)
        sent.setdefault(name_, []).append(chosen[1] if chosen else "")
    for name_, inner in re.findall(
        r'<textarea name="([^"]+)".*?>(.*?)</textarea>', form, re.DOTALL
    ):
        sent.setdefault(name_, []).append(html.unescape(inner))
    return sent


def stated(site: Running, where: str) -> int:
    """How many statements there are about her."""
    with site.desk.held() as case:
        return len(history(case.vault.db, contact(case.vault.db, where.rpartition("/")[2])))


def test_every_field_of_a_contact_can_be_changed_in_the_pages(owner: httpx.Client) -> None:
    where = saodat(owner)
    names = {
        name.split(".")[1]
        for path in parts_of(owner.get(where))
        for name in filled(owner.get(path))
        if "." in name
    }
    # Which entry of the directory it is no form says; as whom they are recorded has its own page.
    assert names >= set(KINDS["contact"].fields) - {"directory", "who"}


def test_a_form_sent_back_unchanged_tells_nothing(site: Running, owner: httpx.Client) -> None:
    where = saodat(owner, zone="Europe/Warsaw", hours="24/7", limits="Не ночью", country="PL")
    before = stated(site, where)
    for path in parts_of(owner.get(where)):
        answer = owner.post(path.split("?")[0], data=filled(owner.get(path)))
        assert answer.status_code == 303, shown(answer, answer.status_code)
    assert stated(site, where) == before


def test_an_edit_is_one_more_statement_and_can_be_taken_back(
    site: Running, owner: httpx.Client
) -> None:
    where = saodat(owner, limits="Не ночью")
    other = owner.post("/network/new", data={"name": "Гулчеҳра"}).headers["location"]
    form = filled(owner.get(f"{where}/edit?part=help"))
    form |= {"contact.limits": ["Nights and days"], "contact.helps": ["asylum", "shelter"]}
    form |= {"contact.substitute": [other.rpartition("/")[2]]}
    before = stated(site, where)
    assert owner.post(f"{where}/edit", data=form).headers["location"] == where
    assert stated(site, where) == before + 1
    page = shown(owner.get(where))
    assert "Nights and days" in page
    assert "Не ночью" not in page
    assert "a place to stay" in page
    assert "Substitute Гулчеҳра" in page
    past = owner.get(f"{where}/history")
    assert "Не ночью" in shown(past)
    assert "replaced" in shown(past)
    told = past.text[past.text.index("Nights and days") :]
    newest = re.findall(r'name="statement" value="(\w+)"', told)[0]
    hidden = owner.post(f"{where}/hide", data={"statement": newest})
    assert hidden.headers["location"] == f"{where}/history"
    page = shown(owner.get(where))
    assert "Не ночью" in page
    assert "Nights and days" not in page
    owner.post(f"{where}/show", data={"statement": newest})
    assert "Nights and days" in shown(owner.get(where))


def test_share_holder_review_and_consent_are_written_down(owner: httpx.Client) -> None:
    where = saodat(owner)
    keep = {"contact.share": "2 of 5", "contact.share_given": "10 January 2026"}
    keep |= {"contact.remove_if": "She moves", "contact.review": "2026-12-01"}
    owner.post(f"{where}/edit", data=keep | {"part": "keep"})
    trust = {"contact.trust": "met", "contact.known_since": "2019", "contact.knows": "My name"}
    trust |= {"contact.listed": "no", "contact.danger": "She loses her licence"}
    owner.post(f"{where}/edit", data=trust | {"part": "trust"})
    page = shown(owner.get(where))
    for said in ("2 of 5", "10 January 2026", "She moves", "met in person", "2019", "My name"):
        assert said in page, said
    assert "not asked whether they may be listed" in page
    assert "Ask Саодат Нилуфарова whether they still have their part of a key." in shown(
        owner.get("/today")
    )


@pytest.mark.parametrize(
    ("part", "name", "typed", "said"),
    [
        ("who", "zone", "Mars/Base", "This time zone is not known here."),
        ("who", "hours", "in the morning", "These hours cannot be read."),
        ("help", "helps", "magic", "This is none of the words in the list"),
        ("help", "substitute", SCRIPT, "It cannot be seen who is meant."),
        ("keep", "review", "soon", "date"),
    ],
)
def test_an_edit_that_cannot_be_read_saves_nothing(
    site: Running, owner: httpx.Client, part: str, name: str, typed: str, said: str
) -> None:
    where = saodat(owner)
    form = filled(owner.get(f"{where}/edit?part={part}")) | {f"contact.{name}": [typed]}
    before = stated(site, where)
    answer = owner.post(f"{where}/edit", data=form)
    assert said in shown(answer, 422)
    assert html.escape(typed, quote=False)[:9] in answer.text or name in ("helps", "substitute")
    assert stated(site, where) == before


def way_of(owner: httpx.Client, where: str) -> str:
    return str(re.findall(r'href="(/network/ways/\w+)"', owner.get(where).text)[0])


def test_a_changed_key_keeps_the_old_one_and_is_not_verified(owner: httpx.Client) -> None:
    where = saodat(owner)
    tried(owner, where, day="2023-09-01", key="12345 67890", checked="in_person", by="Niso")
    way = way_of(owner, where)
    form = filled(owner.get(way))
    assert form["key"] == ["12345 67890"]
    owner.post(way, data=form)
    assert "key verified" in shown(owner.get("/network"))  # nothing was changed
    owner.post(way, data=form | {"key": ["77777 88888"], "channel.avoid": ["Names"]})
    page = shown(owner.get(where))
    assert "KEY CHANGED" in page
    assert "12345 67890" in page
    assert "77777 88888" in page
    assert "What not to say there Names" in page
    assert "key verified" not in shown(owner.get("/network"))
    assert "in person, Niso" in shown(owner.get(way))


def test_another_number_begins_unverified_and_the_old_one_stays(owner: httpx.Client) -> None:
    where = saodat(owner)
    tried(owner, where, day="2023-09-01", key="12345 67890", checked="in_person")
    way = way_of(owner, where)
    owner.post(way, data=filled(owner.get(way)) | {"channel.address": ["+48 22 7654321"]})
    page = shown(owner.get(where))
    assert "+48 22 1234567 no longer used" in page
    assert "+48 22 7654321" in page
    assert "no key is known" in page
    assert "key verified" not in shown(owner.get("/network"))


def test_nobody_is_edited_under_a_foreign_address(owner: httpx.Client) -> None:
    for path in ("/network/x/edit", "/network/x/history", "/network/ways/x"):
        assert "No contact is recorded under this address." in shown(owner.get(path), 422)
    where = saodat(owner)
    wrong = owner.get(f"/network/ways/{where.rpartition('/')[2]}")
    assert "No contact is recorded under this address." in shown(wrong, 422)
    hostile = {"contact.limits": SCRIPT, "contact.conditions": SCRIPT, "part": "help"}
    owner.post(f"{where}/edit", data=hostile)
    for path in (where, f"{where}/edit?part=help", f"{where}/history"):
        text = owner.get(path).text
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(1)" in text


def test_the_list_is_narrowed_to_those_who_want_a_look(owner: httpx.Client) -> None:
    """Saodat's key changed today; Gulchehra was never reached and nobody asked her."""
    where = saodat(owner)
    tried(owner, where, key="12345 67890", checked="in_person")
    tried(owner, where, key="99999 00000")
    owner.post("/network/new", data={"name": "Гулчеҳра"})
    for among, there, gone in (
        ("changed", "Саодат", "Гулчеҳра"),
        ("silent", "Гулчеҳра", "Саодат"),
        ("unasked", "Гулчеҳра", "Саодат"),
    ):
        listed = shown(owner.get(f"/network?among={among}"))
        assert there in listed, among
        assert gone not in listed, among
    assert "Nobody, at the moment." in shown(owner.get("/network?among=laden"))
    page = owner.get("/network?among=" + SCRIPT)
    assert "Саодат" in page.text
    assert "<script>alert" not in page.text


def test_which_person_a_contact_is_is_chosen_and_taken_back(
    site: Running, owner: httpx.Client
) -> None:
    """Two people bear her name; nobody is taken for her before somebody says so."""
    with site.desk.held() as case:
        one, other = (person(case, "Саодат Нилуфарова", born=year) for year in ("1980", "1991"))
    where = saodat(owner)
    page = owner.get(f"{where}/who")
    assert "A name alone proves nothing" in shown(page)
    assert {one, other} <= set(re.findall(r'name="who" value="(\w+)"', page.text))
    assert "Recorded as" not in shown(owner.get(where))
    answer = owner.post(f"{where}/who", data={"who": other})
    assert answer.headers["location"] == where
    assert f'Recorded as: <a href="/people/{other}"' in owner.get(where).text
    owner.post(f"{where}/who", data={"nobody": "yes"})
    assert "Recorded as:" not in shown(owner.get(where))
    for wrong in (SCRIPT, "0" * 32, where.rpartition("/")[2]):
        assert owner.post(f"{where}/who", data={"who": wrong}).status_code == 200
    assert "Recorded as:" not in shown(owner.get(where))
