"""Officials: a name that is told of only as who did it, and every reason not to let it through."""

from collections.abc import Callable

import pytest
from tests.casebook.building import act, consent, person, source, status
from tests.casebook.consent.passing import DAY, USE, hard, stops

from panoh.casebook.consent import responsible
from panoh.casebook.consent.gate import GateClosed, Outgoing, release
from panoh.casebook.consent.responsible import why_not
from panoh.casebook.index.reading import statements_of
from panoh.casebook.judge import judge, retract
from panoh.casebook.pairs import LIKELY, Proposal, keep_proposals
from panoh.casebook.record import Case, save, tell
from panoh.model.kinds import Act, Consent, Contact, Group, Link, Matter, Mention, Perpetrator
from panoh.model.names import Name

TEXT = "Дастгириро сардор Қаландар Баротов фармуд."


@pytest.fixture
def zarina(case: Case) -> str:
    who = person(case, "Зарина Саломова", born="1969")
    consent(case, who)
    return who


@pytest.fixture
def chief(case: Case, zarina: str) -> str:
    """Kalandar Barotov is told of as who ordered her arrest, and as an officer of a body."""
    who = person(case, "Қаландар Баротов")
    act(case, zarina, "detention", "2023-09-30", perpetrators=(Perpetrator(who, degree="ordered"),))
    body = tell(case, Group(names=(Name.of("Шуъбаи корҳои дохилӣ"),)))
    save(case, [body, tell(case, Link(start=who, end=body.about, relation="officer"))])
    return who


def test_he_is_listed_apart_and_waits_for_a_person_who_confirms_his_name(
    case: Case, chief: str
) -> None:
    found = stops(case, TEXT)
    assert found
    assert all(stop.responsible and stop.human and stop.root == chief for stop in found)
    assert {stop.why for stop in found} == {"named as responsible; nobody asked them"}
    file = Outgoing("paper.bin", TEXT.encode())
    with pytest.raises(GateClosed):
        release(case.vault.db, [file], USE)
    numbers = {stop.number for stop in found}
    release(case.vault.db, [file], USE, looked=numbers)
    # For this document only: another asks again.
    with pytest.raises(GateClosed):
        release(case.vault.db, [Outgoing("paper.bin", file.data + b"!")], USE, looked=numbers)


def test_his_address_his_number_and_the_name_of_a_file_never_pass(case: Case, zarina: str) -> None:
    who = person(
        case, "Қаландар Баротов", phones=("+992 93 555 12 34",), addresses=("кӯчаи Айнӣ 48",)
    )
    act(case, zarina, "detention", "2023-09-30", perpetrators=(Perpetrator(who),))
    assert why_not(case.vault.db, who, DAY) == ""
    assert hard(case, "Телефони ӯ 93 555 12 34") == {who}
    assert hard(case, "кӯчаи Айнӣ, хонаи 48") == {who}
    assert hard(case, "x", "barotov_qalandar.txt") == {who}


def as_victim(case: Case, chief: str) -> None:
    act(case, chief, "beating", "2024-01-01")


def as_pressured(case: Case, chief: str) -> None:
    act(case, person(case, "Ҷамшед Саидов"), "threat", pressured=(Mention(chief),))


def as_observed(case: Case, chief: str) -> None:
    status(case, chief, "held", "2024-01-01", "")


def as_kin(case: Case, chief: str) -> None:
    kin = Link(start=chief, end=person(case, "Ҷамшед Саидов"), relation="uncle_aunt")
    save(case, [tell(case, kin)])


def as_lawyer(case: Case, chief: str) -> None:
    client = person(case, "Ҷамшед Саидов")
    save(case, [tell(case, Link(start=chief, end=client, relation="lawyer"))])


def as_superior_of_a_person(case: Case, chief: str) -> None:
    """Anybody's superior, also a victim's at work: that is no post in a body of the state."""
    other = person(case, "Ҷамшед Саидов")
    save(case, [tell(case, Link(start=chief, end=other, relation="superior"))])


def as_officer_and_neighbour(case: Case, chief: str) -> None:
    """One link that sources tell differently."""
    body = tell(case, Group(names=(Name.of("Шуъба"),)))
    link = tell(case, Link(start=chief, end=body.about, relation="officer"))
    other = tell(case, Link(relation="neighbour"), link.about)
    save(case, [body, link, other])


def as_asked(case: Case, chief: str) -> None:
    """Somebody asked, whatever the answer, for whatever recipient: no longer nobody's business."""
    consent(case, chief, "unknown", recipient="lawyer")


def as_refusing(case: Case, chief: str) -> None:
    consent(case, chief, "no")


def as_contact(case: Case, chief: str) -> None:
    save(case, [tell(case, Contact(who=chief, names=(Name.of("Қ."),)))])


