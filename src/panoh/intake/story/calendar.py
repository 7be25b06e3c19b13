"""Words of time in stories: days counted back from the day of telling, weekdays, "since", "ago"."""

import re

from panoh.model.dates.words import SOLAR_MONTHS

_I = re.IGNORECASE
#: Where a word begins and ends: Persian joins its endings with a mark that is no letter.
_B, _E = r"(?<![\w\u200c])", r"(?![\w\u200c])"


def _any(text: str) -> re.Pattern[str]:
    """One of these phrases, each standing between semicolons, as whole words."""
    phrases = "|".join(phrase.strip() for phrase in text.split(";") if phrase.strip())
    return re.compile(rf"{_B}(?:{phrases}){_E}", _I)


#: A date that follows these is a birth.
BORN = re.compile(
    r"(?:\bborn (?:on|in)?|родил\w+ (?:в )?|г\.? ?р\.?|таваллуд\w*|зода шуд\w*|متولد|تولد)\s*$"
)
#: Since when somebody lives where they are, which is no day of what was done.
LIVES_SINCE = re.compile(
    r"(?:\b(?:live|lives|living|lived|work|works|working)|(?<!\w)(?:живу|живём|жив[её]т|работаю|я)"
    r"|(?<!\w)(?:зиндагӣ|зиндаги|кор|ман)|زندگی|من)(?: [^\s.,!?]+){0,4}"
    r"(?: (?:since|с|со|аз|از))? $",
    _I,
)
#: A bare year follows these.
YEAR_FOLLOWS = re.compile(r"(?:\bin|\bsince|\bof|\bв|\bс|соли|дар|аз|\byear|سال|در|از) ?$")
#: A month or season alone is a date after these.
MONTH_FOLLOWS = re.compile(
    r"(?:\b(?:in|since|this|until|till|from|around)|\b(?:в|во|с|со|до|за)|дар|аз|то"
    r"|моҳи|мохи|در|از|تا|ماه) ?$",
    _I,
)
#: What lasts until now begins with these.
SINCE = re.compile(
    r"(?:\bsince(?: the)?|\bever since|(?<!\w)(?:с|со|начиная с)|(?<!\w)аз|از) ?$", _I
)
#: Which year a month or season belongs to.
YEAR_BEFORE = re.compile(
    r",? (?:of )?(?:last year|прошлого года|соли гузашта|порсол|پارسال|سال گذشته|سال پیش)", _I
)
YEAR_NOW = re.compile(
    r",? (?:of )?(?:this year|этого года|сего года|(?:и )?ҳамин сол|имсол|امسال)", _I
)

DAYS_BACK = (
    (_any("the day before yesterday; позавчера; парерӯз; парируз; парерӯзи; پریروز"), 2),
    (
        _any("yesterday; last night; вчера; прошлой ночью; дирӯз; дируз; дина; дишаб; шаби гузашта"
             "; دیروز; دیشب"),
        1,
    ),
    (_any("today; this morning; tonight; сегодня; имрӯз; имруз; имшаб; امروز; امشب; امروز صبح"), 0),
)  # fmt: skip
LAST = {
    "week": _any(
        "last week; на прошлой неделе; ҳафтаи гузашта; хафтаи гузашта; هفته گذشته; هفته پیش"
    ),
    "month": _any("last month; в прошлом месяце; моҳи гузашта; мохи гузашта; ماه گذشته; ماه پیش"),
    "year": _any(
        "last year; в прошлом году; (?:с )?прошлого года; соли гузашта; порсол; پارسال; سال گذشته"
    ),
    "this month": _any("this month; в этом месяце; за этот месяц; ҳамин моҳ; хамин мох; این ماه"),
    "this year": _any("this year; в этом году; имсол; امسال"),
}
_NUMBERS = {
    word: number
    for number, group in enumerate((
        "a an one один одна одну одного як یک", "two два две двух ду دو",
        "three три трёх трех се سه",
        "four четыре четырёх чор чаҳор چهار", "five пять панҷ панч پنج", "six шесть шаш شش",
        "seven семь ҳафт хафт هفت", "eight восемь ҳашт хашт هشت", "nine девять нӯҳ нух نه",
        "ten десять даҳ дах ده",
        "eleven одиннадцать ёздаҳ یازده", "twelve двенадцать дувоздаҳ دوازده",
    ), 1)
    for word in group.split()
}  # fmt: skip
_NUMBER = r"(?P<number>\d{1,2}|" + "|".join(_NUMBERS) + ")"
_UNITS = (
    ("days?", "д(?:ень|ня|ней)|сут(?:ки|ок)", "рӯз|руз|шабонарӯз", "روز"),
    ("weeks?", "недел[юьие]", "ҳафта|хафта", "هفته"),
    ("months?", "месяц(?:а|ев)?", "моҳ|мох", "ماه"),
    ("years?", "год(?:а)?|лет", "сол", "سال"),
)
UNITS = ("day", "week", "month", "year")


def _counted(shape: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (
            re.compile(shape.format(b=_B, e=_E, number=_NUMBER, en=en, ru=ru, tg=tg, fa=fa), _I),
            unit,
        )
        for unit, (en, ru, tg, fa) in zip(UNITS, _UNITS, strict=True)
    )


