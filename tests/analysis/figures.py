"""How well two lists were recognised: proposals held against the truth."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

from tests.analysis.lists import Lists, Row

from panoh.analysis.same.features import Features, Kin, Span, parts_of, place_key
from panoh.analysis.same.propose import compare_all
from panoh.casebook.pairs import LIKELY, POSSIBLE, Proposal
from panoh.model.dates import PartialDate, bounds
from panoh.model.names import Name, parse
from panoh.model.places import Place


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of pairs: findable and found, proposed, wrong, siblings called likely."""

    findable: int = 0
    found: int = 0
    found_likely: int = 0
    likely: int = 0
    right: int = 0
    siblings: int = 0
    possible: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(*(getattr(self, n) + getattr(other, n) for n in self.__slots__))

    @property
    def precision(self) -> float:
        """Of the likely pairs, the share that is one person."""
        return self.right / self.likely if self.likely else 1.0

    @property
    def recall(self) -> float:
        """Of the findable pairs, the share that is proposed at all."""
        return self.found / self.findable if self.findable else 1.0

    def __str__(self) -> str:
        return (
            f"likely {self.likely}, precision {self.precision:.4f},"
            f" siblings likely {self.siblings}; findable {self.findable}, recall {self.recall:.4f}"
            f" (likely alone {self.found_likely / max(1, self.findable):.3f});"
            f" possible {self.possible}"
        )


def features_of(row: Row, root: str) -> Features:
    """A row as the comparison sees it, as if it had come from a vault."""
    return Features(
        root=root,
        names=tuple(parts_of(names_of(row))),
        written=(),
        sex=frozenset({row.sex} - {""}),
        born=_span(row.born),
        places=frozenset({place_key(Place(row.place))} - {""}),
        kin=(Kin(parse(row.exile), row.relation),) if row.exile else (),
        acted=_span(row.day),
        rows=frozenset({(row.list, row.number)}),
        harmed=True,
    )


def names_of(row: Row) -> tuple[Name, ...]:
    """The names of a row as a person's record holds them: one text, or parts told apart."""
    if row.text:
        return (Name.of(row.text),)
    parts = (("given", row.given), ("father", row.father), ("surname", row.surname))
    return tuple(Name.of(text, kind) for kind, text in parts if text)


def all_features(lists: Lists) -> list[Features]:
    """The features of every row, their position as root."""
    return [features_of(row, str(position)) for position, row in enumerate(lists.rows)]


def measure(lists: Lists) -> Figures:
    """Compare everybody of two lists and hold the proposals against the truth."""
    return held_against(lists, compare_all(all_features(lists)))


def held_against(lists: Lists, proposals: Iterable[Proposal]) -> Figures:
    """The figures of these proposals, whose ends are positions of rows."""
    found = {_ends(each): each.level for each in proposals}
    counts: Counter[str] = Counter(found.values())
    for (i, j), level in found.items():
        if level == LIKELY:
            counts["right"] += lists.same(lists.rows[i], lists.rows[j])
            counts["siblings"] += lists.siblings(lists.rows[i], lists.rows[j])
    findable = list(lists.findable())
    return Figures(
        findable=len(findable),
        found=sum(pair in found for pair in findable),
        found_likely=sum(found.get(pair) == LIKELY for pair in findable),
        likely=counts[LIKELY],
        right=counts["right"],
        siblings=counts["siblings"],
        possible=counts[POSSIBLE],
    )


def pooled(figures: Sequence[Figures]) -> Figures:
    """All lists taken together."""
    return reduce(add, figures, Figures())


def _ends(proposal: Proposal) -> tuple[int, int]:
    low, high = sorted((int(proposal.a), int(proposal.b)))
    return low, high


def _span(edtf: str) -> tuple[Span, ...]:
    if not edtf:
        return ()
    start, end = bounds(PartialDate(edtf))
    assert start
    assert end
    return ((start, end),)
