"""Who did it: officials and bodies are found by any spelling and chosen; others are only words."""

import pytest
from msgspec.structs import replace
from tests.casebook.building import act, consent, person, source, status
from tests.casebook.consent.passing import DAY, USE, stops

from panoh.casebook.consent.gate import GateClosed, Outgoing, release
from panoh.casebook.consent.responsible import why_not
from panoh.casebook.doers import GROUP, PERSON, NoDoer, done_by, known_doers, say_who_did_it
from panoh.casebook.index.reading import view_of
from panoh.casebook.people import person_file
from panoh.casebook.record import Case, Context, save, tell
from panoh.model.kinds import Group, Link, Perpetrator
from panoh.model.names import Name, NameEmpty

TEXT = "Дастгириро Қаландар Баротов фармуд."


@pytest.fixture
def zarina(case: Case) -> str:
    who = person(case, "Зарина Саломова", born="1969")
    consent(case, who)
    return who


@pytest.fixture
def taken(case: Case, zarina: str) -> str:
    return act(case, zarina, "detention", "2023-09-30")


def names(case: Case, typed: str) -> list[str]:
    return [each.names[0] for each in known_doers(case.vault.db, typed)]


def test_only_officials_and_bodies_are_offered(case: Case, taken: str) -> None:
    neighbour = person(case, "Қаландар Раҳимов")
    status(case, neighbour, "held", "2023-10-01", "")
    assert names(case, "kalandar") == []
    chief = person(case, "Қаландар Баротов")
    say_who_did_it(case, taken, Perpetrator(chief, "the chief", degree="ordered"))
    assert names(case, "Каландар") == ["Қаландар Баротов"]
    body = tell(case, Group(names=(Name.of("Шуъбаи Қаландаробод"),), type="interior"))
    guard = person(case, "Қаландаров Сомон")
    post = tell(case, Link(start=guard, end=body.about, relation="officer"))
    save(case, [body, post])
    assert set(names(case, "қаландар")) >= {"Қаландар Баротов"}
    (found,) = known_doers(case.vault.db, "Сомон")
    assert (found.kind, found.posts) == (PERSON, ("Шуъбаи Қаландаробод",))
    (found,) = known_doers(case.vault.db, "шуъбаи")
    assert (found.kind, found.type) == (GROUP, "interior")


def test_it_stands_with_who_tells_it_and_in_both_files(case: Case, taken: str, zarina: str) -> None:
    niso = source(case, "Niso")
    who = Perpetrator(text="Қаландар Баротов", degree="ordered", basis="papers")
    say_who_did_it(case, taken, who, Context(niso), new=PERSON)
    (told,) = view_of(case.vault.db, taken).told("perpetrators")
    chief = told.value[0].entity
    assert told.value == (replace(who, entity=chief),)
    assert told.source == niso
    shown, left = done_by(case.vault.db, chief)
    assert [view.root for view in shown] == [taken]
    assert left == 0
    assert person_file(case.vault.db, zarina).acts[0].root == taken


def test_what_one_source_says_never_replaces_what_another_said(case: Case, taken: str) -> None:
    for code, part in (("Niso", "ordered"), ("Bahor", "present")):
        words = Perpetrator(text="men in black", degree=part)
        say_who_did_it(case, taken, words, Context(source(case, code)))
    told = view_of(case.vault.db, taken).told("perpetrators")
    assert {each.value[0].degree for each in told} == {"ordered", "present"}


def test_a_new_body_is_a_body_and_a_name_is_needed(case: Case, taken: str) -> None:
    say_who_did_it(case, taken, Perpetrator(text="СИЗО 1", type="prison"), new=GROUP)
    (found,) = known_doers(case.vault.db, "сизо")
    assert (found.kind, found.type) == (GROUP, "prison")
    with pytest.raises(NameEmpty):
        say_who_did_it(case, taken, Perpetrator(text="…", type="prison"), new=GROUP)


def test_nothing_and_nobody_are_refused(case: Case, taken: str, zarina: str) -> None:
    for about, who in (
        (taken, Perpetrator()),
        (zarina, Perpetrator(text="x")),
        (taken, Perpetrator(entity=taken)),
        (taken, Perpetrator(entity="0" * 32)),
    ):
        with pytest.raises(NoDoer):
            say_who_did_it(case, about, who)
    assert view_of(case.vault.db, taken).told("perpetrators") == ()


def test_who_is_chosen_is_named_only_once_a_person_confirms_it(case: Case, taken: str) -> None:
    """The rule of the gate for officials holds for them as for anybody told of in a list."""
    file = Outgoing("paper.bin", TEXT.encode())
    release(case.vault.db, [file], USE)  # nobody of that name is recorded: nothing to protect
    say_who_did_it(case, taken, Perpetrator(text="Қаландар Баротов"), new=PERSON)
    chief = view_of(case.vault.db, taken).told("perpetrators")[0].value[0].entity
    found = stops(case, TEXT)
    assert found
    assert all(stop.responsible and stop.human and stop.root == chief for stop in found)
    with pytest.raises(GateClosed):
        release(case.vault.db, [file], USE)


def test_who_is_recorded_otherwise_is_not_made_an_official_by_choosing_them(
    case: Case, taken: str
) -> None:
    """A man in custody who is said to have beaten another goes on to need his own yes."""
    held = person(case, "Қаландар Баротов")
    act(case, held, "detention", "2023-10-01")
    say_who_did_it(case, taken, Perpetrator(held, degree="carried_out"))
    assert why_not(case.vault.db, held, DAY)
    found = stops(case, TEXT)
    assert found
    assert not any(stop.responsible for stop in found)


def test_a_body_that_bears_a_persons_name_does_not_pass_under_it(case: Case, taken: str) -> None:
    person(case, "Қаландар Баротов")
    say_who_did_it(case, taken, Perpetrator(text="Қаландар Баротов"), new=GROUP)
    with pytest.raises(GateClosed):
        release(case.vault.db, [Outgoing("paper.bin", TEXT.encode())], USE)
