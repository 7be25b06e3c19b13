"""The shipped example: everybody who is one person is proposed, nobody else is called likely."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from tests.casebook.building import open_case, source
from tests.demo.reading import EXAMPLE, EXILES, JUDGED, OWNER, PEOPLE, Row, pair, rows_of

from panoh.analysis.same import propose_people
from panoh.analysis.same.features import all_features
from panoh.casebook.pairs import LIKELY, POSSIBLE, Proposal
from panoh.intake.spreadsheet.rows import import_list

Pairs = dict[frozenset[Row], str]
SAME = [frozenset(both) for each in PEOPLE.values() for both in combinations(rows_of(each), 2)]
JUDGED_PAIRS = {frozenset(pair(each)): each["verdict"] for each in JUDGED["persons"]}
OPEN = [frozenset(pair(each)) for each in JUDGED["left_open"]]


@pytest.fixture(scope="module")
def proposals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Pairs, list[Proposal]]]:
    """Proposals between rows by (list, row), and those between mentions of exiles."""
    case = open_case(tmp_path_factory.mktemp("example"))
    row_of: dict[str, Row] = {}
    mentions: set[str] = set()
    for which, language in (("a", "tg"), ("b", "ru")):
        about = source(case, f"list {which}")
        before = {each.root for each in all_features(case.vault.db)}
        import_list(case, EXAMPLE / f"list_{which}.csv", which, about, language=language)
        for each in all_features(case.vault.db):
            if each.root not in before and each.harmed:
                row_of[each.root] = (which, min(row for _item, row in each.rows))
            elif each.root not in before:
                mentions.add(each.root)
    found = propose_people(case)
    of_rows = {
        frozenset((row_of[each.a], row_of[each.b])): each.level
        for each in found
        if each.a in row_of and each.b in row_of
    }
    yield of_rows, [each for each in found if {each.a, each.b} <= mentions]
    case.vault.close()


def test_x(proposals):
    found, m = proposals
    from tests.demo.reading import LISTS

    for k in SAME:
        print(sorted(k), found.get(k))
    print("judged")
    for k, v in JUDGED_PAIRS.items():
        print(sorted(k), v, found.get(k))
    print("open", [(sorted(k), found.get(k)) for k in OPEN])
    print("extra", len(extra := [k for k in found if k not in JUDGED_PAIRS and k not in OPEN]))
    for k in extra:
        print(sorted(k), found[k], [list(LISTS[r].values()) for r in k])
    print(len(m), sum(x.level == LIKELY for x in m))
    for x in m:
        print(x.level, x.score, [r[0] for r in x.reasons])
