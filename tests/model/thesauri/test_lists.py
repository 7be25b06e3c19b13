"""Every list is sound: parents, states, inverses, codes."""

import re

import pytest

from panoh.model.thesauri import (
    ACTS,
    CONNECTIONS,
    CONTACT,
    RELATIONS,
    STATUSES,
    THESAURI,
    Term,
    Thesaurus,
)
from panoh.model.thesauri.thesaurus import thesaurus

TERMS = [(each, term) for each in THESAURI for term in each.terms.values()]


@pytest.fixture(params=TERMS, ids=[f"{each.name}-{term.code}" for each, term in TERMS])
def place(request: pytest.FixtureRequest) -> tuple[Thesaurus, Term]:
    found: tuple[Thesaurus, Term] = request.param
    return found


def test_every_parent_exists_and_leads_to_the_top(place: tuple[Thesaurus, Term]) -> None:
    each, term = place
    passed = {term.code}
    while term.parent:
        term = each.terms[term.parent]
        assert term.code not in passed
        passed.add(term.code)


def test_codes_and_labels_have_their_form(place: tuple[Thesaurus, Term]) -> None:
    each, term = place
    assert re.fullmatch(r"[a-z][a-z_]*", term.code)
    assert each.terms[term.code] is term
    assert term.label == term.label.strip() != ""
    assert not term.note or term.note.endswith(".")
    assert re.fullmatch(r"(\d{12})?", term.huridocs)


def test_every_state_that_an_act_opens_exists() -> None:
    opened = {term.opens for term in ACTS.terms.values() if term.opens}
    assert opened <= set(STATUSES.terms)
    assert {"held", "released", "missing", "dead"} <= opened


def test_every_way_to_be_detained_opens_held() -> None:
    for term in ACTS.terms.values():
        if term.code == "detention" or ACTS.is_under(term.code, "detention"):
            assert term.opens == "held"


def test_inverses_lead_back() -> None:
    for term in RELATIONS.terms.values():
        back = RELATIONS.terms[RELATIONS.terms[term.inverse].inverse]
        assert back is term or RELATIONS.is_under(term.code, back.code)
        assert RELATIONS.terms[term.inverse].degree == term.degree


def test_only_kin_have_a_degree() -> None:
    for term in RELATIONS.terms.values():
        kin = term.code == "kin" or RELATIONS.is_under(term.code, "kin")
        assert (term.degree > 0) == kin


def test_those_in_contact_are_ways_of_knowing() -> None:
    assert set(CONTACT) <= set(CONNECTIONS.terms)
    assert "unknown" not in CONTACT


def test_names_of_lists_are_unique() -> None:
    assert len({each.name for each in THESAURI}) == len(THESAURI)


def test_what_the_design_asks_for_beyond_the_standard_is_there() -> None:
    assert {
        "coercion_by_proxy", "forced_video", "forced_call", "passport_refusal", "exit_ban",
        "interpol_notice", "spyware", "account_takeover", "doxxing", "smear", "rendition",
        "hostage_demand", "dismissal", "school_expulsion", "seizure", "trial_in_absentia",
        "surveillance", "physical_attack", "summons", "house_search", "torture",
    } <= set(ACTS.terms)  # fmt: skip


def test_reading_a_list() -> None:
    assert ACTS.children("threat") == ["death_threat"]
    assert ACTS.is_under("arrest", "liberty")
    assert not ACTS.is_under("liberty", "arrest")
    assert ACTS.label("arrest", str.upper) == "ARREST"
    assert ACTS.label("of_a_newer_version", str.upper) == "of_a_newer_version"


def test_one_phrase_cannot_mean_two_terms() -> None:
    with pytest.raises(ValueError, match="words"):
        thesaurus("words", [Term("a", "A"), Term("b", "B")], {"a": "same", "b": "same"})
    with pytest.raises(ValueError, match="words"):
        thesaurus("words", [Term("a", "A")], {"b": "no such term"})
