"""A source is cited no further than it allowed."""

import pytest
from tests.casebook.building import source

from panoh.casebook.consent.citation import WITHHELD, cite
from panoh.casebook.index.reading import view_of
from panoh.casebook.judge import judge
from panoh.casebook.record import Case, Context, save, tell
from panoh.model.ids import new_entity
from panoh.model.kinds import Source
from panoh.model.thesauri import CITATIONS

TOLD = {"name": "Meҳрӣ Латифова", "connection": "relative", "described_as": "somebody close"}
SAID = {
    "nothing": WITHHELD,
    "kind": "a relative",
    "described": "somebody close",
    "code_name": "Chinor",
    "name": "Meҳрӣ Латифова",
}


def test_every_level_of_the_list_is_known() -> None:
    assert set(SAID) == set(CITATIONS.terms)


@pytest.mark.parametrize("citation", [*SAID, "", "everything"])
def test_no_more_is_said_than_was_allowed(case: Case, citation: str) -> None:
    who = source(case, "Chinor", citation=citation, **TOLD)
    assert cite(view_of(case.vault.db, who)) == SAID.get(citation, WITHHELD)


def test_what_was_allowed_and_not_told_is_withheld(case: Case) -> None:
    assert cite(view_of(case.vault.db, source(case, "", citation="code_name"))) == WITHHELD


def test_contradiction_about_a_source_says_nothing(case: Case) -> None:
    who = source(case, "Chinor", citation="name", **TOLD)
    save(case, [tell(case, Source(citation="kind"), who, Context(new_entity()))])
    assert cite(view_of(case.vault.db, who)) == WITHHELD


def test_a_joined_source_is_cited_only_as_all_allow(case: Case) -> None:
    open_, shy = source(case, "Chinor", citation="code_name"), source(case, "Chinor")
    judge(case, open_, shy, "same", "one telephone")
    assert cite(view_of(case.vault.db, open_)) == "Chinor"
    hidden = source(case, "Chinor", citation="nothing")
    judge(case, open_, hidden, "same", "one telephone")
    assert cite(view_of(case.vault.db, open_)) == WITHHELD
