"""Unkind data: a made-up case as statements, the same for the same seed.

Ten statements for each person: a row of a list, the person, acts, observations and three links.
One person has 1,000 links; of every 1,000 people 30 are one person told thirty times; in every
second unit somebody else tells of the same person; 5 % of what is told twice contradicts. Names
and texts come in three scripts; one text in fifty is 500 words long.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, pairwise
from random import Random

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds import Act, Cell, Judgement, Link, Person, Row, Source, Status, kind_of
from panoh.model.kinds.values import Mention, Perpetrator
from panoh.model.names import Name
from panoh.model.places import Place
from panoh.model.statement import Origin, Statement, encode, raw_fields

UNIT = 10
HUB_LINKS = 1_000
CLUSTER, CLUSTER_EVERY = 30, 1_000
CONTRADICTED = 0.05
LONG = 500
SCRIPTS = ("Cyrl", "Latn", "Arab")
LIST = "f" * 32

_LATIN = "abvgdezijklmnoprstufxcq"
_TABLES = {
    "Latn": str.maketrans("", ""),
    "Cyrl": str.maketrans(_LATIN, "абвгдезиҷклмнопрстуфхчқ"),
    "Arab": str.maketrans(_LATIN, "ابوگدهزیجکلمنوپرستوفخچق"),
}
_ONSETS = [*"bvgdzjklmnprstfxcq", "sh", "zh", "gh"]
_VOWELS = [*"aaaeiiou", "o"]
_ENDINGS = ("ov", "zoda", "i", "iyon", "ova")


class Words:
    """Made-up words in one script: a few frequent, most rare, as in any language."""

    def __init__(self, random: Random, script: str, size: int = 20_000) -> None:
        table = _TABLES[script]
        self._words = [_word(random).translate(table) for _ in range(size)]
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(size)))

    def text(self, random: Random, length: int) -> str:
        """A text of so many words."""
        top = self._weights[-1]
        return " ".join(
            self._words[bisect(self._weights, random.random() * top)] for _ in range(length)
        )


class Maker:
    """Makes the statements of a case, one unit after another."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - the same data every time
        self.words = {script: Words(self.random, script) for script in SCRIPTS}
        self.given = [_word(self.random).title() for _ in range(400)]
        self.families = [_word(self.random).title() for _ in range(1_500)]
        self.sources = [entity(self.random) for _ in range(40)]
        self.people: list[str] = []
        self.clustered: list[str] = []

    def all(self) -> Iterator[Statement]:
        """Statements without end: the sources first, then unit after unit."""
        for number, about in enumerate(self.sources):
            yield said(Source(code_name=f"Source {number}", citation="nothing"), about, "")
        number = 0
        while True:
            yield from self._unit(number)
            number += 1

    def _unit(self, number: int) -> Iterator[Statement]:
        random, source = self.random, self.random.choice(self.sources)
        about, name = entity(random), self.name()
        self.people.append(about)
        born = random.randint(1940, 2005)
        person = self._person(name, f"{born}-{random.randint(1, 12):02}")
        act = self._act(about)
        origin = Origin(LIST, number)
        yield said(self._row(number, name, person), entity(random), source, origin)
        yield said(person, about, source, origin)
        yield said(act, first := entity(random), source, origin)
        yield said(self._status(about), entity(random), source, origin)
        for at in range(3):
            to_hub = at == 0 and 0 < number <= HUB_LINKS
            yield said(self._link(about, to_hub=to_hub), entity(random), source)
        if number % CLUSTER_EVERY < CLUSTER:
            yield from self._in_cluster(number % CLUSTER_EVERY, about)
        elif number % 2:
            yield from self._told_again(name, born, about, source)
        else:
            yield from self._again(act, first, about, source)

    def _in_cluster(self, place: int, about: str) -> Iterator[Statement]:
        """One of thirty who are one person: judged the same as the one before."""
        random = self.random
        self.clustered = [*self.clustered, about] if place else [about]
        for one, other in pairwise(self.clustered[-2:]):
            low, high = sorted((one, other))
            yield said(Judgement(a=low, b=high, verdict="same", why="one list"), entity(random), "")
        for _ in range(2 if place else 3):
            yield said(self._act(about), entity(random), random.choice(self.sources))

    def _told_again(self, name: str, born: int, about: str, source: str) -> Iterator[Statement]:
        """Another source tells of the same person, who is judged the same."""
        random, other = self.random, entity(self.random)
        teller = self._other(source)
        shifted = born + (random.random() < CONTRADICTED)
        yield said(self._person(name, str(shifted)), other, teller)
        yield said(self._act(other), entity(random), teller)
        low, high = sorted((about, other))
        yield said(Judgement(a=low, b=high, verdict="same", why="same town"), entity(random), "")

    def _again(self, act: Act, told: str, about: str, source: str) -> Iterator[Statement]:
        """Another source tells of the same act; further observations."""
        random, teller = self.random, self._other(source)
        when = self._day() if random.random() < CONTRADICTED else act.when
        yield said(Act(victim=about, type=act.type, when=when, note=self._text()), told, teller)
        yield said(self._status(about), entity(random), source)
        yield said(self._status(about), entity(random), teller)

    def _other(self, source: str) -> str:
        return self.random.choice([each for each in self.sources if each != source])

    def name(self) -> str:
        """A made-up whole name in one of the scripts."""
        random = self.random
        script = _TABLES[random.choice(SCRIPTS)]
        family = random.choice(self.families) + random.choice(_ENDINGS)
        parts = (random.choice(self.given), random.choice(self.given) + "zoda", family)
        return " ".join(part.lower().translate(script).title() for part in parts)

    def _person(self, name: str, born: str) -> Person:
        town = Place(self._text(2), role="residence")
        return Person(
            names=(Name.of(name),), sex="male", born=PartialDate(born), places=(town,),
            phones=(f"+992{self.random.randint(10**8, 10**9 - 1)}",), occupation=self._text(2),
        )  # fmt: skip

    def _row(self, number: int, name: str, person: Person) -> Row:
        cells = (name, str(person.born and person.born.edtf), person.places[0].text, self._text(8))
        return Row(
            item=LIST, number=number, entities=(self.people[-1],),
            cells=tuple(Cell(f"Column {at}", text) for at, text in enumerate(cells)),
        )  # fmt: skip

    def _act(self, about: str) -> Act:
        random = self.random
        pressed = (Mention(random.choice(self.people)),) if random.random() < 0.5 else ()
        return Act(
            victim=about, type=random.choice(("detention", "threat", "summons", "beating")),
            when=self._day(), places=(Place(self._text(2), role="executed"),), note=self._text(),
            perpetrators=(Perpetrator(text=self._text(3), type="police"),), pressured=pressed,
        )  # fmt: skip

    def _status(self, about: str) -> Status:
        state = self.random.choice(("held", "released", "missing", "sentenced"))
        return Status(person=about, state=state, when=self._day(), note=self._text())

    def _link(self, about: str, *, to_hub: bool) -> Link:
        first = min(CLUSTER, len(self.people) - 1)  # so that no one else has a thousand
        at = 0 if to_hub else self.random.randrange(first, len(self.people))
        relation = self.random.choice(("brother", "father", "sister", "spouse", "same_house"))
        return Link(start=about, end=self.people[at], relation=relation, words=self._text(2))

    def _day(self) -> PartialDate:
        year, month = self.random.randint(2012, 2026), self.random.randint(1, 12)
        day = self.random.randint(0, 28)
        return PartialDate(f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}")

    def _text(self, length: int = 0) -> str:
        random = self.random
        length = length or (LONG if random.random() < 0.02 else random.randint(4, 40))
        return self.words[random.choice(SCRIPTS)].text(random, length)


