"""What stands on cards and papers, and what never does; each is one readable sheet."""

import io

import pytest
from pypdf import PdfReader
from tests.casebook.building import consent
from tests.emergency.cards.papers import PAPERS, Family, family, reader
from tests.emergency.planning import TODAY, at, madina
from tests.network.knowing import tried

from panoh.casebook.consent.reading import read
from panoh.casebook.record import Case, save, tell
from panoh.emergency.cards.content import Card, Fact, draw
from panoh.emergency.cards.family import family_card
from panoh.emergency.cards.giving import HOME_PLAN, PLAN, may_tell_health
from panoh.emergency.cards.plan_paper import plan_paper
from panoh.emergency.cards.wallet import wallet_card
from panoh.emergency.errors import (
    CardTooFull,
    NoPersianFont,
    NothingToShow,
    NotOnFamilyCard,
    PaperNotDrawn,
)
from panoh.emergency.paper import draw as drawing
from panoh.emergency.plan.reading import plan
from panoh.model.dates import PartialDate
from panoh.model.kinds import Contact, Plan
from panoh.model.languages import LANGUAGES
from panoh.network.contacts import contact
from panoh.network.telling import Way, add_contact, change

persian = pytest.mark.skipif(not drawing.has_persian(), reason="built without the Persian face")
EACH = [pytest.param(code, marks=persian if code == "fa" else ()) for code in LANGUAGES]


@pytest.fixture
def told(case: Case) -> Family:
    return family(case)


def words(made: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)


def test_the_wallet_card_says_whom_to_call_and_no_more(case: Case, told: Family) -> None:
    text = words(PAPERS["wallet"](case, told, "en"))
    for expected in ("Мадина Ашӯрова", "+49 151 555 66 77", "+48 601 222 333", "asthma", "Russian"):
        assert expected in text
    for never in ("Signal", "Panoh", "panoh", "SAFE", "arrest", "Farhod", "café", "saodat@"):
        assert never not in text


def test_without_names_the_numbers_stand_alone(case: Case, told: Family) -> None:
    text = words(draw(wallet_card(told.abroad, "en", TODAY), TODAY))
    assert "+49 151 555 66 77" in text
    assert "Нисо" not in text
    assert "Нисо" in words(PAPERS["wallet"](case, told, "en")), "it would be seen"


def test_health_stands_there_only_if_the_person_allowed_that(case: Case, told: Family) -> None:
    reading = reader(case, "en")
    for made in (
        draw(wallet_card(told.abroad, "en", TODAY), TODAY),
        plan_paper(reading, told.abroad, TODAY),
        plan_paper(reading, told.home, TODAY),
    ):
        assert "asthma" not in words(made)
        assert "diabetes" not in words(made)
    assert "diabetes" in words(PAPERS["home"](case, told, "en")), "it would be seen"
    today = at(case)
    mother = told.home.person
    consent(case, mother, recipient="card", what=("name",), uses=("protection",))
    assert not may_tell_health(today, HOME_PLAN, mother)
    consent(case, mother, recipient="card", what=("health",), uses=("protection",))
    assert may_tell_health(today, HOME_PLAN, mother)
    assert not may_tell_health(today, PLAN, mother)
    assert not may_tell_health(today, HOME_PLAN, "")


def test_who_left_and_whose_key_changed_stand_on_no_card(case: Case, told: Family) -> None:
    friend, lawyer = (told.abroad.role(part)[0].who for part in ("coordinator", "lawyer"))
    assert friend
    assert lawyer
    change(case, friend.root, Contact(left=PartialDate("2026-11-01")))
    tried(case, lawyer, key="05 8a", checked="video")
    tried(case, lawyer, key="99 00")
    again = plan(case.vault.db, told.abroad.root)
    with pytest.raises(NothingToShow):
        wallet_card(again, "en", TODAY)
    text = words(plan_paper(reader(case, "en"), again, TODAY))
    assert "Нисо Қодирова, +49" not in text
    assert "+48 601 222 333" not in text
    assert "Саодат Нилуфарова" in text, "who she is stays; only the number is gone"
    assert "+49 151" in text, "as a way to talk it still stands"
    tried(case, friend, key="05 8a", checked="video")
    tried(case, friend, key="99 00")
    again = plan(case.vault.db, told.abroad.root)
    text = words(plan_paper(reader(case, "en"), again, TODAY))
    assert "+49 151" not in text
    assert "not used now" in text


