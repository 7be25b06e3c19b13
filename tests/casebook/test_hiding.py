"""A statement is hidden and shown again; the history keeps it all the while."""

import pytest
from tests.casebook.building import act, person, source, status

from panoh.casebook.hiding import NotHideable, hide, show_again
from panoh.casebook.index.reading import statements_of, view_of
from panoh.casebook.judge import judge
from panoh.casebook.naming import title
from panoh.casebook.people import history, person_file
from panoh.casebook.record import Case, save, tell
from panoh.model.kinds import Link


def statement_of(case: Case, entity: str) -> str:
    (one,) = statements_of(case.vault.db, [entity])
    return one.id


@pytest.fixture
def told(case: Case) -> dict[str, str]:
    """Zarina, her arrest, how she is, and her brother; each told once."""
    niso = source(case, "niso")
    zarina = person(case, "Зарина Саломова", niso)
    brother = person(case, "Ҷамшед Саломов", niso)
    kin = tell(case, Link(start=zarina, end=brother, relation="sibling"))
    save(case, [kin])
    return {
        "person": zarina,
        "act": act(case, zarina, "detention", "2023-09-30", niso),
        "status": status(case, zarina, "held", "2023-10-02", niso),
        "link": kin.about,
    }


def shown(case: Case, zarina: str) -> dict[str, object]:
    file = person_file(case.vault.db, zarina)
    return {
        "person": title(file.person),
        "act": [view.root for view in file.acts],
        "status": [view.root for view in file.statuses],
        "link": [view.root for view in file.links],
    }


@pytest.mark.parametrize("kind", ["person", "act", "status", "link"])
def test_what_is_hidden_is_in_no_view_and_comes_back(
    case: Case, told: dict[str, str], kind: str
) -> None:
    zarina, before = told["person"], shown(case, told["person"])
    ident = statement_of(case, told[kind])
    hide(case, ident, "a slip of the pen")
    after = shown(case, zarina)
    assert not after[kind]
    assert {name: after[name] for name in after if name != kind} == {
        name: before[name] for name in before if name != kind
    }
    # What named her is found in her history all the same: it is where one goes to undo it.
    past = {each.recorded.id: each for each in history(case.vault.db, zarina)}
    assert past[ident].hidden
    assert [each.recorded.id for each in past.values() if each.hidden] == [ident]
    show_again(case, ident, "it was right after all")
    assert shown(case, zarina) == before
    assert not any(
        each.hidden
        for each in history(case.vault.db, zarina)
        if each.recorded.statement.kind != "retraction"
    )


def test_the_history_names_everything_told_of_her(case: Case, told: dict[str, str]) -> None:
    kinds = [each.recorded.statement.kind for each in history(case.vault.db, told["person"])]
    assert sorted(kinds) == ["act", "link", "person", "status"]
    strangers = person(case, "Гулнора Азизова")
    hide(case, statement_of(case, strangers), "another person")
    assert len(history(case.vault.db, told["person"])) == 4


def test_hidden_again_and_shown_again_any_number_of_times(case: Case, told: dict[str, str]) -> None:
    ident = statement_of(case, told["act"])
    for _ in range(3):
        hide(case, ident, "no")
        assert view_of(case.vault.db, told["act"]).fields == {}
        show_again(case, ident, "yes")
        assert view_of(case.vault.db, told["act"]).fields


def test_what_cannot_be_hidden_says_why(case: Case, told: dict[str, str]) -> None:
    ident = statement_of(case, told["act"])
    with pytest.raises(NotHideable, match="not hidden"):
        show_again(case, ident, "")
    hide(case, ident, "")
    with pytest.raises(NotHideable, match="hidden already"):
        hide(case, ident, "")
    for nothing in ("ab" * 32, "no number", ""):
        with pytest.raises(NotHideable, match="no such"):
            hide(case, nothing, "")
    # A judgement is taken back together with the acts it joined, by undoing it.
    judged = judge(case, told["person"], person(case, "Саломова З."), "same", "")
    with pytest.raises(NotHideable, match="of this kind") as caught:
        hide(case, statement_of(case, judged), "")
    assert "review --undo" in caught.value.hint


def test_looking_for_what_is_hidden_reads_the_few_retractions_alone(case: Case) -> None:
    query = "SELECT DISTINCT about FROM statement WHERE kind = 'retraction'"
    plan = str(list(case.vault.db.execute(f"EXPLAIN QUERY PLAN {query}")))
    assert "said_hiding" in plan
