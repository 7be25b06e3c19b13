"""Is this archive an honest XLSX? Asked before a single byte of it is unpacked."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from panoh.intake.spreadsheet.errors import ArchiveExpands, NotAList
from panoh.intake.spreadsheet.reading.limits import (
    MAX_ENTRIES,
    MAX_RATIO,
    MAX_UNPACKED,
    RATIO_COUNTS_FROM,
)

_ENCRYPTED = 0x1


def check_archive(archive: ZipFile) -> None:
    """Raise ArchiveExpands or NotAList.

    The sizes an archive states can lie, but unpacking stops at the size stated: it is the bound.
    """
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise ArchiveExpands
    names = {entry.filename for entry in entries}
    if len(names) < len(entries) or "[Content_Types].xml" not in names:
        raise NotAList
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED or entry.filename.lower().endswith((".zip", ".xlsx")):
            raise NotAList
        large = entry.file_size > RATIO_COUNTS_FROM
        if large and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise ArchiveExpands


def open_archive(archive_bytes: BytesIO) -> ZipFile:
    """The archive, checked. Raises ArchiveExpands or NotAList."""
    try:
        archive = ZipFile(archive_bytes)
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        raise NotAList from None
    check_archive(archive)
    return archive
