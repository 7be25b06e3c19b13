"""Which row of an earlier file is this one? Only asked within one source."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from panoh.intake.spreadsheet.rows.cells import content
from panoh.intake.spreadsheet.rows.earlier import EarlierRow
from panoh.model.names import fold

#: Below this share of rows told again, a file is another list of the source, not a new version.
_SAME_LIST = 0.5
_GROWN_LIST = 0.8
#: A row whose name changed is the same row only if at least this share of its other cells stayed.
_SAME_ROW = 0.5


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row of the new file as far as it is compared: cells by column name, and its name."""

    sheet: str
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that number the rows and that name the people."""

    key: str
    names: tuple[str, ...]

    def name_of(self, cells: dict[str, str]) -> str:
        """The folded full name in a row; empty if there is none."""
        return fold(" ".join(cells[column] for column in self.names if column in cells))

    def mark(self, cells: dict[str, str]) -> Hashable:
        """By what a row is known in another version: its name, or else all it says."""
        return self.name_of(cells) or content(cells, self.key)


def earlier_version(
    old: Sequence[EarlierRow], new: Sequence[NewRow], columns: Columns
) -> list[EarlierRow]:
    """The earlier rows of which the new file is another version; none if it is another list.

    A version may stand in several files: the rows a corrected file did not change stayed where
    they were. A list that only grew tells nearly all of the old rows again.
    """
    again = Counter(columns.mark(row.cells) for row in new)
    files: dict[str, list[EarlierRow]] = defaultdict(list)
    for row in old:
        files[row.item].append(row)
    found: list[EarlierRow] = []
    shared = 0
    for rows in files.values():
        told_again = (Counter(columns.mark(row.cells) for row in rows) & again).total()
        if told_again >= _SAME_LIST * len(rows):
            found += rows
            shared += told_again
    grown = shared >= _GROWN_LIST * len(found)
    return found if found and (grown or shared >= _SAME_LIST * len(new)) else []


class Matching:
    """Pairs rows of the new file with earlier ones: by what they say, name, number, position."""

    def __init__(self, old: Sequence[EarlierRow], new: Sequence[NewRow], columns: Columns) -> None:
        self._old, self._new, self._columns = old, new, columns
        self._free = set(range(len(old)))
        self.pairs: dict[int, int] = {}
        self._by_content()
        self._by(lambda cells: (self._key(cells), columns.name_of(cells)))
        self._by(columns.name_of)
        self._by(self._key, checked=True)
        self._by_position()

    @property
    def gone(self) -> list[EarlierRow]:
        """The earlier rows that no new row continues."""
        return [self._old[at] for at in sorted(self._free)]

    def _key(self, cells: dict[str, str]) -> str:
        return cells.get(self._columns.key, "")

    def _pair(self, new: int, old: int) -> None:
        self.pairs[new] = old
        self._free.discard(old)

    def _by_content(self) -> None:
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for at, row in enumerate(self._old):
            waiting[row.sheet, row.content(self._columns.key)].append(at)
        for at, each in enumerate(self._new):
            same = waiting.get((each.sheet, content(each.cells, self._columns.key)))
            if same:
                self._pair(at, same.popleft())

    def _by(self, mark: Callable[[dict[str, str]], Hashable], *, checked: bool = False) -> None:
        """Pair what has the same mark, if only one old and one new row left have it."""
        old: dict[Hashable, list[int]] = defaultdict(list)
        for at in sorted(self._free):
            old[mark(self._old[at].cells)].append(at)
        new: dict[Hashable, list[int]] = defaultdict(list)
        for at, row in enumerate(self._new):
            if at not in self.pairs:
                new[mark(row.cells)].append(at)
        for each, places in new.items():
            known = old.get(each, [])
            empty = not each or (isinstance(each, tuple) and not all(each))
            if empty or len(places) != 1 or len(known) != 1:
                continue
            if not checked or self._alike(places[0], known[0]):
                self._pair(places[0], known[0])

    def _by_position(self) -> None:
        """Pair a run of changed rows with the rows that stood between the same neighbours."""
        run: list[int] = []
        before = -1
        for at in range(len(self._new) + 1):
            if at < len(self._new) and at not in self.pairs:
                run.append(at)
                continue
            after = self.pairs.get(at, len(self._old))
            between = [old for old in range(before + 1, after) if old in self._free]
            if run and len(between) == len(run):
                for new, old in zip(run, between, strict=True):
                    if self._alike(new, old):
                        self._pair(new, old)
            before, run = after, []

    def _alike(self, new: int, old: int) -> bool:
        aside = {self._columns.key, *self._columns.names}
        a = {name: text for name, text in self._new[new].cells.items() if name not in aside}
        b = {name: text for name, text in self._old[old].cells.items() if name not in aside}
        same = sum(1 for name in a.keys() & b.keys() if a[name] == b[name])
        return same >= max(1, _SAME_ROW * max(len(a), len(b)))
