"""Complaints to the Working Group on Arbitrary Detention: composed, laid out, written.

`facts.json` holds what is known of the procedure, `composing` gathers what is told about the
persons of a matter, `layout` puts it into the sections of the questionnaire.
"""

from panoh.legal.submissions.wgad.complaint import Complaint, Permissions, Review
from panoh.legal.submissions.wgad.composing import compose
from panoh.legal.submissions.wgad.layout import lay_out
from panoh.legal.submissions.write_docx import write_docx
from panoh.legal.submissions.write_pdf import draw_pages, write_pdf

__all__ = [
    "Complaint",
    "Permissions",
    "Review",
    "compose",
    "render_docx",
    "render_pages",
    "render_pdf",
]


def render_pdf(complaint: Complaint) -> bytes:
    """The complaint as PDF/A-2a and PDF/UA-1; raises `DocumentNotDrawn`."""
    return write_pdf(lay_out(complaint))


def render_pages(complaint: Complaint) -> list[bytes]:
    """The pages of the PDF as pictures (PNG); raises `DocumentNotDrawn`."""
    return draw_pages(lay_out(complaint))


def render_docx(complaint: Complaint) -> bytes:
    """The complaint as DOCX with the content of the PDF."""
    return write_docx(lay_out(complaint))
