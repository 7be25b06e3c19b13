"""What a story proposes, and what it leaves alone."""

import unicodedata
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.story.labelled import sentences

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


#: One story as it may be sent at night, in four languages.
AT_NIGHT = {
    "Nazar": (
        "hello i dont know if i write in the right place. last tuesday police took my dad "
        "Nazar from our house in Vahdat, they had no paper. mum went to the station, they "
        "said he is not there. we think its because of my posts, i live in Poland since "
        "2020."
    ),
    "Назар": (
        "здравствуйте не знаю сюда ли писать. в прошлый вторник милиция забрала папу "
        "Назара из дома в Вахдате, бумаг никаких. мама ходила в отдел, сказали у нас "
        "такого нет. думаем из-за моих постов, я с 2020 в Польше"
    ),
    "Назарро": (
        "салом, намедонам ба кучо нависам. сешанбеи гузашта милиса дадам Назарро аз "
        "хонаамон дар Вахдат бурд, ягон когаз надоштанд. очам ба шуъба рафт, гуфтанд дар "
        "мо нест. фикр мекунем барои постхои ман, ман аз 2020 дар Полша"
    ),
    "نظر": (
        "سلام نمی\u200cدانم کجا بنویسم. سه\u200cشنبه گذشته پلیس پدرم نظر را از خانه\u200cمان در "
        "وحدت برد، هیچ کاغذی نداشتند. مادرم به کلانتری رفت، گفتند اینجا نیست. فکر می\u200cکنیم به "
        "خاطر پست\u200cهای من است، من از ۲۰۲۰ در لهستانم"
    ),
}


@pytest.mark.parametrize("name", AT_NIGHT)
def test_a_messy_story_is_read_for_what_it_tells_and_no_more(name: str) -> None:
    """Where whoever tells it lives, and since when, is no place or day of what was done."""
    story = find_story(AT_NIGHT[name], TODAY)
    assert [each.value.name for each in story.people] == [name.removesuffix("ро")]
    assert [each.value for each in story.acts] == ["detention"]
    assert [each.value.edtf for each in story.days] == ["2026-11-24"]
    assert [each.value.id for each in story.places] == ["tj-vahdat"]
    assert [each.value for each in story.doers] == ["interior"]
    assert [each.value for each in story.ways] == ["relative"]
    (spot,) = story.acts[0].words
    assert len(spot.text) < 60


def test_who_only_tells_is_no_victim() -> None:
    story = find_story("Our neighbour Davlat says four men beat the boy.", TODAY)
    assert [(each.value.name, each.value.role) for each in story.people] == [("Davlat", "")]


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
        "Nobody searched the house and no one was arrested.",
        "I do not think they tortured him.",
        "Was he beaten?",
        "If they arrest him, we do not know what to do.",
        "We are afraid they will take him to the army.",
        "Его не били и не допрашивали, обыска не было.",
        "Били ли его?",
        "Боимся, что его арестуют или депортируют.",
        "Ӯро назаданд ва дастгир накарданд.",
        "Агар ӯро ҳабс кунанд, чӣ кор кунем?",
        "او را نزدند و بازداشت نکردند.",
        "آیا او را شکنجه کردند؟",
        "We held a meeting and took part in a conference.",
    ],
)
def test_nothing_is_proposed_where_nothing_is_told(text: str) -> None:
    assert find_story(text, TODAY).acts == ()
    assert find_story(text, TODAY).people == ()


