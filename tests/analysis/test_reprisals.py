"""What follows a protest, as data and as a drawing."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.casebook.building import act, open_case, person

from panoh.analysis.drawing.reprisals import draw
from panoh.analysis.reprisals import Reprisals, Span, busiest, reprisals
from panoh.casebook.record import Case, save, tell
from panoh.model.dates import PartialDate
from panoh.model.kinds import Event, Mention

AUTUMN = Span(date(2023, 9, 22), date(2023, 10, 27))
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A protest on 29 September; the next day the father of Nekruz is taken, later his aunt."""
    case = open_case(tmp_path)
    protest = Event(title="Protest <in Berlin>", when=PartialDate("2023-09-29"))
    save(case, [tell(case, protest)])
    nekruz = person(case, "Nekruz")
    told: dict[str, Any] = {"pressured": (Mention(entity=nekruz),)}
    father, aunt = person(case, "Jahongir"), person(case, "Shahlo")
    act(case, father, "detention", "2023-09-30", **told)
    act(case, father, "beating", "2023-09-30", **told)
    act(case, aunt, "summons", "2023-10", **told)
    act(case, aunt, "summons", "2017-05-01")
    act(case, aunt, "threat")
    return case


def test_acts_stand_in_the_row_of_whom_they_pressured(case: Case) -> None:
    found = reprisals(case.vault.db, AUTUMN)
    assert [trigger.title for trigger in found.triggers] == ["Protest <in Berlin>"]
    (row,) = found.rows
    assert row.title == "Nekruz"
    assert row.acts == {
        Span(date(2023, 9, 30), date(2023, 9, 30)): 2,
        Span(date(2023, 10, 1), date(2023, 10, 31)): 1,
    }
    assert (found.acts, found.outside, found.hidden) == (3, 2, 0)


def test_the_window_is_where_most_was_done(case: Case) -> None:
    window = busiest(case.vault.db)
    assert window is not None
    assert window.meets(AUTUMN)
    assert window.first < date(2023, 9, 29), "what came before is seen as well"


def test_nothing_dated_has_no_window(tmp_path: Path) -> None:
    case = open_case(tmp_path / "empty")
    assert busiest(case.vault.db) is None
    act(case, person(case, "Shahlo"), "threat")
    assert busiest(case.vault.db) is None


@pytest.mark.parametrize("language", ["en", "ru", "tg", "fa", "de"])
def test_the_drawing_is_well_formed_and_mirrored(case: Case, language: str) -> None:
    found = reprisals(case.vault.db, AUTUMN)
    drawn = {mirrored: draw(found, language, right_to_left=mirrored) for mirrored in (False, True)}
    for svg in drawn.values():
        root = ET.fromstring(svg)  # noqa: S314 - our own drawing
        assert root.find(f"{SVG}desc") is not None
        assert "style=" not in svg, "pages forbid styles that stand in elements"
        assert len(root.findall(f"{SVG}circle[@class='shelter']")) == 1
        assert len(root.findall(f"{SVG}rect[@class='unsure']")) == 1
    left = [float(each.get("cx", 0)) for each in _circles(drawn[False])]
    right = [float(each.get("cx", 0)) for each in _circles(drawn[True])]
    assert right == pytest.approx([1000 - x for x in left], abs=0.2)


@given(
    first=st.dates(date(2020, 1, 1), date(2026, 1, 1)),
    days=st.integers(14, 45),
    language=st.sampled_from(["en", "ru", "tg", "fa", "de"]),
)
def test_words_along_the_line_of_time_keep_apart(first: date, days: int, language: str) -> None:
    """A letter is at most ten units wide; what is written stands between its ends."""
    window = Span(first, first + timedelta(days=days))
    root = ET.fromstring(draw(Reprisals(window, (), (), 0, 0, 0), language))  # noqa: S314
    words = [each for each in root.findall(f"{SVG}text") if each.get("class") == "quiet"]
    ends = sorted(map(_stretch, words))
    assert len(ends) >= 2
    assert all(left[1] < right[0] for left, right in pairwise(ends))


def _stretch(text: ET.Element) -> tuple[float, float]:
    x, width = float(text.get("x", 0)), 10.0 * len(text.text or "")
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")]
    return x - share * width, x + (1 - share) * width


def _circles(svg: str) -> list[ET.Element]:
    found = ET.fromstring(svg)  # noqa: S314
    return found.findall(f"{SVG}circle[@class='shelter']")