def test_the_plan_on_paper_leaves_out_what_paper_may_not_hold(case: Case) -> None:
    told = family(case)
    text = words(PAPERS["plan"](case, told, "en"))
    for expected in ("No word for six hours", "Niso", "asthma", "the café, at six", "At once"):
        assert expected.casefold() in text.casefold()
    for never in ("SAFE", "refugee in Poland", "keep as evidence"):
        assert never not in text


def test_the_plan_for_home_names_nobody_and_no_situation(case: Case, told: Family) -> None:
    text = words(PAPERS["home"](case, told, "en"))
    assert "She works in a kitchen." in text
    assert "Ask for a lawyer" in text
    for never in ("Мадина", "Зулфия", "detained", "Нисо", "+49", "plan", "Plan"):
        assert never not in text


def test_a_plan_at_home_that_holds_more_than_it_may_prints_none_of_it(
    case: Case, told: Family
) -> None:
    save(case, [tell(case, Plan(route_a="by train to Warsaw", note="the exile"), told.home.root)])
    again = plan(case.vault.db, told.home.root)
    text = words(PAPERS["home"](case, Family(told.abroad, again, told.doctor), "en"))
    assert "Warsaw" not in text
    assert "exile" not in text


@pytest.mark.parametrize(
    ("type_", "country"),
    [
        ("organisation", "TJ"),
        ("journalist", "TJ"),
        ("relative", "DE"),
        ("relative", ""),
        ("", "TJ"),
    ],
)
def test_a_family_card_refuses_whoever_could_harm(case: Case, type_: str, country: str) -> None:
    about = add_contact(
        case, ["Гулчеҳра"], [Way("phone", "+992 93 500 11 22")], type=type_, country=country
    )
    with pytest.raises(NotOnFamilyCard):
        family_card("Зулфия", "TJ", [contact(case.vault.db, about)], "tg", TODAY)


def test_nobody_to_call_is_no_card(case: Case) -> None:
    with pytest.raises(NothingToShow):
        wallet_card(madina(case), "en", TODAY)
    mute = add_contact(case, ["Гулчеҳра"], [Way("email", "g@example.org")], type="relative",
                       country="TJ")  # fmt: skip
    with pytest.raises(NothingToShow):
        family_card("Зулфия", "TJ", [contact(case.vault.db, mute)], "tg", TODAY)


@pytest.mark.parametrize("language", EACH)
@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_every_paper_is_drawn_in_every_language_and_always_the_same(
    case: Case, paper: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = family(at(case))
    made = PAPERS[paper](case, told, language)
    monkeypatch.setenv("TZ", "Asia/Dushanbe")
    assert PAPERS[paper](case, told, language) == made
    document = PdfReader(io.BytesIO(made))
    assert len(document.pages) == (1 if paper != "plan" else len(document.pages))
    assert document.trailer["/Root"]["/Lang"] == language  # type: ignore[index]
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]


def test_more_words_than_fit_are_refused_and_many_are_made_smaller() -> None:
    many = Card("en", (Fact("", "Madina", big=True),), (Fact("Health", "asthma, " * 40),))
    assert "asthma" in words(draw(many, TODAY))
    with pytest.raises(CardTooFull):
        draw(Card("en", many.front, (Fact("Health", "asthma, " * 400),)), TODAY)


def test_a_letter_no_typeface_has_is_refused_and_not_left_out() -> None:
    with pytest.raises(PaperNotDrawn):
        draw(Card("en", (Fact("", "維吾爾", big=True),), ()), TODAY)


def test_marks_that_turn_words_around_are_taken_away() -> None:
    made = draw(Card("en", (Fact("Call", number="\u202e77 66\u202c +49"),), ()), TODAY)
    assert "77 66 +49" in words(made)


@persian
def test_persian_words_are_drawn_and_wait_for_a_human_look() -> None:
    card = Card("fa", (Fact("", "مدینه", big=True),), (Fact("", "سلامتی"),))
    assert any(not piece.read for piece in read("card.pdf", draw(card, TODAY)))


def test_without_the_typeface_persian_is_refused_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setattr(drawing, "FONTS", tmp_path)
    for card in (Card("fa", (Fact("", "M"),), ()), Card("en", (Fact("", "مدینه"),), ())):
        with pytest.raises(NoPersianFont):
            draw(card, TODAY)
    assert draw(Card("tg", (Fact("", "Мадина"),), ()), TODAY)


def test_the_code_dials_the_number_and_is_looked_at_by_a_person() -> None:
    plain = Card("en", (Fact("", "Madina"),), ())
    coded = Card("en", plain.front, (), "+49 151 555 66 77")
    assert all(piece.read for piece in read("card.pdf", draw(plain, TODAY)))
    assert any(not piece.read for piece in read("card.pdf", draw(coded, TODAY)))
