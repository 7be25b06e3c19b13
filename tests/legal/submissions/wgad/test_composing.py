import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from tests.casebook.building import act, open_case, person, source, status
from tests.legal.submissions.drawn import docx_text, pdf_pages, pdf_text, squeezed
from tests.legal.submissions.wgad.case import DIGEST, EXILE, PASSPORT, STREET, TAJIK, Told, told

from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.record import Case, Context, save, tell
from panoh.casebook.view import settle
from panoh.legal.submissions.errors import NobodyMayBeNamed, OtherForum
from panoh.legal.submissions.wgad import compose, render_docx, render_pdf
from panoh.legal.submissions.wgad.complaint import Complaint, Fact, Permissions
from panoh.legal.submissions.wgad.fields import ARREST, DETENTION, IDENTITY, OBSERVED
from panoh.model.kinds import Assessment, Matter, Person

DAY = date(2023, 10, 23)
EVERYTHING = ("name", "birth", "place", "kin", "facts", "health")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Told]:
    opened = open_case(tmp_path)
    yield told(opened)
    opened.vault.close()


def allowing(
    case: Told, *what: str, exile: bool = False, persons: tuple[str, ...] = ()
) -> Permissions:
    roots = {root_of(case.db, each) for each in (case.father, *persons)}
    shared = {each: frozenset(roots) for each in what}
    if exile:
        shared["name"] |= {root_of(case.db, case.exile)}
    return Permissions(shared)


def composed(case: Told, allowed: Permissions, *others: str) -> Complaint:
    matter = view_of(case.db, case.matter)
    return compose(case.db, matter, [case.father, *others], DAY, allowed)


def fact(complaint: Complaint, label: str) -> Fact:
    found = [each for each in complaint.persons[0].facts() if each.label == label]
    assert found, label
    return found[0]


def words(complaint: Complaint, label: str) -> list[str]:
    return [value.text for value in fact(complaint, label).values]


def test_two_sources_about_one_man_make_one_file(case: Told) -> None:
    made = composed(case, allowing(case, *EVERYTHING))
    assert [each.name for each in made.persons] == ["Jamshed Ghulomqodirov"]
    assert words(made, "As sources write it") == ["Ғуломқодирзода Ҷамшед"]
    assert words(made, "Family name") == ["Ghulomqodirzoda (Ғуломқодирзода)"]
    assert words(made, "Place of arrest") == ["Hisor (Ҳисор)"]
    assert len(made.persons[0].deprivations) == 1
    assert [act.title for act in made.persons[0].other_acts] == ["Forced denunciation on video"]


def test_released_by_one_and_held_by_another_is_never_shown_as_either(tmp_path: Path) -> None:
    case = open_case(tmp_path)
    niso, bahor = source(case, "Niso"), source(case, "Bahor")
    rustam = person(case, "Ғуломқодирзода Рустам", niso)
    act(case, rustam, "detention", "2023-09-30", niso)
    status(case, rustam, "released", "2023-10-03", niso)
    status(case, rustam, "held", "", bahor)
    matter = view_of(case.vault.db, tell_matter(case, rustam))
    allowed = Permissions({what: frozenset({rustam}) for what in EVERYTHING})
    made = compose(case.vault.db, matter, [rustam], DAY, allowed)
    last = made.persons[0].last_told
    assert {value.text for value in last.values} == {
        "released (3 October 2023)",
        "held (day not known)",
    }
    assert last.contested
    case.vault.close()


def tell_matter(case: Case, who: str) -> str:
    statement = tell(case, Matter(forum="wgad", persons=(who,)))
    save(case, [statement])
    return statement.about


def test_what_sources_contest_is_given_as_contested(case: Told) -> None:
    made = composed(case, allowing(case, *EVERYTHING))
    when = fact(made, "Date of arrest")
    assert sorted(words(made, "Date of arrest")) == ["1 October 2023", "30 September 2023"]
    assert when.differ == 2
    assert len({value.notes for value in when.values}) == 2
    assert any("which answer is right" in gap.what for gap in made.gaps)


