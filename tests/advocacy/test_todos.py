"""What Today says of publications: days that come, open signatures, a name that went out."""

from datetime import UTC, datetime

from tests.advocacy.publishing import all_sign, signing
from tests.casebook.building import noon

from panoh.advocacy.giving import hand_publication, made
from panoh.advocacy.occasions import add_occasion
from panoh.advocacy.signing import WITHDRAWN, answer
from panoh.advocacy.todos import todos
from panoh.casebook.record import Case
from panoh.model.dates import PartialDate
from panoh.model.kinds import Occasion
from panoh.model.todo import Urgency


def said(case: Case, now: datetime) -> list[str]:
    return [each.text.format(**each.values) for each in todos(case.vault, now)]


def test_days_of_the_calendar_come_and_go(case: Case) -> None:
    add_occasion(
        case,
        Occasion(
            title="Human Dimension Conference", type="conference",
            register_by=PartialDate("2023-09-20"), begins=PartialDate("2023-10-02"),
            papers_due=PartialDate("2023"),
        ),
    )  # fmt: skip
    assert said(case, datetime(2023, 8, 1, tzinfo=UTC)) == []
    early = todos(case.vault, datetime(2023, 8, 25, tzinfo=UTC))
    assert [(each.due, each.urgency) for each in early] == [
        (datetime(2023, 9, 20, tzinfo=UTC).date(), Urgency.SOON),
        (datetime(2023, 10, 2, tzinfo=UTC).date(), Urgency.SOON),
    ]
    [late] = todos(case.vault, datetime(2023, 9, 28, tzinfo=UTC))
    assert late.urgency == Urgency.NOW
    assert said(case, datetime(2023, 10, 3, tzinfo=UTC)) == []


def test_open_signatures_are_told_until_everybody_answered(case: Case) -> None:
    told = signing(case)
    assert said(case, noon()) == [
        "Jamshed: asked to sign, no answer yet: 3. Ask again, or note it."
    ]
    all_sign(case, told)
    assert said(case, noon()) == []


def test_a_withdrawal_after_it_went_out_is_told_until_it_went_out_anew(case: Case) -> None:
    told = signing(case)
    all_sign(case, told)
    hand_publication(case, made(case, told.file(case)))
    assert said(case, noon()) == []
    answer(case, told.file(case), told.anvar, WITHDRAWN)
    assert any("withdrew" in each for each in said(case, noon()))
    hand_publication(case, made(case, told.file(case)))
    assert said(case, noon()) == []
