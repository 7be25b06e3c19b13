"""Every way out of plans and cards, walked: it opens only where all who are named allowed it."""

from datetime import date
from pathlib import Path

import pytest
from tests.casebook.building import consent, person
from tests.emergency.cards.papers import PAPERS, family
from tests.emergency.planning import NOON, at

from panoh.casebook.consent.gate import Stop
from panoh.casebook.consent.giving import FileExists, Outcome
from panoh.casebook.consent.watched import decides
from panoh.casebook.record import Case
from panoh.emergency.cards.giving import RECIPIENTS, give_paper
from panoh.emergency.plan.reading import plan
from panoh.emergency.telling import fill_plan
from panoh.model.dates import PartialDate
from panoh.model.thesauri import RECIPIENTS as TERMS

#: What must not slip onto a paper at home: the name of whoever is abroad.
SCRIPT = "Madina Ashurova works in a kitchen."


@pytest.fixture
def early(case: Case) -> Case:
    """The vault on the day on which the papers are made."""
    return at(case, NOON)


def give(case: Case, paper: str, made: bytes, folder: Path) -> Outcome:
    """Give a paper after a person looked at everything that only a person can clear."""
    first = give_paper(case, paper, made, folder, [])
    numbers = [stop.number for stop in first.stops if stop.human]
    return give_paper(case, paper, made, folder, [], looked=numbers) if numbers else first


def hard(stops: tuple[Stop, ...]) -> set[str]:
    return {stop.root for stop in stops if not stop.human}


def test_every_paper_that_can_be_given_is_walked_here() -> None:
    assert set(PAPERS) == set(RECIPIENTS)
    assert set(RECIPIENTS.values()) <= set(TERMS.terms)


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_nothing_leaves_unasked_and_everything_once_all_said_yes(
    early: Case, tmp_path: Path, paper: str
) -> None:
    told = family(early, SCRIPT)
    made = PAPERS[paper](early, told, "en")
    out = tmp_path / "out"
    before = give(early, paper, made, out)
    named = hard(before.stops)
    assert named, "it names somebody"
    assert not out.exists()
    for root in sorted(named):
        asked = decides(early.vault.db, root)
        consent(
            early, asked, recipient=RECIPIENTS[paper], what=("name", "contact"),
            uses=("protection",),
        )  # fmt: skip
    [written] = give(early, paper, made, out).paths
    assert written.read_bytes() == made
    assert written.stat().st_mode & 0o077 == 0
    with pytest.raises(FileExists):
        give(early, paper, made, out)
    for root in sorted(named):
        consent(early, decides(early.vault.db, root), "no", recipient="all", what=(), uses=())
    again = tmp_path / "again"
    assert named == hard(give(early, paper, made, again).stops)
    assert not again.exists()


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_a_yes_for_another_way_opens_nothing(early: Case, tmp_path: Path, paper: str) -> None:
    told = family(early, SCRIPT)
    made = PAPERS[paper](early, told, "en")
    other = {"card": "trusted", "trusted": "card"}[RECIPIENTS[paper]]
    for root in hard(give(early, paper, made, tmp_path).stops):
        consent(early, root, recipient=other, what=("all",), uses=("protection",))
        consent(early, root, recipient=RECIPIENTS[paper], what=("all",), uses=("publication",))
    assert hard(give(early, paper, made, tmp_path).stops)


def test_a_withdrawn_yes_closes_the_way_again(early: Case, tmp_path: Path) -> None:
    told = family(early)
    made = PAPERS["family"](early, told, "en")
    for root in hard(give(early, "family", made, tmp_path).stops):
        consent(
            early, root, recipient="card", what=("all",), uses=("protection",),
            withdrawn=PartialDate(date(2026, 11, 23).isoformat()),
        )  # fmt: skip
    assert hard(give(early, "family", made, tmp_path).stops)


def test_the_name_of_a_file_tells_nobody(early: Case, tmp_path: Path) -> None:
    told = family(early)
    made = PAPERS["wallet"](early, told, "en")
    stops = give_paper(early, "wallet", made, tmp_path, []).stops
    assert {stop.file for stop in stops} == {"wallet-2026-11-24.pdf"}


def test_somebody_named_in_free_words_is_found_too(early: Case, tmp_path: Path) -> None:
    told = family(early)
    sister = person(early, "Парвина Ашӯрова")
    fill_plan(early, told.abroad, {"first_hour": "Позвонить Парвине."})
    again = plan(early.vault.db, told.abroad.root)
    made = PAPERS["plan"](early, type(told)(again, told.home, told.doctor), "ru")
    assert sister in hard(give(early, "plan", made, tmp_path).stops)
