"""A corrected file of the same source replaces what changed, on the entities of before."""

import copy
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from panoh.casebook.index.reading import view_of
from panoh.casebook.record import save, tell
from panoh.model.kinds import Source


@pytest.fixture
def first(desk: Any, as_csv: Callable[..., bytes], people: list[list[str]]) -> list[list[str]]:
    desk.take(as_csv(people), language="ru")
    return copy.deepcopy(people)


def fields_told(desk: Any, item: str) -> list[tuple[str, list[str]]]:
    return [
        (said.kind, sorted(said.fields))
        for said in desk.told()
        if said.origin and said.origin.item == item
    ]


def test_one_changed_day_replaces_one_field_of_one_act(
    desk: Any, as_csv: Callable[..., bytes], first: list[list[str]]
) -> None:
    first[1][4] = "02.10.2023"
    report = desk.take(as_csv(first), language="ru")

    assert (report.rows_changed, report.rows_unchanged, report.rows_new) == (1, 5, 0)
    assert report.corrects
    assert report.gone == report.dropped == []
    assert fields_told(desk, report.item) == [("row", ["cells", "item"]), ("act", ["when"])]
    act = next(said for said in desk.told("act") if said.origin.item == report.item)
    view = view_of(desk.case.vault.db, act.about)
    assert [told.value.edtf for told in view.told("when")] == ["2023-10-02"]
    assert [told.value for told in view.told("type")] == ["detention"]


def test_rows_put_in_and_renumbered_change_nothing_else(
    desk: Any, as_csv: Callable[..., bytes], first: list[list[str]]
) -> None:
    first.insert(1, ["1", "Нуров", "Бахром", "1977", "01.10.2023", "Рашт", "ГКНБ", "избит"])
    for number, row in enumerate(first[1:], 1):
        row[0] = str(number)

    report = desk.take(as_csv(first), language="ru")

    assert report.rows_new == 1
    assert report.people == 1
    assert report.gone == []
    kinds = [kind for kind, _ in fields_told(desk, report.item)]
    assert kinds.count("person") == kinds.count("act") == 1, "only the new row tells of somebody"


def test_a_corrected_name_stays_the_same_person(
    desk: Any, as_csv: Callable[..., bytes], first: list[list[str]]
) -> None:
    persons = {said.about for said in desk.told("person")}
    first[2][1] = "Каримзода"
    report = desk.take(as_csv(first), language="ru")

    changed = [said for said in desk.told("person") if said.origin.item == report.item]
    assert len(changed) == 1
    assert changed[0].about in persons
    names = view_of(desk.case.vault.db, changed[0].about).told("names")
    assert [[name.text for name in told.value] for told in names] == [["Каримзода", "Далер"]]


def test_rows_that_are_gone_are_listed_and_stay(
    desk: Any, as_csv: Callable[..., bytes], first: list[list[str]]
) -> None:
    before = len(desk.told())
    del first[3]
    report = desk.take(as_csv(first), language="ru")

    assert report.gone == [("", 4)]
    assert not desk.told("retraction")
    assert [said.kind for said in desk.told()[before:]] == ["item"]


def test_an_act_more_is_new_and_an_act_less_is_named(
    desk: Any, as_csv: Callable[..., bytes], first: list[list[str]]
) -> None:
    first[1][7] = "задержана, угрозы"
    first[2][7] = "задержан"
    report = desk.take(as_csv(first), language="ru")

    assert report.acts == 1
    assert report.dropped == [("", 3, "act:beating")]
    assert not desk.told("retraction")


def test_an_act_of_another_type_is_the_same_act_corrected(
    desk: Any, as_csv: Callable[..., bytes], first: list[list[str]]
) -> None:
    acts = {said.about for said in desk.told("act")}
    first[3][7] = "избита"
    report = desk.take(as_csv(first), language="ru")

    assert report.acts == 0
    assert report.dropped == []
    assert {said.about for said in desk.told("act")} == acts


def test_a_field_that_is_emptied_is_told_empty(
    desk: Any, as_csv: Callable[..., bytes], first: list[list[str]]
) -> None:
    first[1][3] = ""
    report = desk.take(as_csv(first), language="ru")

    person = next(said for said in desk.told("person") if said.origin.item == report.item)
    assert person.fields == {"born": msgspec.Raw(b"null")}
    assert not any(told.value for told in view_of(desk.case.vault.db, person.about).told("born"))


def test_a_third_version_follows_the_rows_through_both(
    desk: Any, as_csv: Callable[..., bytes], first: list[list[str]]
) -> None:
    first[1][4] = "02.10.2023"
    desk.take(as_csv(first), language="ru")
    first[1][4] = "03.10.2023"
    first[6][3] = "1971"
    report = desk.take(as_csv(first), language="ru")

    assert (report.rows_changed, report.rows_unchanged, report.gone) == (2, 4, [])
    act = next(said for said in desk.told("act") if said.origin.item == report.item)
    view = view_of(desk.case.vault.db, act.about)
    assert [told.value.edtf for told in view.told("when")] == ["2023-10-03"]


def test_going_back_to_the_first_file_puts_its_words_back(
    desk: Any, as_csv: Callable[..., bytes], people: list[list[str]], first: list[list[str]]
) -> None:
    first[1][4] = "02.10.2023"
    desk.take(as_csv(first), language="ru")

    report = desk.take(as_csv(people), language="ru")

    assert report.again
    assert report.rows_changed == 1
    back = desk.told("act")[-1].about
    days = view_of(desk.case.vault.db, back).told("when")
    assert [told.value.edtf for told in days] == ["2023-10-01"]


def test_another_list_of_the_same_source_is_no_correction(
    desk: Any, as_csv: Callable[..., bytes], first: list[list[str]]
) -> None:
    for row, name in zip(first[1:], ["Ом", "Сар", "Тоҷ", "Шод", "Нур", "Ҷам"], strict=True):
        row[1], row[2] = f"{name}зода", f"{name}иддин"
        row[4], row[9] = "05.01.2024", ""

    report = desk.take(as_csv(first), language="ru")

    assert (report.corrects, report.rows_new, report.gone) == ("", 6, [])


def test_the_same_list_from_another_source_stands_beside(
    desk: Any, as_csv: Callable[..., bytes], first: list[list[str]]
) -> None:
    other = tell(desk.case, Source(code_name="Lola"))
    save(desk.case, [other])
    desk.source = other.about

    report = desk.take(as_csv(first), language="ru")

    assert (report.again, report.corrects, report.rows_new) == (False, "", 6)
