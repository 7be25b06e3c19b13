"""Places as people write them are found, and what can mean two places gives both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.model.places import TABLE, find_place

FOUND = {
    # scripts and romanisations
    "Хуҷанд": "tj-khujand", "Худжанд": "tj-khujand", "Хучанд": "tj-khujand",
    "Hujand": "tj-khujand", "Khujand": "tj-khujand", "Chudschand": "tj-khujand",
    "خجند": "tj-khujand", "در کولاب": "tj-kulob", "دوشنبه": "tj-du",
    "Роштқалъа": "tj-roshtqala", "Рошткала": "tj-roshtqala", "Roshtqala": "tj-roshtqala",
    "Конибодом": "tj-konibodom", "Канибадам": "tj-konibodom",
    "Нуробод": "tj-nurobod", "Нурабад": "tj-nurobod", "Панч": "tj-panj",
    "Гиссар": "tj-hisor", "Ҳисор": "tj-hisor", "Hisor": "tj-hisor",
    "Восеъ": "tj-vose", "Восе": "tj-vose", "Vose": "tj-vose",
    "Хоруғ": "tj-khorugh", "Хорог": "tj-khorugh", "РӮДАКӢ": "tj-rudaki",
    "Mu'minobod": "tj-muminobod", "Муьминобод": "tj-muminobod",
    # declined, with words of kind
    "в Худжанде": "tj-khujand", "из Вахдата": "tj-vahdat", "под Исфарой": "tj-isfara",
    "ш. Хуҷанд": "tj-khujand", "шаҳри Ваҳдат": "tj-vahdat", "г. Душанбе": "tj-du",
    "ноҳияи Рашт": "tj-rasht", "Раштский район": "tj-rasht", "в Раштском районе": "tj-rasht",
    "Рашт р-н": "tj-rasht", "дар Панҷакент": "tj-panjakent", "Хатлонской области": "tj-kt",
    "Согдийская область": "tj-su", "вилояти Суғд": "tj-su", "ВМКБ": "tj-gb", "ГБАО": "tj-gb",
    # former names
    "Ленинабад": "tj-khujand", "Курган-Тюбе": "tj-bokhtar", "Қӯрғонтеппа": "tj-bokhtar",
    "Чкаловск": "tj-buston", "Табошар": "tj-istiqlol", "Кайраккум": "tj-guliston",
    "Ура-Тюбе": "tj-istaravshan", "Джиргаталь": "tj-lakhsh", "Тавилдара": "tj-sangvor",
    "Гарм": "tj-rasht", "Дарбанд": "tj-nurobod", "Ғончӣ": "tj-devashtich",
    "Қумсангир": "tj-jayhun", "Ҷиликӯл": "tj-dusti", "Колхозабад": "tj-balkhi",
    "Румӣ": "tj-balkhi", "Ҷ. Балхӣ": "tj-balkhi", "Балхи": "tj-balkhi",
    "Шуроабад": "tj-shohin", "Московский район": "tj-hamadoni", "Ленинский район": "tj-rudaki",
    "Сарбанд": "tj-levakant", "Кофарниҳон": "tj-vahdat", "Орджоникидзеабад": "tj-vahdat",
    # the kind of place settles a name that two places bear
    "г. Бохтар": "tj-bokhtar", "ноҳияи Бохтар": "tj-kushoniyon", "г. Куляб": "tj-kulob",
    "Кӯлоб ноҳия": "tj-kulob-district",
    # the narrower place
    "Ашт, Суғд": "tj-asht", "Berlin, Germany": "de-berlin", "Хоруғ, ВМКБ": "tj-khorugh",
    "Embassy of Tajikistan, Berlin, Germany": "de-site-embassy-tj",
    "СИЗО-1 Душанбе": "tj-site-sizo-1", "колония 3/2": "tj-site-vahdat",
    # abroad
    "Köln": "de-cologne", "в Кёльне": "de-cologne", "Варшава": "pl-warsaw", "Wien": "at-vienna",
    "г. Москва": "ru-moscow", "дар Маскав": "ru-moscow", "Истанбул": "tr-istanbul",
    "в Стамбуле": "tr-istanbul", "Екатеринбург": "ru-yekaterinburg", "Tajikistan": "tj",
}  # fmt: skip


@pytest.mark.parametrize(("text", "place"), FOUND.items())
def test_one_place_is_found_and_nothing_is_left_over(text: str, place: str) -> None:
    assert [(match.id, match.whole) for match in find_place(text)] == [(place, True)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Бохтар", {"tj-bokhtar", "tj-kushoniyon"}),
        ("Куляб", {"tj-kulob", "tj-kulob-district"}),
        ("Рашт ё Нуробод", {"tj-rasht", "tj-nurobod"}),
    ],
)
def test_what_can_be_two_places_gives_both(text: str, places: set[str]) -> None:
    assert {match.id for match in find_place(text)} == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("ВКД, Исфара", ["tj-isfara"]),
        ("деҳаи Навобод, Рашт", ["tj-rasht"]),
        ("ул. Рудаки, Душанбе", ["tj-du"]),
        ("деҳаи Рашт", []),
        ("неизвестно", []),
        ("маълум нест", []),
        ("", []),
        ("шаҳраки нав", []),
    ],
)
def test_what_is_not_in_the_table_is_left_over(text: str, places: list[str]) -> None:
    found = find_place(text)
    assert [match.id for match in found] == places
    assert not any(match.whole for match in found)


@pytest.mark.parametrize("place", TABLE)
def test_every_name_and_alias_finds_its_place(place: str) -> None:
    entry = TABLE[place]
    for name in filter(None, (*entry.names.values(), *entry.aliases)):
        assert place in [match.id for match in find_place(name)], name


@given(st.text(max_size=40))
def test_any_text_is_searched(text: str) -> None:
    assert all(match.id in TABLE for match in find_place(text))
