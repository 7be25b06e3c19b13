"""Rows become statements of their source, every row is accounted for, and its cells are kept."""

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panoh.intake.spreadsheet import errors
from panoh.intake.spreadsheet.layout import as_layout, correct, guess
from panoh.intake.spreadsheet.reading import SheetRow, read_table
from panoh.intake.spreadsheet.rows import take_in
from panoh.intake.spreadsheet.rows.cells import Cells, Plan, column_names
from panoh.intake.spreadsheet.rows.told import read_row
from panoh.model.statement import encode

EXAMPLE = files("panoh.demo").joinpath("example")


def test_a_row_becomes_person_exile_link_acts_and_state(
    desk: Any, as_csv: Callable[..., bytes], people: list[list[str]]
) -> None:
    report = desk.take(as_csv(people[:1] + people[2:3], "cp1251"), language="ru")

    victim, exile = desk.records("person")
    (link,) = desk.records("link")
    acts = {act.type: act for act in desk.records("act")}
    (status,) = desk.records("status")
    entities = {each.kind: each.about for each in desk.told()}
    assert [(name.kind, name.text) for name in victim.names] == [
        ("surname", "Каримов"), ("given", "Далер"),
    ]  # fmt: skip
    assert victim.born.edtf == "1990-03-12"
    assert victim.note == "учитель"
    assert [name.text for name in exile.names] == ["Каримов Шариф"]
    assert (link.relation, link.words) == ("brother", "брат")
    assert link.start == acts["beating"].victim != link.end
    assert set(acts) == {"detention", "beating"}
    assert acts["detention"].when.edtf == "2023-09-30"
    assert acts["detention"].pressured[0].entity == link.end
    assert acts["detention"].perpetrators[0].text == "милиция"
    assert acts["detention"].note == "задержан, избит"
    assert (status.state, status.when.edtf) == ("released", "2023-10-02")
    assert status.person == link.start
    assert (report.people, report.relatives_of, report.acts, report.links) == (1, 1, 2, 1)
    assert entities["row"]


def test_every_statement_names_its_source_and_the_row_it_was_read_in(
    desk: Any, as_csv: Callable[..., bytes], people: list[list[str]]
) -> None:
    report = desk.take(as_csv(people), language="ru")

    for said in desk.told():
        if said.kind in ("person", "act", "link", "status", "row"):
            assert said.source == desk.source
            assert said.origin.item == report.item
            assert 2 <= said.origin.row <= 7
            assert said.language == "ru"


def test_the_file_is_the_first_item_and_comes_back_byte_for_byte(
    desk: Any, as_csv: Callable[..., bytes], people: list[list[str]]
) -> None:
    data = as_csv(people, "cp1251", ";")
    report = desk.take(data, "/home/somebody/список.csv")

    (item,) = desk.records("item")
    stored = desk.case.vault.open_file(stored_of(item))
    assert b"".join(stored) == data
    assert (item.name, item.media_type) == ("список.csv", "text/csv")
    assert desk.told()[1].about == report.item, "the item comes before any row"


def stored_of(item: Any) -> Any:
    from panoh.vault import StoredFile

    parts = tuple((part.object, part.size) for part in item.parts)
    return StoredFile(sha256=item.digest, size=item.size, unit=item.unit, parts=parts)


def test_what_cannot_be_read_is_in_the_report_and_in_the_row(
    desk: Any, as_csv: Callable[..., bytes], people: list[list[str]]
) -> None:
    people[1][3] = "31.02.1988"
    people[2][7] = "украли корову"
    people[3][1] = people[3][2] = "????? ??"
    people[4][1] = people[4][2] = ""
    people[5][4] = "05/06/2023"

    report = desk.take(as_csv(people), language="ru")

    assert [(each.row, bool(each.why)) for each in report.rows_unread] == [(4, True), (5, True)]
    assert {(each.row, each.column) for each in report.cells_unread} == {
        (2, "Дата рождения"), (3, "Что произошло"), (6, "Дата задержания"),
    }  # fmt: skip
    rows = {row.number: row for row in desk.records("row")}
    assert [cell.text for cell in rows[2].cells if cell.why] == ["31.02.1988"]
    assert rows[4].why
    assert not rows[4].entities
    words = {cell.column: cell.text for cell in rows[4].cells}
    assert words["Имя"] == "????? ??"
    assert any("украли корову" in person.note for person in desk.records("person"))


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    ["", "Саидова", "30.09.2023", "задержан", "=1+1", "????", "1,5 сола", "05/06/2023", "не", "\0"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(texts, max_size=14))
def test_whatever_stands_in_a_row_its_cells_are_kept_exactly(cells: list[str]) -> None:
    header = ("n", "Фамилия", "Имя", "Рожд", "Когда", "Где", "Кем", "Что", "Чей", "Своб", "", "")
    meanings = ("row-key", "surname", "given", "born", "when", "place", "who", "what",
                "relative-of", "released", "sex", "note")  # fmt: skip
    plan = Plan(column_names(header, 14), meanings, language="ru")
    row = Cells(SheetRow(2, tuple(cells)), plan)

    told = read_row(row)

    kept = {cell.column: cell.text for cell in row.raw()}
    assert kept == {plan.name(at): cell for at, cell in enumerate(cells) if cell}
    for role in told.roles():
        told.record(role, lambda role: role)
    assert bool(told.roles()) is not bool(told.why)


