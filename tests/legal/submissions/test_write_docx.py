import io
import zipfile
from datetime import date

import docx
from msgspec.structs import replace
from tests.legal.submissions.drawn import docx_text, squeezed
from tests.legal.submissions.test_write_pdf import CODE, TAJIK, document
from tests.legal.submissions.wgad.by_hand import complaint

from panoh.legal.submissions.wgad import render_docx
from panoh.legal.submissions.write_docx import write_docx


def test_words_come_out_as_they_went_in() -> None:
    texts = [TAJIK, *CODE, "a < b & c > d", "می خواهیم 😀"]
    text = docx_text(write_docx(document(*texts)))
    assert all(squeezed(each) in text for each in texts)


def test_characters_that_xml_cannot_hold_do_not_stop_it() -> None:
    assert "ab" in docx_text(write_docx(document("a\0b\x1b\ufffe\ud800")))


def test_headings_tables_and_properties_are_real() -> None:
    made = docx.Document(io.BytesIO(render_docx(complaint())))
    styles = [each.style.name for each in made.paragraphs if each.style]
    assert "Heading 1" in styles
    assert "Heading 2" in styles
    repeated = [table for table in made.tables if "w:tblHeader" in table.rows[0]._tr.xml]
    assert len(repeated) >= 8
    properties = made.core_properties
    assert properties.title == "Communication to the Working Group on Arbitrary Detention"
    assert properties.author == "Chinor Archive (invented)"
    assert properties.created is not None
    assert properties.created.isoformat() == "2023-10-23T12:00:00+00:00"
    assert "DRAFT" in made.sections[0].header.paragraphs[0].text


def test_the_archive_holds_no_picture_and_no_real_time() -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(complaint()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(name.endswith((".xml", ".rels")) for name in archive.namelist())
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"python-docx" not in everything


def test_same_bytes_twice_and_others_for_another_day() -> None:
    first = write_docx(document("one"))
    assert write_docx(document("one")) == first
    assert write_docx(replace(document("one"), day=date(2024, 1, 1))) != first
