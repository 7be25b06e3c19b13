"""A complaint in the pages: nothing leaves before everybody allowed it and somebody looked."""

import io
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import act, consent, open_case, person, source
from tests.web.running import Running, running

from panoh.casebook.index.reading import view_of
from panoh.casebook.record import Case
from panoh.legal.matters import latest_matter

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}"
ARGUMENT = {
    "title": "The detention of Jamshed Saidov",
    "submitter": "Sarpanoh (fictional)",
    "circumstances": "He was taken from his house.",
    "urgent": "no",
}


class Detained:
    """Jamshed was taken and allows a complaint; his brother Farid was taken and nobody asked."""

    def __init__(self, case: Case) -> None:
        niso = source(case, "Niso", connection="relative", citation="described", described_as="kin")
        self.jamshed = person(case, "Jamshed Saidov", niso, "1968")
        self.farid = person(case, "Farid Rahimov", niso, "1972")
        for who in (self.jamshed, self.farid):
            act(case, who, "detention", "2023-09-30", niso)
        consent(case, self.jamshed)


@pytest.fixture
def detained(tmp_path: Path) -> Detained:
    case = open_case(tmp_path)
    with case.vault:
        return Detained(case)


@pytest.fixture
def site(tmp_path: Path, detained: Detained) -> Iterator[Running]:
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


def written(owner: httpx.Client, who: str, **told: str) -> str:
    """A complaint written for these people; where its pages are."""
    answer = owner.post("/complaint/matter", data=ARGUMENT | told | {"person": who})
    return after_work(owner, answer)


def after_work(owner: httpx.Client, answer: httpx.Response) -> str:
    assert (answer.status_code, answer.headers["location"]) == (303, "/wait"), answer.text
    for _ in range(200):
        told = owner.get("/wait")
        if told.status_code != 200:
            assert told.status_code == 303, shown(told, told.status_code)
            return told.headers["location"]
        time.sleep(0.05)
    raise AssertionError("the work does not end")


def looks(page: httpx.Response) -> list[str]:
    """The numbers of everything a person has to look at."""
    return re.findall(r'name="looked" value="([^"]*)"', page.text)


def actions(site: Running) -> list[dict[str, object]]:
    """What was noted as given out."""
    with site.desk.held() as case:
        rows = list(case.vault.db.execute("SELECT id FROM entity WHERE kind = 'action'"))
        views = [view_of(case.vault.db, row[0]) for row in rows]
    return [{name: told[0].value for name, told in view.fields.items()} for view in views]


def test_who_did_not_allow_it_is_left_out_and_that_is_said(
    owner: httpx.Client, detained: Detained
) -> None:
    both = f"{detained.jamshed},{detained.farid}"
    told = shown(owner.get(f"/complaint?person={both}"))
    assert "Allows: name, what happened" in told
    assert "Will be left out: nobody recorded a consent for this recipient and use" in told
    assert written(owner, both) == "/complaint/ready"
    page = shown(owner.get("/complaint/ready"))
    assert "Jamshed Saidov" in page
    assert "Left out, because no consent is recorded: 1." in page
    assert "Farid" not in page


def test_nobody_allowed_anything_yet(owner: httpx.Client, detained: Detained) -> None:
    page = owner.get(f"/complaint?person={detained.farid}")
    assert "Ask first; then go on." in shown(page)
    assert "/complaint/matter" not in page.text
    assert written(owner, detained.farid) == f"/complaint?person={detained.farid}"
    assert owner.get("/complaint/ready").headers["location"] == "/complaint"


def test_the_gate_is_closed_until_the_consent_is_given(
    site: Running, owner: httpx.Client, detained: Detained
) -> None:
    names = {"circumstances": "His friend Farid Rahimov was taken with him."}
    assert written(owner, detained.jamshed, **names) == "/complaint/ready"
    page = owner.get("/complaint/ready")
    assert "The gate is closed" in shown(page)
    assert "Farid Rahimov : nobody recorded a consent" in shown(page)
    refused = owner.post("/complaint/give", data={"looked": looks(page)})
    assert "The gate is closed" in shown(refused, 422)
    assert actions(site) == []
    assert owner.get("/complaint/files").headers["location"] == "/complaint"
    assert owner.get("/complaint/files/pdf").status_code == 303
    yes = {"answer": "yes", "what": ["name", "facts"], "recipient": "wgad", "use": "complaint"}
    yes |= {"how": "spoken", "day": "2023-10-05", "for": detained.jamshed}
    given = owner.post(f"/people/{detained.farid}/consent", data=yes)
    assert given.headers["location"].endswith(f"consent?for={detained.jamshed}")
    assert "Saved. It can be taken back at any time." in shown(owner.get(given.headers["location"]))
    again = owner.post("/complaint/again", data={"person": detained.jamshed})
    assert after_work(owner, again) == "/complaint/ready"
    page = owner.get("/complaint/ready")
    assert "The gate is closed" not in shown(page)
    opened = owner.post("/complaint/give", data={"looked": looks(page)})
    assert opened.headers["location"] == "/complaint/files"
    (noted,) = actions(site)
    assert noted["recipient"] == "wgad"
    assert noted["persons"] == (detained.jamshed,)
    assert noted["state"] == "draft"
    assert len(noted["documents"]) == 2  # type: ignore[arg-type]


