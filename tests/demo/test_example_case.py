"""The consents, the complaint and the public events of the example agree with its lists."""

import json
from typing import Any

from tests.demo.reading import CASE, CONSENTS, EXAMPLE, EXILES, OWNER, PEOPLE, at, load

from panoh.model.kinds.consent import Consent
from panoh.model.kinds.matter import Matter
from panoh.model.thesauri import (
    ACTS,
    CHANNELS,
    CITATIONS,
    CONNECTIONS,
    CONSENT_HOW,
    EVENTS,
    RECIPIENTS,
    RELIABILITY,
    SHAREABLE,
    USES,
)

# Consents and the complaint


def who(reference: dict[str, Any]) -> str:
    """The person or exile that a consent or the case names."""
    return str(reference["exile"]) if "exile" in reference else OWNER[at(reference)]


def allowed() -> set[str]:
    given = [c for c in CONSENTS["consents"] if c["recipient"] == "wgad"]
    refused = {who(c["person"]) for c in given if c["answer"] != "yes" or c.get("withdrawn")}
    return {who(c["person"]) for c in given} - refused


def test_everybody_in_the_complaint_said_yes_and_so_did_the_exile() -> None:
    named = [who(CASE["single"]), *(who(reference) for reference in CASE["joint"])]
    assert len(named) == len(set(named)) == 8
    assert {PEOPLE[person]["exile"] for person in named} | set(named) <= allowed()


def test_there_is_a_refusal_a_withdrawal_a_guardian_and_silence() -> None:
    given = CONSENTS["consents"]
    assert [who(c["person"]) for c in given if c["answer"] == "no"] == ["P31"]
    assert [who(c["person"]) for c in given if c.get("withdrawn")] == ["P21"]
    assert [who(c["person"]) for c in given if c.get("guardian")] == ["P05"]
    assert len(set(PEOPLE) - {who(c["person"]) for c in given}) > 20
    assert not {who(entry["person"]) for entry in CASE["left_out"]} & allowed()


def test_the_texts_of_the_complaint_name_nobody_who_did_not_agree() -> None:
    text = json.dumps(CASE, ensure_ascii=False).lower()
    yes = {p["latin"].split()[0].lower() for i, p in (PEOPLE | EXILES).items() if i in allowed()}
    for person in (PEOPLE | EXILES).values():
        given = person["latin"].split()[0].lower()
        assert given in yes or given not in text, person["id"]
    assert PEOPLE[who(CASE["single"])]["latin"].split()[1].lower() in text


def test_the_complaint_says_what_is_missing_and_who_could_know() -> None:
    missing = {entry["field"]: entry for entry in CASE["missing"]}
    assert "warrant" in missing
    assert all(entry["why"] and entry["who"] for entry in missing.values())
    assert missing["remedies"]
    assert not CASE["matter"]["remedies"]


def test_the_matter_claims_two_categories_and_says_what_a_lawyer_has_to_confirm() -> None:
    matter = CASE["matter"]
    assert matter["categories"] == ["II", "V"]
    assert matter["argument"].count("To be confirmed by a lawyer") == 2
    assert {entry["category"] for entry in CASE["not_claimed"]} == {"I", "III"}
    assert set(matter) == set(Matter.__struct_fields__) - {"persons"}


def test_the_group_that_must_not_be_named_is_not_named() -> None:
    lola, chinor = load("sources")["sources"]
    assert (lola["described_as"], lola["citation"]) == ("a group of relatives", "described")
    assert chinor["citation"] == "code_name"
    assert "Lola" not in json.dumps(CASE, ensure_ascii=False)


# The public events


def test_public_events_have_sources_that_were_checked() -> None:
    events = load("events")
    publications = {entry["id"]: entry for entry in events["publications"]}
    ids = {event["id"] for event in events["events"]}
    for event in events["events"]:
        assert event["follows"] in ids | {""}
        assert event["sources"]
        assert all(s["publication"] in publications and s["says"] for s in event["sources"])
    for entry in publications.values():
        assert entry["url"].startswith("http")
        assert entry["verified_on"]
        assert entry["verified_how"]


def test_the_events_lie_between_the_visit_and_the_statement() -> None:
    days = [e["when"].split("/") for e in load("events")["events"] if not e.get("context")]
    assert min(day[0] for day in days) == "2023-09-28"
    assert max(day[-1] for day in days) == "2023-10-06"


def test_no_invented_surname_stands_in_the_public_events() -> None:
    text = (EXAMPLE / "events.json").read_text(encoding="utf-8").lower()
    surnames = {p["latin"].split()[1].lower()[:6] for p in (PEOPLE | EXILES).values()}
    assert not [surname for surname in surnames if surname in text]


# The words are those of the model


def test_terms_are_those_of_the_thesauri() -> None:
    consents, events = CONSENTS["consents"], load("events")["events"]
    sources = load("sources")["sources"]
    used = [
        (ACTS, {act["type"] for person in PEOPLE.values() for act in person["acts"]}),
        (EVENTS, {event["type"] for event in events}),
        (RECIPIENTS, {consent["recipient"] for consent in consents}),
        (SHAREABLE, {what for consent in consents for what in consent["what"]}),
        (USES, {use for consent in consents for use in consent["uses"]}),
        (CONSENT_HOW, {consent["how"] for consent in consents}),
        (CITATIONS, {source["citation"] for source in sources}),
        (CONNECTIONS, {source["connection"] for source in sources}),
        (RELIABILITY, {source["reliability"] for source in sources}),
        (CHANNELS, {source["channel"] for source in sources}),
    ]
    for thesaurus, codes in used:
        assert codes <= set(thesaurus.terms), thesaurus.name


def test_consents_hold_only_fields_of_a_consent() -> None:
    for entry in CONSENTS["consents"]:
        assert set(entry) <= set(Consent.__struct_fields__)
