"""Threats and how they are rated: likelihood times the worst impact, less what has been tried.

The number is never shown alone: it makes a band (act now, plan, watch), and its formula stands
beside it. What is not told makes the band unknown, never small.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from panoh.casebook.index.reading import all_of, view_of
from panoh.casebook.own import own_earlier
from panoh.casebook.record import Case, save, tell
from panoh.casebook.view import View
from panoh.model.dates import bounds
from panoh.model.kinds import Capacity, Evidence, Impact, Threat
from panoh.model.messages import mark as _
from panoh.security.errors import OutOfRange

LOWEST, HIGHEST = 1, 5
#: From these scores on a threat is to be acted on, or planned for.
NOW_FROM, PLAN_FROM = 15, 8
#: Strengths take off one each, two at most, and only if they were tried within a year.
MOST_STRENGTHS = 2
TRIED_WITHIN = timedelta(days=365)
FORMULA = _("likely {likelihood} × worst impact {impact} − tried strengths {tried} = {score}")
UNKNOWN, NOW, PLAN, WATCH = "unknown", "now", "plan", "watch"


@dataclass(frozen=True, slots=True)
class Rating:
    """A score of 1 to 25 with its parts, and its band (a term of `BANDS`); `None` is not known.

    Where members tell different numbers, the higher counts, and `contested` says so.
    """

    likelihood: int | None
    impact: int | None
    tried: int
    contested: bool = False

    @property
    def score(self) -> int | None:
        """Likelihood times the worst impact, less tried strengths; never below 1."""
        if self.likelihood is None or self.impact is None:
            return None
        return max(1, self.likelihood * self.impact - self.tried)

    @property
    def band(self) -> str:
        """The band of the score."""
        score = self.score
        if score is None:
            return UNKNOWN
        return NOW if score >= NOW_FROM else PLAN if score >= PLAN_FROM else WATCH

    @property
    def formula(self) -> Evidence | None:
        """How the score came about, to be shown beside the band."""
        score = self.score
        if score is None or self.likelihood is None or self.impact is None:
            return None
        values = {"likelihood": self.likelihood, "impact": self.impact, "tried": self.tried}
        return Evidence(FORMULA, {**values, "score": score})


@dataclass(frozen=True, slots=True)
class Rated:
    """A threat with its rating, and the day by which somebody should look at it again."""

    view: View
    rating: Rating
    review: date | None

    @property
    def types(self) -> frozenset[str]:
        """The kinds of threat told (terms of `THREATS`)."""
        return frozenset(told.value for told in self.view.relied("type"))

    @property
    def title(self) -> str:
        """The threat in its words, as first told."""
        return next((str(told.value) for told in self.view.told("title")), "")


def rate(
    likelihood: Iterable[int], impacts: Iterable[Impact], strengths: Iterable[Capacity], today: date
) -> Rating:
    """The rating of what was told; numbers that are none of 1 to 5 count as not told."""
    told = {each for each in likelihood if LOWEST <= each <= HIGHEST}
    hits = [each.level for each in impacts if LOWEST <= each.level <= HIGHEST]
    tried = sum(_was_tried(each, today) for each in strengths)
    return Rating(
        likelihood=max(told, default=None),
        impact=max(hits, default=None),
        tried=min(MOST_STRENGTHS, tried),
        contested=len(told) > 1,
    )


def _was_tried(capacity: Capacity, today: date) -> bool:
    try:
        day = date.fromisoformat(capacity.tested)
    except ValueError:
        return False
    return today - TRIED_WITHIN <= day <= today


def threats(db: Any, today: date) -> list[Rated]:
    """Every threat, those to act on first; what is not rated yet stands before what may wait."""
    rated = [_rated(view, today) for view in all_of(db, "threat")]
    return sorted(rated, key=_order)


def _rated(view: View, today: date) -> Rated:
    rating = rate(
        [told.value for told in view.relied("likelihood")],
        view.each("impacts"),
        view.each("capacities"),
        today,
    )
    days = [bounds(told.value)[1] for told in view.relied("review") if told.value]
    return Rated(view, rating, min((day for day in days if day), default=None))


def _order(rated: Rated) -> tuple[int, int, str, str]:
    band = (NOW, UNKNOWN, PLAN, WATCH).index(rated.rating.band)
    return (band, -(rated.rating.score or 0), rated.title.casefold(), rated.view.root)


def record_threat(case: Case, threat: Threat, about: str = "") -> str:
    """Save what a member thinks of a threat; returns its entity.

    Saying more about an earlier one (`about`) replaces what this member said in those fields.
    """
    levels = [each.level for each in threat.impacts]
    if any(not LOWEST <= each <= HIGHEST for each in [*levels, threat.likelihood or LOWEST]):
        raise OutOfRange
    statement = tell(case, threat, about)
    if about:
        replaces = own_earlier(case, [view_of(case.vault.db, about)], statement.fields)
        statement = tell(case, threat, about, replaces=replaces)
    save(case, [statement])
    return statement.about
