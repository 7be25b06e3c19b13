"""What arrives broken, far too large, or as a trap: refused with a reason, nothing stored."""

import random
import resource
import subprocess
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from panoh.intake.spreadsheet import errors
from panoh.intake.spreadsheet.reading import limits, read_table

TYPES = b"""<?xml version="1.0"?><Types xmlns=
"http://schemas.openxmlformats.org/package/2006/content-types"></Types>"""


def workbook(*rows: list[Any]) -> bytes:
    book, out = Workbook(write_only=True), BytesIO()
    sheet = book.create_sheet("list")
    for row in rows:
        sheet.append(row)
    book.save(out)
    return out.getvalue()


def with_part(data: bytes, part: str, body: bytes) -> bytes:
    """The archive with one part exchanged or added."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name != part:
                target.writestr(name, source.read(name))
        target.writestr(part, body)
    return out.getvalue()


@pytest.mark.parametrize("data", [b"", b"\n\n\n", b"\xef\xbb\xbf", b",,,\n,,,\n"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(errors.ListEmpty):
        read_table(data)


@pytest.mark.parametrize("seed", range(3))
def test_garbage_with_the_name_of_a_list_is_no_list(seed: int) -> None:
    with pytest.raises(errors.NotAList):
        read_table(random.Random(seed).randbytes(5000))  # noqa: S311 - the same garbage each time


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04" + b"x" * 100, workbook(["a"])[:-200], b"%PDF-1.7\n" + bytes(range(256)) * 20],
)
def test_damaged_and_foreign_files_are_refused(data: bytes) -> None:
    with pytest.raises(errors.NotAList):
        read_table(data)


def test_old_or_encrypted_workbooks_say_what_to_do() -> None:
    with pytest.raises(errors.OldWorkbook):
        read_table(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))


def test_a_million_columns_are_refused_with_the_row(as_csv: Callable[..., bytes]) -> None:
    with pytest.raises(errors.TooManyColumns) as refused:
        read_table(b"name,place\nAnna,Vose\n" + b",".join([b"x"] * 1_000_000))

    assert refused.value.values["row"] == 3
    assert refused.value.values["found"] == 1_000_000


def test_a_million_empty_columns_are_nothing() -> None:
    table = read_table(b"name;place\nAnna;Vose" + b";" * 1_000_000 + b"\n")

    assert [row.cells for row in table.sheets[0].rows] == [("name", "place"), ("Anna", "Vose")]


def test_a_workbook_of_too_many_columns_is_refused() -> None:
    with pytest.raises(errors.TooManyColumns):
        read_table(workbook(["name"], ["x"] * 600))


def test_more_rows_than_a_list_may_have_are_refused() -> None:
    with pytest.raises(errors.TooManyRows):
        read_table(b"a,b\n" * (limits.MAX_ROWS + 1))


def test_a_cell_beyond_what_any_program_allows_is_refused() -> None:
    with pytest.raises(errors.CellTooLong):
        read_table(b"name,note\nAnna," + b"x" * (limits.MAX_CELL + 1))
    with pytest.raises(errors.CellTooLong):
        read_table(with_part(workbook(["Anna"]), "xl/worksheets/sheet1.xml", sheet("y" * 40_000)))


def sheet(text: str) -> bytes:
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
        "</sheetData></worksheet>"
    ).encode()


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "docProps/app.xml"]
)
def test_an_archive_that_would_unpack_to_gigabytes_is_not_unpacked(part: str) -> None:
    bomb = with_part(workbook(["Anna"]), part, b" " * (40 << 20))

    with pytest.raises(errors.ArchiveExpands):
        read_table(bomb)


def test_an_archive_that_lies_about_its_sizes_is_refused() -> None:
    bomb = bytearray(with_part(workbook(["Anna"]), "xl/worksheets/sheet1.xml", b" " * (40 << 20)))
    for at in range(len(bomb) - 4):
        if bomb[at : at + 4] == (40 << 20).to_bytes(4, "little"):
            bomb[at : at + 4] = (1000).to_bytes(4, "little")

    with pytest.raises(errors.NotAList):
        read_table(bytes(bomb))


def test_an_archive_of_very_many_parts_is_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        for at in range(limits.MAX_ENTRIES):
            archive.writestr(f"xl/{at}", b"")

    with pytest.raises(errors.ArchiveExpands):
        read_table(out.getvalue())


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_entities_in_xml_are_refused(part: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("not for anybody")
    attack = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{secret}">]>'.encode() + sheet("&a;")

    with pytest.raises(errors.DangerousXml):
        read_table(with_part(workbook(["Anna"]), part, attack))


def test_rows_with_numbers_beyond_any_sheet_do_not_count_to_them() -> None:
    far = sheet("Anna").replace(b'r="1"', b'r="999999999"').replace(b'r="A1"', b'r="A999999999"')

    with pytest.raises(errors.TooManyRows):
        read_table(with_part(workbook(["x"]), "xl/worksheets/sheet1.xml", far))


def test_nulls_are_kept_in_the_cell_and_reported() -> None:
    table = read_table(b"name,place\nAn\0na,Vose\n\0\0,Rasht\n")

    assert table.sheets[0].rows[1].cells == ("An\0na", "Vose")
    assert {note.code: note.count for note in table.notes} == {"zero-bytes": 2}


def test_a_file_over_the_limit_is_refused_before_it_is_held(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(limits.MAX_BYTES + 1)

    with pytest.raises(errors.FileTooLarge):
        read_table(large)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux counts it")
def test_fifty_megabytes_are_read_within_the_memory_that_is_promised(tmp_path: Path) -> None:
    """In a process of its own, because the high-water mark of memory never goes down.

    Its own mark is read as VmHWM: what getrusage tells begins with the size of whoever started it.
    """
    line = "Саидова;Нигина;1988;01.10.2023;Хуҷанд;" + "эзоҳ " * 30 + "\n"
    large = tmp_path / "large.csv"
    data = (line * (limits.MAX_BYTES // len(line.encode()))).encode()
    large.write_bytes(data)
    code = (
        "import re,resource,sys,pathlib;from panoh.intake.spreadsheet.reading import read_table;"
        "t=read_table(pathlib.Path(sys.argv[1]));"
        "told=pathlib.Path('/proc/self/status').read_text();"
        "print(len(t.sheets[0].rows), re.search(r'VmHWM:\\s+(\\d+)', told)[1],"
        " resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, large], capture_output=True, text=True, check=True
    )

    rows, own, child = map(int, done.stdout.split())
    assert rows == data.count(b"\n")
    assert own * 1024 < 500 << 20
    assert child * 1024 < limits.CHILD_MEMORY


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_a_workbook_damaged_anywhere_is_refused_or_read_but_never_crashes(cut: float) -> None:
    data = bytearray(workbook(["name", "place"], *[["Anna", "Vose"]] * 50))
    place = int(len(data) * cut)
    data[place : place + 20] = zlib.compress(b"damage" * 5)[:20]

    try:
        table = read_table(bytes(data))
    except errors.NotAList:
        return
    assert table.sheets[0].rows[0].cells == ("name", "place")


def test_limits_of_the_parent_leave_its_own_alone() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_FSIZE)
    read_table(b"name\nAnna\n")

    assert before == (
        resource.getrlimit(resource.RLIMIT_AS),
        resource.getrlimit(resource.RLIMIT_FSIZE),
    )