def test_what_a_member_relies_on_is_no_longer_contested(case: Told) -> None:
    act = view_of(case.db, case.act)
    by_day = {each.value.edtf: each.id for each in act.told("when")}
    save(
        case.case,
        [
            tell(
                case.case,
                Assessment(
                    field="when",
                    relied=(by_day["2023-09-30"],),
                    set_aside=(by_day["2023-10-01"],),
                    outcome="accepted",
                    why="seen by the source",
                ),
                act.root,
                Context(),
            )
        ],
    )
    made = composed(case, allowing(case, *EVERYTHING))
    assert words(made, "Date of arrest") == ["30 September 2023"]
    assert not fact(made, "Date of arrest").contested


def test_the_age_is_as_wide_as_the_sources_leave_it(case: Told) -> None:
    made = composed(case, allowing(case, *EVERYTHING))
    assert words(made, "Age when detained") == ["between 65 and 67, computed"]
    assert not made.persons[0].minor


def test_unknown_is_not_known(case: Told) -> None:
    made = composed(case, allowing(case, *EVERYTHING))
    assert not fact(made, "Warrant or decision shown").known
    said = pdf_text(render_pdf(made))
    assert squeezed("Warrant or decision shown not known") in said
    assert "unknown" not in said


def test_every_unanswered_question_is_missing_with_somebody_to_ask(case: Told) -> None:
    made = composed(case, allowing(case, *EVERYTHING))
    missing = {gap.what: gap.who for gap in made.gaps}
    for question in (*IDENTITY, *ARREST, *DETENTION, *OBSERVED):
        if question.ask:
            answer = fact(made, question.label)
            assert answer.known or answer.withheld or missing[question.label] == question.ask
    for label in (
        "Warrant or decision shown",
        "Legislation applied",
        "Places of detention",
        "Authority that ordered the detention",
        "Internal steps and remedies",
        "Whether urgent action is asked",
        "Translation of passages (Tajik)",
    ):
        assert missing[label]
    assert "Date of birth" not in missing
    assert "Who submits" not in missing


def test_every_note_stands_in_the_annex_with_whole_identifiers(case: Told) -> None:
    made = composed(case, allowing(case, *EVERYTHING))
    used = {
        number
        for each in made.persons[0].facts()
        for value in each.values
        for number in value.notes
    }
    assert used <= {each.number for each in made.citations}
    known = {row[0].hex() for row in case.db.execute("SELECT id FROM statement")}
    identifiers = [one.statement for each in made.citations for one in each.statements]
    assert set(identifiers) <= known
    pages = "\n".join(pdf_pages(render_pdf(made)))
    assert all(each in pages for each in identifiers)  # whole, so that they can be copied


def test_files_are_given_by_digest_and_never_by_name(case: Told) -> None:
    made = composed(case, allowing(case, *EVERYTHING))
    assert [(each.digest, each.size, each.media_type) for each in made.files] == [
        (DIGEST, 20311, "text/csv")
    ]
    said = pdf_text(render_pdf(made))
    assert DIGEST in said
    assert "Lola" not in said


def test_sources_are_cited_as_far_as_they_allow(case: Told) -> None:
    made = composed(case, allowing(case, *EVERYTHING))
    cited = {each.according_to for each in made.citations}
    assert cited == {"a group of relatives", "a source whose identity is withheld"}
    said = pdf_text(render_pdf(made)) + docx_text(render_docx(made))
    # Chinor signs the complaint; as a source it allowed nothing.
    assert "Лола" not in said
    assert "Раҷабзода" not in said


def test_the_exile_is_named_only_with_their_own_consent(case: Told) -> None:
    silent = composed(case, allowing(case, *EVERYTHING))
    named = composed(case, allowing(case, *EVERYTHING, exile=True))
    assert words(silent, "Meant to pressure") == ["a relative (name withheld)"]
    latin = f"Farhod Ghulomqodirov ({EXILE})"
    assert words(named, "Meant to pressure") == [latin]
    assert words(silent, "Family") == ["father of a relative (name withheld)"]
    assert words(named, "Family") == [f"father of {latin}"]
    for draw, read in ((render_pdf, pdf_text), (render_docx, docx_text)):
        for name in ("Фарҳод", "Farhod"):
            assert name not in read(draw(silent))
            assert name in read(draw(named))  # the search would have seen it


