"""What was chosen for a public page, and what of it will stand there."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.casebook.building import act, consent, noon, person

from panoh.advocacy.giving import hand_publication, made
from panoh.advocacy.gone import gone_of, withdrew
from panoh.advocacy.incidents import Chosen, chosen, incidents
from panoh.advocacy.publications import PAGE, begin, publication
from panoh.advocacy.todos import LEFT, todos
from panoh.casebook.judge import judge
from panoh.casebook.record import Case
from panoh.casebook.wording import Wording
from panoh.model.kinds import Publication, Text
from panoh.model.kinds.judging import SAME

ALLOWED: dict[str, Any] = {"recipient": "public", "uses": ("publication",)}
DAY = noon().date()


def page(case: Case, *acts: str) -> str:
    texts = (Text("en", "Autumn", "They were taken."),)
    return begin(case, Publication(type=PAGE, name="autumn", texts=texts, statements=acts))


def standing(case: Case, root: str) -> list[Chosen]:
    found = publication(case.vault.db, root)
    return chosen(case.vault.db, found, Wording("en"), found.way(DAY))


def test_two_entries_of_one_act_are_told_once(case: Case) -> None:
    anora = person(case, "Анора Шарипова", born="1980")
    consent(case, anora, what=("facts",), **ALLOWED)
    acts = [act(case, anora, "detention", "2023-09-30") for _ in range(2)]
    root = page(case, *acts)
    assert len(standing(case, root)) == 2
    judge(case, acts[0], acts[1], SAME, "one detention")
    [one] = standing(case, root)
    assert one.told is not None


def test_what_is_no_act_and_what_nobody_knows_of_tells_nothing(case: Case) -> None:
    anora = person(case, "Анора Шарипова", born="1980")
    found = publication(case.vault.db, root := page(case, anora, "0" * 32))
    assert [each.told for each in standing(case, root)] == [None, None]
    assert list(incidents(case.vault.db, found, Wording("en"), found.way(DAY))) == []


def test_who_is_told_of_is_noted_and_heard_when_they_withdraw(case: Case) -> None:
    anora = person(case, "Анора Шарипова", born="1980")
    silent = person(case, "Саид Раҷабов", born="1980")
    consent(case, anora, what=("facts",), **ALLOWED)
    root = page(case, *(act(case, who, "detention", "2023-09") for who in (anora, silent)))
    hand_publication(case, made(case, publication(case.vault.db, root)))
    [gone] = gone_of(case.vault.db, root)
    assert gone.persons == (anora,)
    assert withdrew(case.vault.db, publication(case.vault.db, root), DAY) == set()
    consent(case, anora, "no", what=("facts",), **ALLOWED)
    assert withdrew(case.vault.db, publication(case.vault.db, root), DAY) == {anora}
    assert any("withdrew" in each.text for each in todos(case.vault, noon()))
    hand_publication(case, made(case, publication(case.vault.db, root)))
    assert todos(case.vault, noon()) == []


def test_who_was_named_and_takes_the_name_back_is_told_until_it_went_out_without_it(
    case: Case,
) -> None:
    anora = person(case, "Анора Шарипова", born="1980")
    consent(case, anora, what=("name", "facts"), **ALLOWED)
    root = page(case, act(case, anora, "detention", "2023-09"))
    hand_publication(case, made(case, publication(case.vault.db, root)))
    assert todos(case.vault, noon()) == []
    later = replace(case, clock=lambda: noon() + timedelta(hours=1))
    consent(later, anora, "no", what=("name",), **ALLOWED)
    assert [each.text for each in todos(case.vault, noon())] == [LEFT]
    assert withdrew(case.vault.db, publication(case.vault.db, root), DAY) == {anora}
    anew = replace(case, clock=lambda: noon() + timedelta(hours=2))
    hand_publication(anew, made(anew, publication(case.vault.db, root)))
    assert todos(case.vault, noon()) == []
