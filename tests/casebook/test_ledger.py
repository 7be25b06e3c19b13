"""The ledger of Farrukh: dated states from acts and observations, the present, and silence."""

from datetime import date

from tests.casebook.building import act, person, source, status

from panoh.casebook.ledger import ledger, silence
from panoh.casebook.people import person_file
from panoh.casebook.record import Case
from panoh.casebook.states import Silence

TODAY = date(2023, 10, 20)


def states(case: Case, who: str) -> list[tuple[str, str]]:
    book = ledger(person_file(case.vault.db, who))
    return [(each.when.edtf if each.when else "", each.state) for each in book.all]


def quiet_of(case: Case, who: str) -> Silence | None:
    return silence(case.vault.db, ledger(person_file(case.vault.db, who)), TODAY)


def now(case: Case, who: str) -> str:
    return ledger(person_file(case.vault.db, who)).now


def test_a_detention_opens_held_and_an_observation_closes_it(case: Case) -> None:
    niso = source(case, "Niso")
    farrukh = person(case, "Фаррух", niso)
    act(case, farrukh, "detention", "2023-09-30", niso)
    assert now(case, farrukh) == "held"
    status(case, farrukh, "released", "2023-10-03", niso)
    assert states(case, farrukh) == [("2023-09-30", "held"), ("2023-10-03", "released")]
    assert now(case, farrukh) == "released"


def test_two_sources_that_differ_make_the_present_unknown(case: Case) -> None:
    niso, bahor = source(case, "Niso"), source(case, "Bahor")
    farrukh = person(case, "Фаррух", niso)
    status(case, farrukh, "released", "2023-10-03", niso)
    status(case, farrukh, "held", "2023-10-03", bahor)
    assert now(case, farrukh) == "unknown"


def test_released_without_a_day_follows_the_arrest_its_own_source_tells(case: Case) -> None:
    niso, bahor = source(case, "Niso"), source(case, "Bahor")
    farrukh = person(case, "Фаррух", niso)
    act(case, farrukh, "detention", "2023-09-30", niso)
    status(case, farrukh, "released", "", niso)
    assert now(case, farrukh) == "released"
    act(case, farrukh, "detention", "2023-10-05", bahor)
    assert now(case, farrukh) == "unknown"


def test_questioning_opens_no_state(case: Case) -> None:
    farrukh = person(case, "Фаррух")
    act(case, farrukh, "questioning", "2023-09-30")
    assert states(case, farrukh) == []
    assert quiet_of(case, farrukh) is None


def test_silence_counts_from_the_last_word_of_somebody_in_contact(case: Case) -> None:
    mother = source(case, "Mother", connection="relative")
    paper = source(case, "Paper", connection="media")
    farrukh = person(case, "Фаррух", mother)
    act(case, farrukh, "detention", "2023-09-30", mother)
    status(case, farrukh, "held", "2023-10-18", paper)
    quiet = quiet_of(case, farrukh)
    assert quiet is not None
    assert (quiet.days, quiet.alarming) == (20, True)


def test_never_a_word_from_somebody_in_contact_is_alarming(case: Case) -> None:
    unknown = source(case, "Somebody")
    farrukh = person(case, "Фаррух", unknown)
    act(case, farrukh, "detention", "2023-10-19", unknown)
    quiet = quiet_of(case, farrukh)
    assert quiet is not None
    assert (quiet.days, quiet.alarming) == (None, True)


def test_nobody_waits_for_word_of_somebody_released(case: Case) -> None:
    mother = source(case, "Mother", connection="relative")
    farrukh = person(case, "Фаррух", mother)
    act(case, farrukh, "detention", "2023-09-30", mother)
    status(case, farrukh, "released", "2023-10-03", mother)
    assert quiet_of(case, farrukh) is None


def test_taken_and_let_go_on_one_day_is_released_if_one_source_tells_both(case: Case) -> None:
    niso, bahor = source(case, "Niso"), source(case, "Bahor")
    farrukh = person(case, "Фаррух", niso)
    act(case, farrukh, "detention", "2023-10-01", niso)
    status(case, farrukh, "released", "2023-10-01", niso)
    assert now(case, farrukh) == "released"
    status(case, farrukh, "held", "", bahor)
    assert now(case, farrukh) == "unknown"
    assert ledger(person_file(case.vault.db, farrukh)).contested
