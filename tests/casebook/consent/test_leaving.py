"""Whoever is named, in whatever spelling and file: it leaves only if every one of them allowed it.

The oracle knows nothing of the gate: it made the consents and put the names in.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import docx
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.casebook.building import consent, open_case, person
from tests.casebook.consent.passing import USE
from tests.model.names.inflections import (
    capitals,
    inflected,
    line_break,
    looks_alike,
    soft_hyphen,
    zero_width,
)
from tests.model.names.spellings import HABITS, Person, parts_spelled, spell

from panoh.casebook.consent.answers import asked
from panoh.casebook.consent.gate import GateClosed, Outgoing, release
from panoh.casebook.index.reading import statements_of
from panoh.casebook.judge import retract
from panoh.casebook.live import standing
from panoh.casebook.record import Case
from panoh.model.dates import PartialDate

#: People whose names share no sound pattern, so that nobody is taken for another.
PEOPLE = (
    Person("Ҷамшед", "Сорбон", "Лоиқ", "m"), Person("Бахтиёр", "Пӯлод", "Қаландар", "m"),
    Person("Фирдавс", "Музаффар", "Ниёз", "m"), Person("Гулрухсор", "Эраҷ", "Икром", "f"),
    Person("Манижа", "Хусрав", "Зокир", "f"),
)  # fmt: skip
#: Each way a consent may stand, and whether it lets a name go to the Working Group.
ANSWERS: dict[str, bool] = {
    "nobody asked": False, "yes": True, "yes to all": True, "no": False, "unknown": False,
    "withdrawn": False, "withdrawn, nobody knows when": False, "ended": False, "later": False,
    "for a lawyer": False, "for advice": False, "not the name": False, "yes, then no": False,
    "retracted": False, "ended, given anew": True, "child alone": False, "child, guarded": True,
}  # fmt: skip
CHILD = {"child alone", "child, guarded"}


def record(case: Case, who: str, answer: str) -> None:
    """Write down the consents that an answer stands for."""

    def says(said: str = "yes", **told: Any) -> str:
        return consent(case, who, said, **told)

    def taken_back() -> None:
        about = says()
        retract(case, about, statements_of(case.vault.db, [about])[0].id, "not theirs")

    ways: dict[str, list[Callable[[], object]]] = {
        "nobody asked": [],
        "yes": [says],
        "yes to all": [lambda: says(what=("all",))],
        "no": [lambda: says("no")],
        "unknown": [lambda: says("unknown")],
        "withdrawn": [lambda: says(withdrawn=PartialDate("2023-10-10"))],
        "withdrawn, nobody knows when": [says, lambda: says(withdrawn=PartialDate(""))],
        "ended": [lambda: says(until=PartialDate("2023-10-10"))],
        "later": [lambda: says(when=PartialDate("2023-11-01"))],
        "for a lawyer": [lambda: says(recipient="lawyer")],
        "for advice": [lambda: says(uses=("advice",))],
        "not the name": [lambda: says(what=("facts",))],
        "yes, then no": [says, lambda: says("no", recipient="all", what=(), uses=())],
        "retracted": [taken_back],
        "ended, given anew": [lambda: says(until=PartialDate("2023-10-10")), says],
        "child alone": [says],
        "child, guarded": [lambda: says(guardian="the mother", child_asked="yes")],
    }
    for way in ways[answer]:
        way()


@dataclass(frozen=True)
class Told:
    """One case: how each person of `PEOPLE` answered, who is named, and as what."""

    answers: tuple[str, ...]
    named: tuple[int, ...]
    seed: int

    @property
    def may_leave(self) -> bool:
        return all(ANSWERS[self.answers[who]] for who in self.named)


def tellings() -> st.SearchStrategy[Told]:
    yes = st.sampled_from([each for each in ANSWERS if ANSWERS[each]])
    answer = yes | st.sampled_from(list(ANSWERS))
    return st.builds(
        Told,
        st.tuples(*(answer for _ in PEOPLE)),
        st.lists(st.integers(0, len(PEOPLE) - 1), unique=True, max_size=3).map(tuple),
        st.integers(0, 1 << 30),
    )


def mention(who: Person, rng: Random, but: str = "") -> str:
    """A person as a narrative names them: one habit of spelling, inflected, one slip of layout."""
    habit = rng.choice([habit for habit in HABITS if habit not in ("german", "uzbek", but)])
    given, _father, surname = parts_spelled(who, habit, rng)
    words = [inflected(given, habit, who.sex, rng), inflected(surname, habit, who.sex, rng)]
    rng.shuffle(words)
    slip = rng.choice((_none, _none, capitals, line_break, looks_alike, soft_hyphen, zero_width))
    words[0] = slip(words[0], rng)
    return " ".join(words)


def _none(word: str, rng: Random) -> str:
    return word


FILLERS = (
    "On 30 September 2023 the police came to the house.", "Нигоҳ доштанд ва пурсиданд.",
    "Вечером его увезли без объяснений.", "Nobody was told why.",
)  # fmt: skip


def narrative(told: Told, rng: Random, but: str) -> str:
    names = [mention(PEOPLE[who], rng, but) for who in told.named]
    sentences = [*FILLERS, *(f"They took {name} away." for name in names)]
    rng.shuffle(sentences)
    return "\n\n".join(sentences)


def as_text(text: str) -> bytes:
    return text.encode()


def as_docx(text: str) -> bytes:
    """Every paragraph in runs that begin and end anywhere, as word processors leave them."""
    document, out = docx.Document(), io.BytesIO()
    for paragraph in text.split("\n\n"):
        made = document.add_paragraph()
        for start in range(0, len(paragraph), 7):
            made.add_run(paragraph[start : start + 7])
    package = document.part.package
    for key in [key for key, rel in package.rels.items() if rel.reltype.endswith("/thumbnail")]:
        package.rels.pop(key)
    document.save(out)
    return out.getvalue()


def as_pdf(text: str) -> bytes:
    """A narrow column, so that words are broken at the ends of lines."""
    head = (
        '#set page(width: 60mm)\n#set text(font: "DejaVu Sans Mono", lang: "ru", hyphenate: true)\n'
    )
    body = "\n\n".join(f"#text({_quoted(part)})" for part in text.split("\n\n"))
    drawn = typst.compile((head + body).encode(), ignore_system_fonts=True)
    assert isinstance(drawn, bytes)
    return drawn


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@contextmanager
def a_case(told: Told, rng: Random) -> Iterator[tuple[Case, list[str]]]:
    with TemporaryDirectory() as folder:
        case = open_case(Path(folder))
        try:
            roots = []
            for who, answer in zip(PEOPLE, told.answers, strict=True):
                name = spell(who, rng, habit=rng.choice(("tajik", "russian", "press")))
                born = "2012" if answer in CHILD else "1980"
                roots.append(person(case, name, born=born))
                record(case, roots[-1], answer)
            yield case, roots
        finally:
            case.vault.close()


def leaves(case: Case, name: str, data: bytes) -> bool:
    try:
        release(case.vault.db, [Outgoing(name, data)], USE)
    except GateClosed:
        return False
    return True


def flipped_to_yes(case: Case, who: str) -> None:
    """Whatever was answered is taken back, and all that is needed is given."""
    for view in asked(case.vault.db, who).consents:
        for each in statements_of(case.vault.db, view.entities):
            if each.statement.kind == "consent" and each.id in standing(
                statements_of(case.vault.db, view.entities)
            ):
                retract(case, each.statement.about, each.id, "asked again")
    consent(case, who, guardian="the mother", child_asked="yes")


def check(told: Told, make: Callable[[str], bytes], but: str = "") -> None:
    """It leaves if and only if all allowed it.

    The positive control: asked again it leaves, and then each of them alone can stop it.
    """
    rng = Random(told.seed)  # noqa: S311 - for tests, not for keys
    with a_case(told, rng) as (case, roots):
        text = narrative(told, rng, but)
        data = make(text)
        title = "_".join(mention(PEOPLE[who], rng) for who in told.named) or "paper"
        for name, body in (("paper", data), (title, make(FILLERS[0]))):
            assert leaves(case, name, body) is told.may_leave, (name, text)
        for root in roots:
            flipped_to_yes(case, root)
        for who in told.named:
            about = consent(case, roots[who], "no")
            assert not leaves(case, "paper", data), (PEOPLE[who], text)
            assert not leaves(case, title, b"x"), (PEOPLE[who], title)
            retract(case, about, statements_of(case.vault.db, [about])[0].id, "for the test")
        assert leaves(case, title, data), text


@given(tellings())
@settings(max_examples=30, deadline=None)
def test_a_text_leaves_only_if_all_who_are_named_allow_it(told: Told) -> None:
    check(told, as_text)


@given(tellings())
@settings(max_examples=6, deadline=None)
def test_a_docx_leaves_only_if_all_who_are_named_allow_it(told: Told) -> None:
    check(told, as_docx)


@given(tellings())
@settings(max_examples=6, deadline=None)
def test_a_pdf_leaves_only_if_all_who_are_named_allow_it(told: Told) -> None:
    check(told, as_pdf, but="persian")  # which always waits for a look, see test_reading
