"""Dates in words."""

import pytest

from panoh.model.dates import PartialDate, format_date, parse_date


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-05-03", ("3 May 2024", "3 мая 2024 г.", "3 майи соли 2024", "3. Mai 2024")),
        ("2023-09", ("September 2023", "сентябрь 2023 г.", "сентябри соли 2023", "September 2023")),
        ("2023", ("2023", "2023 г.", "соли 2023", "2023")),
        ("202X", ("2020s", "2020-е гг.", "солҳои 2020-ум", "2020er Jahre")),
        ("2023-23", ("autumn 2023", "осень 2023 г.", "тирамоҳи соли 2023", "Herbst 2023")),
        ("XXXX-09-30", ("30 September", "30 сентября", "30 сентябр", "30. September")),
        (
            "../2023-09",
            ("not later than September 2023", "не позднее сентября 2023 г.",
             "на дертар аз сентябри соли 2023", "nicht später als September 2023"),
        ),
        (
            "2023-09-30~",
            ("about 30 September 2023", "примерно 30 сентября 2023 г.",
             "тақрибан 30 сентябри соли 2023", "etwa 30. September 2023"),
        ),
        ("", ("date unknown", "дата неизвестна", "санааш номаълум", "Datum unbekannt")),
    ],
)  # fmt: skip
def test_english_russian_tajik_german(edtf: str, words: tuple[str, ...]) -> None:
    d = PartialDate(edtf)
    assert tuple(format_date(d, language) for language in ("en", "ru", "tg", "de")) == words


@pytest.mark.parametrize("words", ["۸ مهر ۱۴۰۲", "مهر ۱۴۰۲", "۱۴۰۲", "حدود مهر ۱۴۰۲"])
def test_what_was_told_in_persian_is_written_as_it_was_told(words: str) -> None:
    assert format_date(parse_date(words), "fa") == words


def test_a_gregorian_day_is_given_in_solar_hijri_and_a_month_is_not() -> None:
    assert format_date(PartialDate("2023-09-30"), "fa") == "۸ مهر ۱۴۰۲"
    assert format_date(PartialDate("2023-09"), "fa") == "سپتامبر ۲۰۲۳"


def test_a_language_we_do_not_have_gets_english() -> None:
    assert format_date(PartialDate("2023-09-30"), "xx") == "30 September 2023"
