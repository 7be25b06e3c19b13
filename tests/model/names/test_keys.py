"""What people type finds the person, with few keys for each word."""

import pytest
from tests.model.names.spellings import dice, person, spell

from panoh.model.names import query_keys, search_keys


def finds(typed: str, name: str) -> bool:
    keys = search_keys(name)
    return all(query & keys for query in query_keys(typed))


@pytest.mark.parametrize(
    "typed",
    [
        "имомали",
        "хамрокулов",
        "Imomali Hamroqul",
        "emomali chamrokulow",
        "امامعلی همراقلوف",
        "ҳамроқулзода",
    ],
)
def test_what_people_type(typed: str) -> None:
    assert finds(typed, "Имомалӣ Ҳамроқулов")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("джамшед", "Ҷамшед"), ("чамшед", "Ҷамшед"), ("dschamsched", "Ҷамшед"),
("jamshed", "جمشید"),
        ("рузи", "Рӯзӣ"), ("abdu rahim", "Абдураҳим"), ("абдурахим", "Abdu Rahim"),
        ("саидов ҷ.", "Саидзода Ҷамшед"),
    ],
)  # fmt: skip
def test_across_letters(typed: str, name: str) -> None:
    assert finds(typed, name)


@pytest.mark.parametrize("typed", ["алишер", "имомали саидов", "hamroqulov jamshed"])
def test_others_are_not_found(typed: str) -> None:
    assert not finds(typed, "Имомалӣ Ҳамроқулов")


def test_recall_and_selectivity() -> None:
    rng = dice(4)
    people = [person(rng) for _ in range(400)]
    stored = [search_keys(f"{spell(who, rng, habit='tajik')} {who.given} {who.father} {who.family}")
              for who in people]  # fmt: skip
    queries = [[query_keys(spell(who, rng)) for _ in range(4)] for who in people]
    fits = [all(query & keys for query in typed) for keys, each in zip(stored, queries, strict=True)
            for typed in each]  # fmt: skip
    recall = sum(fits) / len(fits)
    shown = [
        sum(all(query & keys for query in each[0]) for keys in stored) for each in queries[:100]
    ]
    print(
        f"search: recall {recall:.4f}, {sum(shown) / 100:.2f} of 400 people shown for a full name"
    )
    assert recall >= 0.95
    assert sum(shown) / 100 < 4
    assert max(len(keys) for each in queries for typed in each for keys in typed) <= 6


def test_nothing_typed_finds_nothing() -> None:
    assert query_keys("  ") == []
    assert search_keys("—") == frozenset()
