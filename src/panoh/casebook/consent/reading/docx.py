"""Office files (DOCX and kin): every XML part of the archive, its names, and its pictures."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from panoh.casebook.consent.reading.piece import Piece

MOST_BYTES = 256 << 20
#: Elements after which a word cannot go on: paragraph, cell, break, tab.
BREAKS = ("p", "tc", "br", "tab", "cr")


def read_docx(data: bytes) -> Iterator[Piece]:
    """The text and attributes of every part; a part that is not XML needs a human."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MOST_BYTES:
            raise zipfile.BadZipFile
        for entry in archive.infolist():
            yield Piece("name of a part", entry.filename)
            if entry.comment:
                yield Piece("comment of a part", entry.comment.decode("utf-8"))
            if entry.filename.endswith((".xml", ".rels")):
                yield Piece(entry.filename, _text(fromstring(archive.read(entry))))
            elif not entry.is_dir():
                yield Piece(entry.filename, "", read=False)
        if archive.comment:
            yield Piece("comment of the archive", archive.comment.decode("utf-8"))


def _text(root: Element) -> str:
    """Words as a reader sees them: runs joined, paragraphs apart; then every attribute."""
    parts: list[str] = []
    for element in root.iter():
        tag = str(element.tag).rsplit("}", 1)[-1]
        if tag in BREAKS:
            parts.append("\n")
        parts.append(element.text or "")
    attributes = [value for element in root.iter() for value in element.attrib.values()]
    return "".join(parts) + "\n" + "\n".join(attributes)
