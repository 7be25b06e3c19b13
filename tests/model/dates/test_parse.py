"""What people write in lists, and what is kept of it."""

from datetime import date, datetime

import pytest

from panoh.model.dates import (
    DateAmbiguous,
    DateError,
    DateImpossible,
    DateUnreadable,
    PartialDate,
    bounds,
    parse_date,
)

READ = {
    # ISO and its neighbours
    "2023": "2023",
    "2023-09": "2023-09",
    "2023-09-30": "2023-09-30",
    "2023.09.30": "2023-09-30",
    "2023/09/30": "2023-09-30",
    "2023-09-30T12:30:00Z": "2023-09-30",
    "2023-09-30 00:00:00": "2023-09-30",
    # dots: the day comes first
    "30.09.2023": "2023-09-30",
    "30.9.2023": "2023-09-30",
    "03.04.2023": "2023-04-03",
    "30.09.2023 14:30": "2023-09-30",
    "30.09.2023, 14:30": "2023-09-30",
    "30.09.23 г.": "2023-09-30",
    "10.2023": "2023-10",
    "30.9": "XXXX-09-30",
    "30.09.": "XXXX-09-30",
    "30,09,2023": "2023-09-30",
    "30.09.2023 (суббота)": "2023-09-30",
    # the list itself says that the day is not known
    "XX.09.2023": "2023-09",
    "00.00.1985": "1985",
    "??.09.2023": "2023-09",
    # slashes and dashes, where only one order is possible
    "30/9/23": "2023-09-30",
    "09/30/2023": "2023-09-30",
    "04/04/2023": "2023-04-04",
    "30-09-2023": "2023-09-30",
    # Russian
    "30 сентября 2023": "2023-09-30",
    "30-сентября 2023 г.": "2023-09-30",
    "30-го сентября 2023 года": "2023-09-30",
    "30сентября2023": "2023-09-30",
    "30 СЕНТЯБРЯ 2023 Г.": "2023-09-30",
    "сен.2023": "2023-09",
    "в сентябре 2023": "2023-09",
    "октябрь 2023": "2023-10",
    "осенью 2023 года": "2023-23",
    "осень 2023": "2023-23",
    "в 2023 году": "2023",
    "1954 г.р.": "1954",
    "1954 года рождения": "1954",
    "12.03.1996 г. р.": "1996-03-12",
    "1990-х годов": "199X",
    # Tajik
    "30 сентябри соли 2023": "2023-09-30",
    "30-юми сентябр": "XXXX-09-30",
    "30-юми сентябри 2023": "2023-09-30",
    "октябри 2023": "2023-10",
    "тирамоҳи соли 2023": "2023-23",
    "соли 1954": "1954",
    "соли 2020-ум": "2020",
    "солҳои 1990-ум": "199X",
    "3 майи соли 2024": "2024-05-03",
    # German
    "30. September 2023": "2023-09-30",
    "Samstag, den 30. September 2023": "2023-09-30",
    "im März 2024": "2024-03",
    "Herbst 2023": "2023-23",
    "1990er Jahre": "199X",
    "Ende September 2023": "2023-09-21~/2023-09-30",
    "zwischen 30. September und 2. Oktober 2023": "2023-09-30/2023-10-02",
    "spätestens März 2024": "../2024-03",
    "vermutlich 30. September 2023": "2023-09-30?",
    "unbekannt": "",
    # English
    "30 September 2023": "2023-09-30",
    "Saturday, 30th of September 2023": "2023-09-30",
    "September 30, 2023": "2023-09-30",
    "Sept 2023": "2023-09",
    "autumn 2023": "2023-23",
    "winter 2023": "2023-24",
    "1990s": "199X",
    # Solar Hijri and Persian digits
    "۸ مهر ۱۴۰۲": "2023-09-30",
    "۱۴۰۲/۷/۸": "2023-09-30",
    "8 Mehr 1402": "2023-09-30",
    "مهر ۱۴۰۲": "2023-09-23/2023-10-22",
    "۱۴۰۲": "2023-03-21/2024-03-19",
    "۸ میزان ۱۴۰۲": "2023-09-30",
    "۳۰ سپتامبر ۲۰۲۳": "2023-09-30",
    "٣٠.٠٩.٢٠٢٣": "2023-09-30",
    # about and perhaps
    "около 2023": "2023~",
    "тақрибан 1 октябр": "XXXX-10-01~",
    "около 1 октября": "XXXX-10-01~",
    "примерно в сентябре 2023": "2023-09~",
    "~2023": "2023~",
    "2023?": "2023?",
    "возможно, около 2023": "2023%",
    "perhaps September 2023": "2023-09?",
    # early, middle, late
    "начало октября 2023": "2023-10-01/2023-10-10~",
    "mid-September 2023": "2023-09-11~/2023-09-20~",
    "охири сентябр": "XXXX-09-21~/XXXX-09-30",
    "конец февраля 2024": "2024-02-21~/2024-02-29",
    "конец 2023 года": "2023-09~/2023-12",
    # before and after
    "до 30.09.2023": "../2023-09-30",
    "before 30.09.2023": "../2023-09-30",
    "пеш аз 30.09.2023": "../2023-09-30",
    "не позднее 5 мая 2023": "../2023-05-05",
    "после 30 сентября 2023": "2023-09-30/..",
    "since September 2023": "2023-09/..",
    # ranges
    "30.09–02.10.2023": "2023-09-30/2023-10-02",
    "30.12–02.01.2024": "2023-12-30/2024-01-02",
    "с 30.09 по 02.10.2023": "2023-09-30/2023-10-02",
    "аз 30.09 то 02.10.2023": "2023-09-30/2023-10-02",
    "28–29 сентября 2023": "2023-09-28/2023-09-29",
    "28-29.09.2023": "2023-09-28/2023-09-29",
    "между 28 и 30 сентября 2023 г.": "2023-09-28/2023-09-30",
    "30 сентября – 2 октября 2023": "2023-09-30/2023-10-02",
    "from 30 September to 2 October 2023": "2023-09-30/2023-10-02",
    "2020-2023": "2020/2023",
    # EDTF itself
    "202X": "202X",
    "2023-XX": "2023-XX",
    "2023-09-XX": "2023-09-XX",
    "2023-09-30~": "2023-09-30~",
    "2023-09-28/2023-10-02": "2023-09-28/2023-10-02",
    "../2023-09-30": "../2023-09-30",
    # not known
    "": "",
    "неизвестно": "",
    "маълум нест": "",
    "unknown": "",
}


