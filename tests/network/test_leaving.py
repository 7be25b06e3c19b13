"""A contact's name and numbers are watched like a person's: no way out tells them unasked."""

from tests.casebook.building import consent, person
from tests.casebook.consent.passing import hard, looks, stops
from tests.network.knowing import saodat

from panoh.casebook.consent.watched import decides
from panoh.casebook.record import Case
from panoh.network.contacts import contact
from panoh.network.directory import organisations
from panoh.network.telling import Way, add_contact, adopt

TEXT = "Саодат Нилуфарова helps her, and answers at 0048 601-222-333 or saodat@example.org."


def test_names_numbers_and_mail_of_a_contact_stop_a_paper(case: Case) -> None:
    who = saodat(case)
    assert hard(case, TEXT) == {who.root}
    assert hard(case, "Call 601222333.") == {who.root}
    assert hard(case, "Ask Нилуфаровой.") == {who.root}
    assert stops(case, "Ask somebody else, at 601222334.") == []


def test_they_go_where_the_contact_allowed_it_and_nowhere_else(case: Case) -> None:
    who = saodat(case)
    consent(case, who.root, what=("name",))
    assert {stop.words for stop in stops(case, TEXT)} >= {"saodat@example.org"}
    consent(case, who.root, what=("name", "contact"))
    assert hard(case, TEXT) == set()
    consent(case, who.root, "no", recipient="all", what=(), uses=())
    assert hard(case, TEXT) == {who.root}


def test_a_contact_recorded_as_a_person_is_asked_as_that_person(case: Case) -> None:
    madina = person(case, "Мадина Ашӯрова")
    about = add_contact(case, ["Мадина"], [Way("phone", "+992 93 555 44 33")], who=madina)
    assert decides(case.vault.db, about) == madina
    assert hard(case, "+992 935554433") == {madina}
    consent(case, madina, what=("all",))
    assert hard(case, "Мадина, +992 935554433") == set()


def test_what_everybody_knows_is_no_secret(case: Case) -> None:
    public = {each.id: each for each in organisations()}["front-line-defenders"]
    assert contact(case.vault.db, adopt(case, public)).name == public.name
    assert stops(case, "Front Line Defenders, +353 1 210 0489") == []


def test_an_organisation_that_is_not_public_is_watched_and_everyday_words_are_looked_at(
    case: Case,
) -> None:
    add_contact(case, ["Open Door"], [Way("email", "door@example.org")], type="organisation")
    assert hard(case, "Write to door@example.org") != set()
    assert looks(case, "An Open evening, for all who wish to come.")
