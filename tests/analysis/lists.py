"""Two lists of persecuted relatives, drawn from a seed, with the truth about who is who.

A world has some exiles. Each has kin at home: a father and his brothers, brothers and sisters
(twins among them), a grandfather, wives, cousins who bear a given name of the family again, small
children named after the grandfather. Some people have a namesake elsewhere. Relatives are taken
together, so day, district, surname and exile are shared by a whole family: only the given name, the
father's name and the birth tell them apart.

Each list has its own habits: script, endings, order or columns, how births are told, what is left
out, how often fingers slip.

**Who counts as findable.** A row that tells a given name (or an initial) and nothing else at all
(no father's name, surname, birth, place, exile or day) carries nothing by which anybody could be
recognised. Pairs with such a row are not counted for recall; they are counted for precision.
Every other true pair counts, even if the two rows have little in common.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import combinations
from random import Random

from tests.analysis.clans import Someone, world
from tests.model.names import spellings as spelled

NEIGHBOURS = {
    "Ҳисор": "Турсунзода", "Рӯдакӣ": "Варзоб", "Восеъ": "Кӯлоб", "Исфара": "Конибодом",
    "Рашт": "Нуробод", "Шуғнон": "Роштқалъа", "Ёвон": "Хуросон", "Панҷакент": "Айнӣ",
}  # fmt: skip
#: Scripts and keyboards a list may mix, because it was typed by several hands.
_MIXES = (
    ("tajik",), ("russian",), ("tajik", "russian", "typist"), ("press", "plain"), ("bgn",),
    ("russian", "press"), ("persian",), ("german", "press"), ("uzbek", "tajik"), ("typist",),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """How one list is written: habits, columns or one text, what is left out and how often."""

    habits: tuple[str, ...]
    columns: bool
    order: str
    no_father: float
    no_birth: float
    whole_birth: float
    ages: float


@dataclass(frozen=True, slots=True)
class Row:
    """One row as a list tells it; empty where it tells nothing. `born` and `day` are EDTF."""

    who: int
    list: str
    number: int
    given: str
    father: str
    surname: str
    text: str
    born: str
    place: str
    exile: str
    relation: str
    day: str
    sex: str

    @property
    def findable(self) -> bool:
        """Whether anything but a given name is told."""
        told = (self.father, self.surname, self.born, self.place, self.exile, self.day)
        return any(told)


@dataclass(frozen=True, slots=True)
class Lists:
    """Two lists and the people behind them."""

    seed: int
    people: dict[int, Someone]
    rows: list[Row] = field(default_factory=list)

    def same(self, a: Row, b: Row) -> bool:
        """Whether both rows mean one person."""
        return a.who == b.who

    def siblings(self, a: Row, b: Row) -> bool:
        """Whether the rows mean two children of one father."""
        one, other = self.people[a.who], self.people[b.who]
        return a.who != b.who and one.parent == other.parent is not None

    def findable(self) -> Iterator[tuple[int, int]]:
        """The positions of rows that mean one person and tell enough to be recognised."""
        for (i, a), (j, b) in combinations(enumerate(self.rows), 2):
            if self.same(a, b) and a.findable and b.findable:
                yield i, j


def two_lists(seed: int) -> Lists:
    """Two overlapping lists of about thirty to sixty rows each, the same for the same seed."""
    rng = Random(seed)  # noqa: S311 - repeatable on purpose
    people = {each.id: each for each in world(rng, tuple(NEIGHBOURS))}
    rows = [row for name in "ab" for row in _one_list(rng, name, people.values())]
    return Lists(seed, people, rows)


def _style(rng: Random) -> Style:
    columns = rng.random() < 0.5
    return Style(
        habits=rng.choice(_MIXES),
        columns=columns,
        order=rng.choice(("sgf", "sg", "gs", "gfs")) if not columns else "sgf",
        no_father=rng.uniform(0.1, 0.5),
        no_birth=rng.uniform(0.05, 0.3),
        whole_birth=rng.uniform(0.1, 0.5),
        ages=rng.uniform(0.0, 0.25),
    )


def _one_list(rng: Random, name: str, people: Iterable[Someone]) -> list[Row]:
    style = _style(rng)
    chosen = [each for each in people if rng.random() < 0.68]
    chosen += [each for each in chosen if rng.random() < 0.03]
    rng.shuffle(chosen)
    return [_row(rng, name, number, style, each) for number, each in enumerate(chosen, start=2)]


def _row(rng: Random, name: str, number: int, style: Style, who: Someone) -> Row:
    given, father, surname = _parts(rng, style, who)
    text = "" if style.columns else _text(rng, style, given, father, surname)
    row = Row(
        who=who.id, list=name, number=number, given=given, father=father, surname=surname,
        text=text, born=_born(rng, style, who), place=_place(rng, who),
        exile=_exile(rng, style, who), relation=_relation(rng, who), day=_day(rng, who),
        sex={"m": "male", "f": "female"}[who.name.sex] if rng.random() < 0.3 else "",
    )  # fmt: skip
    if rng.random() < 0.01:  # a name overheard, nothing else
        return replace(row, father="", surname="", text=given if text else "",
                       born="", place="", exile="", day="")  # fmt: skip
    return row


def _parts(rng: Random, style: Style, who: Someone) -> tuple[str, str, str]:
    habit = rng.choice(style.habits)
    person = who.name
    if rng.random() < 0.04:  # the new generation takes the father's name as surname
        person = replace(person, family=person.father)
    given, father, surname = spelled.parts_spelled(person, habit, rng)
    if rng.random() < 0.05 and habit != "persian":
        given = spelled.typo(given, rng)
    if rng.random() < 0.05 and habit != "persian":
        surname = spelled.typo(surname, rng)
    chance = rng.random()
    if chance < 0.03 and habit != "persian":
        return given[0] + ".", father[0] + ".", surname
    if chance < 0.06:  # a relative's report: the given name, known by the exile
        return given, "", ""
    if chance < 0.09:
        return given, father, ""
    return given, "" if rng.random() < style.no_father else father, surname


def _text(rng: Random, style: Style, given: str, father: str, surname: str) -> str:
    order = style.order if rng.random() < 0.9 else rng.choice(("sgf", "gs"))
    if given.endswith("."):
        return f"{surname} {given}{father}"
    by = {"s": surname, "g": given, "f": father}
    return " ".join(by[letter] for letter in order if by[letter])


def _born(rng: Random, style: Style, who: Someone) -> str:
    born, chance = who.born, rng.random()
    if chance < style.no_birth:
        return ""
    if rng.random() < 0.06:
        born = born.replace(day=min(born.day, 28), year=born.year + rng.choice((-1, 1)))
    if rng.random() < style.ages:  # an age told in October 2023, as an interval of a year
        age = 2023 - born.year - (born > date(born.year, 10, 5))
        return f"{2023 - age - 1}-10-06/{2023 - age}-10-05"
    return born.isoformat() if rng.random() < style.whole_birth else str(born.year)


def _place(rng: Random, who: Someone) -> str:
    chance = rng.random()
    if chance < 0.14:
        return ""
    return NEIGHBOURS[who.district] if chance < 0.22 else who.district


def _exile(rng: Random, style: Style, who: Someone) -> str:
    if rng.random() < 0.12:
        return ""
    given, father, surname = spelled.parts_spelled(who.exile, rng.choice(style.habits), rng)
    if rng.random() < 0.1:
        return given
    return f"{surname} {given}" + (f" {father}" if rng.random() < 0.15 else "")


def _relation(rng: Random, who: Someone) -> str:
    """What they are to the exile, mostly told and mostly right."""
    if rng.random() < 0.3:
        return "kin" if rng.random() < 0.3 else ""
    return rng.choice(("cousin", "uncle_aunt", "sibling")) if rng.random() < 0.04 else who.relation


def _day(rng: Random, who: Someone) -> str:
    if rng.random() < 0.15:
        return ""
    day = who.taken + timedelta(days=rng.choice((0, 0, 0, 0, 1, -1)))
    return day.isoformat() if rng.random() < 0.9 else day.isoformat()[:7]
