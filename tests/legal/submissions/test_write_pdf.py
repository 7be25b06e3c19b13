import io
import os
import re
import subprocess
import sys
import time
import traceback
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from tests.legal.submissions.drawn import pdf_text, squeezed

from panoh.legal.submissions import write_pdf as module
from panoh.legal.submissions.document import (
    Box,
    Document,
    Heading,
    Paragraph,
    Run,
    Table,
    carried,
    line,
)
from panoh.legal.submissions.errors import DocumentNotDrawn
from panoh.legal.submissions.write_pdf import write_pdf

TAJIK = "Ғафур Ӣсозода, Қобил, Ӯктам, Ҳусейн, Ҷамшед: ғ ӣ қ ӯ ҳ ҷ"
CODE = [
    '#read("/etc/passwd")',
    '#eval("1+1") #import "@preview/x:1.0.0"',
    "$x^2$ \\ ] } ) */ // ` ``` _a_ *b* <label> @ref = heading",
    "\\u{41} #pagebreak() #h(-10cm)",
]


def document(*texts: str) -> Document:
    blocks = [Paragraph(line(text)) for text in texts]
    return carried(
        Document(
            title="A title",
            subject="A subject",
            author="An author",
            mark="DRAFT: x",
            day=date(2023, 10, 23),
            day_text="23 October 2023",
            blocks=tuple(blocks),
        )
    )


def test_tajik_letters_come_out_as_they_went_in() -> None:
    assert squeezed(TAJIK) in pdf_text(write_pdf(document(TAJIK)))


@pytest.mark.parametrize("text", CODE)
def test_code_in_the_data_stays_text(text: str) -> None:
    # A dead label or a formula would not survive as the same words.
    assert squeezed(text) in pdf_text(write_pdf(document(text)))


def test_code_in_titles_tables_and_boxes_stays_text() -> None:
    text = CODE[0]
    made = Document(
        title=text,
        subject=text,
        author=text,
        mark="DRAFT: " + text,
        day=date(2023, 1, 1),
        day_text=text,
        blocks=(Heading(1, text), Box((line(text),)), Table((text,), (1,), ((line(text),),))),
    )
    assert pdf_text(write_pdf(made)).count(squeezed(text)) == 4


def test_words_longer_than_a_line_stay_on_the_page() -> None:
    pdf = write_pdf(document("q" * 5000))
    text = pdf_text(pdf)
    assert text.count("q") == 5000
    rows = PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split("\n")
    assert max(map(len, rows)) < 120


def test_nothing_and_three_hundred_pages_can_be_drawn() -> None:
    assert write_pdf(document("")).startswith(b"%PDF-")
    story = "Онҳо шабона омаданд ва ӯро бурданд. " * 90
    pdf = write_pdf(document(*[story] * 300))
    assert len(PdfReader(io.BytesIO(pdf)).pages) > 200


def test_letters_without_a_shape_are_said_to_be_missing() -> None:
    text = pdf_text(write_pdf(document("before می خواهیم after 😀")))
    assert "before[8lettersnotshownhere:seetheDOCX]after[1letternotshownhere:seetheDOCX]" in text


def test_it_says_that_it_is_for_archives_and_for_screen_readers() -> None:
    reader = PdfReader(io.BytesIO(write_pdf(document(TAJIK))))
    assert reader.xmp_metadata is not None
    properties = reader.xmp_metadata.stream.get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in properties
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in properties
    assert "<pdfuaid:part>1</pdfuaid:part>" in properties
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("A title", "An author")
    assert str(reader.metadata["/CreationDate"]).startswith("D:20231023120000")


def test_a_document_that_cannot_be_drawn_is_refused_without_quoting_it() -> None:
    made = replace(document("x"), blocks=(Paragraph(line(Run("secret words", (9,)))),))
    with pytest.raises(DocumentNotDrawn) as caught:
        write_pdf(made)  # note 9 does not exist
    assert "secret" not in "".join(traceback.format_exception(caught.value))


def test_drawing_warm_is_quick() -> None:
    times = []
    for number in range(5):
        start = time.perf_counter()
        write_pdf(document(f"{TAJIK} {number}"))
        times.append(time.perf_counter() - start)
    assert min(times) < 0.05


def test_templates_fetch_read_and_evaluate_nothing() -> None:
    templates = list(module.TEMPLATES.rglob("*.typ"))
    assert templates
    for template in templates:
        code = re.sub(r"//.*", "", template.read_text(encoding="utf-8"))
        assert not re.search(r"@\w+/|\b(import|include|eval|read|plugin|image)\b", code)


def test_the_check_of_templates_can_see(tmp_path: Path) -> None:
    assert re.search(r"@\w+/|\b(import|include|eval|read|plugin|image)\b", '#import "@preview/a:1"')


SCRIPT = """
import hashlib
from tests.legal.submissions.wgad.by_hand import complaint
from panoh.legal.submissions.wgad import render_docx, render_pdf
print(hashlib.sha256(render_pdf(complaint())).hexdigest())
print(hashlib.sha256(render_docx(complaint())).hexdigest())
"""


def digests(zone: str, language: str, seed: str, umask: str = "") -> list[str]:
    surroundings = {
        **os.environ,
        "TZ": zone,
        "LC_ALL": language,
        "LANG": language,
        "PYTHONHASHSEED": seed,
    }
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env=surroundings,
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    return done.stdout.split()


def test_same_bytes_under_another_time_zone_locale_and_hash_seed() -> None:
    here = digests("UTC", "C.UTF-8", "0")
    there = digests("Asia/Dushanbe", "tg_TJ.UTF-8", "4711")
    assert len(here) == 2
    assert here == there


def test_another_text_or_day_gives_other_bytes() -> None:
    first = write_pdf(document("one"))
    assert write_pdf(document("one")) == first
    assert write_pdf(document("two")) != first
