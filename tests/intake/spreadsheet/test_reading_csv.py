"""CSV: every cell comes back, in every encoding, and what is broken is said."""

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panoh.intake.spreadsheet.reading import encodings, read_table
from panoh.intake.spreadsheet.reading.delimited import Rows

WORDS = [
    "Насаб",
    "Саидова Ҷамила",
    "«қ» ӣ ӯ ғ ҳ",
    "line\nbreak",
    'quote " inside',
    "a;b,c\td|e",
    "",
]

cells = st.text(
    alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from(' ,;"\n\r\t|\0=?ҶқАя'),
    max_size=12,
)


def trimmed(rows: list[list[str]]) -> list[list[str]]:
    """Rows as the reader keeps them: no empty cells at the end, no empty rows."""
    kept = []
    for row in rows:
        full = list(row)
        while full and not full[-1]:
            full.pop()
        if full:
            kept.append(full)
    return kept


@settings(max_examples=300)
@given(st.lists(st.lists(cells, max_size=5), max_size=6), st.sampled_from(",;\t|"))
def test_any_table_written_as_csv_comes_back_cell_for_cell(
    rows: list[list[str]], delimiter: str
) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    decoded = encodings.Decoded(out.getvalue(), "utf-8")
    if out.getvalue()[:4].lower() == "sep=":
        return  # Excel's own way of naming the separator; tested by itself

    read = [list(row.cells) for row in Rows(decoded, delimiter)]

    assert read == trimmed(rows)


@pytest.mark.parametrize("delimiter", list(",;\t|"))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_delimiter_and_encoding_are_found_by_the_confined_reader(
    as_csv: Callable[..., bytes], encoding: str, delimiter: str
) -> None:
    rows = [[*WORDS[:3], "1"], [*WORDS[2:5], "2"], [*WORDS[1:4], "3"]]

    table = read_table(as_csv(rows, encoding, delimiter))

    assert table.delimiter == delimiter
    assert [list(row.cells) for row in table.sheets[0].rows] == rows


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_t", "koi8_r", "cp866"])
def test_old_russian_encodings_are_told_apart(
    as_csv: Callable[..., bytes], people: list[list[str]], encoding: str
) -> None:
    rows = [[cell.replace("ҷ", "дж").replace("№", "N") for cell in row] for row in people]

    decoded = encodings.decode(as_csv(rows, encoding))

    assert decoded.text.encode(encoding) == as_csv(rows, encoding)
    assert "Саидова" in decoded.text


@pytest.mark.parametrize("name", ["Müller,Jörg", "Çelik,Gül"])
def test_western_letters_are_not_taken_for_russian(name: str) -> None:
    assert name in encodings.decode(f"Surname,Name\n{name}\n".encode("cp1252")).text


def test_lines_in_two_encodings_are_both_read_and_named() -> None:
    data = "Фамилия,Имя\nСаидова,Ҷамила\nҚаримов,Далер\n".encode() + "Назаров,Умед\n".encode(
        "cp1251"
    )

    table = read_table(data)

    assert [row.cells for row in table.sheets[0].rows][-1] == ("Назаров", "Умед")
    notes = {note.code: note for note in table.notes}
    assert notes["mixed-encodings"].rows == (4,)
    assert notes["mixed-encodings"].detail == "cp1251"


def test_bytes_that_are_no_text_are_shown_as_codes_and_reported_never_replaced() -> None:
    data = "Фамилия,Имя\nСаидова,Ҷамила\nҚаримов,".encode() + b"\xff\x81\xfe\x02\n"

    table = read_table(data)

    last = table.sheets[0].rows[-1]
    assert last.cells[0] == "Қаримов"
    assert "\\xff" in last.cells[1]
    assert 1 in last.whys
    assert "�" not in last.cells[1]


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_list() -> None:
    data = b'name,place\nAnna,"Khujand\nBoris,Vose\nCarla,Isfara\n'

    table = read_table(data)

    assert [row.cells for row in table.sheets[0].rows] == [
        ("name", "place"), ("Anna", '"Khujand'), ("Boris", "Vose"), ("Carla", "Isfara"),
    ]  # fmt: skip
    assert "quote-unclosed" in {note.code for note in table.notes}


def test_loose_quotation_marks_are_read_and_said() -> None:
    table = read_table(b'name,note\nAnna,"called "auntie" at home"\nBoris,x\n')

    assert len(table.sheets[0].rows) == 3
    assert "quote-loose" in {note.code for note in table.notes}


def test_the_line_by_which_excel_names_the_separator_is_no_row() -> None:
    table = read_table(b"sep=;\r\nname;place\r\nAnna, B;Vose\r\n")

    assert [row.cells for row in table.sheets[0].rows] == [("name", "place"), ("Anna, B", "Vose")]


def test_formulas_and_lost_letters_are_kept_as_text_and_named() -> None:
    table = read_table(b"name,note\nAnna,=HYPERLINK(1)\n????? ???,+992900000001\n")

    rows = table.sheets[0].rows
    assert rows[1].cells[1] == "=HYPERLINK(1)"
    assert set(rows[1].whys) == {1}
    assert set(rows[2].whys) == {0}


def test_what_the_user_says_about_the_file_is_not_guessed_again() -> None:
    data = "a;b,c\nд;е,ё\n".encode("cp1251")

    table = read_table(data, encoding="cp1251", delimiter=";")

    assert [row.cells for row in table.sheets[0].rows] == [("a", "b,c"), ("д", "е,ё")]


def test_rows_are_counted_by_records_and_empty_ones_leave_a_gap() -> None:
    table = read_table(b'name,note\n"two\nlines",x\n,,\nBoris,y\n')

    assert [row.number for row in table.sheets[0].rows] == [1, 2, 4]