def test_every_row_ends_somewhere(
    desk: Any, as_csv: Callable[..., bytes], people: list[list[str]]
) -> None:
    people[3][1] = people[3][2] = ""
    data = as_csv([["Список от 5 октября"], *people])

    report = desk.take(data, language="ru")

    assert report.rows == 7
    assert len(desk.told("row")) == report.rows == report.rows_new
    assert len(report.rows_unread) == 2
    assert report.people == 5


def test_the_same_file_twice_adds_nothing(
    desk: Any, as_csv: Callable[..., bytes], people: list[list[str]]
) -> None:
    first = desk.take(as_csv(people))
    before = len(desk.told())

    again = desk.take(as_csv(people), "another name.csv")

    assert again.again
    assert again.item == first.item
    assert again.statements == 0
    assert again.rows_unchanged == again.rows == 6
    assert len(desk.told()) == before


def test_an_import_that_was_cut_short_is_completed_by_the_next(
    desk: Any,
    as_csv: Callable[..., bytes],
    people: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(take_in, "LOT", 8)

    def cut(done: int, total: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(take_in, "_TELL_EVERY", 3)
    with pytest.raises(KeyboardInterrupt):
        desk.take(as_csv(people), progress=cut)
    kept = len(desk.told("row"))

    report = desk.take(as_csv(people))

    assert 0 < kept < 6
    assert report.again
    assert (report.rows_unchanged, report.rows_new) == (kept, 6 - kept)
    assert len(desk.told("row")) == 6
    assert len(desk.told("item")) == 1


def test_a_confirmed_layout_is_kept_and_used_for_the_next_file_with_this_header(
    desk: Any, as_csv: Callable[..., bytes]
) -> None:
    rows = [["x", "y"], ["Саидова Нигина", "задержана"], ["Каримов Далер", "избит"]]
    table = read_table(as_csv(rows))
    layout = as_layout(correct(guess(table.sheets[0], header_row=1), {1: "name", 2: "note"}))
    desk.take(table, layout=layout)

    report = desk.take(as_csv([rows[0], ["Рахимова Зебо", "задержана"]]))

    assert len(desk.told("layout")) == 1
    assert report.acts == 0
    assert [meaning for _, _, meaning in report.columns] == ["name", "note"]


def test_a_list_without_names_and_a_source_nobody_knows_are_refused(
    desk: Any, as_csv: Callable[..., bytes], people: list[list[str]]
) -> None:
    before = len(desk.told())
    with pytest.raises(errors.NoNameColumn):
        desk.take(as_csv([["Место", "Дата"], ["Восе", "01.10.2023"]]))
    desk.source = "0" * 32
    with pytest.raises(errors.SourceUnknown):
        desk.take(as_csv(people))
    assert len(desk.told()) == before


def test_who_told_the_group_stays_in_the_row(desk: Any, as_csv: Callable[..., bytes]) -> None:
    desk.take(as_csv([["Имя и фамилия", "Источник"], ["Саидова Нигина", "соседка Лола"]]))

    told = [each.kind for each in desk.told() if "соседка".encode() in encode(each)]
    assert told == ["row"]


@pytest.mark.parametrize(("letter", "language"), [("a", "tg"), ("b", "ru")])
def test_the_example_lists_tell_exactly_what_their_truth_says(
    desk: Any, letter: str, language: str
) -> None:
    truth = json.loads(EXAMPLE.joinpath("truth.json").read_text("utf-8"))
    data = EXAMPLE.joinpath(f"list_{letter}.csv").read_bytes()

    report = desk.take(data, f"list_{letter}.csv", language=language)

    told: dict[str, list[str]] = {}
    for act in desk.told("act"):
        told.setdefault(str(act.origin.row), []).append(json.loads(bytes(act.fields["type"])))
    expected = truth[f"told_{letter}"]
    assert {row: sorted(acts) for row, acts in told.items()} == {
        row: sorted(acts) for row, acts in expected.items()
    }
    unread = [each["row"] for each in truth["unreadable"] if each["list"] == letter]
    assert [each.row for each in report.rows_unread] == unread
    assert report.rows == truth["totals"][f"rows_{letter}"]
    assert not report.cells_unread
