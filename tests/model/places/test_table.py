"""The table of places is sound."""

from collections import Counter

import pytest

from panoh.model.places import TABLE, Entry
from panoh.model.places.table import LEVELS

REGIONS = {"TJ-DU", "TJ-SU", "TJ-KT", "TJ-GB", "TJ-RA"}


@pytest.fixture(params=TABLE.values(), ids=list(TABLE))
def entry(request: pytest.FixtureRequest) -> Entry:
    assert isinstance(request.param, Entry)
    return request.param


def test_every_parent_exists_and_only_countries_have_none(entry: Entry) -> None:
    assert (entry.level == "country") == (not entry.parent)
    assert not entry.parent or entry.parent in TABLE
    assert TABLE[entry.lineage[-1]].level == "country"


def test_levels_and_certainty_are_known(entry: Entry) -> None:
    assert entry.level in LEVELS
    assert entry.certainty in ("settled", "unconfirmed")


def test_coordinates_lie_where_the_place_can_be(entry: Entry) -> None:
    if entry.lineage[-1] == "tj":
        assert 36.6 <= entry.latitude <= 41.1
        assert 67.3 <= entry.longitude <= 75.2
    parent = TABLE.get(entry.parent)
    if parent and parent.level in ("region", "town", "ward"):
        reach = 2.5 if parent.level == "region" else 0.2
        assert abs(entry.latitude - parent.latitude) < reach
        assert abs(entry.longitude - parent.longitude) < reach


def test_names_are_written_in_their_script(entry: Entry) -> None:
    for language, first, last in (("tg", "Ѐ", "ӿ"), ("ru", "Ѐ", "ӿ"), ("fa", "؀", "ۿ")):
        letters = [letter for letter in entry.names[language] if letter.isalpha()]
        assert all(first <= letter <= last for letter in letters), entry.names[language]
    assert entry.names["en"]
    assert entry.names["ru"]


def test_no_name_stands_twice_on_one_level() -> None:
    for language in ("en", "tg", "ru", "fa"):
        names = Counter(
            (entry.level, entry.names[language])
            for entry in TABLE.values()
            if entry.names[language]
        )
        assert [name for name, count in names.items() if count > 1] == []


def test_the_regions_of_tajikistan_and_what_they_hold() -> None:
    regions = {entry.id for entry in TABLE.values() if entry.parent == "tj"}
    assert {TABLE[region].iso for region in regions} == REGIONS
    held = Counter(
        (entry.parent, entry.level) for entry in TABLE.values() if entry.parent in regions
    )
    assert held["tj-su", "town"] == 8
    assert held["tj-su", "district"] == 10
    assert held["tj-kt", "town"] == 4
    assert held["tj-kt", "district"] == 22
    assert held["tj-ra", "town"] == 4
    assert held["tj-ra", "district"] == 9
    assert held["tj-gb", "district"] == 7
    assert held["tj-du", "ward"] == 4
