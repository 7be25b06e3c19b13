"""Nobody's name slips through, in whatever form it stands in a text."""

import time
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.model.names.inflections import DISTURBANCES, in_text
from tests.model.names.spellings import (
    HABITS,
    Person,
    dice,
    father_forms,
    person,
    spell,
    surname_forms,
)

from panoh.model.names import NameFinder

FILLER = (
    ["вчера", "утром", "пришли", "и", "искали", "потом", "увезли", "в", "отдел", "милиции"],
    ["yesterday", "they", "came", "to", "the", "house", "and", "asked", "where", "he", "was"],
    ["дирӯз", "ба", "хона", "омаданд", "ва", "пурсиданд", "ки", "куҷост"],
    ["دیروز", "به", "خانه", "آمدند", "و", "پرسیدند", "کجاست"],
)
Disturb = Callable[[str, Random], str]


def official(who: Person) -> str:
    surname, father = surname_forms(who.family, who.sex)[0], father_forms(who.father, who.sex)[0]
    return f"{surname} {who.given} {father}"


def text_with(words: list[str], rng: Random) -> str:
    filler = rng.choice(FILLER)
    before, after = (rng.choices(filler, k=rng.randrange(12)) for _ in range(2))
    return " ".join((*before, *words, *after))


def found(finder: NameFinder[str], text: str, word: str) -> bool:
    start = text.index(word)
    return any(hit.start < start + len(word) and hit.end > start for hit in finder.find(text))


def test_recall_over_forms_and_disturbances() -> None:
    rng = dice(5)
    missed, tried = [], 0
    for _ in range(2500):
        who = person(rng)
        finder = NameFinder({"p": [official(who)]})
        given_name, _, surname = in_text(who, rng.choice(HABITS), rng)
        disturb: Disturb | None = rng.choice((None, *DISTURBANCES))
        for word in (given_name, surname):
            shown = disturb(word, rng) if disturb else word
            tried += 1
            if not found(finder, text_with([shown], rng), shown):
                missed.append(shown)
    print(f"finder: {len(missed)} of {tried} single words missed")
    assert len(missed) / tried <= 0.005


@given(st.integers(0, 2**32))
@settings(max_examples=150, deadline=None)
def test_two_parts_together_are_never_missed(seed: int) -> None:
    rng = dice(seed)
    who, other = person(rng), person(rng)
    finder = NameFinder({"p": [official(who)]})
    given_name, _, surname = in_text(who, rng.choice(HABITS), rng)
    text = text_with([given_name, surname], rng)
    assert found(finder, text, f"{given_name} {surname}"), "missed"
    # The search is no mere yes: with nobody in it, or somebody else, the same place is silent.
    assert NameFinder({}).find(text) == []
    if not {other.given, other.family, other.father} & {who.given, who.family, who.father}:
        strangers = NameFinder({"o": [official(other)]}).find(text)
        assert all(hit.strength != "full" for hit in strangers)


def test_where_and_how_strongly() -> None:
    finder = NameFinder({"j": ["Саидов Ҷамшед Ҳамроқулович"], "u": ["Умед"]})
    text = "Видели Джамшеда, сына Саидова; умед нест."
    hits = finder.find(text)
    assert [(hit.key, hit.surface, hit.strength) for hit in hits] == [
        ("j", "Джамшеда", "full"), ("j", "Саидова", "full"), ("u", "умед", "word"),
    ]  # fmt: skip
    assert all(text[hit.start : hit.end] == hit.surface for hit in hits)


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Саидов дома", "part"),
        ("Ҷамшед дома", "part"),
        ("Ҳамроқулович дома", "part"),
        ("SAIDOV_JAMSHED_2023.jpg", "full"),
        ("jamshedsaidov.pdf", "full"),
        ("SaidovJamshed", "full"),
        ("Jamshed Hamroqul", "full"),
        ("S a i d o v", "part"),
        ("Sаidоv", "part"),
        ("به جمشید سعیداف گفت", "full"),
    ],
)
def test_strength(text: str, strength: str) -> None:
    hits = NameFinder({"j": ["Саидов Ҷамшед Ҳамроқулович"]}).find(text)
    assert {hit.strength for hit in hits} == {strength}


def test_a_bare_fathers_name_alone_is_another_man() -> None:
    finder = NameFinder({"j": ["Саидов Ҷамшед Ҳамроқулович"]})
    assert finder.find("Ҳамроқул дома") == []


@pytest.mark.parametrize("text", ["S-12", "источник s 12", "S12.docx", "S\u200b12"])
def test_code_names_with_figures(text: str) -> None:
    finder = NameFinder({"s": ["S-12"]})
    assert [hit.strength for hit in finder.find(text)] == ["full"]
    assert finder.find("S 13, 12, paragraph 1 and 2") == []


def test_forms_of_presentation_in_the_order_of_the_eye() -> None:
    assert NameFinder({"j": ["Ҷамшед Саидов"]}).find("ﺪﯿﺸﻤﺟ")


@pytest.mark.parametrize(
    ("name", "text", "strength"),
    [
        ("Саид Раҷабов", "سعید رفت", "part"),  # not the English "said"
        ("Алӣ Раҷабов", "علی رفت", "part"),  # not the Russian «али»
        ("Умед Раҷабов", "امید هست", "word"),  # hope, in Persian too
        ("Саид Раҷабов", "he said so", "word"),
    ],
)
def test_a_word_is_everyday_only_where_it_is_written_so(
    name: str, text: str, strength: str
) -> None:
    [hit] = NameFinder({"p": [name]}).find(text)
    assert hit.strength == strength


def test_everyday_text_is_mostly_silent() -> None:
    rng = dice(6)
    finder = NameFinder({str(n): [official(person(rng))] for n in range(200)})
    text = " ".join(word for words in FILLER[:3] for word in words)
    assert len(finder.find(text)) <= 3


def test_500_people_in_50_kb_under_half_a_second() -> None:
    rng = dice(7)
    people = [person(rng) for _ in range(500)]
    finder = NameFinder({str(n): [official(who), spell(who, rng)] for n, who in enumerate(people)})
    syllables = [c + v for c in "бвгдзклмнпрстфх" for v in "аоиеу"]
    words: list[str] = []
    while sum(map(len, words)) + len(words) < 50_000:
        named = rng.random() < 0.03
        word = "".join(rng.choices(syllables, k=rng.randrange(1, 5)))
        words.append(spell(rng.choice(people), rng) if named else word)
    start = time.process_time()
    hits = finder.find(" ".join(words))
    took = time.process_time() - start
    print(f"finder: 500 people, 50 kB in {took:.2f} s, {len(hits)} hits")
    assert hits
    assert took < 1.5  # 0.5 s on an idle machine
