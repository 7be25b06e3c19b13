"""How good the proposals are: against the sentences the rules were written on, and against others.

The sentences in `held_out_…` were written before the rules and are never looked at to change one.
What is asserted of them lies a little under what was measured once the rules stood, and one answer
under it where few are told.
"""

from pathlib import Path

import pytest
from tests.intake.story.labelled import ASKED, LANGUAGES, TODAY, hits, measured, same

from panoh.intake.story import find_story

#: Least precision and recall for sentences the rules were not written on, by what is asked.
FLOORS = {
    "en": {
        "who": (0.90, 0.82), "for": (0.85, 0.50), "when": (0.85, 0.80), "where": (0.80, 0.95),
        "what": (0.84, 0.81), "by": (0.90, 0.85), "state": (0.75, 0.75), "how": (0.88, 0.75),
    },
    "ru": {
        "who": (0.77, 0.70), "for": (0.60, 0.25), "when": (0.90, 0.86), "where": (0.84, 0.95),
        "what": (0.86, 0.88), "by": (0.90, 0.90), "state": (0.88, 0.90), "how": (0.80, 0.70),
    },
    "tg": {
        "who": (0.88, 0.90), "for": (0.85, 0.42), "when": (0.90, 0.85), "where": (0.80, 0.83),
        "what": (0.76, 0.86), "by": (0.90, 0.90), "state": (0.90, 0.90), "how": (0.90, 0.77),
    },
    "fa": {
        "who": (0.82, 0.62), "for": (0.85, 0.85), "when": (0.90, 0.90), "where": (0.88, 0.88),
        "what": (0.87, 0.85), "by": (0.50, 0.85), "state": (0.87, 0.83), "how": (0.83, 0.75),
    },
}  # fmt: skip
#: The first forty sentences in each language, and those the rules were written on later.
WRITTEN_ON = [
    *(("sentences", language) for language in ("en", "ru", "tg")),
    *(("tuning", language) for language in LANGUAGES),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_proposals_hold_for_sentences_the_rules_were_not_written_on(language: str) -> None:
    for asked, figures in measured("held_out", language).items():
        precision, recall = FLOORS[language][asked]
        print(
            f"figure story-{language}-{asked} precision {figures.precision:.2f}"
            f" recall {figures.recall:.2f} of {figures.told} told, {figures.proposed} proposed"
        )
        assert figures.precision >= precision, asked
        assert figures.recall >= recall, asked


@pytest.mark.parametrize(
    ("name", "language"),
    [("English", "en"), ("Russian", "ru"), ("Tajik", "tg"), ("Persian", "fa")],
)
def test_the_documentation_says_what_is_measured(name: str, language: str) -> None:
    page = (Path(__file__).parents[3] / "docs" / "interface.md").read_text("utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in page.splitlines()
        if line.startswith(f"| {name}, ")
    ]
    figures = measured("held_out", language).values()
    assert rows == [
        [f"{name}, meant", *(str(round(100 * each.precision)) for each in figures)],
        [f"{name}, proposed", *(str(round(100 * each.recall)) for each in figures)],
    ]


@pytest.mark.parametrize(("collection", "language"), WRITTEN_ON)
def test_proposals_fit_the_sentences_the_rules_were_written_on(
    collection: str, language: str
) -> None:
    """Of what is proposed nine in ten are meant; of what is told six in seven are proposed."""
    figures = measured(collection, language)
    for asked in ("who", "when", "where", "what"):
        assert figures[asked].precision >= 0.9, asked
        assert figures[asked].recall >= (0.85 if asked != "where" else 0.8), asked


def test_everyday_life_is_no_act() -> None:
    """Weddings, exams and lost telephones are told with the words of arrests and searches."""
    lines = (Path(__file__).parent / "everyday.txt").read_text("utf-8").splitlines()
    assert len(lines) >= 50
    assert [line for line in lines if find_story(line, TODAY).acts] == []
    told = [line for line in lines if find_story(line + " They arrested him.", TODAY).acts]
    assert told == lines


def test_the_measure_would_see_a_wrong_proposal() -> None:
    assert hits("who", ["Rustam Nazarov"], ["Rustam Karimov"]) == 0
    assert hits("who", ["Rustam Nazarov"], ["Рустам Назаров"]) == 1
    assert hits("where", ["tj-khujand"], ["tj-du"]) == 0
    assert hits("when", ["2024-03"], ["2024-03-03"]) == 0
    assert hits("what", ["detention|arrest"], ["arrest"]) == 1
    assert not same("what", "threat?", "killing")
    assert set(FLOORS) == set(LANGUAGES)
    assert all(set(floors) == set(ASKED) for floors in FLOORS.values())
