"""Documents as PDF/A-2a and PDF/UA-1: the same document always gives the same bytes."""

import threading
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from panoh.legal.submissions.document import Document, digest, encoded
from panoh.legal.submissions.errors import DocumentNotDrawn
from panoh.legal.submissions.letters import breakable, drawable

STANDARDS = ["a-2a", "ua-1"]
TEMPLATES = Path(str(files("panoh.legal.submissions"))) / "template"
_drawing = threading.Lock()


#: Pictures of pages are for the screen of whoever reads them before they are given out.
DOTS_PER_INCH = 144


def write_pdf(document: Document) -> bytes:
    """The document as PDF, dated by the document; raises `DocumentNotDrawn`."""
    noon = datetime.combine(document.day, time(12), tzinfo=UTC)
    pdf = _compiled(
        document, format="pdf", pdf_standards=STANDARDS, timestamp=int(noon.timestamp())
    )
    if not isinstance(pdf, bytes):
        raise DocumentNotDrawn
    return pdf


def draw_pages(document: Document) -> list[bytes]:
    """Each page of the PDF as a picture (PNG); raises `DocumentNotDrawn`."""
    pages = _compiled(document, format="png", ppi=DOTS_PER_INCH)
    return list(pages) if isinstance(pages, list) else [pages]


def _compiled(document: Document, **how: Any) -> Any:
    import typst

    try:
        with _drawing:
            made, warnings = _compiler().compile_with_warnings(
                input=str(TEMPLATES / "document.typ"), sys_inputs=_inputs(document), **how
            )
    except typst.TypstError:
        # Its message quotes the text, which belongs into no log.
        raise DocumentNotDrawn from None
    if warnings:
        raise DocumentNotDrawn
    return made


@cache
def _compiler() -> Any:
    """One compiler for the life of the program: it keeps fonts and the parsed template.

    It sees no font of the machine and no file outside of the templates' folder.
    """
    import typst

    return typst.Compiler(root=str(TEMPLATES), ignore_system_fonts=True)


def _inputs(document: Document) -> dict[str, str]:
    body = msgspec.json.decode(encoded(document))
    data = {"document": _shown(body), "digest": digest(document)}
    return {"data": msgspec.json.encode(data).decode()}


def _shown(value: Any) -> Any:
    """The data with every text as the typeface can draw it; identifiers stay whole."""
    if isinstance(value, str):
        return breakable(drawable(value))
    if isinstance(value, list):
        return [_shown(each) for each in value]
    if isinstance(value, dict):
        whole = value.get("style") == "code"
        return {key: each if whole else _shown(each) for key, each in value.items()}
    return value
