"""What was answered, in the order of time, and contradictions side by side."""

import pytest
from tests.advocacy.publishing import all_sign, signing

from panoh.advocacy.answers import answered, note_answer
from panoh.advocacy.errors import AnswerUnknown
from panoh.advocacy.giving import hand_publication, made
from panoh.advocacy.gone import gone_of
from panoh.casebook.record import Case, save, tell
from panoh.casebook.wording import Wording
from panoh.model.dates import PartialDate
from panoh.model.kinds import Response

ENGLISH, RUSSIAN = Wording("en"), Wording("ru")


def test_answers_stand_in_the_order_of_time_with_what_they_answer(case: Case) -> None:
    told = signing(case)
    all_sign(case, told)
    hand_publication(case, made(case, told.file(case)))
    [gone] = gone_of(case.vault.db, told.root)
    note_answer(case, Response(who="Ministry", body="state", type="denied", publication=told.root))
    note_answer(
        case,
        Response(
            who="Norway", body="other_state", type="statement", when=PartialDate("2023-11"),
            what="Named him in Vienna.", action=gone.action, link="https://example.org/a",
        ),
    )  # fmt: skip
    note_answer(case, Response(who="WGAD", body="un", type="received", when=PartialDate("2023-10")))
    found = answered(case.vault.db, ENGLISH)
    assert [each.who for each in found] == ["WGAD", "Norway", "Ministry"]
    assert found[1].to == "the public, 7 October 2023"
    assert found[2].to == "Jamshed"
    assert found[2].when == "not known"
    assert [each.who for each in answered(case.vault.db, ENGLISH, told.root)] == ["Ministry"]
    assert answered(case.vault.db, RUSSIAN)[1].type == "высказались публично"


def test_two_members_who_differ_stand_side_by_side(case: Case) -> None:
    about = note_answer(case, Response(who="WGAD", when=PartialDate("2023-10-01")))
    save(case, [tell(case, Response(when=PartialDate("2023-10-03")), about)])
    [found] = answered(case.vault.db, ENGLISH)
    assert "≠" in found.when


def test_a_word_of_no_list_is_refused(case: Case) -> None:
    with pytest.raises(AnswerUnknown):
        note_answer(case, Response(who="WGAD", type="shrugged"))
    assert answered(case.vault.db, ENGLISH) == []