def statements(count: int, seed: int = 1) -> Iterator[Statement]:
    """The first `count` statements of the case of this seed."""
    return islice(Maker(seed).all(), count)


def bodies(count: int, seed: int = 1) -> Iterator[bytes]:
    """The same as the bytes that are saved."""
    return map(encode, statements(count, seed))


def hub(seed: int = 1) -> str:
    """The person with a thousand links: the first whose unit is made."""
    maker = Maker(seed)
    next(islice(maker.all(), len(maker.sources), None))
    return maker.people[0]


def entity(random: Random) -> str:
    """An identifier as `new_entity` makes them, but from the seed."""
    return random.randbytes(16).hex()


def said(
    record: msgspec.Struct, about: str, source: str, origin: Origin | None = None
) -> Statement:
    """One statement of the case."""
    spec = kind_of(record)
    return Statement(
        about=about, kind=spec.name, by="b" * 32, recorded="2026-01-02T03:04:05Z", source=source,
        fields=raw_fields(msgspec.to_builtins(record)), language="tg", origin=origin,
    )  # fmt: skip


def _word(random: Random) -> str:
    syllables: Sequence[int] = range(random.randint(1, 3))
    parts = [random.choice(_ONSETS) + random.choice(_VOWELS) for _ in syllables]
    return "".join(parts) + random.choice(["", *"nrmsl"])
