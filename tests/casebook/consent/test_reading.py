"""What is read in finished files, and what is said to be unread."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import pytest
import segno
import typst
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject, TextStringObject
from tests.casebook.building import person
from tests.casebook.consent.passing import hard, looks, stops, zipped

from panoh.casebook.record import Case

NAME = "Фарид"
OTHERS = "Nobody is here."


@pytest.fixture
def farid(case: Case) -> str:
    return person(case, f"Саидов {NAME}", born="1984")


def pdf(source: str, *files: tuple[str, bytes], root: Path) -> bytes:
    """A PDF drawn by typst."""
    for name, data in (*files, ("main.typ", source.encode())):
        (root / name).write_bytes(data)
    drawn = typst.compile(str(root / "main.typ"), ignore_system_fonts=True)
    assert isinstance(drawn, bytes)
    return drawn


def png() -> bytes:
    """A picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def word(make: Callable[[docx.document.Document], object]) -> bytes:
    """A DOCX with what `make` puts in."""
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(OTHERS)
    make(document)
    document.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, body: str | bytes) -> bytes:
    """A DOCX with one more part, as other programs put it in."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            if "thumbnail" not in entry.filename:
                new.writestr(entry, old.read(entry))
        new.writestr(name, body)
    return out.getvalue()


def runs(*texts: str) -> Callable[[docx.document.Document], object]:
    def make(document: docx.document.Document) -> None:
        paragraph = document.add_paragraph("взят ")
        for text in texts:
            paragraph.add_run(text).bold = True

    return make


def hidden(document: docx.document.Document) -> None:
    document.add_paragraph().add_run(NAME).font.hidden = True


def described(document: docx.document.Document) -> None:
    document.sections[0].footer.paragraphs[0].text = NAME


def in_title(document: docx.document.Document) -> None:
    document.core_properties.title = NAME


def by_author(document: docx.document.Document) -> None:
    document.core_properties.author = "farid saidov"


def in_table(document: docx.document.Document) -> None:
    document.add_table(1, 1).cell(0, 0).text = NAME


WORDS = {
    "split over runs": runs("Фа", "ри", "д"),
    "split by a line": runs("Фа-", "\n", "рид"),
    "hidden": hidden, "footer": described, "title": in_title, "author": by_author,
    "table": in_table,
}  # fmt: skip
W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
PARTS: dict[str, str | bytes] = {
    "word/comments.xml": f"<w:comments {W}><w:comment w:author='Farid Saidov'/></w:comments>",
    "word/footnotes.xml": f"<w:footnotes {W}><w:p><w:t>Фа</w:t><w:t>рид</w:t></w:p></w:footnotes>",
    "word/drawing.xml": f"<d descr='мард, {NAME} Саидов'/>",
    "word/links.rels": "<R Target='https://x.example/%D0%A4%D0%B0%D1%80%D0%B8%D0%B4%20Saidov'/>",
    "customXml/item9.xml": f"<data><Фарид/><x>{escape('&#1060;')}арид</x></data>",
    "docProps/custom.xml": f"<property name='of'><vt:lpwstr>{NAME}</vt:lpwstr></property>",
    "word/embeddings/list.xlsx": zipped({"xl/sharedStrings.xml": f"<si><t>{NAME}</t></si>"}),
    "word/Farid Saidov.xml": "<x/>",
    "word/old.txt": NAME.encode("utf-16"),
}


@pytest.mark.parametrize("made", WORDS, ids=str)
def test_everything_in_a_docx_is_read(case: Case, farid: str, made: str) -> None:
    assert farid in hard(case, word(WORDS[made]))


@pytest.mark.parametrize("part", PARTS, ids=str)
def test_every_part_of_a_docx_is_read(case: Case, farid: str, part: str) -> None:
    plain = with_part(word(runs("nobody")), "word/more.xml", "<x/>")
    assert stops(case, plain) == []
    assert farid in hard(case, with_part(plain, part, PARTS[part]))


@pytest.mark.parametrize(
    ("part", "body"),
    [
        ("word/media/image1.png", png()),
        ("word/fonts/font1.odttf", b"\x8d\x01\xff\x00"),
        ("word/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("word/embeddings/bad.zip", b"PK\x03\x04 not a zip"),
    ],
)
def test_what_no_program_reads_in_a_docx_waits_for_a_look(
    case: Case, farid: str, part: str, body: bytes
) -> None:
    assert looks(case, with_part(word(runs("nobody")), part, body))


PDFS = {
    "text": NAME,
    "hyphen": '#set page(width: 20mm, margin: 1mm)\n#set text(lang: "ru", hyphenate: true)\n'
    "задержали Саидов-Фаридовского",
    "over the page": "#set page(height: 30mm, footer: [Page])\nФа-\n#pagebreak()\nрид",
    "title": f"#set document(title: [{NAME}])\nx",
    "author": f'#set document(author: "{NAME}")\nx',
    "keywords": f'#set document(keywords: ("{NAME}",))\nx',
    "outline": f"#set heading(bookmarked: true)\n#hide[= {NAME}]",
    "link": '#link("mailto:farid@x.example?subject=Farid")[write]',
    "note": f'#image("p.png", alt: "{NAME}")',
    "attachment": f'#pdf.attach("a.txt", bytes("{NAME}"))\nx',
    "name of attachment": '#pdf.attach("Farid.txt", bytes("x"))\nx',
    "white": f"#text(fill: white, size: 1pt)[{NAME}]",
    "ligatures": "Фа#h(0pt)рид",
    "persian": '#set text(font: "DejaVu Sans Mono", dir: rtl)\nفرید',
}


@pytest.mark.parametrize("made", PDFS, ids=str)
def test_everything_in_a_pdf_is_read(case: Case, farid: str, made: str, tmp_path: Path) -> None:
    assert farid in hard(case, pdf(PDFS[made], ("p.png", png()), root=tmp_path))


def changed(
    data: bytes, change: Callable[[PdfWriter], object], *, incremental: bool = False
) -> bytes:
    """A PDF as another program changes it."""
    writer, out = PdfWriter(PdfReader(io.BytesIO(data)), incremental=incremental), io.BytesIO()
    change(writer)
    writer.write(out)
    return out.getvalue()


def script(writer: PdfWriter) -> None:
    code = StreamObject()
    code.set_data(f"app.alert('{NAME}')".encode())
    run = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): writer._add_object(code)}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(run)


def face_of_note(writer: PdfWriter) -> None:
    face = StreamObject()
    face[NameObject("/Subtype")] = NameObject("/Form")
    helvetica = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F"): helvetica})
    face[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    face.set_data(b"BT /F 9 Tf (Farid) Tj ET")
    writer._add_object(face)


def spoken(writer: PdfWriter) -> None:
    page = writer.pages[0]
    drawn = page.get_contents()
    assert drawn is not None
    stream = StreamObject()
    stream.set_data(
        b"/Span <</ActualText <FEFF04240430044004380434>>> BDC EMC\n" + drawn.get_data()
    )
    page[NameObject("/Contents")] = writer._add_object(stream)


CHANGES: dict[str, Callable[[PdfWriter], object]] = {
    "property": lambda writer: writer.add_metadata({"/Фарид": "x"}),
    "script": script,
    "face of a note": face_of_note,
    "actual text": spoken,
    "unused object": lambda writer: writer._add_object(TextStringObject(NAME)),
    "attachment": lambda writer: writer.add_attachment("a.zip", zipped({"a": NAME})),
}


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_what_other_programs_put_into_a_pdf_is_read(
    case: Case, farid: str, change: str, tmp_path: Path
) -> None:
    plain = pdf(OTHERS, root=tmp_path)
    assert stops(case, plain) == []
    assert farid in hard(case, changed(plain, CHANGES[change]))


DRAWN = " ".join(
    f'<rect x="{n % 20}" y="{n // 20}" width="1" height="1"/>' for n in range(0, 800, 2)
)


def test_pictures_drawings_and_locked_pdfs_wait_for_a_look(
    case: Case, farid: str, tmp_path: Path
) -> None:
    plain = pdf(OTHERS, root=tmp_path)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="40">{DRAWN}</svg>'.encode()
    code = ("q.svg", svg)
    assert looks(case, pdf('#image("p.png")', ("p.png", png()), root=tmp_path))
    assert looks(case, pdf('#image("q.svg")', code, root=tmp_path))
    assert looks(case, changed(plain, lambda writer: writer.encrypt("", "owner")))
    assert looks(case, plain[:-300])


@pytest.mark.parametrize("said", ["tel:+49301234", "https://example.org/a-longer-address/of/it"])
def test_a_code_waits_for_a_look_however_it_is_drawn(
    case: Case, farid: str, tmp_path: Path, said: str
) -> None:
    code = segno.make(said, error="l", micro=False)
    runs = code.svg_inline(border=0).encode()
    squares = "".join(
        f"M{x} {y}h1v1h-1z"
        for y, row in enumerate(code.matrix)
        for x, dark in enumerate(row)
        if dark
    )
    lines = "".join(f"M{n % 20} {n // 20}v.9" for n in range(250))
    for paint in (f'<path fill="#000" d="{squares}"/>', f'<path stroke="#000" d="{lines}"/>'):
        drawn = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">{paint}</svg>'
        assert looks(case, pdf('#image("q.svg")', ("q.svg", drawn.encode()), root=tmp_path))
    named = runs.replace(b"<svg", b'<svg xmlns="http://www.w3.org/2000/svg"')
    assert looks(case, pdf('#image("q.svg")', ("q.svg", named), root=tmp_path))


def test_a_table_of_forty_rows_is_no_drawing(case: Case, farid: str, tmp_path: Path) -> None:
    assert stops(case, pdf("#table(columns: 3, ..([x],) * 120)", root=tmp_path)) == []


def test_persian_in_a_pdf_waits_for_a_look_whatever_is_found(
    case: Case, farid: str, tmp_path: Path
) -> None:
    drawn = pdf('#set text(font: "DejaVu Sans Mono")\nقلندروف\u200cرا بردند', root=tmp_path)
    assert looks(case, drawn)


def test_an_earlier_version_left_in_a_pdf_waits_for_a_look(
    case: Case, farid: str, tmp_path: Path
) -> None:
    def turn(writer: PdfWriter) -> None:
        writer.pages[0].rotate(90)

    plain = pdf(OTHERS, root=tmp_path)
    assert looks(case, changed(plain, turn, incremental=True))
    assert stops(case, changed(plain, turn)) == []


@pytest.mark.parametrize(
    "data",
    [
        NAME.encode("cp1251"),
        NAME.encode("utf-16-le"),
        rb"{\rtf1\ansi \'d4\'e0\'f0\'e8\'e4}",
        b"MIME-Version: 1.0\n\nx",
        b"%!PS\n(x) show",
        png(),
        b"",
        b"\x7fELF\x00",
        b"<?xml version='1.0' encoding='UTF-7'?><a>x</a>",
        b"<!DOCTYPE a [<!ENTITY b 'x'>]><a>&b;</a>",
        b"<svg><path d='M 1 1'/></svg>",
        b"<img src='x'>",
        b"x " + b"RmFyaWQgU2FpZG92IHdhcyB0YWtlbiBvbiBTYXR1cmRheSBhdCBub29uLCBoZSBz" + b" y",
    ],
)
def test_what_is_no_plain_text_waits_for_a_look(case: Case, farid: str, data: bytes) -> None:
    assert looks(case, data) or data == b""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx", "a.png", "a"])
def test_a_text_is_read_whatever_it_is_called(
    case: Case, farid: str, encoding: str, name: str
) -> None:
    assert hard(case, NAME.encode(encoding), name) == {farid}


@pytest.mark.parametrize(
    "text",
    [
        "<svg><text><tspan>Фа</tspan><tspan>рид</tspan></text></svg>",
        "<text:p>Фа<text:span>рид</text:span></text:p>",
        "<table><tr><td>x</td><td>farid</td><td>saidov</td></tr></table>",
        '{"who": "\\u0424\\u0430\\u0440\\u0438\\u0434"}',
        "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:=D0=A4=D0=B0=D1=80=D0=B8=D0=B4",
    ],
)
def test_formats_made_of_text_are_read(case: Case, farid: str, text: str) -> None:
    assert farid in hard(case, text)


def test_archives_are_read_inside_each_other_but_not_for_ever(case: Case, farid: str) -> None:
    inside = zipped({"a.txt": NAME})
    assert hard(case, zipped({"b.zip": inside})) == {farid}
    assert hard(case, zipped({"c.zip": zipped({"b.zip": inside})})) == {farid}
    deep = inside
    for _ in range(5):
        deep = zipped({"x.zip": deep})
    assert looks(case, deep)


def test_locked_and_commented_archives(case: Case, farid: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
        archive.comment = NAME.encode()
    assert hard(case, out.getvalue()) == {farid}
    locked = bytearray(zipped({"a.txt": "x"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.find(mark) + place] |= 1
    assert looks(case, bytes(locked))


def test_an_archive_that_unpacks_to_too_much_is_unread(case: Case) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(9):
            archive.writestr(f"{number}", b"\n" * (32 << 20))
    assert looks(case, out.getvalue())