@pytest.mark.parametrize(("words", "edtf"), READ.items())
def test_what_people_write_is_read(words: str, edtf: str) -> None:
    found = parse_date(words)
    assert found.edtf == edtf
    assert found.text == words


@pytest.mark.parametrize(
    "words",
    [
        "1.5 years old", "81 сол", "81 сола", "1,5 сола", "1.5 года", "5 лет", "81",
        "не", "нет", "вчера", "1968 30.09", "??.??", "????", "в ночь", "сто", "30 сен 2023 и все",
        "0", "-5", "2023 2023", "c 2023", "60-е годы",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(DateUnreadable):
        parse_date(words)


@pytest.mark.parametrize(
    "words",
    ["31.02.2023", "29 февраля 2023", "2023-02-30", "30.13.2023", "31.11",
     "30 مهر ۲۰۲۳", "۳۰ اسفند ۱۴۰۲", "02.10.2023 - 30.09.2023", "30.09.3023"],
)  # fmt: skip
def test_days_that_no_calendar_has_are_refused(words: str) -> None:
    with pytest.raises(DateImpossible):
        parse_date(words)


@pytest.mark.parametrize(
    ("words", "readings"),
    [
        ("03/04/2023", {"2023-04-03", "2023-03-04"}),
        ("03-04-2023", {"2023-04-03", "2023-03-04"}),
        ("3/4", {"XXXX-04-03", "XXXX-03-04"}),
        ("before 03/04/2023", {"../2023-04-03", "../2023-03-04"}),
        ("2023-24", {"2023-24", "2023/2024"}),
        ("1402-07-08", {"1402-07-08", "2023-09-30"}),
    ],
)
def test_two_readings_are_both_handed_back(words: str, readings: set[str]) -> None:
    with pytest.raises(DateAmbiguous) as caught:
        parse_date(words)
    found = caught.value.readings
    assert {each.edtf for each in found if isinstance(each, PartialDate)} == readings
    assert words not in str(caught.value)


def test_a_stated_order_settles_slashes_but_not_dots() -> None:
    assert parse_date("03/04/2023", order="dmy").edtf == "2023-04-03"
    assert parse_date("03/04/2023", order="mdy").edtf == "2023-03-04"
    assert parse_date("03.04.2023", order="mdy").edtf == "2023-04-03"


def test_the_year_of_the_list_is_used_only_where_none_is_told() -> None:
    assert parse_date("около 1 октября", year=2023).edtf == "2023-10-01~"
    assert parse_date("охири сентябр", year=2023).edtf == "2023-09-21~/2023-09-30"
    assert parse_date("1 октября 2022", year=2023).edtf == "2022-10-01"


def test_a_hint_says_which_calendar_a_bare_year_is_of() -> None:
    found = parse_date("1402-07-08", language_hint="fa")
    assert (found.edtf, found.calendar) == ("2023-09-30", "solar-hijri")


def test_two_digits_of_a_year() -> None:
    assert parse_date("12.03.39").edtf == "2039-03-12"
    assert parse_date("12.03.40").edtf == "1940-03-12"


def test_cells_of_a_spreadsheet() -> None:
    assert parse_date(date(2023, 9, 30)).edtf == "2023-09-30"
    assert parse_date(datetime(2023, 9, 30, 5, 4)).edtf == "2023-09-30"  # noqa: DTZ001


def test_an_unknown_month_is_never_january() -> None:
    first, last = bounds(parse_date("1954 г.р."))
    assert (first, last) == (date(1954, 1, 1), date(1954, 12, 31))


def test_errors_show_no_words_of_the_source() -> None:
    for words in ("тайное слово", "31.02.2023"):
        with pytest.raises(DateError) as caught:
            parse_date(words)
        assert words not in str(caught.value)
        assert caught.value.hint