def test_the_files_open_and_are_written_nowhere(
    owner: httpx.Client, detained: Detained, tmp_path: Path
) -> None:
    written(owner, detained.jamshed)
    page = owner.get("/complaint/ready")
    owner.post("/complaint/give", data={"looked": looks(page)})
    pdf, docx = owner.get("/complaint/files/pdf"), owner.get("/complaint/files/docx")
    assert pdf.content.startswith(b"%PDF-")
    assert pdf.headers["content-disposition"].startswith('attachment; filename="wgad-')
    assert (
        "Jamshed Saidov"
        in zipfile.ZipFile(io.BytesIO(docx.content)).read("word/document.xml").decode()
    )
    files = owner.get("/complaint/files").text
    letter = re.search(r'action="(/sent/[0-9a-f]+)/again"', files)
    assert letter, "when to ask what became of it is asked here"
    owner.post(f"{letter[1]}/again", data={"action.reply_due": "05.10.2023"})
    assert letter[1] in owner.get("/today").text
    there = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(data.startswith((b"%PDF", b"PK")) or b"Saidov" in data for data in there)
    owner.post("/lock")
    assert owner.get("/complaint/files/pdf").headers["location"] == "/unlock"


def test_the_pages_are_pictures(owner: httpx.Client, detained: Detained) -> None:
    written(owner, detained.jamshed)
    count = owner.get("/complaint/ready").text.count("<img ")
    assert count > 2
    for number in range(1, count + 1):
        picture = owner.get(f"/complaint/pages/{number}")
        assert picture.headers["content-type"] == "image/png"
        assert picture.content.startswith(b"\x89PNG")
    for other in ("0", str(count + 1), "-1", "x", "../1"):
        assert owner.get(f"/complaint/pages/{other}").status_code in (303, 404)


def test_what_only_a_person_can_see_is_looked_at_one_by_one(
    site: Running, owner: httpx.Client, detained: Detained
) -> None:
    """Another entry bears the same name: Jamshed himself, or a namesake whom nobody asked."""
    with site.desk.held() as case:
        person(case, "Jamshed Saidov")
    written(owner, detained.jamshed)
    page = owner.get("/complaint/ready")
    wanted = looks(page)
    assert len(wanted) > 1
    assert "Look at these yourself" in shown(page)
    for some in ([], wanted[:1]):
        answer = owner.post("/complaint/give", data={"looked": some})
        assert "Nothing was given out." in shown(answer, 422)
        assert answer.text.count(" checked>") == len(some)
    guessed = owner.post("/complaint/give", data={"looked": ["00000000"]})
    assert guessed.status_code == 422
    assert actions(site) == []
    assert owner.post("/complaint/give", data={"looked": wanted}).status_code == 303
    (noted,) = actions(site)
    assert set(noted["looked"]) == {each for one in wanted for each in one.split()}  # type: ignore[call-overload]


def test_final_needs_the_name_of_who_has_read_it(
    site: Running, owner: httpx.Client, detained: Detained
) -> None:
    nobody = ARGUMENT | {"person": detained.jamshed, "state": "final", "reviewer": " "}
    answer = owner.post("/complaint/matter", data=nobody)
    assert "Give the name of who has read it" in shown(answer, 422)
    assert "He was taken from his house." in answer.text  # what was typed is still there
    written(owner, detained.jamshed, state="final", reviewer="Lola Karimova")
    page = owner.get("/complaint/ready")
    assert "Final, read by Lola Karimova." in shown(page)
    owner.post("/complaint/give", data={"looked": looks(page)})
    (noted,) = actions(site)
    assert noted["state"] == "final"


