"""What finished files say: their text, read as a reader would."""

import io
import zipfile
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from pypdf import PdfReader


def pdf_pages(data: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def pdf_text(data: bytes) -> str:
    """The text of a PDF without heads and feet of pages, all white space taken out."""
    kept = []
    for page in pdf_pages(data):
        lines = page.split("\n")
        body = [
            each
            for each in lines
            if not each.startswith("DRAFT:")
            and "SHA-256 of the data" not in each
            and not each.startswith("Page ")
        ]
        kept.append("".join(body))
    return squeezed("".join(kept))


def docx_text(data: bytes) -> str:
    """The text of the body of a DOCX, all white space taken out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body: Element = fromstring(archive.read("word/document.xml"))
    return squeezed("".join(element.text or "" for element in body.iter() if element.text))


def squeezed(text: str) -> str:
    """A text without white space, for comparing what is broken into lines differently."""
    return "".join(text.split()).replace("\u200b", "")
