"""The same recognition through a real vault: what is proposed is kept, mentions are tied."""

import pytest
from tests.analysis.figures import all_features, names_of
from tests.analysis.lists import Lists, Row, two_lists
from tests.analysis.recording import Recorded, Told, record

from panoh.analysis.same import propose_people
from panoh.analysis.same.propose import compare_all
from panoh.casebook.pairs import LIKELY, POSSIBLE, pairs
from panoh.casebook.record import Case
from panoh.model.dates import PartialDate
from panoh.model.names import Name


@pytest.fixture
def lists() -> Lists:
    return two_lists(11)


@pytest.fixture
def recorded(case: Case, lists: Lists) -> Recorded:
    return record(case, [_told(row) for row in lists.rows])


def test_a_vault_proposes_what_the_rows_alone_propose(
    case: Case, lists: Lists, recorded: Recorded
) -> None:
    proposals = propose_people(case)
    row_of = {recorded.people[row.list, row.number]: str(n) for n, row in enumerate(lists.rows)}
    through = {
        frozenset((row_of[each.a], row_of[each.b])): each.level
        for each in proposals
        if each.a in row_of and each.b in row_of
    }
    direct = {frozenset((each.a, each.b)): each.level for each in compare_all(all_features(lists))}
    assert len(through) > 20
    assert through == direct
    kept = {(each.proposal.a, each.proposal.b) for each in pairs(case.vault.db)}
    assert kept == {tuple(sorted((each.a, each.b))) for each in proposals}


def test_an_exile_named_in_many_rows_is_a_few_questions(
    case: Case, lists: Lists, recorded: Recorded
) -> None:
    exile_of = {
        entity: lists.people[row.who].exile
        for row in lists.rows
        if (entity := recorded.exiles.get((row.list, row.number)))
    }
    found = [each for each in propose_people(case) if each.a in exile_of and each.b in exile_of]
    assert len(found) < 2 * len(exile_of)
    likely = [each for each in found if each.level == LIKELY]
    assert len(likely) > 10
    assert all(exile_of[each.a] == exile_of[each.b] for each in likely)


def test_proposing_again_replaces_what_was_proposed(case: Case, recorded: Recorded) -> None:
    first = len(propose_people(case))
    assert first
    assert len(propose_people(case)) == first == len(pairs(case.vault.db))


def test_rows_that_tell_no_act_are_people_and_not_mentions(case: Case) -> None:
    """Two namesakes in a list without acts are compared by what is told of each."""
    name = (Name.of("Миршоҳов Юсуф"),)
    record(case, [
        Told(list="a", number=2, names=name, born=PartialDate("1972"), place="Исфара", acts=()),
        Told(list="a", number=3, names=name, born=PartialDate("1983"), place="Ҳисор", acts=()),
        Told(list="a", number=4, names=name, acts=()),
        Told(list="a", number=5, names=name, acts=()),
    ])  # fmt: skip
    assert {each.level for each in propose_people(case)} == {POSSIBLE}


def _told(row: Row) -> Told:
    return Told(
        list=row.list,
        number=row.number,
        names=names_of(row),
        sex=row.sex,
        born=PartialDate(row.born) if row.born else None,
        place=row.place,
        exile=row.exile,
        relation=row.relation,
        when=PartialDate(row.day) if row.day else None,
    )
