"""What people type finds the person, in whatever script and spelling the list had."""

import pytest
from tests.casebook.building import act, person, source

from panoh.casebook.judge import judge
from panoh.casebook.record import Case, Context, save, tell
from panoh.casebook.search import find_people, find_records
from panoh.model.kinds import Act, Event


@pytest.mark.parametrize(
    "typed",
    [
        "Имомалӣ Ҳамроқулов",
        "имомали хамрокулов",
        "хамрокулов имомали",
        "ХАМРОКУЛОВ",
        "Imomali Hamroqulov",
        "Khamrokulov",
        "hamrokulov imomali",
        "امامعلی",
        "имом",
    ],
)
def test_imomali_is_found_however_his_name_is_typed(case: Case, typed: str) -> None:
    imomali = person(case, "Ҳамроқулов Имомалӣ")
    person(case, "Рӯзӣ Ҷамшед")
    assert [found.root for found in find_people(case.vault.db, typed)] == [imomali]


@pytest.mark.parametrize("typed", ["джамшед рузи", "Jamshed Ruzi", "Dschamsched", "جمشید", "рузи"])
def test_jamshed_is_found_however_his_name_is_typed(case: Case, typed: str) -> None:
    person(case, "Ҳамроқулов Имомалӣ")
    jamshed = person(case, "Рӯзӣ Ҷамшед")
    assert [found.root for found in find_people(case.vault.db, typed)] == [jamshed]


def test_joined_persons_are_found_by_the_names_of_both_lists(case: Case) -> None:
    one, other = person(case, "Зарина Саломова"), person(case, "Zarina Qodirova")
    judge(case, one, other, "same", "she married")
    assert [found.title for found in find_people(case.vault.db, "кодирова")] == ["Zarina Qodirova"]
    assert len(find_people(case.vault.db, "саломова")) == 1


def test_a_word_in_a_story_is_found_the_newest_first(case: Case) -> None:
    niso = source(case, "Niso")
    zarina = person(case, "Зарина", niso)
    first = act(case, zarina, "threat", note="Позвонили и сказали: пусть сестра замолчит")
    second = save_act(case, niso, zarina, "Сестра плакала")
    roots = [found.root for found in find_records(case.vault.db, "сестр")]
    assert roots == [second, first]


def test_quotes_and_operators_are_words_and_not_commands(case: Case) -> None:
    save(case, [tell(case, Event(title='He said "go" OR else -now NEAR'))])
    assert len(find_records(case.vault.db, '"go" OR')) == 1
    assert find_records(case.vault.db, '"" AND') == []
    assert find_records(case.vault.db, "   ") == []


def save_act(case: Case, source: str, who: str, note: str) -> str:
    statement = tell(case, Act(victim=who, type="insult", note=note), "", Context(source))
    save(case, [statement])
    return statement.about
