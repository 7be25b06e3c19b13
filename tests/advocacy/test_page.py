"""The public page: what was allowed, no more; nothing in it runs or asks for anything."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.casebook.building import act, consent, noon, person, source

from panoh.advocacy.giving import give_publication, made
from panoh.advocacy.publications import PAGE, begin, publication, write_text
from panoh.casebook.consent.gate import Outgoing, inspect
from panoh.casebook.record import Case
from panoh.model.kinds import Publication, Text
from panoh.model.places import Place

ALLOWED: dict[str, Any] = {"recipient": "public", "uses": ("publication",)}


@dataclass(frozen=True)
class Told:
    """A page on Jamshed, who may be named; on Anora, who may not; on Said, who allowed nothing."""

    root: str
    jamshed: str
    anora: str
    said: str


@pytest.fixture
def told(case: Case) -> Told:
    niso = source(case, "Niso", citation="described", described_as="a group of relatives")
    people = [
        person(case, name, niso, born="1980")
        for name in ("Ҷамшед Саидов", "Анора Шарипова", "Саид Раҷабов")
    ]
    jamshed, anora, _said = people
    consent(case, jamshed, what=("name", "facts", "place"), **ALLOWED)
    consent(case, anora, what=("facts",), **ALLOWED)
    acts = [
        act(case, who, "detention", "2023-09-30", niso, places=(Place("Хуҷанд"),)) for who in people
    ]
    text = Text("ru", "Их забрали", "Джамшеда Саидова забрали дома.\nС Анорой Шариповой говорили.")
    record = Publication(type=PAGE, name="autumn", texts=(text,), statements=tuple(acts))
    return Told(begin(case, record), *people)


def page(case: Case, told: Told) -> str:
    [file] = made(case, publication(case.vault.db, told.root)).files
    return file.data.decode()


def test_who_allowed_it_is_named_and_who_allowed_facts_has_a_number(case: Case, told: Told) -> None:
    html = page(case, told)
    rows = re.findall(r"<tr><td>(.*?)</td></tr>", html)
    cells = [row.split("</td><td>") for row in rows][-2:]
    teller = "a group of relatives"
    assert cells == [
        ["Ҷамшед Саидов", "Лишение свободы", "30 сентября 2023 г.", "Хуҷанд", teller],
        ["Человек 2", "Лишение свободы", "сентябрь 2023 г.", "", teller],
    ]
    assert "Раҷабов" not in html


def test_a_name_in_the_text_without_consent_is_taken_out_in_its_form(
    case: Case, told: Told
) -> None:
    html = page(case, told)
    assert "Джамшеда Саидова забрали" in html
    for form in ("Анора", "Анорой", "Шарипов"):
        assert form not in html
    assert "С [имя не называется] говорили." in html


def test_the_same_text_without_taking_out_would_be_stopped(case: Case, told: Told) -> None:
    """The positive control: the gate sees the sister's name in the form that stands there."""
    found = publication(case.vault.db, told.root)
    raw = [Outgoing("page.html", f"<p>{found.texts['ru'].body}</p>".encode())]
    assert {stop.root for stop in inspect(case.vault.db, raw, found.way(noon().date()))} == {
        told.anora
    }


def test_the_page_leaves_and_is_the_bytes_that_were_read(
    case: Case, told: Told, tmp_path: Path
) -> None:
    what = made(case, publication(case.vault.db, told.root))
    outcome = give_publication(case, what, tmp_path)
    assert outcome.stops == ()
    assert outcome.paths[0].read_bytes() == what.files[0].data


def test_nothing_in_it_runs_or_asks_for_anything(case: Case, told: Told) -> None:
    evil = Text("en", '<script src="https://x">', '"><img src=//x onerror=a>\njavascript:alert(1)')
    write_text(case, told.root, evil)
    html = page(case, told)
    assert set(re.findall(r"<([a-z0-9]+)", html)) <= {
        "html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "p",
        "div", "table", "thead", "tbody", "tr", "th", "td", "ul", "li",
    }  # fmt: skip
    assert not re.search(r"<[^>]*\s(?:src|href|on\w+|style)\s*=", html)
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src &#x27;none&#x27;" in html or "default-src 'none'" in html


def test_small_numbers_are_not_on_it(case: Case, told: Told) -> None:
    html = page(case, told)
    assert "менее 5" in html
    assert "<td>3</td>" not in html


def test_a_consent_taken_back_takes_the_person_off(case: Case, told: Told) -> None:
    consent(case, told.jamshed, "no", what=(), **ALLOWED)
    html = page(case, told)
    assert "Саидов" not in html
    assert "Джамшед" not in html