def test_what_was_written_is_kept_changed_and_emptied(
    site: Running, owner: httpx.Client, detained: Detained
) -> None:
    written(owner, detained.jamshed, requests="That he be released.", categories="II")
    page = owner.get(f"/complaint/matter?person={detained.jamshed}")
    assert "That he be released." in page.text
    written(owner, detained.jamshed, requests="", argument="He was held for his brother.")
    with site.desk.held() as case:
        matter = latest_matter(case.vault.db, [detained.jamshed])
        assert matter is not None
        told = {name: [each.value for each in values] for name, values in matter.fields.items()}
        rows = list(case.vault.db.execute("SELECT id FROM entity WHERE kind = 'matter'"))
    assert told["requests"] == [""]
    assert told["argument"] == ["He was held for his brother."]
    assert told["title"] == [ARGUMENT["title"]]
    assert len(rows) == 1
    assert "The detention of Jamshed Saidov" in shown(owner.get("/complaint"))


def test_people_are_found_by_name_and_added(owner: httpx.Client, detained: Detained) -> None:
    found = owner.post("/complaint", data={"person": detained.jamshed, "words": "рахимов"})
    assert "Farid Rahimov" in shown(found)
    added = owner.post("/complaint", data={"person": detained.jamshed, "add": detained.farid})
    assert added.headers["location"] == f"/complaint?person={detained.jamshed},{detained.farid}"


def test_a_refusal_wins_until_they_change_their_mind(
    owner: httpx.Client, detained: Detained
) -> None:
    where = f"/people/{detained.jamshed}/consent"
    answer = {"recipient": "wgad", "use": "complaint", "how": "spoken", "day": "2023-10-06"}
    owner.post(where, data=answer | {"answer": "no"})
    assert "This refusal wins over any yes." in shown(owner.get(where))
    assert "Nothing, not even the name." in shown(owner.get(where))
    yes = answer | {"answer": "yes", "what": ["name"]}
    owner.post(where, data=yes)
    assert "Saved, but it does not allow this yet: name: a refusal is recorded" in shown(
        owner.get(where)
    )
    owner.post(where, data=yes | {"changed_mind": "yes"})
    assert "Allowed: name" in shown(owner.get(where))


def test_a_yes_is_taken_back(owner: httpx.Client, detained: Detained) -> None:
    where = f"/people/{detained.jamshed}/consent"
    page = owner.get(where)
    (chosen,) = re.findall(r'name="consent" value="(\w+)"', page.text)
    owner.post(f"/people/{detained.jamshed}/withdraw", data={"consent": chosen})
    told = shown(owner.get(where))
    assert "Taken back. What was given out before cannot be called back." in told
    assert "Nothing, not even the name." in told


@pytest.mark.parametrize(
    ("lacking", "said"),
    [
        ({"answer": ""}, "Choose yes or no."),
        ({"what": []}, "Choose what they allowed."),
        ({"day": "one day"}, "This cannot be read as a date."),
        ({"recipient": "nobody"}, ""),
    ],
)
def test_an_answer_that_cannot_be_read_is_not_saved(
    owner: httpx.Client, detained: Detained, lacking: dict[str, str], said: str
) -> None:
    whole = {"answer": "yes", "what": ["name"], "recipient": "wgad", "use": "complaint"}
    whole |= {"how": "spoken", "day": "2023-10-06"}
    answer = owner.post(f"/people/{detained.farid}/consent", data=whole | lacking)
    assert said in shown(answer, 422)
    assert "Nothing, not even the name." in shown(owner.get(f"/people/{detained.farid}/consent"))


def test_hostile_words_are_shown_as_words(owner: httpx.Client, detained: Detained) -> None:
    every = dict.fromkeys(("title", "submitter", "circumstances", "argument", "requests"), SCRIPT)
    written(owner, detained.jamshed, **every, state="final", reviewer=SCRIPT)
    form = {"answer": "maybe", "given_by": SCRIPT, "guardian": SCRIPT, "day": SCRIPT}
    pages = [
        owner.get("/complaint/ready"),
        owner.get("/complaint"),
        owner.get(f"/complaint/matter?person={detained.jamshed}"),
        owner.post("/complaint", data={"words": SCRIPT, "person": SCRIPT}),
        owner.post(f"/people/{detained.jamshed}/consent", data=form),
    ]
    for page in pages:
        assert page.status_code in (200, 422)
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text
        assert "&lt;script&gt;alert(1)" in page.text
    for path in ("/people/x/consent", f"/people/{'0' * 32}/consent"):
        assert "Nobody is recorded under this address." in shown(owner.get(path), 422)
    assert owner.get(f"/complaint?person={SCRIPT}").status_code == 200
