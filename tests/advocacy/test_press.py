"""A press sheet: figures with sources, points, posts and a picture that a person looks at."""

import subprocess
from pathlib import Path

import pytest
from tests.advocacy.test_figures import many
from tests.casebook.building import person, source

from panoh.advocacy.giving import give_publication, made
from panoh.advocacy.picture import LETTERS, LINES, lines, picture_png, picture_svg
from panoh.advocacy.press import SHORT
from panoh.advocacy.publications import PRESS, begin, publication
from panoh.casebook.record import Case
from panoh.model.kinds import Publication, Text

PNG = b"\x89PNG"


@pytest.fixture
def sheet(case: Case) -> str:
    niso = source(case, "Niso", citation="described", described_as="a group of relatives")
    many(case, 12, "detention", niso)
    texts = (
        Text(
            "en",
            "Twelve people were taken",
            "They were taken in autumn.",
            ("Ask where they are.", "word " * 90),
        ),
        Text("ru", "Задержаны двенадцать человек", "Их задержали осенью."),
    )
    return begin(
        case,
        Publication(type=PRESS, name="autumn", texts=texts),
    )


def test_the_sheet_says_how_many_and_who_tells_it(case: Case, sheet: str) -> None:
    files = made(case, publication(case.vault.db, sheet)).files
    by_name = {file.name: file.data for file in files}
    assert len(by_name) == 8
    for language, words in (
        ("en", ("12", "a group of relatives", "How many")),
        ("ru", ("12", "Сколько", "Кто об этом сообщает")),
    ):
        pdf = by_name[f"press-2023-10-07-{language}.pdf"]
        told = subprocess.run(
            ["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True
        ).stdout.decode()
        for each in words:
            assert each in told
        assert "Niso" not in told


def test_every_post_fits_and_none_is_lost(case: Case, sheet: str) -> None:
    files = made(case, publication(case.vault.db, sheet)).files
    [posts] = [file.data.decode() for file in files if file.name.endswith("en-posts.txt")]
    parts = posts.strip().split("\n\n")
    assert all(len(each) <= SHORT for each in parts)
    assert parts[0] == "Twelve people were taken"
    assert any(each.endswith("…") for each in parts)
    assert any(each.startswith("12: ") for each in parts)


def test_the_picture_waits_for_a_look_and_names_of_no_consent_for_nothing(
    case: Case, sheet: str, tmp_path: Path
) -> None:
    what = made(case, publication(case.vault.db, sheet))
    first = give_publication(case, what, tmp_path / "out")
    assert first.stops
    assert all(stop.human for stop in first.stops)
    looked = [stop.number for stop in first.stops]
    assert len(give_publication(case, what, tmp_path / "out", looked=looked).paths) == 8
    person(case, "Задержанов Осени")
    sister = person(case, "Twelve Peopleva")
    assert sister not in {stop.root for stop in first.stops}


def test_pictures_are_pictures_and_persian_runs_from_the_right() -> None:
    svg = picture_svg("12", "people", "They were taken", "an example", "en")
    assert picture_png(svg).startswith(PNG)
    assert b'text-anchor="end"' in picture_svg("12", "", "بازداشت", "", "fa")
    assert b"<script" not in picture_svg("<script>", "", "&", "", "en")


def test_a_long_line_is_broken_and_says_that_more_is_left_out() -> None:
    found = lines("word " * 60)
    assert len(found) == LINES
    assert found[-1].endswith("…")
    assert all(len(each) <= LETTERS + 2 for each in found)
