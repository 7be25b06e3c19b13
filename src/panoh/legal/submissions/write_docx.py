"""Documents as DOCX, for a lawyer to go on writing in: the same blocks as the PDF."""

import io
from datetime import UTC, datetime, time
from typing import Any

from panoh.legal.submissions.archive import timeless
from panoh.legal.submissions.document import (
    Block,
    Box,
    Document,
    Heading,
    Line,
    NewPage,
    Notes,
    Paragraph,
    Run,
    Table,
    digest,
)

TYPEFACE = "Times New Roman"
#: Width of the text on A4 between the margins, in millimetres.
TEXT_WIDTH = 159


def write_docx(document: Document) -> bytes:
    """The document as DOCX, dated by the document; the same document gives the same bytes."""
    import docx as library

    docx = library.Document()
    _forget_template(docx)
    _properties(docx, document)
    _page(docx, document)
    for block in document.blocks:
        _draw(docx, block)
    out = io.BytesIO()
    docx.save(out)
    return timeless(out.getvalue())


def _forget_template(docx: Any) -> None:
    """Drop the preview picture and the example's data that the library's blank document holds."""
    for part in (docx.part.package, docx.part):
        for key, rel in list(part.rels.items()):
            if rel.reltype.endswith(("/thumbnail", "/customXml", "/stylesWithEffects")):
                part.rels.pop(key)


def _properties(docx: Any, document: Document) -> None:
    noon = datetime.combine(document.day, time(12), tzinfo=UTC).replace(tzinfo=None)
    properties = docx.core_properties
    properties.title, properties.subject = document.title[:255], document.subject[:255]
    properties.author = properties.last_modified_by = document.author[:255]
    properties.created = properties.modified = noon
    properties.language, properties.comments, properties.keywords = document.language, "", ""
    properties.revision = 1


def _page(docx: Any, document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    section = docx.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(27), Mm(24)
    section.top_margin, section.bottom_margin = Mm(27), Mm(25)
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        _style(docx.styles[name], {"Heading 1": 14, "Heading 2": 12}.get(name, 11))
    docx.styles["Normal"].paragraph_format.space_after = Pt(6)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.add_run(document.mark).bold = True
    foot.add_run(f"{document.day_text} · SHA-256 of the data {digest(document)[:16]} · Page ")
    _number_field(foot, "PAGE")
    foot.add_run(" of ")
    _number_field(foot, "NUMPAGES")


def _style(style: Any, size: int) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = TYPEFACE, Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), TYPEFACE)


def _number_field(paragraph: Any, instruction: str) -> None:
    """A number that the word processor fills in: the page, or how many there are."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)  # noqa: SLF001 - the library has no call for fields


def _draw(docx: Any, block: Block) -> None:
    match block:
        case Heading(level, text):
            docx.add_heading(text, level)
        case Paragraph(line, number):
            _numbered(docx, line, number)
        case Box(lines):
            cell = _grid(docx, (1,)).add_row().cells[0]
            for place, each in enumerate(lines):
                _write(cell.paragraphs[0] if place == 0 else cell.add_paragraph(), each)
            docx.add_paragraph()
        case Table(header, widths, rows):
            _table(docx, header, widths, rows)
        case Notes(header, notes):
            rows = tuple(((Run(str(note.number)),), note.line) for note in notes)
            _table(docx, header, (1, 12), rows)
        case NewPage():
            docx.add_page_break()


def _numbered(docx: Any, line: Line, number: int) -> None:
    from docx.shared import Mm

    paragraph = docx.add_paragraph()
    if number:
        paragraph.paragraph_format.left_indent = Mm(9)
        paragraph.paragraph_format.first_line_indent = Mm(-9)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(9))
        paragraph.add_run(f"{number}.\t")
    _write(paragraph, line)


def _write(paragraph: Any, line: Line) -> None:
    from docx.shared import Pt

    for run in line:
        written = paragraph.add_run(run.text)
        written.bold = run.style == "strong" or None
        written.italic = run.style == "quiet" or None
        if run.style == "code":
            written.font.name, written.font.size = "Courier New", Pt(7.5)
        for number in run.notes:
            paragraph.add_run(f"[{number}]").font.superscript = True


def _table(
    docx: Any, header: tuple[str, ...], widths: tuple[int, ...], rows: tuple[tuple[Line, ...], ...]
) -> None:
    from docx.oxml import OxmlElement

    table = _grid(docx, widths)
    head = table.add_row()
    properties = head._tr.get_or_add_trPr()  # noqa: SLF001 - nor for heads that repeat
    properties.append(OxmlElement("w:tblHeader"))
    for cell, word in zip(head.cells, header, strict=True):
        cell.paragraphs[0].add_run(word).bold = True
    for row in rows:
        for cell, line in zip(table.add_row().cells, row, strict=True):
            _write(cell.paragraphs[0], line)
    for row in table.rows:
        for cell, width in zip(row.cells, _millimetres(widths), strict=True):
            cell.width = width
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = 0
    docx.add_paragraph()


def _grid(docx: Any, widths: tuple[int, ...]) -> Any:
    table = docx.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _millimetres(widths), strict=True):
        column.width = width
    return table


def _millimetres(widths: tuple[int, ...]) -> list[Any]:
    from docx.shared import Mm

    return [Mm(TEXT_WIDTH * width / sum(widths)) for width in widths]
