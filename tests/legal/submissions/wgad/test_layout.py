import re
from dataclasses import replace
from datetime import date

import msgspec
import pytest
from tests.legal.submissions.drawn import docx_text, pdf_pages, pdf_text, squeezed
from tests.legal.submissions.wgad.by_hand import complaint, several

from panoh.legal.submissions.document import Document, Paragraph, digest, encoded
from panoh.legal.submissions.wgad import render_docx, render_pdf
from panoh.legal.submissions.wgad.complaint import Complaint, Review
from panoh.legal.submissions.wgad.layout import DRAFT, lay_out
from panoh.legal.submissions.wgad.lines import NOT_KNOWN, UNCONFIRMED, numbers
from panoh.legal.submissions.wgad.procedure import procedure

FINAL = Review("Reviewer One (invented)", date(2023, 10, 24))


def texts(document: Document) -> list[str]:
    """Every text in the blocks of a document, in their order."""
    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for key, each in value.items():
                if key == "text" or isinstance(each, list | dict):
                    walk(each)
        elif isinstance(value, list | tuple):
            for each in value:
                walk(each)
        elif isinstance(value, str):
            found.append(value)

    walk(msgspec.json.decode(encoded(document))["blocks"])
    return found


@pytest.mark.parametrize("made", [complaint(), several(7)], ids=["one person", "joint list"])
@pytest.mark.parametrize("review", [None, FINAL], ids=["draft", "final"])
def test_both_files_hold_every_text_in_the_same_order(
    made: Complaint, review: Review | None
) -> None:
    made = replace(made, review=review)
    for said in (pdf_text(render_pdf(made)), docx_text(render_docx(made))):
        place = 0
        for text in filter(None, map(squeezed, texts(lay_out(made)))):
            place = said.find(text, place)
            assert place >= 0, "a text is missing, or stands in another place"


def test_the_comparison_of_both_files_can_fail() -> None:
    said = pdf_text(render_pdf(complaint()))
    assert squeezed("30 September 2024") not in said


def test_unknown_is_neither_yes_nor_no() -> None:
    said = pdf_text(render_pdf(complaint()))
    assert squeezed("Warrant or decision shown" + NOT_KNOWN) in said
    assert squeezed("Is urgent action asked?" + NOT_KNOWN) in said
    assert squeezed("Nationality" + NOT_KNOWN) in said
    assert "unknown" not in said


def test_contested_facts_are_given_with_every_answer() -> None:
    said = pdf_text(render_pdf(complaint()))
    assert squeezed("30 September 2023[1][2] or 1 October 2023[1][2] (two sources differ)") in said


def test_a_draft_says_so_on_every_page_and_first_of_all_what_becomes_known() -> None:
    pages = pdf_pages(render_pdf(complaint()))
    assert len(pages) > 3
    assert all(DRAFT in page for page in pages)
    assert "What the Government will learn" in pages[0]
    assert "What is missing, and who could supply it" in pages[0]


def test_a_final_one_names_its_reviewer_and_leaves_the_first_pages_out() -> None:
    said = pdf_text(render_pdf(replace(complaint(), review=FINAL)))
    assert "DRAFT" not in said
    assert squeezed("reviewed by Reviewer One (invented) on 24 October 2023") in said
    assert squeezed("What the Government will learn") not in said
    assert said.startswith(squeezed("Communication to the Working Group"))


def test_a_banner_stands_on_every_page_of_both_kinds() -> None:
    banner = "EXAMPLE WITH INVENTED PEOPLE"
    for review in (None, FINAL):
        made = replace(complaint(), review=review, banner=banner)
        assert all(banner in page for page in pdf_pages(render_pdf(made)))


def test_what_the_government_learns_is_what_is_passed_on() -> None:
    made = complaint()
    learnt = texts(lay_out(made))
    row = learnt[learnt.index("Jamshed Ghulomqodirzoda") + 1]
    known = {fact.label for fact in made.persons[0].facts() if fact.known}
    unknown = {fact.label for fact in made.persons[0].facts() if not fact.known}
    assert known <= set(row.split("; "))
    assert not (unknown - known) & set(row.split("; "))


def test_every_page_bears_number_day_and_digest() -> None:
    made = complaint()
    pages = pdf_pages(render_pdf(made))
    mark = digest(lay_out(made))[:16]
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert mark in page
        assert "23 October 2023" in page


def test_passages_in_other_languages_are_listed_for_translation() -> None:
    said = pdf_text(render_pdf(complaint()))
    annex = said[said.index(squeezed("Annex 3: Passages not yet translated")) :]
    assert squeezed("Ӯро шабона бурданд; ҳеҷ кас намедонад, ки дар куҷост.") in annex
    assert squeezed("Tell your son to be silent.") not in annex


def test_unconfirmed_facts_of_the_procedure_bear_a_mark() -> None:
    facts = procedure()
    assert not all(each.confirmed for each in facts.facts)
    words = texts(lay_out(complaint()))
    for each in facts.facts:
        place = words.index(each.text)
        assert (words[place + 1].strip() == UNCONFIRMED) is not each.confirmed


def test_confirmed_facts_name_where_they_were_seen() -> None:
    assert all(each.page and each.source for each in procedure().facts if each.confirmed)
    assert re.fullmatch(r"\d{4}-\d{2}", procedure().verified_on)
    assert "60 days" in {each.id: each.text for each in procedure().facts}["reply"]
    assert [each.id for each in procedure().categories] == ["I", "II", "III", "IV", "V"]


def test_paragraphs_are_numbered_without_a_gap() -> None:
    numbered = [
        each.number
        for each in lay_out(several(3)).blocks
        if isinstance(each, Paragraph) and each.number
    ]
    assert numbered == list(range(1, len(numbered) + 1))


def test_numbers_of_persons_are_drawn_together() -> None:
    assert numbers([1, 3, 4, 5, 9]) == "1, 3–5, 9"
    assert numbers([]) == ""


def test_forty_seven_people_can_be_drawn() -> None:
    said = pdf_text(render_pdf(several(47)))
    assert squeezed("Person 47: Person Name 47") in said
