"""The ledger of Farrukh: dated states from acts and observations, the present, and silence."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.casebook.building import act, person, source, status

from panoh.casebook.index.reading import root_of
from panoh.casebook.judge import judge
from panoh.casebook.ledger import ledger, silence
from panoh.casebook.patience import DaysOutOfRange, choose_patience
from panoh.casebook.people import SILENT, people, person_file
from panoh.casebook.record import Case, save, tell
from panoh.casebook.settling import contradictions
from panoh.casebook.states import Silence
from panoh.model.kinds import Person

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


def test_after_how_many_days_it_is_too_long_is_chosen_for_each_person(case: Case) -> None:
    mother = source(case, "Mother", connection="relative")
    farrukh, zarina = person(case, "Фаррух", mother), person(case, "Зарина", mother)
    for who in (farrukh, zarina):
        status(case, who, "held", "2023-10-10", mother)
    choose_patience(case, farrukh, 14)
    assert [_alarming(case, who) for who in (farrukh, zarina)] == [False, True]
    choose_patience(case, farrukh, 3)
    assert _alarming(case, farrukh)
    choose_patience(case, farrukh, 10)
    assert not _alarming(case, farrukh), "ten days ago: it lasts ten days and not longer"


def test_where_members_differ_the_shorter_time_counts(case: Case) -> None:
    mother = source(case, "Mother", connection="relative")
    farrukh = person(case, "Фаррух", mother)
    status(case, farrukh, "held", "2023-10-10", mother)
    other = replace(tell(case, Person(silence_after=5), farrukh), by="f" * 32)
    save(case, [other])
    choose_patience(case, farrukh, 30)
    assert _alarming(case, farrukh)
    assert contradictions(case.vault.db, farrukh) == []


def test_a_joined_person_keeps_one_time_for_each_member(case: Case) -> None:
    mother = source(case, "Mother", connection="relative")
    one, other = person(case, "Фаррух", mother), person(case, "Farrukh", mother)
    status(case, other, "held", "2023-10-10", mother)
    choose_patience(case, one, 3)
    choose_patience(case, other, 5)
    judge(case, one, other, "same", "one passport")
    assert _alarming(case, one)
    choose_patience(case, other, 20)
    assert not _alarming(case, one)


@pytest.mark.parametrize("days", [0, -1, 366])
def test_no_silence_is_waited_for_without_end(case: Case, days: int) -> None:
    with pytest.raises(DaysOutOfRange):
        choose_patience(case, person(case, "Фаррух"), days)


def _alarming(case: Case, who: str) -> bool:
    quiet = quiet_of(case, who)
    silent = {row.root for row in people(case.vault.db, among=SILENT, today=TODAY)}
    assert quiet is not None
    assert (root_of(case.vault.db, who) in silent) == quiet.alarming
    return quiet.alarming


def test_taken_and_let_go_on_one_day_is_released_if_one_source_tells_both(case: Case) -> None:
    niso, bahor = source(case, "Niso"), source(case, "Bahor")
    farrukh = person(case, "Фаррух", niso)
    act(case, farrukh, "detention", "2023-10-01", niso)
    status(case, farrukh, "released", "2023-10-01", niso)
    assert now(case, farrukh) == "released"
    status(case, farrukh, "held", "", bahor)
    assert now(case, farrukh) == "unknown"
    assert ledger(person_file(case.vault.db, farrukh)).contested
