"""Threats: the band, its formula, and what is not known."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.security.programme.case import TODAY, Clock, opened_case

from panoh.model.dates import PartialDate
from panoh.model.kinds import Capacity, Impact, Threat
from panoh.model.thesauri import BANDS
from panoh.security.errors import OutOfRange
from panoh.security.threats import rate, record_threat, threats
from panoh.security.wording import worded


def said(text: str) -> str:
    return text


def test_the_worst_impact_counts_and_tried_strengths_take_off_at_most_two() -> None:
    rating = rate(
        [4],
        [Impact("liberty", 5), Impact("mind", 2)],
        [Capacity("lawyer", tested="2026-06-01"), Capacity("shelter", tested="2026-11-01"),
         Capacity("money", tested="2026-11-02")],
        TODAY,
    )  # fmt: skip
    assert rating.score == 4 * 5 - 2
    assert rating.band == "now"
    assert rating.formula is not None
    assert worded(rating.formula, said) == ("likely 4 × worst impact 5 − tried strengths 2 = 18")


@pytest.mark.parametrize("tested", ["", "2025-11-24", "2027-01-01", "last summer"])
def test_a_strength_that_was_not_tried_within_a_year_takes_off_nothing(tested: str) -> None:
    rating = rate([3], [Impact("family", 3)], [Capacity("lawyer", tested=tested)], TODAY)
    assert rating.score == 9


@pytest.mark.parametrize(
    ("likelihood", "impact", "band"),
    [
        (5, 3, "now"),
        (3, 5, "now"),
        (4, 3, "plan"),
        (2, 4, "plan"),
        (1, 5, "watch"),
        (1, 1, "watch"),
    ],
)
def test_the_bands(likelihood: int, impact: int, band: str) -> None:
    assert rate([likelihood], [Impact("body", impact)], [], TODAY).band == band
    assert band in BANDS.terms


def test_what_is_not_told_is_unknown_and_never_small() -> None:
    assert rate([], [Impact("body", 1)], [], TODAY).band == "unknown"
    assert rate([1], [], [], TODAY).band == "unknown"
    assert rate([99], [Impact("body", 1)], [], TODAY).band == "unknown"
    assert rate([0], [Impact("body", 1)], [], TODAY).formula is None


@given(st.integers(1, 5), st.integers(1, 5), st.integers(0, 6))
def test_a_score_grows_with_its_parts(likelihood: int, impact: int, strengths: int) -> None:
    tried = [Capacity("x", tested="2026-11-01")] * strengths
    score = rate([likelihood], [Impact("body", impact)], tried, TODAY).score
    assert score is not None
    assert 1 <= score <= 25
    more = rate([min(5, likelihood + 1)], [Impact("body", impact)], tried, TODAY).score
    assert more is not None
    assert more >= score


def test_threats_are_listed_by_what_to_do_first(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        for title, likelihood, level in (("slow", 1, 2), ("near", 5, 5), ("middle", 3, 3)):
            record_threat(
                case, Threat(title=title, likelihood=likelihood, impacts=(Impact("body", level),))
            )
        record_threat(case, Threat(title="nobody rated it", type="other"))
        assert [each.title for each in threats(case.vault.db, TODAY)] == [
            "near",
            "nobody rated it",
            "middle",
            "slow",
        ]


def test_saying_more_replaces_ones_own_words_and_keeps_the_rest(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        first = Threat(
            title="They summon her brother", likelihood=2, impacts=(Impact("family", 4),)
        )
        about = record_threat(case, first)
        record_threat(case, Threat(likelihood=4, review=PartialDate("2026-12-01")), about)
        (rated,) = threats(case.vault.db, TODAY)
        assert rated.title == "They summon her brother"
        assert rated.rating.score == 16
        assert not rated.rating.contested
        assert rated.review == date(2026, 12, 1)


def test_a_number_beyond_five_is_refused(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        with pytest.raises(OutOfRange):
            record_threat(case, Threat(title="x", likelihood=6))
        with pytest.raises(OutOfRange):
            record_threat(case, Threat(title="x", impacts=(Impact("body", 0),)))
        assert threats(case.vault.db, TODAY) == []
