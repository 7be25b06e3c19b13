"""Today: what each area wants, the area named once; the first of many, and the others in a fold."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import act, open_case, person, source
from tests.web.running import Running, running

HELD = [f"Хонадон{number} Ҷ." for number in range(9)]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    """Nine people are held, and nobody in contact tells of them."""
    case = open_case(tmp_path)
    with case.vault:
        paper = source(case, "Paper", connection="media")
        for name in HELD:
            act(case, person(case, name, paper), "detention", "2023-09-30", paper)
    with running(tmp_path) as found:
        yield found


@pytest.fixture
def owner(site: Running) -> httpx.Client:
    return site.unlocked()


def test_many_things_of_one_area_stand_under_its_name_and_fold(owner: httpx.Client) -> None:
    page = owner.get("/today").text
    soon = page.partition("<h2")[2].partition("</section>")[0]
    assert soon.count("<h3>") == 1
    at_once, fold, later = soon.partition("<details")
    assert fold
    assert "4 more" in later
    assert [at_once.count("data-row>"), later.count("data-row>")] == [5, 4]
    assert all(name in soon for name in HELD), "nobody is left out"


def test_a_name_keeps_its_own_direction_where_lines_begin_at_the_right(
    site: Running, owner: httpx.Client
) -> None:
    """A Cyrillic name in a Persian line would turn the words around it."""
    isolated = re.compile("\u2068Хонадон\\d Ҷ\\.\u2069")
    assert not isolated.search(owner.get("/today").text)
    site.desk.language = "fa"
    assert len(isolated.findall(owner.get("/today").text)) == len(HELD)
