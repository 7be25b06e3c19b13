"""Full names fall into their parts by endings where they tell, by order else."""

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from panoh.model.names import NameParts, compare, parse, stem

SURE = {
    "Саидов Ҷамшед Ҳамроқулович": ("Ҷамшед", "Ҳамроқулович", "Саидов"),
    "Ҷамшед Саидов": ("Ҷамшед", "", "Саидов"),
    "Саидзода Ҷамшед Ҳамроқулзода": ("Ҷамшед", "Ҳамроқулзода", "Саидзода"),
    "Саидзода Ҷамшед Ҳамроқул": ("Ҷамшед", "Ҳамроқул", "Саидзода"),
    "Нигора Олимовна Саидова": ("Нигора", "Олимовна", "Саидова"),
    "Саидов Ҷ. Ҳ.": ("Ҷ", "Ҳ", "Саидов"),
    "J.H. Saidov": ("J", "H", "Saidov"),
    "Saidov, Jamshed": ("Jamshed", "", "Saidov"),
    "SAID Jamshed": ("Jamshed", "", "SAID"),
    "Saidov Jamshid Hamroqul oʻgʻli": ("Jamshid", "Hamroqul", "Saidov"),
    "Karimova Nigora Rahim qizi": ("Nigora", "Rahim", "Karimova"),
    "جمشید سعیداف": ("جمشید", "", "سعیداف"),
    "Abdu Rahim Karimov": ("AbduRahim", "", "Karimov"),
    "Олим Ҷон Раҳимов": ("ОлимҶон", "", "Раҳимов"),
    "Яъқубова Биби Саидовна": ("Биби", "Саидовна", "Яъқубова"),
    "мулло Олим Саидов": ("Олим", "", "Саидов"),
    "Ҷамшед Ҳамроқулович": ("Ҷамшед", "Ҳамроқулович", ""),
    "Шарифзода": ("", "", "Шарифзода"),
}
UNSURE = ["Ҷамшед", "Саид Ҷамшед", "Имомалӣ Шарифӣ", "Ҷамшед Беҳрӯз Фирдавс", ""]


def one(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


@pytest.mark.parametrize("text", SURE)
def test_endings_tell_the_parts(text: str) -> None:
    given, father, surname = map(one, SURE[text])
    assert parse(text) == NameParts(given, father, surname)


@pytest.mark.parametrize("text", UNSURE)
def test_order_alone_is_unsure(text: str) -> None:
    assert parse(text).unsure


@for_any(st.text())
def test_anything_can_be_parsed(text: str) -> None:
    parts = parse(text)
    assert "\0" not in "".join((*parts.given, *parts.father, *parts.surname))


@pytest.mark.parametrize(
    ("role", "forms"),
    [
        ("father", "Ҳамроқулович Ҳамроқуловна Ҳамроқулзода Ҳамроқул Hamroqulovich Khamrokulowna"),
        ("surname", "Саидов Саидова Саидзода Саидзод Саидӣ Саидиён Саидпур Said Saidow Saidsoda"),
        ("surname", "Алиев Алиева Ализода Алӣ Alijew Aliyev"),
        ("given", "Олим Олимҷон Olimjon Olim Олимхон"),
    ],
)
def test_forms_of_one_stem(role: str, forms: str) -> None:
    assert len({stem(form, role) for form in forms.split()}) == 1  # type: ignore[arg-type]


def test_a_patronymic_and_a_bare_fathers_name_are_the_same() -> None:
    found = compare(parse("Саидов Ҷамшед Ҳамроқулович"), parse("Saidzoda Jamshed Hamroqul"))
    assert (found.given, found.father, found.surname) == (1.0, 1.0, 1.0)


def test_brothers_differ_in_the_given_name_only() -> None:
    found = compare(parse("Саидов Ҷамшед Ҳамроқулович"), parse("Саидов Алишер Ҳамроқулович"))
    assert found.given is not None
    assert found.given < 0.6
    assert found.father == found.surname == 1.0


def test_the_fathers_name_as_surname_is_no_mismatch() -> None:
    found = compare(parse("Саидов Ҷамшед Ҳамроқулович"), parse("Ҷамшед Ҳамроқулзода"))
    assert (found.given, found.father, found.surname) == (1.0, 1.0, None)
    assert found.note == "father-is-surname"


def test_father_and_son_are_not_one_person() -> None:
    found = compare(parse("Саидов Ҷамшед Ҳамроқулович"), parse("Саидов Ҳамроқул"))
    assert found.given is not None
    assert found.given < 0.6


def test_unsure_order_finds_the_better_arrangement() -> None:
    found = compare(parse("Саидов Ҷамшед"), parse("Саид Ҷамшед"))
    assert (found.given, found.surname, found.note) == (1.0, 1.0, "roles-swapped")


@pytest.mark.parametrize(
    ("initial", "most"), [("Саидов Ҷ.", 0.85), ("Saidov D.", 0.85), ("Saidov A.", 0.0)]
)
def test_an_initial_says_little(initial: str, most: float) -> None:
    assert compare(parse("Саидов Ҷамшед"), parse(initial)).given == most


def test_what_is_missing_is_not_compared() -> None:
    found = compare(parse("Саидов Ҷамшед Олимович"), parse("Саидов Ҷамшед"))
    assert found.father is None


NAMES = st.lists(st.sampled_from((*SURE, *UNSURE)), min_size=2, max_size=2)


@for_any(NAMES)
def test_comparing_is_symmetric(pair: list[str]) -> None:
    a, b = map(parse, pair)
    assert compare(a, b) == compare(b, a)
