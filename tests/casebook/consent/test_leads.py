"""The gate reads only those whom a text may name, and finds exactly what it would find of all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.casebook.building import act, consent, open_case, person, source
from tests.casebook.consent.passing import USE

from panoh.casebook.consent.finding import Finder
from panoh.casebook.consent.leads import led_to
from panoh.casebook.consent.reading import FILE_NAME, Piece
from panoh.casebook.judge import judge, retract
from panoh.casebook.record import Case, save, tell
from panoh.model.kinds import Channel, Contact, IdentityDocument, Person
from panoh.model.names import Name, NameKind

NAMES = (
    "Зарина Саломова", "Ҷамшед Саидов", "Фарид Саидзода", "Қаландар Баротов", "Некрӯз Ниёзмадов",
    "Ли Ким", "Али Нури", "Умед Раҳимов", "Абдулло Шоҳ", "Оиша Мирзоева", "Гулнора Назарова",
    "جمشید سعیداف", "نیلوفر رحمانی", "Jamshed Saidov", "Parviz Niyozmadzoda", "Said-Ahmad Mirzo",
    "Юсуфҷон Эшонов", "Ӯктам Холиқов", "Muhammadali Hait", "Ҳ. Бобоев",
)  # fmt: skip
ENDINGS = ("", "а", "у", "ом", "ой", "ова", "ро", "и", "ҳо", "'s", "ov", "ни", "jon", "ҷон")
FILLERS = (
    "and", "The lawyer wrote to", "умед", "дар Хуҷанд", "марти 2024", "из дома", "نامه به", "№",
    "-", "\n", "a@b.example", "12", "https://t.me/", "кӯчаи Айнӣ, хонаи 48", "S-14", "К7",
)  # fmt: skip


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """People with names, code names, numbers, streets and accounts; sources; contacts."""
    case = open_case(tmp_path_factory.mktemp("leads"))
    with case.vault:
        people = [person(case, name) for name in NAMES]
        for number, who in enumerate(people):
            told = Person(
                phones=(f"+992 93 555 {number:02} 34",),
                addresses=(f"кӯчаи Айнӣ {40 + number}",) if number % 3 == 0 else (),
                contact=f"@acc.{number}x" if number % 4 == 0 else "",
                documents=(IdentityDocument(number=f"A{number}12345{number}"),),
            )
            save(case, [tell(case, told, who)])
        for text, kind in (
            ("S-14", NameKind.CODE),
            ("К", NameKind.CODE),
            ("Чинор", NameKind.ALIAS),
        ):
            save(case, [tell(case, Person(names=(Name.of(text, kind),)), people[0])])
        for who in people[:4]:
            consent(case, who)
        judge(case, people[1], people[13], "same", "one man")
        source(case, "Bulbul", name="Оиша Мирзоева")
        helper = tell(case, Contact(who=people[9], names=(Name.of("Oisha M."),)))
        alone = tell(case, Contact(names=(Name.of("Берта Тал"),)))
        way = tell(case, Channel(contact=alone.about, address="berta@help.example"))
        save(case, [helper, alone, way])
        act(case, people[5], "beating")
        yield case


def everybody(case: Case) -> Finder:
    """The gate as if it read everybody."""
    finder = Finder(case.vault.db, USE)
    rows = case.vault.db.execute("SELECT root FROM shown WHERE kind = 'person'")
    finder._know({row[0] for row in rows})
    return finder


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Names in every form, numbers and accounts among other words."""
    parts = []
    for _ in range(draw(st.integers(1, 7))):
        name = draw(st.sampled_from(NAMES))
        word = draw(st.sampled_from(name.split()))
        form = draw(st.integers(0, 9))
        ended = word + draw(st.sampled_from(ENDINGS))
        number = draw(st.integers(0, 25))
        parts.append(
            (
                name, ended, ended.lower(), ended.upper(), " ".join(word),
                word[:-1] + "-\n" + word[-1:],
                name.replace(" ", ""), f"93-555-{number:02}-34", f"t.me/acc.{number}x",
                draw(st.sampled_from(FILLERS)),
            )[form]
        )  # fmt: skip
    return draw(st.sampled_from((" ", ", ", "\n", "_"))).join(parts)


@settings(max_examples=150, deadline=None)
@given(st.lists(texts(), min_size=1, max_size=3))
def test_exactly_what_reading_everybody_would_find(known: Case, told: list[str]) -> None:
    pieces = [Piece("text", each) for each in told] + [Piece(FILE_NAME, told[0][:40])]
    few, all_ = Finder(known.vault.db, USE), everybody(known)
    assert list(few.find(pieces)) == list(all_.find(pieces))
    # A second text, as when a page is redacted part by part.
    again = [Piece("more", told[-1] + " Саидов")]
    assert list(few.find(again)) == list(all_.find(again))


def test_few_are_read_and_those_are_found(known: Case) -> None:
    text = "Письмо Гулноре Назаровой, +992 (93) 555-05-34, t.me/acc.8x, S-14."
    led = led_to(known.vault.db, [Piece("text", text)])
    assert 3 < len(led) < len(NAMES)
    found = list(Finder(known.vault.db, USE).find([Piece("text", text)]))
    assert len({each.root for each in found}) >= 3
    assert led_to(known.vault.db, [Piece("text", "12 34")]) == set()


def test_whoever_is_new_changed_or_hidden_is_learnt_anew(tmp_path: Path) -> None:
    case = open_case(tmp_path)
    db = case.vault.db

    def found(text: str) -> set[str]:
        return {each.root for each in Finder(db, USE).find([Piece("text", text)])}

    who = person(case, "Зарина Саломова")
    assert found("Зарине Саломовой") == {who}
    more = tell(case, Person(names=(Name.of("Chinor", NameKind.ALIAS),)), who)
    (id_,) = save(case, [more])
    assert found("chinor и другие. Chinor") == {who}
    retract(case, who, id_, "a slip")
    assert found("Chinor") == set()
    other = person(case, "Қаландар Баротов")
    judge(case, who, other, "same", "one person")
    (root,) = found("Саломова")
    assert found("Баротов") == {root}
    wrong = replace(tell(case, Person(phones=("+992 93 000 11 22",)), other), by="f" * 32)
    save(case, [wrong])
    assert found("93 000 11 22") == {root}
