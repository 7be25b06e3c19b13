"""The ten situations: complete, short, and harmless to somebody at home."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.guidance.reading import all_steps, facts, steps, texts

from panoh.guidance import AREAS, SITUATIONS, Situation, Source, Step, sources
from panoh.model.dates import bounds, parse_date

each_situation = pytest.mark.parametrize("each", SITUATIONS.values(), ids=lambda each: each.key)


def test_the_ten_situations_are_there() -> None:
    assert [each.title for each in SITUATIONS.values()] == [
        "A relative was taken",
        "A relative was summoned or filmed",
        "I was threatened or followed",
        "My account or phone behaves strangely",
        "Someone does not answer",
        "A notice, border or embassy problem",
        "I must leave",
        "A video was published",
        "I want to tell what happened",
        "Someone I know needs help",
    ]
    assert all(key == each.key for key, each in SITUATIONS.items())


@each_situation
def test_every_part_has_steps_and_few(each: Situation) -> None:
    for part in (each.hour, each.day, each.week, each.avoid, each.home):
        assert 2 <= len(part) <= 5


def sentences(text: str) -> int:
    """How many sentences a text has; words that are quoted to be said belong to one sentence."""
    return max(1, len(re.findall(r"[.?!](?= |$)", re.sub(r"“[^”]*”", "Q", text))))


def test_sentences_are_counted() -> None:
    assert sentences("One. Two, and more.") == 2
    assert sentences("Ask: who sees it?") == 1
    assert sentences("Say: “One. Two. Three.”") == 1
    assert sentences("One. Two. Three.") == 3


@pytest.mark.parametrize(("each", "part", "step"), list(all_steps()))
def test_a_step_is_short_enough_for_three_in_the_morning(
    each: Situation, part: str, step: Step
) -> None:
    assert sentences(step.text) <= 2, (each.key, part)
    assert len(step.text) <= 160, (each.key, part)
    assert sentences(step.why or ".") <= 1
    assert len(step.why) <= 100


@each_situation
def test_the_opening_is_one_calm_sentence(each: Situation) -> None:
    assert sentences(each.opening) == 1
    assert len(each.opening) <= 110


@each_situation
def test_what_not_to_do_says_do_not(each: Situation) -> None:
    assert all(step.text.startswith("Do not ") for step in each.avoid)


def test_nobody_is_shouted_at() -> None:
    assert [text for text in texts() if "!" in text] == []


@each_situation
def test_every_way_in_leads_somewhere(each: Situation) -> None:
    assert each.areas
    assert set(each.areas) <= set(AREAS)
    assert each.see
    assert set(each.see) <= set(SITUATIONS) - {each.key}


def test_every_area_and_every_situation_is_led_to() -> None:
    assert {area for each in SITUATIONS.values() for area in each.areas} == set(AREAS)
    assert {key for each in SITUATIONS.values() for key in each.see} == set(SITUATIONS)


#: Verbs for what leaves a trace where phones, visits and papers are looked through, where a
#: sentence or a clause tells somebody to do it.
TRACES = re.compile(
    r"(?:^|[.;:,] |\band |\bor |\bthen )"
    r"(call|write|note|record|photograph|save|copy|report|collect|publish|post|send|install|search"
    r"|scan|change the password|ask experts|ask organisations|ask one organisation|tell the lawyer)"
    r"\b(?! (?:for )?(?:no|nothing|only)\b)",
    re.IGNORECASE,
)
#: Looked at one by one.
ORDINARY = {
    SITUATIONS["silence"].hour[2].text,  # one call as on any day, which says nothing
    SITUATIONS["taken"].day[1].text,  # the family at home decides what can be asked
}


def leaves_traces(text: str) -> bool:
    """Whether a step tells somebody to do what can be seen at home; telling not to is no trace."""
    return bool(TRACES.search(re.sub(r"\bdo not\b[^.;:]*", "", text, flags=re.IGNORECASE)))


def test_a_step_that_leaves_traces_is_seen() -> None:
    assert leaves_traces("Write down what you know.")
    assert leaves_traces("Install a safe messenger.")
    assert not leaves_traces("Do not call and write nothing.")
    assert not leaves_traces("Write nothing about it in your phone. Remember the day.")
    assert not leaves_traces("Remember who came.")


def test_what_leaves_traces_is_marked_as_only_from_abroad() -> None:
    unmarked = {
        step.text
        for _each, part, step in all_steps()
        if part != "avoid" and not step.abroad and leaves_traces(step.text)
    }
    assert unmarked == ORDINARY


@each_situation
def test_somebody_at_home_is_told_nothing_that_leaves_traces(each: Situation) -> None:
    for step in each.home:
        assert not step.abroad
        assert not step.facts
        assert not leaves_traces(step.text)


@each_situation
def test_the_first_hour_can_begin_at_once(each: Situation) -> None:
    """No lawyer, organisation or office is needed for step one, and nothing has to be looked up."""
    first = each.hour[0]
    assert not first.facts
    assert not re.search(r"lawyer|organisation|police|office", first.text) or "I want" in first.text


def test_a_confirmed_fact_has_a_page_and_the_time_it_was_read() -> None:
    for fact in facts():
        if fact.confirmed:
            assert fact.source, fact.text
        if fact.source:
            assert fact.source.address.startswith("https://")
            assert fact.source.title
            assert bounds(parse_date(fact.source.verified_on))[0] is not None


@pytest.mark.parametrize(
    ("verified_on", "today", "old"),
    [
        ("2026-11", date(2027, 1, 30), False),
        ("2026-11", date(2027, 1, 31), True),
        ("2026-11-25", date(2027, 2, 23), False),
        ("2026-11-25", date(2027, 2, 24), True),
        ("2026", date(2026, 4, 2), True),
    ],
)
def test_a_page_read_more_than_90_days_ago_is_old(verified_on: str, today: date, old: bool) -> None:
    assert Source("A page", "https://page.example", verified_on).is_old(today) == old


def test_the_documentation_tells_every_fact_and_whether_it_is_confirmed() -> None:
    page = (Path(__file__).parents[2] / "docs" / "what-now.md").read_text(encoding="utf-8")
    table = page.partition("| fact | rests on |")[2].partition("\n\n")[0].splitlines()[2:]
    told = [row.strip("| ").split(" | ")[-1] for row in table]
    assert sorted(told) == sorted("yes" if fact.confirmed else "no" for fact in facts())


def test_what_nobody_confirmed_ships_as_unconfirmed() -> None:
    assert {fact.contact or fact.text.split()[0] for fact in facts() if not fact.confirmed} == {
        "+353 1 210 0489",
        "Many",
        "In",
        "Russia",
    }
    assert sum(not fact.confirmed for fact in facts()) == 5


def test_numbers_and_addresses_stand_in_contacts_where_no_translation_can_alter_them() -> None:
    found = [text for text in texts() if re.search(r"@|https?:|www\.|\d[\d ]{4,}\d", text)]
    assert found == []


def test_only_known_contacts_are_given() -> None:
    assert {fact.contact for fact in facts()} - {""} == {
        "112",
        "+353 1 210 0489",
        "help@accessnow.org",
        "https://www.frontlinedefenders.org",
        "https://r39.echr.coe.int",
        "https://help.unhcr.org",
        sources.INTERPOL.address,
    }


def test_steps_are_walked() -> None:
    assert sum(1 for _step in all_steps()) > 150
    assert {part for part, _step in steps(SITUATIONS["taken"])} == {
        "hour",
        "day",
        "week",
        "avoid",
        "home",
    }
