"""Lists as senders send them, and what the confined reader says of them."""

import io
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

from tests.security.parsers.parser import LIST, Parser

from panoh.intake.spreadsheet.layout import guess
from panoh.intake.spreadsheet.reading import child, frames
from panoh.intake.spreadsheet.reading.table import Sheet, SheetRow


def workbook() -> bytes:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in LIST.splitlines():
        sheet.append(row.split(";"))
    book.save(out)
    return out.getvalue()


def repacked(data: bytes, call: Callable[[bytes], bytes], only: str) -> bytes:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, call(part) if name == only else part)
    return out.getvalue()


def _read_list(data: bytes) -> None:
    out = io.BytesIO()
    child.main(io.BytesIO(data), out, "", "")
    out.seek(0)
    rows: list[SheetRow] = []
    while isinstance(frame := frames.read_frame(out), frames.Frame) and len(rows) < 2000:
        if isinstance(frame, frames.Rows):
            rows += frame.rows
    if rows:
        guess(Sheet("", rows, False))


def csv_list() -> Parser:
    seeds = [LIST.encode(), LIST.encode("utf-16"), 'Имя,Что\n"а\nб",в\n'.encode("cp1251")]
    return Parser(_read_list, seeds)


def xlsx_list() -> Parser:
    """The mutated bytes stand for the archive, and for each part in a sound archive."""
    whole = workbook()
    with ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def call(data: bytes) -> None:
        if data.startswith(b"PK"):
            _read_list(data)
            return
        for name, honest in parts.items():
            if honest[:40] == data[:40]:
                _read_list(repacked(whole, lambda _: data, name))

    return Parser(call, [whole, *parts.values()])


def frames_said() -> Parser:
    out = io.BytesIO()
    for frame in (frames.Head("text/csv"), frames.SheetHead(""), frames.Rows([]), frames.End()):
        frames.write_frame(out, frame)

    def call(data: bytes) -> None:
        source = io.BytesIO(data)
        while frames.read_frame(source) is not None:
            continue

    return Parser(call, [out.getvalue()])