@pytest.mark.parametrize(
    ("term", "label", "secret"),
    [
        ("birth", "Date of birth", "1957"),
        ("kin", "Meant to pressure", "relative (name"),
        ("facts", "Date of arrest", "30 September"),
        ("contact", "Address", STREET),
        ("documents", "Identity document: number, issuer, date", PASSPORT),
    ],
)
def test_each_thing_goes_out_only_by_its_own_consent(
    case: Told, term: str, label: str, secret: str
) -> None:
    everything = ("name", "birth", "place", "kin", "facts", "health", "contact", "documents")
    without = composed(case, allowing(case, *(each for each in everything if each != term)))
    given = composed(case, allowing(case, *everything))
    assert fact(without, label).withheld
    assert any("Consent to pass on" in gap.what for gap in without.gaps)
    assert squeezed(secret) not in docx_text(render_docx(without))
    assert squeezed(secret) in docx_text(render_docx(given))


def test_nobody_learns_what_was_done_without_consent_for_it(case: Told) -> None:
    without = composed(case, allowing(case, "name", "birth", "kin"))
    assert "denunciation" not in str(without.persons)
    assert "Detention" not in str(without.persons)
    given = composed(case, allowing(case, *EVERYTHING))
    assert "denunciation" in str(given.persons)
    assert "Detention" in str(given.persons)
    assert given.persons[0].other_acts[0].notes


def test_words_of_sources_need_consent_for_what_happened(case: Told) -> None:
    without = composed(case, allowing(case, "name", "birth", "kin"))
    assert squeezed(TAJIK) not in docx_text(render_docx(without))
    assert not list(without.persons[0].passages())


def test_passages_in_tajik_are_listed_and_english_ones_are_quoted(case: Told) -> None:
    made = composed(case, allowing(case, *EVERYTHING))
    passages = {each.text: each.to_translate for each in made.persons[0].passages()}
    assert passages == {TAJIK: "Tajik", "Tell your son to be silent.": ""}


def test_answers_in_free_words_keep_every_source_and_name_their_language(case: Told) -> None:
    for tells, language, words_ in ((case.lola, "tg", "муаллим"), (case.chinor, "en", "teacher")):
        record = Person(occupation=words_)
        save(case.case, [tell(case.case, record, case.father, Context(tells, language))])
    made = composed(case, allowing(case, *EVERYTHING))
    assert sorted(words(made, "Occupation")) == ["teacher", "муаллим"]
    assert fact(made, "Occupation").to_translate == "Tajik"
    assert "Translation: occupation (Tajik)" in {gap.what for gap in made.gaps}
    assert squeezed("[Tajik, not translated]") in pdf_text(render_pdf(made))


def test_who_did_not_allow_their_name_is_only_counted(case: Told) -> None:
    secret = person(case.case, "Зарина Саломова", case.lola, "1990")
    made = composed(case, allowing(case, *EVERYTHING), secret)
    assert (len(made.persons), made.left_out) == (1, 1)
    said = pdf_text(render_pdf(made))
    assert "Зарина" not in said
    assert squeezed("One person of this matter left out") in said
    both = composed(case, allowing(case, *EVERYTHING, persons=(secret,)), secret)
    assert "Зарина" in pdf_text(render_pdf(both))


def test_nobody_to_name_and_other_bodies_are_refused(case: Told) -> None:
    with pytest.raises(NobodyMayBeNamed):
        composed(case, Permissions())
    save(case.case, [tell(case.case, Matter(forum="treaty_body"), case.matter)])
    with pytest.raises(OtherForum):
        composed(case, allowing(case, *EVERYTHING))


def test_the_same_case_gives_the_same_bytes_and_another_day_others(case: Told) -> None:
    first = render_pdf(composed(case, allowing(case, *EVERYTHING)))
    assert render_pdf(composed(case, allowing(case, *EVERYTHING))) == first
    later = replace(composed(case, allowing(case, *EVERYTHING)), day=date(2023, 10, 24))
    assert render_pdf(later) != first


def test_the_complaint_is_a_function_of_what_is_allowed(case: Told) -> None:
    # Taking consent away never adds a text.
    def texts(*what: str) -> set[str]:
        body = msgspec.json.encode(composed(case, allowing(case, *what)).persons)
        return set(re.findall(r'"text":"([^"]*)"', body.decode()))

    assert texts("name") < texts("name", "facts") < texts(*EVERYTHING)
    assert settle(view_of(case.db, case.matter), "submitter").value
