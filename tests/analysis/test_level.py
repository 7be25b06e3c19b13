"""What makes two entries likely, possible or nothing, one rule at a time."""

import pytest
from tests.analysis.figures import features_of
from tests.analysis.lists import Row

from panoh.analysis.same.evidence import weigh
from panoh.analysis.same.level import level, reasons
from panoh.analysis.same.propose import compare_all
from panoh.casebook.pairs import LIKELY, POSSIBLE

NOTHING = ""
EXILE = "Саидов Парвиз"


def row(text: str, list_: str = "a", **told: str) -> Row:
    values = dict.fromkeys(("given", "father", "surname", "born", "place", "exile", "relation"), "")
    values |= {"day": "", "sex": ""} | told
    return Row(who=0, list=list_, number=len(text), text=text, **values)


def found(a: Row, b: Row) -> str:
    """The level of two rows, weighed both ways."""
    one, other = features_of(a, "1"), features_of(b, "2")
    there, back = level(weigh(one, other)), level(weigh(other, one))
    assert there == back
    return there


AT_HOME = {"place": "Ҳисор", "exile": EXILE, "day": "2023-09-30"}


@pytest.mark.parametrize(
    ("written", "again"),
    [
        ("Саидов Ҷамшед Ҳамроқулович", "Саидзода Ҷамшед Ҳамроқул"),
        ("Саидов Ҷамшед Ҳамроқулович", "Saidov Jamshed Hamroqulovich"),
        ("Саидов Ҷамшед Ҳамроқулович", "Саидов Джамшед Хамрокулович"),
        ("Саидов Ҷамшед Ҳамроқулович", "جمشید همراقل سعیدزاده"),
        ("Саидов Ҷамшедҷон Ҳамроқулович", "Saidzoda Jamshed Hamroqul"),
    ],
)
def test_one_person_in_two_spellings_is_likely(written: str, again: str) -> None:
    assert found(row(written, born="1990", **AT_HOME), row(again, "b", born="1990", **AT_HOME)) == (
        LIKELY
    )


def test_brothers_taken_together_are_not_likely() -> None:
    """Same father, surname, district, exile and day, born a year apart."""
    one = row("Саидов Ҷамшед Ҳамроқулович", born="1990", relation="brother", **AT_HOME)
    other = row("Саидов Фаррух Ҳамроқулович", "b", born="1991", relation="brother", **AT_HOME)
    assert found(one, other) == NOTHING


def test_twins_are_at_most_possible() -> None:
    """A different given name never vetoes a question when everything else is the same."""
    one = row("Саидов Ҳасан Ҳамроқулович", born="1990-03-21", **AT_HOME)
    other = row("Саидов Ҳусайн Ҳамроқулович", "b", born="1990-03-21", **AT_HOME)
    assert found(one, other) == POSSIBLE


def test_father_and_son_share_words_and_nothing_more() -> None:
    father = row("Саидов Ҳамроқул", born="1955", relation="father", **AT_HOME)
    son = row("Ҳамроқулзода Ҷамшед Ҳамроқулович", "b", born="1990", relation="brother", **AT_HOME)
    assert found(father, son) == NOTHING


def test_namesakes_elsewhere_are_no_question() -> None:
    one = row("Саидов Ҷамшед", born="1972", place="Исфара", exile="Саидов Парвиз")
    other = row("Саидов Ҷамшед", "b", born="1983", place="Ҳисор", exile="Ниёзов Толиб")
    assert found(one, other) == NOTHING


def test_cousins_of_one_name_are_not_likely() -> None:
    """Surname, district, exile and birth agree, but the fathers differ, or one is not told."""
    one = row("Саидов Ҷамшед Ҳамроқулович", born="1990", **AT_HOME)
    cousin = row("Саидов Ҷамшед Файзуллоевич", "b", born="1990", **AT_HOME)
    assert found(one, cousin) != LIKELY
    brother = row("Саидов Ҷамшед", born="1990", relation="brother", **AT_HOME)
    cousin = row("Саидов Ҷамшед", "b", born="1990", relation="cousin", **AT_HOME)
    assert found(brother, cousin) != LIKELY


def test_no_two_brothers_of_one_person_bear_one_given_name() -> None:
    one = row("Саидов Ҷамшед", relation="brother", **AT_HOME)
    other = row("Saidov Jamshed", "b", relation="sibling", **AT_HOME)
    assert found(one, other) == LIKELY
    assert found(row("Саидов Ҷамшед", **AT_HOME), other) == POSSIBLE


def test_initials_are_never_likely_because_brothers_share_them() -> None:
    one = row("Саидов Ҷамшед Ҳамроқулович", born="1990", **AT_HOME)
    assert found(one, row("Саидов Ҷ. Ҳ.", "b", born="1990", **AT_HOME)) == POSSIBLE


def test_the_surname_made_from_the_fathers_name() -> None:
    one = row("Ҳамроқулзода Ҷамшед", born="1990", **AT_HOME)
    other = row("Саидов Ҷамшед Ҳамроқулович", "b", born="1990", **AT_HOME)
    assert found(one, other) == LIKELY
    assert "the surname of one is the father's name of the other" in _reasons(one, other)


def test_a_slip_of_the_finger_leaves_a_question() -> None:
    one = row("Саидов Муртазо", born="1990", **AT_HOME)
    assert found(one, row("Саидов Мурзато", "b", born="1990", **AT_HOME)) == POSSIBLE


def test_a_relative_tells_only_the_given_name() -> None:
    one = row("Саидов Ҷамшед Ҳамроқулович", born="1990", **AT_HOME)
    assert found(one, row("Ҷамшед", "b", exile="Парвиз")) == POSSIBLE
    assert found(one, row("Ҷамшед", "b", place="Ҳисор")) == NOTHING


def test_neighbouring_districts_do_not_speak_against_it() -> None:
    one = row("Лоиқов Сабур Қурбонович", place="Нуробод")
    near, far = (row("Лоиқов Сабур Қурбонович", "b", place=p) for p in ("Рашт", "Исфара"))
    assert "the places differ" not in _reasons(one, near)
    assert "the places differ" in _reasons(one, far)


def test_reasons_tell_what_speaks_against_it_too() -> None:
    one = row("Саидов Ҷамшед Ҳамроқулович", born="1990", exile=EXILE, relation="brother")
    other = row("Саидов Ҷамшед", "b", born="1993", exile=EXILE, relation="cousin")
    assert _reasons(one, other) == [
        "the given name is the same",
        "the surname is the same",
        "the years of birth differ",
        "both are told to be kin of the same person",
        "they are told to be different relatives of that person",
    ]


def _reasons(a: Row, b: Row) -> list[str]:
    return reasons(weigh(features_of(a, "1"), features_of(b, "2")))


def test_a_crowd_of_one_name_is_not_squared() -> None:
    """Of 2,000 with one name and no more the narrow blocks are compared, not all pairs."""
    crowd = [
        features_of(row("Саидов Муҳаммад", born=str(1940 + n % 80), place="Ҳисор"), str(n))
        for n in range(2000)
    ]
    compared = []
    list(compare_all(crowd, lambda _done, all_: compared.append(all_)))
    assert 0 < compared[-1] < 200_000
