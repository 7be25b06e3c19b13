"""Comparing dates of different precision."""

from datetime import date
from itertools import pairwise

import pytest

from panoh.model.dates import PartialDate, age_on, bounds, compatible, contains, more_precise


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("2023-09-30", "2023-09", True),
        ("2023-09-30", "2023-10-01", False),
        ("2023-09-30", "2023-10-01~", True),
        ("2023-09-26", "2023-09-30~", False),
        ("2023-09-30", "2023-23", True),
        ("../2023-09-30", "2023-10", False),
        ("2023-09-28/2023-10-02", "2023-10-01", True),
        ("XXXX-09-30", "2023-09-30", True),
        ("XXXX-09-30", "2023-10-01", False),
        ("XXXX-09-30", "2023", True),
        ("XXXX-09-30", "XXXX-10-01", False),
        ("XXXX-10-01~", "XXXX-09-30", True),
        ("XXXX-12-31~", "XXXX-01-01", True),
        ("XXXX-02-29", "2023-02", False),
        ("XXXX-02-29", "2024-02", True),
        ("", "2023-09-30", True),
    ],
)
def test_compatible(a: str, b: str, agree: bool) -> None:
    assert compatible(PartialDate(a), PartialDate(b)) is agree


def test_a_season_may_be_counted_by_months_or_by_equinox() -> None:
    assert bounds(PartialDate("2023-23")) == (date(2023, 9, 1), date(2023, 12, 22))
    assert bounds(PartialDate("2023-24")) == (date(2023, 1, 1), date(2024, 3, 21))


def test_the_more_precise_one() -> None:
    order = ["", "../2023", "XXXX-09", "19XX", "2023~", "2023", "2023-23", "2023-09", "2023-09-30"]
    dates = [PartialDate(edtf) for edtf in order]
    for vague, precise in pairwise(dates):
        assert more_precise(vague, precise) is precise
        assert more_precise(precise, vague) is precise


def test_contains() -> None:
    assert contains(PartialDate("2023"), PartialDate("2023-09-30"))
    assert not contains(PartialDate("2023-09-30"), PartialDate("2023"))
    assert contains(PartialDate(""), PartialDate("2023"))
    assert not contains(PartialDate("2023/.."), PartialDate("XXXX-09-30"))


@pytest.mark.parametrize(
    ("born", "ages"),
    [
        ("2006-09-30", (17, 17)),
        ("2006", (16, 17)),
        ("2005~", (15, 20)),
        ("1942", (80, 81)),
        ("", (None, None)),
        ("../1990", (32, None)),
        ("2022-03", (1, 1)),
        ("2030", (0, 0)),
        ("2000/..", (0, 23)),
    ],
)
def test_ages_on_30_september_2023(born: str, ages: tuple[int | None, int | None]) -> None:
    assert age_on(PartialDate(born), date(2023, 9, 30)) == ages
