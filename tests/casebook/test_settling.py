"""Where sources contradict each other, somebody says which is relied on; nothing is removed."""

import pytest
from tests.casebook.building import act, person, source

from panoh.casebook.index.reading import view_of
from panoh.casebook.judge import assess, judge
from panoh.casebook.record import Case, Context, save, tell
from panoh.casebook.settling import NothingToSettle, contradictions, rely, reopen
from panoh.casebook.view import disputes, settle
from panoh.model.dates import PartialDate
from panoh.model.kinds import Act, Assessment, Person

SEEN = "her passport was seen"


@pytest.fixture
def zarina(case: Case) -> str:
    """Niso's list says 1969, Bahor's says 1968; the lists also differ on the day of her arrest."""
    niso, bahor = source(case, "niso"), source(case, "bahor")
    one = person(case, "Зарина Саломова", niso, "1969")
    other = person(case, "Саломова Зарина", bahor, "1968")
    arrest = act(case, one, "detention", "2023-09-30", niso)
    save(case, [tell(case, Act(when=PartialDate("2023-10-01")), arrest, Context(bahor))])
    judge(case, one, other, "same", "her brother says so")
    return one


def born(case: Case, zarina: str) -> dict[str, str]:
    return {each.value.edtf: each.id for each in view_of(case.vault.db, zarina).told("born")}


def test_all_that_is_contested_about_a_person_is_listed(case: Case, zarina: str) -> None:
    found = contradictions(case.vault.db, zarina)
    assert {(each.view.kind, each.field, each.open) for each in found} == {
        ("person", "born", True),
        ("act", "when", True),
    }
    (dates,) = [each for each in found if each.field == "when"]
    assert [each.value.edtf for each in dates.told] in (
        ["2023-09-30", "2023-10-01"],
        ["2023-10-01", "2023-09-30"],
    )


def test_what_is_relied_on_counts_and_the_rest_stays_visible(case: Case, zarina: str) -> None:
    told = born(case, zarina)
    left = rely(case, zarina, "born", [told["1969"]], SEEN)
    assert left is not None
    assert not left.open
    assert left.relied == {told["1969"]}
    assert {each.value.edtf for each in left.told} == {"1968", "1969"}
    assert settle(view_of(case.vault.db, zarina), "born").value == PartialDate("1969")
    # The open ones come first.
    assert [each.field for each in contradictions(case.vault.db, zarina)] == ["when", "born"]


def test_a_change_of_mind_replaces_the_own_decision(case: Case, zarina: str) -> None:
    told = born(case, zarina)
    rely(case, zarina, "born", [told["1969"]], SEEN)
    rely(case, zarina, "born", [told["1968"]], "it was another passport")
    assert settle(view_of(case.vault.db, zarina), "born").value == PartialDate("1968")
    # Undone once, the first decision counts again; undone twice, none.
    reopen(case, zarina, "born", "a slip")
    assert settle(view_of(case.vault.db, zarina), "born").value == PartialDate("1969")
    left = reopen(case, zarina, "born", "a slip")
    assert left is not None
    assert left.open
    with pytest.raises(NothingToSettle, match="nobody"):
        reopen(case, zarina, "born", "once more")


@pytest.mark.parametrize("outcome", ["accepted", "disputed", "open"])
def test_two_members_who_differ_leave_it_contested(case: Case, zarina: str, outcome: str) -> None:
    """Neither is outvoted, and nothing is shown as sure; least of all no date at all."""
    told = born(case, zarina)
    rely(case, zarina, "born", [told["1969"]], SEEN)
    record = Assessment(
        field="born", relied=(told["1968"],), set_aside=(told["1969"],), outcome=outcome
    )
    save(case, [tell(case, record, zarina)])
    view = view_of(case.vault.db, zarina)
    assert settle(view, "born").unsure
    assert "born" in disputes(view)


def test_two_members_who_agree_settle_it(case: Case, zarina: str) -> None:
    told = born(case, zarina)
    rely(case, zarina, "born", [told["1969"]], SEEN)
    assess(case, zarina, "born", [told["1969"]], [told["1968"]], "I saw it as well")
    assert settle(view_of(case.vault.db, zarina), "born").value == PartialDate("1969")


def test_something_new_opens_it_again(case: Case, zarina: str) -> None:
    told = born(case, zarina)
    rely(case, zarina, "born", [told["1969"]], SEEN)
    save(case, [tell(case, Person(born=PartialDate("1970")), zarina)])
    (found,) = [each for each in contradictions(case.vault.db, zarina) if each.field == "born"]
    assert found.open
    assert len(found.relied) == 3


def test_relying_on_two_that_differ_leaves_it_open(case: Case, zarina: str) -> None:
    told = born(case, zarina)
    left = rely(case, zarina, "born", list(told.values()), "both passports were seen")
    assert left is not None
    assert left.open


@pytest.mark.parametrize(
    ("field", "chosen"),
    [("died", ["ab" * 32]), ("born", ["ab" * 32]), ("born", []), ("no field", [])],
)
def test_only_what_is_told_of_the_field_can_be_relied_on(
    case: Case, zarina: str, field: str, chosen: list[str]
) -> None:
    before = case.vault.db.execute("SELECT count(*) FROM statement").get
    with pytest.raises(NothingToSettle) as caught:
        rely(case, zarina, field, chosen, "")
    assert caught.value.hint
    assert case.vault.db.execute("SELECT count(*) FROM statement").get == before
