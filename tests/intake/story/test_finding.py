"""What a story proposes, and what it leaves alone."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.intake.story import DOER, PRESSURED, VICTIM, Story, find_story, language_of
from panoh.intake.story.found import Words, sentence_of

TODAY = date(2026, 11, 25)
STORY = (
    "Вчера в Душанбе сотрудники ГКНБ забрали Джамшеда Саидова и избили его. Мне позвонила сестра."
    " Его отца вызвали на допрос из-за сына, Фирдавса Саидова, который живёт в Германии."
    " До сих пор не отпустили."
)


def test_a_story_of_several_people() -> None:
    story = find_story(STORY, TODAY)
    assert [(each.value.name, each.value.role) for each in story.people] == [
        ("Джамшед Саидов", VICTIM),
        ("Его отца", VICTIM),
        ("Фирдавс Саидов", PRESSURED),
    ]
    assert [each.value for each in story.acts] == [
        "detention", "beating", "summons", "questioning",
    ]  # fmt: skip
    assert [each.value.edtf for each in story.days] == ["2026-11-24"]
    assert [each.value.id for each in story.places] == ["tj-du"]
    assert [each.value for each in story.doers] == ["security_service"]
    assert [each.value for each in story.states] == ["held"]
    assert [each.value for each in story.ways] == ["relative"]


def test_every_proposal_shows_the_words_that_prompted_it() -> None:
    story = find_story(STORY, TODAY)
    assert [word.text for word in story.people[0].words] == ["Джамшеда Саидова"]
    assert [word.text for word in story.acts[1].words] == ["избили"]
    assert sentence_of(STORY, story.acts[2].words[0]).startswith("Его отца вызвали")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ничего не произошло.",
        "They did not beat him.",
        "Ӯро назаданд ва дастгир накарданд.",
        "We held a meeting and took part in a conference.",
    ],
)
def test_nothing_is_proposed_where_nothing_is_told(text: str) -> None:
    assert find_story(text, TODAY).acts == ()
    assert find_story(text, TODAY).people == ()


def test_a_person_named_twice_is_one_proposal() -> None:
    story = find_story("They beat Rustam Nazarov. Rustam is ill. Nazarov has a lawyer.", TODAY)
    (person,) = story.people
    assert person.value.name == "Rustam Nazarov"
    assert len(person.words) == 3


def test_an_officer_is_proposed_as_who_did_it() -> None:
    story = find_story("Investigator Qodirov questioned Malika Norova.", TODAY)
    assert {each.value.name: each.value.role for each in story.people} == {
        "Qodirov": DOER,
        "Malika Norova": VICTIM,
    }


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("two days ago", "2026-11-23"),
        ("неделю назад", "2026-11-18"),
        ("три дня назад", "2026-11-22"),
        ("парерӯз", "2026-11-23"),
        ("last Wednesday", "2026-11-18"),
        ("на прошлой неделе", "2026-11-16/2026-11-22"),
        ("last month", "2026-10"),
        ("соли гузашта", "2025"),
        ("родился 3 марта 1990 г.", ""),
        ("he is 34, has 3 children and lives in house 12", ""),
        ("۹ مهر ۱۴۰۲", "2023-10-01"),
        ("30/09/2023", "2023-09-30"),
    ],
)
def test_days_as_people_write_them(text: str, day: str) -> None:
    found = [each.value.edtf for each in find_story(text, TODAY).days]
    assert found == ([day] if day else [])


def test_a_date_that_can_be_read_in_two_ways_is_proposed_in_both() -> None:
    found = [each.value.edtf for each in find_story("on 03/04/2023", TODAY).days]
    assert found == ["2023-04-03", "2023-03-04"]


@given(st.text(max_size=400) | st.text("Аа.Зарина Назарова 03/2024 в из-за\n,held", max_size=400))
def test_any_text_is_read_and_its_words_stand_where_they_are_said_to(text: str) -> None:
    story = find_story(text, TODAY)
    whole = unicodedata.normalize("NFC", text)
    assert all(whole[w.start : w.end] == w.text for w in spots(story))


def spots(story: Story) -> list[Words]:
    """Where everything stands, but for relatives who are called by somebody else's name."""
    lists = (story.acts, story.days, story.places, story.doers, story.states, story.ways)
    found = [word for each in lists for one in each for word in one.words]
    return found + [word for one in story.people if one.value.named for word in one.words]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY, "ru"),
        ("Падарамро дар Кӯлоб дастгир карданд.", "tg"),
        ("They took him away.", "en"),
        ("پدرم را بردند", "fa"),
        ("Sie haben meinen Vater mitgenommen und er wurde nicht gehört.", "de"),
        ("123", ""),
    ],
)
def test_the_language_of_a_story(text: str, language: str) -> None:
    assert language_of(text) == language
