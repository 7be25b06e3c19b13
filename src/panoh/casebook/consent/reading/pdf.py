"""PDF: the text of each page, the properties, the outline; pictures need a human."""

import io
from collections.abc import Iterator

from panoh.casebook.consent.reading.piece import Piece


def read_pdf(data: bytes) -> Iterator[Piece]:
    """Every page's text, the properties in both forms, the outline; pictures as unread."""
    from pypdf import PdfReader

    document = PdfReader(io.BytesIO(data), strict=True)
    for key, value in (document.metadata or {}).items():
        yield Piece(f"property {key}", str(value))
    if document.xmp_metadata is not None:
        yield Piece("property XMP", document.xmp_metadata.stream.get_data().decode("utf-8"))
    for number, page in enumerate(document.pages, 1):
        yield Piece(f"page {number}", page.extract_text())
        if page.images:
            yield Piece(f"picture on page {number}", "", read=False)
        for annotation in page.get("/Annots") or ():
            yield Piece(f"note on page {number}", str(annotation.get_object()))
    for entry in _outline(document.outline):
        yield Piece("outline", entry)
    for name, files in document.attachments.items():
        yield Piece("attachment", name, read=not files)


def _outline(entries: object) -> Iterator[str]:
    for entry in entries if isinstance(entries, list) else [entries]:
        if isinstance(entry, list):
            yield from _outline(entry)
        else:
            yield str(getattr(entry, "title", ""))
