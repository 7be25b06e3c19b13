"""A story is written, its proposals are taken and saved: by HTTP, as without scripts."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import consent, open_case, person
from tests.web.running import Running, running

from panoh.casebook.index.reading import view_of
from panoh.casebook.people import people, person_file
from panoh.casebook.record import Case

STORY = (
    "On 3 March 2024 the police detained Rustam Nazarov in Khujand because of his brother"
    " Firuz Nazarov, who lives in Warsaw. He is still held. My mother called me."
)
EVIL = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>"


class Form(HTMLParser):
    """The first form of a page with these fields, as a browser would send it untouched."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self._area = self._select = ""
        self._first: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "input" and given.get("type") in ("checkbox", "radio"):
            if "checked" in given:
                self._add(name, value)
        elif tag == "input":
            self._add(name, value)
        elif tag == "textarea":
            self._area = name
            self._add(name, "")
        elif tag == "select":
            self._select, self._first = name, None
        elif tag == "option" and self._select:
            self._first = value if self._first is None or "selected" in given else self._first

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""
        if tag == "select" and self._select:
            self._add(self._select, self._first or "")
            self._select = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.sent[self._area][-1] += data

    def _add(self, name: str, value: str) -> None:
        if name:
            self.sent.setdefault(name, []).append(value)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    open_case(tmp_path).vault.close()
    with running(tmp_path) as found:
        yield found


@pytest.fixture
def owner(site: Running) -> httpx.Client:
    return site.unlocked()


def case_of(site: Running) -> Case:
    with site.desk.held() as case:
        return case


def begin(owner: httpx.Client, story: str = STORY) -> str:
    """Write a story; the address of its draft."""
    answer = owner.post("/record", data={"story": story})
    assert answer.status_code == 303
    return str(answer.headers["location"])


def press(owner: httpx.Client, where: str, do: str, **more: object) -> httpx.Response:
    """Press a button on the page of a story."""
    form = Form(owner.get(where).text).sent
    return owner.post(where, data=form | {"do": do} | more)


def test_a_first_report(site: Running, owner: httpx.Client) -> None:
    where = begin(owner)
    page = owner.get(where).text
    assert "checked" not in re.findall(r'<input[^>]*name="what"[^>]*>', page)[0]
    assert press(owner, where, "all").headers["location"] == f"{where}#found"
    saved = press(owner, where, "save").headers["location"]
    text = owner.get(saved).text
    assert "Saved on this computer" in text
    assert "Detention" in text
    db = case_of(site).vault.db
    (rustam,) = people(db)
    assert rustam.title == "Rustam Nazarov"
    (act,) = person_file(db, rustam.root).acts
    assert act.told("when")[0].value.edtf == "2024-03-03"
    assert act.told("places")[0].value[0].id == "tj-khujand"
    assert act.told("perpetrators")[0].value[0].type == "interior"
    assert act.told("pressured")[0].value[0].text == "Firuz Nazarov"
    assert "detained Rustam Nazarov" in act.told("note")[0].value
    source = view_of(db, act.told("type")[0].statement.source)
    assert source.told("connection")[0].value == "relative"
    assert source.told("reliability")[0].value == "unknown"
    (status,) = person_file(db, rustam.root).statuses
    assert status.told("state")[0].value == "held"
    assert owner.get(where).status_code == 404  # the draft is gone


def test_nothing_is_taken_that_nobody_took(site: Running, owner: httpx.Client) -> None:
    press(owner, begin(owner), "save")
    db = case_of(site).vault.db
    assert people(db) == []
    assert db.execute("SELECT kind FROM view ORDER BY kind").fetchall() == [("event",), ("source",)]


def test_what_is_typed_stands_beside_what_was_taken(site: Running, owner: httpx.Client) -> None:
    where = begin(owner)
    form = Form(owner.get(where).text).sent
    form |= {
        "do": ["save"],
        "what": ["detention"],
        "what.more": ["Beating; угрозы"],
        "act.when": ["in early May 2024"],
        "who.2.name": ["Зарина Назарова"],
        "source.code_name": ["Aunt B."],
        "way": ["witness"],
    }
    owner.post(where, data=form)
    db = case_of(site).vault.db
    (zarina,) = people(db)
    acts = person_file(db, zarina.root).acts
    assert {act.told("type")[0].value for act in acts} == {"detention", "beating", "threat"}
    assert acts[0].told("when")[0].value.edtf == "2024-05-01/2024-05-10~"
    source = view_of(db, acts[0].told("type")[0].statement.source)
    assert source.told("code_name")[0].value == "Aunt B."


def test_what_cannot_be_read_is_told_beside_its_field_and_nothing_is_lost(
    site: Running, owner: httpx.Client
) -> None:
    where = begin(owner)
    form = Form(owner.get(where).text).sent
    form |= {"do": ["save"], "what.more": ["xyzzy"], "act.when": ["31.02.2024"]}
    answer = owner.post(where, data=form)
    assert answer.status_code == 422
    assert "The calendar has no such date." in answer.text
    assert 'href="#act-when"' in answer.text
    assert 'id="act-when"' in answer.text
    assert 'href="#what-more"' in answer.text
    again = owner.get(where).text
    assert "xyzzy" in again
    assert "31.02.2024" in again
    assert case_of(site).vault.db.execute("SELECT count(*) FROM view").fetchone() == (0,)


def test_who_it_might_already_be_is_shown_and_chosen(site: Running, owner: httpx.Client) -> None:
    known = person(case_of(site), "Рустам Назаров", born="1990-05-01")
    where = begin(owner)
    page = owner.get(where).text
    assert "Рустам Назаров" in page
    assert "born 1 May 1990" in page
    assert "a new person" in page
    typed = owner.post("/record/alike/0", data={"who.0.name": "rustam"})
    assert f'value="{known}"' in typed.text
    press(owner, where, "all")
    press(owner, where, "save", **{"who.0.is": known})
    (row,) = people(case_of(site).vault.db)
    assert row.root == known


