"""Clusters in which somebody was judged the same and different: why they are shown apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.index.reading import view_of
from panoh.casebook.naming import title
from panoh.casebook.reviewing import apart
from panoh.casebook.wording import Wording
from panoh.model.messages import mark as _
from panoh.web.page import Page, Reply
from panoh.web.review.decided import Line, line
from panoh.web.review.held import told
from panoh.web.routes import get
from panoh.web.visit import Visit

MOST = 25


@dataclass(frozen=True, slots=True)
class Cluster:
    """The entries of one cluster by root and name, and every judgement between them."""

    members: Sequence[tuple[str, str]]
    judgements: Sequence[Line]


@dataclass(frozen=True, kw_only=True)
class ApartPage(Page):
    """The clusters that wait for somebody to take one judgement back."""

    template: ClassVar[str] = "review/apart.html"
    title: ClassVar[str] = _("Judged the same and different")
    area: ClassVar[str] = "people"
    clusters: Sequence[Cluster]
    said: str
    said_count: int


def _apart(visit: Visit) -> Reply:
    db, words = visit.db, Wording(visit.language)
    said, said_count = told(visit)
    return ApartPage(
        clusters=[
            Cluster(
                [(each, title(view_of(db, each))) for each in found.members],
                [line(db, each, words) for each in found.judgements],
            )
            for found in apart(db, MOST)
        ],
        said=said,
        said_count=said_count,
    )


ways = (get("/review/apart", _apart),)
