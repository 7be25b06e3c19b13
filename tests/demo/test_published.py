"""What the example says in public is marked as an example and names only who said yes."""

from pathlib import Path

import pytest
from tests.casebook.building import open_case

from panoh.advocacy.figures import LEAST, figures
from panoh.advocacy.gone import gone_of, gone_with
from panoh.advocacy.publications import APPEAL, PRESS, publications
from panoh.advocacy.signing import WITHDRAWN, signatories
from panoh.casebook.record import Case
from panoh.demo.build import build
from panoh.demo.files import read


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, Path]:
    folder = tmp_path_factory.mktemp("example")
    case = Case(open_case(folder).vault)
    build(case, folder / "complaints", lambda _text: None)
    return case, folder / "published"


def test_the_second_appeal_is_without_who_withdrew(made: tuple[Case, Path]) -> None:
    case, folder = made
    [first] = (folder / "appeal-first").glob("*-en.txt")
    [again] = (folder / "appeal-again").glob("*-en.txt")
    assert "Parviz Sitorapur" in first.read_text("utf-8")
    assert "Sitorapur" not in again.read_text("utf-8")
    assert "Dilnavoz" not in first.read_text("utf-8")
    [appeal] = publications(case.vault.db, APPEAL)
    told = signatories(case.vault.db, appeal, case.clock().date())
    [left] = [each for each in told if each.state == WITHDRAWN]
    assert len(gone_with(case.vault.db, left.root, appeal.root)) == 1
    assert len(gone_of(case.vault.db, appeal.root)) == 2


def test_everything_published_says_that_its_people_are_invented(
    made: tuple[Case, Path],
) -> None:
    banner = read("case.json")["banner"]
    texts = [*made[1].rglob("*.txt"), *made[1].rglob("*.html")]
    assert len(texts) == 7
    for path in texts:
        assert banner in path.read_text("utf-8"), path.name


def test_the_page_names_one_person_and_numbers_two(made: tuple[Case, Path]) -> None:
    [page] = (made[1] / "page").iterdir()
    html = page.read_text("utf-8")
    assert "Person 2" in html
    assert "Person 3" in html
    assert "Person 1<" not in html
    assert "Ниёзмадзода" in html or "Ниёзмадзода".casefold() in html.casefold()


def test_the_press_sheet_counts_those_who_allowed_it_and_nobody_else(
    made: tuple[Case, Path],
) -> None:
    case, folder = made
    [sheet] = publications(case.vault.db, PRESS)
    people, acts, *kinds = figures(case.vault.db, sheet.way(case.clock().date()))
    assert people.range.most == len(read("published.json")["counted"])
    assert acts.range.least < acts.range.most  # nobody has decided yet what is told twice
    assert any(each.range.least >= LEAST for each in kinds)
    posts = (folder / "press" / f"press-{case.clock().date()}-en-posts.txt").read_text("utf-8")
    assert f"{people.range}: people who allowed to be counted." in posts