def _ways(number: str, unit: str, rest: str) -> str:
    return f"{{b}}{number} (?:{unit}){rest}{{e}}"


#: So long ago; in Russian "неделю назад" needs no number.
AGO = tuple(
    pair
    for shape in (
        _ways("{number}", "{en}", " ago"),
        "{b}(?:{number} )?(?:{ru}) (?:тому )?назад{e}",
        _ways("{number}", "{tg}", " (?:пеш|қабл|кабл|муқаддам)"),
        _ways("{number}", "{fa}", " (?:پیش|قبل)"),
    )
    for pair in _counted(shape)
)
#: So long until now: "for three weeks" after what lasts, "уже три недели".
FOR = tuple(
    pair
    for shape in (
        _ways("(?P<lasting>for )?{number}", "{en}", "(?(lasting)| (?:already|now))"),
        _ways("(?:вот )?уже {number}", "{ru}", ""),
        _ways("{number}", "{tg}", " (?:боз|мешавад|шуд ки)"),
        _ways("{number}", "{fa}", " (?:است که|است|می\u200cشود که)"),
    )
    for pair in _counted(shape)
)
#: What lasts in English, before "for three weeks".
LASTS = re.compile(
    r"\b(?:has|have|hasn't|haven't|don't have|do not have|no news|is still|are still)\b", _I
)
#: A day of the month alone: the last one before the day of telling.
DAY_ALONE = (
    re.compile(
        rf"{_B}(?:on )?the (?P<day>\d{{1,2}})(?:st|nd|rd|th){_E}(?! (?:of|floor|time|grade))", _I
    ),
    re.compile(rf"{_B}(?P<day>\d{{1,2}})(?:-?го)? числа{_E}", _I),
    re.compile(rf"{_B}санаи (?P<day>\d{{1,2}})(?:-?(?:ум|юм))?{_E}(?! [а-я]+ \d)", _I),
)

WEEKDAYS = {
    word: number
    for number, group in enumerate((
        "monday mon понедельник понедельника душанбе душанбеи دوشنبه",
        "tuesday tue вторник вторника сешанбе сешанбеи سه\u200cشنبه سهشنبه",
        "wednesday wed среду среды чоршанбе чоршанбеи چهارشنبه",
        "thursday thu четверг четверга панҷшанбе панчшанбе панҷшанбеи پنجشنبه پنج\u200cشنبه",
        "friday fri пятницу пятницы ҷумъа чумъа ҷумъаи чумъаи جمعه",
        "saturday sat субботу субботы шанбе шанбеи شنبه",
        "sunday sun воскресенье воскресенья якшанбе якшанбеи یکشنبه یک\u200cشنبه",
    ))
    for word in group.split()
}  # fmt: skip
_DAY = "(?P<day>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + ")"
#: A weekday is the last before the day of telling, where it is told of one day that has been.
LAST_WEEKDAY = (
    re.compile(rf"{_B}(?:(?P<since>since)|on|last|this|on last) {_DAY}{_E}", _I),
    re.compile(
        rf"{_B}(?:(?P<since>со?)|в|во|в прошл(?:ый|ую|ое)|(?P<since2>с прошл(?:ого|ой)))"
        rf" {_DAY}{_E}",
        _I,
    ),
    re.compile(rf"{_B}{_DAY} гузашта{_E}", _I),
    re.compile(rf"{_B}(?:рӯзи|рузи|шаби|(?P<since>аз)) {_DAY}{_E}(?! гузашта)", _I),
    re.compile(rf"{_B}(?:روز |(?P<since>از ))?{_DAY} (?:گذشته|پیش){_E}"),
    re.compile(rf"{_B}(?:روز |(?P<since>از )){_DAY}{_E}(?! (?:گذشته|پیش))"),
)
#: Every Friday, next Friday, and what is still to come.
NOT_ONE = re.compile(
    r"(?:every|each|next|кажд\w+|следующ\w+|ближайш\w+|ҳар|хар|оянда|هر|آینده)(?: \w+)? $"
    r"|(?:will|is to|are to|going to|begins?|starts?|будет|будут|начн\w+|состоится"
    r"|назначен\w*|мешавад|сар мешавад)"
    r"(?: \w+){0,3} $",
    _I,
)


def number_of(word: str) -> int:
    """A small number in figures or words; 0 if it is none."""
    return int(word) if word.isdecimal() else _NUMBERS.get(word.casefold(), 0)


#: The first to the thirty-first, as Persian writes them before a month.
_PERSIAN_ORDINALS = (
    "اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم"
    " هفدهم هجدهم نوزدهم بیستم"
)
ORDINALS = {word: number for number, word in enumerate(_PERSIAN_ORDINALS.split(), 1)}
ORDINAL = re.compile(rf"{_B}(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))}){_E}")
_SOLAR = "|".join(month for month in SOLAR_MONTHS if not month.isascii() and len(month) > 2)
#: A day and a month of the Solar Hijri year, with no year after them.
SOLAR_DAY = re.compile(
    rf"{_B}(?:(?P<day>\d{{1,2}})|(?P<ordinal>{'|'.join(ORDINALS)})) (?P<month>{_SOLAR}){_E}"
    r"(?!(?: ماه)?,? (?:سال )?\d{4})"
)
