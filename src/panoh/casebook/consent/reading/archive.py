"""Archives (ZIP, and with it DOCX, XLSX, ODT): every name, comment and part in them."""

import io
import zipfile
from collections.abc import Iterator

from panoh.casebook.consent.reading.piece import Inner, Piece, unread
from panoh.casebook.consent.reading.text import read_office_part

MOST_BYTES = 256 << 20
ENCRYPTED = 0x1
#: Folders of office files whose XML follows the format; what users put in stands elsewhere.
OFFICE = ("word/", "xl/", "ppt/", "docProps/", "_rels/", "[Content_Types].xml")


def read_archive(where: str, data: bytes, inner: Inner) -> Iterator[Piece]:
    """Every part by what it is; raises if the archive is damaged or too large to read."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise zipfile.BadZipFile
        yield Piece(f"{where}: comment", archive.comment.decode("utf-8", "replace"))
        for entry in entries:
            yield Piece(f"{where}: name of a part", entry.filename, markup=_is_office(entry))
            yield Piece(f"{where}: comment", entry.comment.decode("utf-8", "replace"))
            yield from _part(f"{where}: {entry.filename}", archive, entry, inner)


def _part(
    where: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, inner: Inner
) -> Iterator[Piece]:
    if entry.flag_bits & ENCRYPTED:
        yield unread(where)
    elif _is_office(entry) and entry.filename.endswith((".xml", ".rels", ".vml")):
        yield from read_office_part(where, archive.read(entry))
    elif not entry.is_dir():
        yield from inner(where, archive.read(entry))


def _is_office(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.startswith(OFFICE)
