"""XLSX: what a person sees in the sheet comes back; what is hidden, merged or computed is said."""

from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.exceptions import IllegalCharacterError
from openpyxl.worksheet.worksheet import Worksheet

from panoh.intake.spreadsheet.reading import Table, read_table
from panoh.intake.spreadsheet.reading.workbook import SheetReader, Spent, open_workbook, sheets_of


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_of(book: Workbook) -> Worksheet:
    assert isinstance(book.active, Worksheet)
    return book.active


def book_of(*rows: list[Any]) -> Workbook:
    book = Workbook()
    for row in rows:
        sheet_of(book).append(row)
    return book


def notes(table: Table) -> dict[str, int]:
    return {note.code: note.count for note in table.notes}


cell_texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]) | st.sampled_from("ҷқӣ 0"),
    max_size=10,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(cell_texts, min_size=1, max_size=4), min_size=1, max_size=5))
def test_any_table_of_texts_written_as_xlsx_comes_back_cell_for_cell(
    rows: list[list[str]],
) -> None:
    book = Workbook()
    try:
        for at, row in enumerate(rows, 1):
            for column, text in enumerate(row, 1):
                cell = sheet_of(book).cell(at, column)
                cell.value = text
                cell.data_type = "s"
    except IllegalCharacterError:
        return
    opened = open_workbook(saved(book))

    read = {
        (row.number, column): text
        for sheet, _ in sheets_of(opened)
        for row in SheetReader(opened, sheet, Spent()).rows()
        for column, text in enumerate(row.cells, 1)
        if text
    }

    assert read == {
        (at, column): text
        for at, row in enumerate(rows, 1)
        for column, text in enumerate(row, 1)
        if text
    }


def test_serial_dates_become_dates_and_numbers_stay_numbers() -> None:
    book = book_of(
        ["name", "when", "born", "phone", "share"],
        ["Anna", datetime(2023, 9, 30), 1957, 992900000001, 1.5],  # noqa: DTZ001
        ["Boris", date(1900, 1, 1), 45199, True, None],
    )

    table = read_table(saved(book))

    assert table.sheets[0].rows[1].cells == ("Anna", "2023-09-30", "1957", "992900000001", "1.5")
    assert table.sheets[0].rows[2].cells == ("Boris", "1900-01-01", "45199", "TRUE")
    assert notes(table)["dates"] == 2


def test_a_workbook_that_counts_from_1904_keeps_its_days() -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet_of(book).append(["Anna", date(2023, 9, 30)])

    assert read_table(saved(book)).sheets[0].rows[0].cells[1] == "2023-09-30"


def test_formulas_are_kept_as_text_and_never_computed() -> None:
    table = read_table(saved(book_of(["name"], ["=1+1"], ["=WEBSERVICE(A1)"])))

    rows = table.sheets[0].rows
    assert [row.cells[0] for row in rows] == ["name", "=1+1", "=WEBSERVICE(A1)"]
    assert rows[1].whys
    assert notes(table)["formulas"] == 2


def test_merged_and_hidden_cells_are_read_and_said() -> None:
    book = book_of(["name", "place"], ["Anna", "Vose"], ["Boris", None])
    sheet_of(book).merge_cells("B2:B3")
    sheet_of(book).row_dimensions[3].hidden = True
    sheet_of(book).column_dimensions["B"].hidden = True
    book.create_sheet("aside").append(["Carla"])
    book["aside"].sheet_state = "hidden"

    table = read_table(saved(book))

    assert [row.cells for row in table.sheets[0].rows][2] == ("Boris",)
    assert [sheet.hidden for sheet in table.sheets] == [False, True]
    assert notes(table) == {"merged": 1, "hidden-rows": 1, "hidden-columns": 1, "hidden-sheet": 1}


def test_a_size_the_sheet_only_claims_costs_nothing() -> None:
    data = saved(book_of(["name"], ["Anna"]))
    patched = rewritten(data, "xl/worksheets/sheet1.xml", b'ref="A1:A2"', b'ref="A1:XFD9999999"')

    assert [row.cells for row in read_table(patched).sheets[0].rows] == [("name",), ("Anna",)]


@pytest.mark.parametrize("bad", [b"#N/A", b"12x"])
def test_a_cell_that_cannot_be_read_does_not_cost_the_row(bad: bytes) -> None:
    data = saved(book_of(["name", "born"], ["Anna", 1957]))
    patched = rewritten(data, "xl/worksheets/sheet1.xml", b"<v>1957</v>", b"<v>" + bad + b"</v>")

    table = read_table(patched)

    assert table.sheets[0].rows[1].cells[0] == "Anna"
    assert 1 in table.sheets[0].rows[1].whys


def rewritten(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The same archive with some bytes of one part exchanged."""
    from zipfile import ZipFile

    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            body = source.read(name)
            if name == part:
                assert old in body
                body = body.replace(old, new)
            target.writestr(name, body)
    return out.getvalue()
