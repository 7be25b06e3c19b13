"""Writing a partial date in words: English, Russian, Tajik, Persian, German."""

import re
from dataclasses import dataclass
from datetime import date

from panoh.model.dates import solar_hijri
from panoh.model.dates.date import PartialDate
from panoh.model.dates.errors import DateError


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language. Twelve months and four seasons; `of` is the form after a day.

    Patterns take {d} {m} {y}; `later` and `earlier` take a date in the form `of`.
    """

    months: tuple[str, ...]
    seasons: tuple[str, ...]
    of: tuple[str, ...]
    seasons_of: tuple[str, ...]
    day: str
    month: str
    year: str
    decade: str
    about: str
    perhaps: str
    not_after: str
    not_before: str
    unknown: str
    digits: str = "0123456789"


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_EN_MONTHS = _list(
    "January February March April May June July August September October November December"
)
_RU_MONTHS = _list(
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
)
_RU_MONTHS_OF = _list(
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
)
_TG_MONTHS = _list(
    "январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри"
)
_FA_MONTHS = _list("ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر")
_SOLAR_MONTHS = _list("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند")
_DE_MONTHS = _list(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
)
_EN_SEASONS = ("spring", "summer", "autumn", "winter")
_DE_SEASONS = ("Frühling", "Sommer", "Herbst", "Winter")
_TG_SEASONS = ("баҳори", "тобистони", "тирамоҳи", "зимистони")
_FA_SEASONS = ("بهار", "تابستان", "پاییز", "زمستان")

ENGLISH = Language(
    _EN_MONTHS, _EN_SEASONS, _EN_MONTHS, _EN_SEASONS,
    "{d} {m} {y}", "{m} {y}", "{y}", "{y}s",
    "about {}", "perhaps {}", "not later than {}", "not earlier than {}", "date unknown",
)  # fmt: skip
RUSSIAN = Language(
    _RU_MONTHS,
    ("весна", "лето", "осень", "зима"),
    _RU_MONTHS_OF,
    ("весны", "лета", "осени", "зимы"),
    "{d} {m} {y} г.", "{m} {y} г.", "{y} г.", "{y}-е гг.",
    "примерно {}", "предположительно {}", "не позднее {}", "не ранее {}", "дата неизвестна",
)  # fmt: skip
TAJIK = Language(
    _TG_MONTHS, _TG_SEASONS, _TG_MONTHS, _TG_SEASONS,
    "{d} {m} соли {y}", "{m} соли {y}", "соли {y}", "солҳои {y}-ум",
    "тақрибан {}", "эҳтимол {}", "на дертар аз {}", "на пештар аз {}", "санааш номаълум",
)  # fmt: skip
PERSIAN = Language(
    _FA_MONTHS, _FA_SEASONS, _FA_MONTHS, _FA_SEASONS,
    "{d} {m} {y}", "{m} {y}", "{y}", "دهه {y}",
    "حدود {}", "احتمالا {}", "نه دیرتر از {}", "نه زودتر از {}", "تاریخ نامعلوم",
    digits="۰۱۲۳۴۵۶۷۸۹",
)  # fmt: skip
GERMAN = Language(
    _DE_MONTHS, _DE_SEASONS, _DE_MONTHS, _DE_SEASONS,
    "{d}. {m} {y}", "{m} {y}", "{y}", "{y}er Jahre",
    "etwa {}", "vermutlich {}", "nicht später als {}", "nicht früher als {}", "Datum unbekannt",
)  # fmt: skip
LANGUAGES = {"en": ENGLISH, "ru": RUSSIAN, "tg": TAJIK, "fa": PERSIAN, "de": GERMAN}


def format_date(d: PartialDate, language: str) -> str:
    """The date in words that `parse_date` reads back; English where the language is not ours.

    Persian writes days in the Solar Hijri calendar, and the months and years that were told in it.
    """
    words = LANGUAGES.get(language, ENGLISH)
    if not d.edtf:
        return words.unknown
    told = _solar_stretch(d) if words is PERSIAN and d.calendar == "solar-hijri" else ""
    text = told or _stretch(d.edtf, words)
    return text.translate(str.maketrans("0123456789", words.digits))


def _stretch(edtf: str, words: Language) -> str:
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(first, words, after_word=False)
    if first in ("", ".."):
        return words.not_after.format(_one(last, words, after_word=True))
    if last in ("", ".."):
        return words.not_before.format(_one(first, words, after_word=True))
    return " – ".join(_one(each, words, after_word=False) for each in (first, last))


def _one(edtf: str, words: Language, *, after_word: bool) -> str:
    bare = edtf.rstrip("?~%")
    mark = edtf[len(bare) :]
    text = _bare(bare, words, after_word)
    if mark in ("~", "%"):
        text = words.about.format(text)
    return words.perhaps.format(text) if mark in ("?", "%") else text


def _bare(edtf: str, words: Language, after_word: bool) -> str:
    year, month, day = (*edtf.split("-"), "XX", "XX")[:3]
    if year[2:] == "XX" and year != "XXXX":
        return year
    if year.endswith("X") and year != "XXXX":
        return words.decade.format(y=year[:3] + "0")
    if month == "XX":
        return words.year.format(y=year)
    if day != "XX":
        return _day(year, int(month), int(day), words)
    number = int(month)
    if number > 20:
        name = (words.seasons_of if after_word else words.seasons)[number - 21]
    else:
        name = (words.of if after_word else words.months)[number - 1]
    return _with_year(words.month, year, m=name)


def _day(year: str, month: int, day: int, words: Language) -> str:
    if words is PERSIAN and year != "XXXX":
        try:
            solar = solar_hijri.from_gregorian(date(int(year), month, day))
        except DateError:
            pass
        else:
            return words.day.format(d=solar[2], m=_SOLAR_MONTHS[solar[1] - 1], y=solar[0])
    return _with_year(words.day, year, d=day, m=words.of[month - 1])


def _with_year(pattern: str, year: str, **parts: object) -> str:
    """Without the year and its word where nobody told it; Tajik then drops the final и too."""
    if year != "XXXX":
        return pattern.format(y=year, **parts)
    name = re.sub("(?<=[а-яҳ])и$", "", str(parts.pop("m")))
    return pattern.partition("{m}")[0].format(**parts) + name


def _solar_stretch(d: PartialDate) -> str:
    """A whole month or year of the Solar Hijri calendar, empty if it is something else."""
    first, slash, last = d.edtf.partition("/")
    mark = last[10:]
    if not slash or first[10:] != mark or not (first[:2].isdecimal() and last[:2].isdecimal()):
        return ""
    try:
        start = solar_hijri.from_gregorian(date.fromisoformat(first[:10]))
        end = solar_hijri.from_gregorian(date.fromisoformat(last[:10]))
    except ValueError:
        return ""
    if start[0] != end[0] or start[2] != 1 or end[2] != solar_hijri.days_in(*end[:2]):
        return ""
    if (start[1], end[1]) == (1, 12):
        text = str(start[0])
    elif start[1] == end[1]:
        text = f"{_SOLAR_MONTHS[start[1] - 1]} {start[0]}"
    else:
        return ""
    text = PERSIAN.about.format(text) if mark in ("~", "%") else text
    return PERSIAN.perhaps.format(text) if mark in ("?", "%") else text
