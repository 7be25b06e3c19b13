import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.legal.submissions.test_write_pdf import document

from panoh.legal.submissions.letters import DRAWN, drawable
from panoh.legal.submissions.write_docx import write_docx
from panoh.legal.submissions.write_pdf import write_pdf
from panoh.model.plain import plain


def letters() -> list[str]:
    """Every letter that is said to have a shape."""
    return [
        letter
        for letter in map(chr, range(0x20, 0x2300))
        if unicodedata.category(letter) != "Cn" and drawable(letter) == letter
    ]


def test_every_letter_said_to_have_a_shape_is_drawn() -> None:
    assert set("ғӣқӯҳҷҒӢҚӮҲҶ") <= set(letters())
    assert len(letters()) > 1000
    # Apart from each other: marks that combine would otherwise meet the letter before.
    assert write_pdf(document(" ".join("a" + letter for letter in letters())))


def test_a_run_of_missing_letters_is_one_remark() -> None:
    assert drawable("a سلام ب b").count("not shown") == 1
    assert drawable(DRAWN[:3] + "abc") == DRAWN[:3] + "abc"


@settings(max_examples=25, deadline=None)
@given(st.text())
def test_any_text_can_be_written(text: str) -> None:
    made = document(text)
    assert write_pdf(made)
    assert write_docx(made)


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert "\u202e" not in plain(text + "\u202e")