def test_a_new_person_is_the_choice_until_somebody_makes_another(
    site: Running, owner: httpx.Client
) -> None:
    person(case_of(site), "Рустам Назаров")
    where = begin(owner)
    press(owner, where, "all")
    press(owner, where, "save")
    roots = {row.root for row in people(case_of(site).vault.db)}
    assert len(roots) == 1
    assert case_of(site).vault.db.execute(
        "SELECT count(*) FROM view WHERE kind = 'person' AND title LIKE '%Naz%'"
    ).fetchone() == (2,)


def test_taking_back_and_bringing_back(site: Running, owner: httpx.Client) -> None:
    where = begin(owner)
    press(owner, where, "all")
    saved = press(owner, where, "save").headers["location"]
    assert "Taken back" in owner.get(owner.post(f"{saved}/undo").headers["location"]).text
    assert people(case_of(site).vault.db) == []
    assert (
        "Saved on this computer" in owner.get(owner.post(f"{saved}/undo").headers["location"]).text
    )
    assert len(people(case_of(site).vault.db)) == 1


def test_who_was_asked_is_said_and_leads_to_writing_it_down(
    site: Running, owner: httpx.Client
) -> None:
    where = begin(owner)
    press(owner, where, "all")
    saved = press(owner, where, "save").headers["location"]
    (rustam,) = people(case_of(site).vault.db)
    assert "Nobody asked yet. That means no." in owner.get(saved).text
    assert f'href="/people/{rustam.root}/consent"' in owner.get(saved).text
    assert owner.get(f"/people/{rustam.root}/consent").status_code == 200
    consent(case_of(site), rustam.root, "yes")
    assert "A yes is recorded." in owner.get(saved).text
    consent(case_of(site), rustam.root, "no")
    assert "A no is recorded. It wins." in owner.get(saved).text


def test_a_draft_is_kept_sealed_and_can_be_taken_up_or_dropped(
    site: Running, owner: httpx.Client, tmp_path: Path
) -> None:
    first = owner.post("/record/draft", data={"story": "Zarina was"})
    assert first.text == "Kept on this computer, sealed."
    ident = first.headers["x-draft"]
    again = owner.post("/record/draft", data={"story": "Zarina was taken", "draft": ident})
    assert again.headers["x-draft"] == ident
    assert "Zarina was taken" in owner.get("/record").text
    assert "Begun and not saved: 1." in owner.get("/today").text
    assert "Zarina was taken" in owner.get(f"/record/{ident}").text
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"Zarina" not in path.read_bytes()
    owner.post(f"/record/{ident}", data={"do": "drop"})
    assert "Zarina" not in owner.get("/record").text
    assert "Begun and not saved" not in owner.get("/today").text
    late = owner.post("/record/draft", data={"story": "Zarina was taken a", "draft": ident})
    assert late.status_code == 409


def test_a_draft_waits_through_locking(site: Running, owner: httpx.Client) -> None:
    ident = owner.post("/record/draft", data={"story": "Zarina was"}).headers["x-draft"]
    owner.post("/lock")
    assert owner.post("/record/draft", data={"story": "late", "draft": ident}).status_code == 303
    assert owner.get("/record").headers["location"] == "/unlock"
    site.unlocked()
    assert "Zarina was" in owner.get("/record").text


def test_a_draft_whose_words_were_saved_is_no_longer_offered(
    site: Running, owner: httpx.Client
) -> None:
    """A crash between saving and dropping leaves both; the saved words win."""
    where = begin(owner)
    drafts = case_of(site).vault.drafts
    kept = drafts.read(where.rpartition("/")[2])
    press(owner, where, "save")
    drafts.keep(kept)
    assert "You began to write" not in owner.get("/record").text
    assert drafts.all() == []


def test_script_in_every_field_is_shown_as_words(site: Running, owner: httpx.Client) -> None:
    where = begin(owner, f"{EVIL} They beat Rustam {EVIL}")
    form = {name: [EVIL] for name in Form(owner.get(where).text).sent if name != "draft"}
    form |= {"what": [EVIL], "where": [f":{EVIL}"], "when": [EVIL], "way": [EVIL]}
    pages = [owner.post(where, data=form | {"do": ["look"]}), owner.get(where)]
    pages.append(owner.post(where, data=form | {"do": ["save"]}))
    pages.append(owner.post("/record/alike/0", data={"who.0.name": EVIL}))
    pages.append(owner.get("/record"))
    names = {"who.0.name": [EVIL], "who.0.take": ["on"], "who.0.role": ["victim"]}
    names |= {"who.0.words": [EVIL], "source.code_name": [EVIL], "story": [EVIL]}
    saved = owner.post(where, data=names | {"do": ["save"], "what": ["beating"]})
    pages.append(owner.get(saved.headers["location"]))
    for page in pages:
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text
    assert "&lt;script&gt;alert" in pages[1].text
    assert "&lt;script&gt;alert" in pages[-1].text


def test_no_address_is_open_while_locked(site: Running) -> None:
    owner = site.owner()
    for path in ("/record", "/record/" + "0" * 32, "/record/saved/" + "0" * 32):
        assert owner.get(path).headers["location"] == "/unlock"


def test_an_address_that_is_none_is_told(owner: httpx.Client) -> None:
    assert owner.get("/record/nothing").status_code == 404
    assert owner.get("/record/saved/nothing").status_code == 422
    assert owner.get("/record/saved/" + "0" * 32).status_code == 422