@pytest.mark.parametrize(
    ("denied", "told", "act"),
    [
        ("They did not beat him.", "They beat him.", "beating"),
        ("Его не избили.", "Его избили.", "beating"),
        ("Ӯро дастгир накарданд.", "Ӯро дастгир карданд.", "detention"),
        ("او را بازداشت نکردند.", "او را بازداشت کردند.", "detention"),
        ("They let the lawyer in.", "They did not let the lawyer in.", "denial_of_lawyer"),
        ("Адвоката пустили.", "Адвоката не пустили.", "denial_of_lawyer"),
        ("Адвокатро роҳ доданд.", "Адвокатро роҳ надоданд.", "denial_of_lawyer"),
        ("Вчера его выпустили из страны.", "Его не выпустили из страны.", "exit_ban"),
    ],
)
def test_a_not_makes_the_difference(denied: str, told: str, act: str) -> None:
    assert act not in [each.value for each in find_story(denied, TODAY).acts]
    assert act in [each.value for each in find_story(told, TODAY).acts]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("It is said that Karim was arrested.", "hearsay"),
        ("Говорят, Карима арестовали.", "hearsay"),
        ("Мегӯянд Каримро дастгир карданд.", "hearsay"),
        ("می‌گویند کریم را بازداشت کردند.", "hearsay"),
        ("I saw with my own eyes how they beat him.", "witness"),
        ("They took my brother Karim.", "relative"),
        ("They took my phone and my passport.", "self"),
        ("They took Karim's phone and his passport.", ""),
    ],
)
def test_how_it_is_known(text: str, way: str) -> None:
    assert [each.value for each in find_story(text, TODAY).ways] == ([way] if way else [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Рустама забрали.", "Рустам"),
        ("Хайриддина Самадзоду арестовали.", "Хайриддин Самадзода"),
        ("Умеду Раджабову увезли.", "Умеда Раджабова"),
        ("Рустамро бурданд.", "Рустам"),
        ("they took my brother rustam", "Rustam"),
        ("The judge gave Maruf 8 years.", "Maruf"),
        ("برادرم رستم را بازداشت کردند.", "رستم"),
    ],
)
def test_a_name_is_proposed_without_the_endings_of_its_case(text: str, name: str) -> None:
    assert name in [each.value.name for each in find_story(text, TODAY).people]


def test_two_named_in_one_breath_are_two() -> None:
    story = find_story("Полиция Нозиму Шералиро нигоҳ дошт.", TODAY)
    assert [each.value.name for each in story.people] == ["Нозим", "Шералӣ"] or [
        each.value.name for each in story.people
    ] == ["Нозим", "Шерали"]


def test_because_of_whom_is_told_apart_from_to_whom() -> None:
    story = find_story("They came for Zulfiya and took her son Amir.", TODAY)
    assert {each.value.name: each.value.role for each in story.people} == {
        "Zulfiya": PRESSURED,
        "Amir": VICTIM,
    }


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
        ("on Monday", "2026-11-23"),
        ("every Monday", ""),
        ("со среды", "2026-11-18/.."),
        ("рӯзи якшанбе", "2026-11-22"),
        ("7 числа", "2026-11-07"),
        ("уже три недели", "2026-11-04~/.."),
        ("се ҳафта боз", "2026-11-04~/.."),
        ("осенью прошлого года", "2025-23"),
        ("два месяца назад", "2026-09~"),
        ("پریروز", "2026-11-23"),
        ("۲۱ آبان", "2026-11-12?"),
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


@pytest.mark.parametrize(
    "text",
    [
        "a" + "\u0301\u0323" * 500_000,
        "a" * 1_000_000,
        "my " * 300_000,
        "моего брата " * 80_000,
        "they took phone " * 60_000,
        "в " * 500_000,
        "می\u200c" * 300_000,
        "1." * 500_000,
    ],
)
def test_a_hostile_text_is_read_in_bounded_time(text: str) -> None:
    begun = process_time()
    find_story(text, TODAY)
    assert process_time() - begun < 5


def test_letters_heaped_with_marks_end_what_is_read() -> None:
    heap = "a" + "\u0301\u0323" * 40
    story = find_story("They beat him. " + heap + " They arrested him.", TODAY)
    assert [each.value for each in story.acts] == ["beating"]
    story = find_story("They beat him. a\u0301\u0323 They arrested him.", TODAY)
    assert [each.value for each in story.acts] == ["beating", "arrest"]


def test_a_story_of_five_hundred_words_is_read_at_once() -> None:
    """Under 50 ms of one core; a busy machine is given twice that."""
    lines = [line.text for line in sentences("tuning", "ru")]
    text = " ".join(" ".join(lines).split()[:500])
    find_story(text, TODAY)

    def once() -> float:
        begun = process_time()
        find_story(text, TODAY)
        return process_time() - begun

    best = min(once() for _ in range(5))
    print(f"figure story-500-words {best * 1000:.0f} ms")
    assert best < 0.1


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
