"""Spellings of one name are alike, names of two people are not, whatever the script."""

from itertools import combinations
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.names.people import FAMILIES, MEN, WOMEN
from tests.model.names.spellings import (
    HABITS,
    dice,
    father_forms,
    given_spelling,
    surname_forms,
    write,
)

from panoh.model.names import Role, similarity

ONE = (
    "Имомалӣ Эмомали Imomali Imomalí امامعلی",
    "Ҷамшед Джамшед Jamshed Dzhamshed Dschamsched Djamched جمشید",
    "Рӯзӣ Рузи Ruzi Rŭzí روزی",
    "Абдураҳим Абдурахим Abdurahim Abdurrahim عبدالرحیم",
    "Олим Олимҷон Olimjon",
    "Раҳмон Рахмон Rahmon Rakhmon Rachmon رحمان",
    "Насрулло Насруллоҳ Nasrullah نصرالله",
    "Юсуф Yusuf Jusuf یوسف",
    "Иброҳим Ибрагим Ibrohim ابراهیم",
)
TWO = (
    "Муҳаммад/Маҳмуд Азиз/Азим Фарид/Фаррух Ҷамшед/Ҷамол Нигора/Нигина Саид/Саида Карим/Карима"
    " Ҳасан/Ҳусайн حسن/حسین Ҳасан/حسین محمد/Маҳмуд محمد/محمود Камол/Комил Шариф/Шараф"
    " Абдураҳмон/Абдураҳим کریم/Карима Karim/Karima"
)
PAIRS = [pair.split("/") for pair in TWO.split()]


@pytest.mark.parametrize("names", ONE)
def test_spellings_of_one_name(names: str) -> None:
    for a, b in combinations(names.split(), 2):
        assert similarity(a, b, "given") >= 0.9, (a, b)


def test_a_split_compound_is_one_name() -> None:
    assert similarity("Абдураҳим", "Abdu Rahim", "given") >= 0.9


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_names_of_two_people(a: str, b: str) -> None:
    assert similarity(a, b, "given") < 0.8


def test_surnames_have_no_gender() -> None:
    assert similarity("Саидов", "Саидова", "surname") == 1.0


LISTS = {"men": MEN, "women": WOMEN, "families": FAMILIES}


@pytest.mark.parametrize(("names", "least"), [("men", 0.98), ("women", 0.98), ("families", 0.95)])
def test_recall_over_all_habits(names: str, least: float) -> None:
    rng = dice(1)
    scores = []
    for name, _ in LISTS[names]:
        spelled = [given_spelling(name, habit, rng) for habit in HABITS]
        scores += [similarity(a, b, "given") for a, b in combinations(spelled, 2)]
    found = sum(score >= 0.9 for score in scores) / len(scores)
    possible = sum(score >= 0.8 for score in scores) / len(scores)
    print(f"{names}: recall at 0.9 {found:.4f}, at 0.8 {possible:.4f}")
    assert found >= least
    assert possible >= 0.99


@pytest.mark.parametrize("names", LISTS)
def test_precision_between_different_names(names: str) -> None:
    rng = dice(2)
    scores = []
    for (one, _), (other, _) in combinations(LISTS[names], 2):
        a, b = (given_spelling(name, rng.choice(HABITS), rng) for name in (one, other))
        scores.append(similarity(a, b, "given"))
    wrong = sum(score >= 0.8 for score in scores) / len(scores)
    print(f"{names}: {wrong:.5f} of {len(scores)} pairs of different names at 0.8 or above")
    assert wrong <= 0.002


@pytest.mark.parametrize("sex", ["m", "f"])
def test_endings_make_no_difference(sex: str) -> None:
    rng = dice(3)
    scores = []
    for role, names, forms in (("father", MEN, father_forms), ("surname", FAMILIES, surname_forms)):
        for name, _ in names:
            a, b = (write(rng.choice(forms(name, sex)), rng.choice(HABITS[:-1]), rng) for _ in "ab")
            scores.append(similarity(a, b, role))  # type: ignore[arg-type]
    assert sum(score >= 0.9 for score in scores) / len(scores) >= 0.95


WORDS = st.one_of(
    st.text(max_size=12),
    st.text(alphabet="абоиусҷҳчш", max_size=9),
    st.sampled_from([a for a, _ in MEN]),
)


@given(WORDS, WORDS, st.sampled_from(get_args(Role)))
def test_symmetric_and_within_bounds(a: str, b: str, role: Role) -> None:
    score = similarity(a, b, role)
    assert score == similarity(b, a, role)
    assert 0.0 <= score <= 1.0
    assert similarity(a, a, role) == 1.0
