"""What a person allowed: default no, any refusal wins, children, days, contradictions."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest
from tests.casebook.building import consent, person
from tests.casebook.consent.passing import DAY, USE

from panoh.casebook.consent import answers
from panoh.casebook.consent.answers import Answer, answer, shared
from panoh.casebook.index.reading import root_of, statements_of
from panoh.casebook.judge import assess, judge, retract, undo_judgement
from panoh.casebook.record import Case, Context, save, tell
from panoh.model.dates import PartialDate
from panoh.model.ids import new_entity
from panoh.model.kinds import Consent

ZARINA = "Қодирова Зарина"


def said(case: Case, who: str, what: str = "name") -> Answer:
    return answer(case.vault.db, who, what, USE)


def adult(case: Case) -> str:
    return person(case, ZARINA, born="1980")


def test_nobody_asked_means_no_and_a_yes_allows_what_it_names(case: Case) -> None:
    who = adult(case)
    assert said(case, who) == answers.NEVER_ASKED
    consent(case, who)
    assert said(case, who) == said(case, who, "facts") == answers.ALLOWED
    assert said(case, who, "health") == answers.NEVER_ASKED
    consent(case, who, what=("all",))
    assert said(case, who, "health") == answers.ALLOWED


@pytest.mark.parametrize(
    "told",
    [
        {"recipient": "lawyer"},
        {"recipient": "public"},
        {"recipient": "all"},  # consent is asked for each recipient by name
        {"recipient": ""},
        {"uses": ("publication",)},
        {"uses": ()},
        {"what": ("facts",)},
        {"what": ()},
    ],
    ids=str,
)
def test_a_yes_for_another_recipient_use_or_thing_allows_nothing(
    case: Case, told: dict[str, Any]
) -> None:
    who = adult(case)
    consent(case, who, **told)
    assert said(case, who) == answers.NEVER_ASKED


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"recipient": ""},
        {"recipient": "all"},
        {"recipient": "", "what": (), "uses": ()},
        {"what": ("all",), "uses": ()},
    ],
    ids=str,
)
def test_a_refusal_wins_and_what_it_leaves_open_it_refuses(
    case: Case, told: dict[str, Any]
) -> None:
    who = adult(case)
    consent(case, who)
    consent(case, who, "no", **told)
    assert said(case, who) == answers.REFUSED


def test_a_refusal_for_somebody_else_leaves_this_recipient_alone(case: Case) -> None:
    who = adult(case)
    consent(case, who)
    consent(case, who, "no", recipient="public")
    consent(case, who, "no", what=("photo",))
    consent(case, who, "unknown")
    assert said(case, who) == answers.ALLOWED


@pytest.mark.parametrize("day", ["", "2023", "2023-10-19", "2031-01-01", "XXXX-10-19"])
def test_withdrawn_is_withdrawn_whatever_is_known_of_the_day(case: Case, day: str) -> None:
    who = adult(case)
    consent(case, who)
    consent(case, who, recipient="", withdrawn=PartialDate(day))
    assert said(case, who) == answers.WITHDRAWN


def test_a_withdrawal_that_cannot_be_read_counts(case: Case) -> None:
    who = adult(case)
    statement = tell(case, Consent(person=who, answer="yes", recipient="wgad", what=("name",)))
    fields = {**statement.fields, "withdrawn": msgspec.Raw(b'{"edtf":"soon"}')}
    save(case, [msgspec.structs.replace(statement, fields=fields)])
    assert said(case, who) == answers.WITHDRAWN


def test_a_consent_with_a_part_from_a_newer_version_allows_nothing(case: Case) -> None:
    who = adult(case)
    record = Consent(
        person=who, answer="yes", recipient="wgad", what=("name",), uses=("complaint",)
    )
    statement = tell(case, record)
    save(case, [statement])
    assert said(case, who) == answers.ALLOWED
    fields = {**statement.fields, "only_if": msgspec.Raw(b'"released"')}
    save(case, [msgspec.structs.replace(statement, fields=fields)])
    assert said(case, who) == answers.UNREAD


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2023-10-20", answers.ALLOWED),
        ("2023-09", answers.ALLOWED),
        ("", answers.ALLOWED),
        ("2023-10-21", answers.NOT_YET),
        ("2023-10", answers.NOT_YET),
        ("XXXX-09-01", answers.NOT_YET),
        ("2023-09-01/..", answers.NOT_YET),
    ],
)
def test_a_consent_counts_from_the_day_it_surely_was_given(
    case: Case, when: str, expected: Answer
) -> None:
    who = adult(case)
    consent(case, who, when=PartialDate(when))
    assert said(case, who) == expected


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2023-10-20", answers.ALLOWED),
        ("2024", answers.ALLOWED),
        ("2023-10-19", answers.EXPIRED),
        ("2023-10", answers.EXPIRED),
        ("", answers.EXPIRED),
        ("XXXX-12-31", answers.EXPIRED),
    ],
)
def test_a_consent_ends_on_the_first_day_on_which_it_may_have_ended(
    case: Case, until: str, expected: Answer
) -> None:
    who = adult(case)
    consent(case, who, until=PartialDate(until))
    assert said(case, who) == expected


def test_what_ended_can_be_given_anew(case: Case) -> None:
    who = adult(case)
    consent(case, who, until=PartialDate("2023-10-01"))
    assert said(case, who) == answers.EXPIRED
    consent(case, who)
    assert said(case, who) == answers.ALLOWED


def test_a_retracted_consent_allows_nothing_and_a_retracted_refusal_forbids_nothing(
    case: Case,
) -> None:
    who = adult(case)
    yes, no = consent(case, who), consent(case, who, "no")
    retract(case, no, statements_of(case.vault.db, [no])[0].id, "a slip of the pen")
    assert said(case, who) == answers.ALLOWED
    retract(case, yes, statements_of(case.vault.db, [yes])[0].id, "a slip of the pen")
    assert said(case, who) == answers.NEVER_ASKED


def test_one_consent_told_in_two_ways_allows_nothing_whatever_is_assessed(case: Case) -> None:
    who = adult(case)
    asked = consent(case, who)
    save(case, [tell(case, Consent(answer="no"), asked, Context(new_entity()))])
    assert said(case, who) == answers.DISPUTED
    yes, no = (each.id for each in statements_of(case.vault.db, [asked]))
    assess(case, asked, "answer", [yes], [no], "the first paper is signed")
    assess(case, asked, "answer", [no], [yes], "the second paper is signed")
    assert said(case, who) == answers.DISPUTED


@pytest.mark.parametrize(
    "more",
    [{"recipient": "lawyer"}, {"what": ("facts",)}, {"uses": ("advice",)}, {"person": "other"}],
    ids=str,
)
def test_what_one_of_two_leaves_out_is_not_allowed(case: Case, more: dict[str, Any]) -> None:
    who = adult(case)
    asked = consent(case, who)
    record = msgspec.convert(more, Consent)
    save(case, [tell(case, record, asked, Context(new_entity()))])
    assert not said(case, who).allowed


def test_in_a_joined_person_a_refusal_of_either_wins(case: Case) -> None:
    mine, theirs = adult(case), adult(case)
    consent(case, mine)
    consent(case, theirs, "no")
    assert said(case, mine) == answers.ALLOWED
    judgement = judge(case, mine, theirs, "same", "one birth, one father")
    assert said(case, mine) == said(case, theirs) == answers.REFUSED
    undo_judgement(case, judgement, "a namesake")
    assert said(case, mine) == answers.ALLOWED


def test_a_joined_person_may_be_named_by_the_yes_of_either(case: Case) -> None:
    mine, theirs = adult(case), adult(case)
    consent(case, theirs)
    assert said(case, mine) == answers.NEVER_ASKED
    judge(case, mine, theirs, "same", "one birth, one father")
    assert said(case, mine) == answers.ALLOWED


def test_while_a_joining_is_suspended_refusals_reach_and_consents_do_not(case: Case) -> None:
    first, second, third = adult(case), adult(case), adult(case)
    judge(case, first, second, "same", "one birth")
    judge(case, second, third, "same", "one father")
    judge(case, first, third, "different", "seen together")
    consent(case, first)
    assert said(case, first) == answers.ALLOWED
    assert said(case, second) == answers.NEVER_ASKED
    consent(case, third, withdrawn=PartialDate(""))
    assert said(case, first) == answers.WITHDRAWN


@pytest.mark.parametrize(
    ("born", "is_child"),
    [
        ("2005-10-20", False),
        ("2005-10-21", True),
        ("2005", True),
        ("2004", False),
        ("2000/2010", True),
        ("2004~", True),
        ("", False),
        ("XXXX-05-01", False),
    ],
)
def test_a_child_is_who_may_be_under_eighteen(case: Case, born: str, is_child: bool) -> None:
    who = person(case, ZARINA, born=born or "")
    consent(case, who)
    assert said(case, who) == (answers.CHILD if is_child else answers.ALLOWED)


@pytest.mark.parametrize(
    ("guardian", "asked", "allowed"),
    [
        ("her mother", "yes", True),
        ("her mother", "too young to be asked", True),
        ("her mother", "no", False),
        ("her mother", "", False),
        ("her mother", "unknown", False),
        ("", "yes", False),
        ("  ", "yes", False),
    ],
)
def test_a_child_needs_the_guardian_and_is_asked(
    case: Case, guardian: str, asked: str, allowed: bool
) -> None:
    who = person(case, ZARINA, born="2015")
    consent(case, who, guardian=guardian, child_asked=asked)
    assert said(case, who) == (answers.ALLOWED if allowed else answers.CHILD)


def test_a_guardian_in_another_consent_does_not_speak_here(case: Case) -> None:
    who = person(case, ZARINA, born="2015")
    consent(case, who)
    consent(case, who, recipient="lawyer", guardian="her mother", child_asked="yes")
    assert said(case, who) == answers.CHILD


def test_whose_birth_is_unknown_is_a_child_once_a_consent_names_a_guardian(case: Case) -> None:
    who = person(case, ZARINA)
    consent(case, who)
    assert said(case, who) == answers.ALLOWED
    consent(case, who, recipient="lawyer", guardian="her mother")
    assert said(case, who) == answers.CHILD


def test_of_two_births_the_younger_counts(case: Case) -> None:
    grown, small = adult(case), person(case, ZARINA, born="2009")
    consent(case, grown)
    judge(case, grown, small, "same", "one father")
    assert said(case, grown) == answers.CHILD


def test_the_list_of_permissions_says_the_same_as_each_answer(case: Case) -> None:
    people = [adult(case) for _ in range(6)]
    consent(case, people[0])
    consent(case, people[1], what=("all",))
    consent(case, people[2], "no")
    consent(case, people[3], when=PartialDate("2023-12"))
    consent(case, people[4])
    consent(case, people[4], "no", what=("facts",))
    judge(case, people[0], people[5], "same", "one birth")
    db = case.vault.db
    found = shared(db, USE)
    assert set(found) == {
        "name", "birth", "place", "kin", "facts", "health", "photo", "documents", "contact",
    }  # fmt: skip
    for what, roots in found.items():
        expected = {root_of(db, each) for each in people if answer(db, each, what, USE).allowed}
        assert roots == expected
    assert found["name"] == {root_of(db, people[at]) for at in (0, 1, 4)}
    assert found["contact"] == {people[1]}
    later = shared(db, replace(USE, day=date(2024, 1, 1)))
    assert people[3] in later["name"]
    assert date(2023, 12, 1) > DAY


def test_an_answer_for_one_publication_counts_for_that_one_alone(case: Case) -> None:
    who, appeal, other = adult(case), new_entity(), new_entity()
    way = replace(USE, publication=appeal)
    consent(case, who, only_for=appeal)
    assert answer(case.vault.db, who, "name", way) == answers.ALLOWED
    assert said(case, who) == answers.NEVER_ASKED
    assert answer(case.vault.db, who, "name", replace(USE, publication=other)) == (
        answers.NEVER_ASKED
    )
    consent(case, who, "no", only_for=other)
    assert answer(case.vault.db, who, "name", way) == answers.ALLOWED
    assert answer(case.vault.db, who, "name", replace(USE, publication=other)) == answers.REFUSED


def test_a_yes_for_all_serves_a_publication_and_a_no_for_all_closes_it(case: Case) -> None:
    who, way = adult(case), replace(USE, publication=new_entity())
    consent(case, who)
    assert answer(case.vault.db, who, "name", way) == answers.ALLOWED
    consent(case, who, "no", what=(), uses=(), recipient="")
    assert answer(case.vault.db, who, "name", way) == answers.REFUSED