def as_client(case: Case, chief: str) -> None:
    save(case, [tell(case, Matter(persons=(chief,)))])


def as_namesake_of_a_source(case: Case, chief: str) -> None:
    source(case, "chinor", name="Баротов Қаландар", citation="kind", connection="witness")


def as_namesake_of_an_open_source(case: Case, chief: str) -> None:
    source(case, "Қаландар Баротов", citation="code_name")


def as_a_child(case: Case, chief: str) -> None:
    other = person(case, "Баротов Қ.", born="2010")
    judge(case, chief, other, "same", "one man")


def as_joined_with_somebody_harmed(case: Case, chief: str) -> None:
    other = person(case, "Баротов Қ.")
    act(case, other, "beating")
    judge(case, chief, other, "same", "one man")


def as_perhaps_somebody_else(case: Case, chief: str) -> None:
    judge(case, chief, person(case, "Баротов Қ."), "unsure", "nobody knows")


def as_proposed(case: Case, chief: str) -> None:
    other = person(case, "Баротов Қ.")
    proposal = Proposal(chief, other, "person", LIKELY, 0.9, ())
    keep_proposals(case.vault.db, "person", [proposal])


def as_suspended(case: Case, chief: str) -> None:
    second, third = person(case, "Баротов Қ."), person(case, "К. Баротов")
    judge(case, chief, second, "same", "one man")
    judge(case, second, third, "same", "one man")
    judge(case, chief, third, "different", "two men")


OTHERWISE = [
    as_victim, as_pressured, as_observed, as_kin, as_lawyer, as_superior_of_a_person,
    as_officer_and_neighbour, as_asked, as_refusing, as_contact, as_client,
    as_namesake_of_a_source, as_namesake_of_an_open_source, as_a_child,
    as_joined_with_somebody_harmed, as_perhaps_somebody_else, as_proposed, as_suspended,
]  # fmt: skip


@pytest.mark.parametrize("also", OTHERWISE, ids=lambda each: each.__name__)
def test_recorded_as_anything_else_he_never_passes(
    case: Case, chief: str, also: Callable[[Case, str], None]
) -> None:
    assert hard(case, TEXT) == set()
    also(case, chief)
    assert why_not(case.vault.db, chief, DAY)
    assert not any(stop.responsible for stop in stops(case, TEXT))
    assert hard(case, TEXT)


def test_nobody_is_responsible_without_a_source_that_says_so(case: Case, zarina: str) -> None:
    stranger = person(case, "Қаландар Баротов")
    assert why_not(case.vault.db, stranger, DAY) == responsible.NOT_TOLD
    assert hard(case, TEXT) == {stranger}
    # A source that took it back says it no more.
    told = act(case, zarina, "detention", perpetrators=(Perpetrator(stranger),))
    assert hard(case, TEXT) == set()
    (statement,) = statements_of(case.vault.db, [told])
    retract(case, told, statement.id, "it was another man")
    assert hard(case, TEXT) == {stranger}


def test_words_alone_name_nobody_responsible(case: Case, zarina: str) -> None:
    """The name stands in words in the act; the person of that name was never said to be him."""
    other = person(case, "Қаландар Баротов")
    act(case, zarina, "detention", perpetrators=(Perpetrator(text="Қаландар Баротов"),))
    assert hard(case, TEXT) == {other}


def test_a_namesake_who_was_harmed_keeps_the_file_in(case: Case, chief: str) -> None:
    victim = person(case, "Қаландар Баротов", born="1999")
    act(case, victim, "beating")
    assert hard(case, TEXT) == {victim}


def test_a_yes_of_his_lets_him_through_like_anybody(case: Case, chief: str) -> None:
    consent(case, chief)
    assert stops(case, TEXT) == []
    save(case, [tell(case, Consent(person=chief, answer="no"))])
    assert hard(case, TEXT) == {chief}


def test_two_who_did_it_are_confirmed_one_by_one(case: Case, zarina: str, chief: str) -> None:
    guard = person(case, "Шералӣ Тоҳиров")
    save(
        case,
        [tell(case, Act(victim=zarina, type="beating", perpetrators=(Perpetrator(guard),)))],
    )
    file = Outgoing("paper.bin", f"{TEXT} Шералӣ Тоҳиров мезад.".encode())
    found = stops(case, file.data)
    of_chief = {stop.number for stop in found if stop.root == chief}
    of_guard = {stop.number for stop in found if stop.root == guard}
    assert of_chief
    assert of_guard
    assert not of_chief & of_guard
    for seen in (of_chief, of_guard):
        with pytest.raises(GateClosed):
            release(case.vault.db, [file], USE, looked=seen)
    release(case.vault.db, [file], USE, looked=of_chief | of_guard)
