"""The log of incidents: a quick entry, and several of a kind within days."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.security.programme.case import TODAY, Clock, opened_case

from panoh.casebook.record import Case
from panoh.model.dates import PartialDate
from panoh.model.kinds import Incident, Mention
from panoh.model.thesauri import INCIDENTS, THREATS
from panoh.security.errors import IncidentEmpty, OutOfRange
from panoh.security.incidents import (
    SIGN_OF,
    add_to_incident,
    clusters,
    incidents,
    record_incident,
)


def happened(case: Case, type_: str, day: str, *people: str, severity: int = 0) -> str:
    affected = tuple(Mention(text=name) for name in people)
    when = PartialDate(day) if day else None
    record = Incident(
        type=type_, what="It happened.", when=when, affected=affected, severity=severity
    )
    return record_incident(case, record)


def seen(case: Case, today: date = TODAY) -> list[tuple[str, int, int]]:
    found = clusters(incidents(case.vault.db), today)
    return [(each.type, len(each.incidents), len(each.people)) for each in found]


def test_kind_and_one_sentence_are_enough(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        record_incident(case, Incident(type="visit", what="Two men asked for her."))
        (logged,) = incidents(case.vault.db)
        assert logged.what == "Two men asked for her."
        assert logged.open
        assert logged.first == logged.last == TODAY, "without a day, the day it was written down"
        for empty in (Incident(type="visit"), Incident(what="x"), Incident(type="ufo", what="x")):
            with pytest.raises(IncidentEmpty):
                record_incident(case, empty)
        with pytest.raises(OutOfRange):
            record_incident(case, Incident(type="visit", what="x", severity=7))


def test_three_of_a_kind_within_ten_days_stand_out(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        happened(case, "visit", "2026-11-12")
        happened(case, "visit", "2026-11-20")
        assert seen(case) == [], "two may be chance"
        happened(case, "call", "2026-11-21")
        assert seen(case) == [], "another kind"
        happened(case, "visit", "2026-11-22")
        assert seen(case) == [("visit", 3, 0)]


def test_three_in_three_weeks_do_not(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        for day in ("2026-11-01", "2026-11-12", "2026-11-23"):
            happened(case, "visit", day)
        assert seen(case) == []


def test_one_kind_to_two_people_stands_out(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        happened(case, "summons", "2026-11-20", "Zarina")
        happened(case, "summons", "2026-11-21", "zarina ")
        assert seen(case) == [], "the same person, written twice"
        happened(case, "summons", "2026-11-22", "Rustam")
        assert seen(case) == [("summons", 3, 2)]


def test_a_month_may_be_any_day_of_it(tmp_path: Path) -> None:
    """What can lie close together counts: an alarm that is missed cannot be called back."""
    with opened_case(tmp_path, Clock()) as case:
        happened(case, "call", "2026-11")
        happened(case, "call", "2026-11-10")
        happened(case, "call", "2026-11-12")
        assert seen(case) == [("call", 3, 0)]


def test_what_is_long_past_is_no_news(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        for day in ("2026-11-01", "2026-11-02", "2026-11-03"):
            happened(case, "login_attempt", day)
        assert seen(case) == [("login_attempt", 3, 0)]
        assert seen(case, TODAY + timedelta(days=60)) == []


def test_every_sign_is_of_a_threat_we_know() -> None:
    assert set(SIGN_OF) <= set(INCIDENTS.terms)
    assert {threat for each in SIGN_OF.values() for threat in each} <= set(THREATS.terms)


def test_saying_more_keeps_what_was_told_and_replaces_only_ones_own(tmp_path: Path) -> None:
    with opened_case(tmp_path, Clock()) as case:
        about = happened(case, "visit", "2026-11-20", "Zarina", severity=2)
        add_to_incident(case, about, Incident(severity=4, done="Told the lawyer."))
        add_to_incident(case, about, Incident(severity=5))
        (logged,) = incidents(case.vault.db)
        assert logged.severity == 5
        assert logged.what == "It happened."
        assert logged.people == {"zarina"}
        assert [told.value for told in logged.view.told("done")] == ["Told the lawyer."]
        with pytest.raises(OutOfRange):
            add_to_incident(case, about, Incident(severity=9))
