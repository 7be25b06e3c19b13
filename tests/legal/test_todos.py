"""What complaints want: a yes, answers, and the final version; gone when it is written."""

from datetime import UTC, datetime

import pytest
from tests.casebook.building import act, consent, open_case, person, source

from panoh.casebook.consent.giving import DRAFT, FINAL
from panoh.casebook.record import Case, save, tell
from panoh.legal.complaining import COMPLAINT, RECIPIENT
from panoh.legal.matters import begin_matter, matters
from panoh.legal.todos import NEWEST, todos
from panoh.model.kinds import Action, Matter

NOW = datetime(2023, 10, 7, 12, tzinfo=UTC)


@pytest.fixture
def case(tmp_path):  # type: ignore[no-untyped-def]
    opened = open_case(tmp_path)
    yield opened
    opened.vault.close()


def said(case: Case) -> list[str]:
    return [todo.text.format(**todo.values) for todo in todos(case.vault, NOW)]


def test_a_complaint_wants_consent_then_answers_then_the_final_version(case: Case) -> None:
    niso = source(case, "Niso")
    jahongir = person(case, "Jahongir", niso)
    act(case, jahongir, "detention", "2023-09-30", niso)
    assert said(case) == []
    begin_matter(case, Matter(forum=RECIPIENT, persons=(jahongir,)))
    (line,) = said(case)
    assert "The complaint “Jahongir” cannot be written" in line
    consent(case, jahongir)
    (todo,) = todos(case.vault, NOW)
    assert "lacks" in todo.text
    assert todo.values["count"] != 0
    assert (todo.target.area, todo.target.entity) == ("legal", jahongir)
    _written(case, jahongir, DRAFT)
    assert ["draft" in line for line in said(case)] == [False, True]
    _written(case, jahongir, FINAL)
    assert said(case) == []


def _written(case: Case, who: str, state: str) -> None:
    record = Action(type=COMPLAINT, recipient=RECIPIENT, persons=(who,), state=state)
    save(case, [tell(case, record)])


def test_only_the_newest_matters_are_looked_at(case: Case) -> None:
    for number in range(NEWEST + 2):
        who = person(case, f"Person {number}")
        begin_matter(case, Matter(forum=RECIPIENT, persons=(who,), title=f"Matter {number}"))
    found = [str(todo.values["name"]) for todo in todos(case.vault, NOW)]
    assert found == ["Matter 4", "Matter 3", "Matter 2"]
    assert len(matters(case.vault.db)) == NEWEST + 2
