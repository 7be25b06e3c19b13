"""The words of dates in the languages lists are written in, folded as `fold` leaves them."""

import re
import unicodedata

_FOLD = str.maketrans("ӣӯўҳқғҷёكي", "иуухкгчеکی", "\u200c\u200e\u200f\u0301")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def fold(text: str) -> str:
    """Lower case, plain dashes and digits, Tajik letters as hurried typists write them."""
    text = unicodedata.normalize("NFC", text).casefold().translate(_FOLD)
    text = "".join(_digit(letter) for letter in text)
    return re.sub(r"\s+", " ", _DASHES.sub("-", text)).strip()


def _digit(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdecimal() else letter


def _table(rows: str) -> dict[str, int]:
    """Each line holds the words for one number, counted from 1."""
    return {
        word: number
        for number, row in enumerate(rows.strip().splitlines(), 1)
        for word in row.split()
    }


MONTHS = _table("""
    january jan januar jänner январь января январе янв январ январи ژانویه جنوری
    february feb februar февраль февраля феврале фев февр феврал феврали فوریه فبروری
    march mar marz märz март марта марте мар марти مارس مارچ
    april apr апрель апреля апреле апр апрел апрели آوریل آپریل اپریل
    may mai май мая мае майи маи مه می
    june jun juni июнь июня июне июн июни ژوئن جون
    july jul juli июль июля июле июл июли ژوئیه جولای
    august aug август августа августе авг августи اوت آگست اگست
    september sept sep сентябрь сентября сентябре сен сент сентябр сентябри سپتامبر سپتمبر
    october oct oktober okt октябрь октября октябре окт октябр октябри اکتبر اکتوبر
    november nov ноябрь ноября ноябре ноя нояб ноябр ноябри نوامبر نومبر
    december dec dezember dez декабрь декабря декабре дек декабр декабри دسامبر دسمبر
""")

SOLAR_MONTHS = _table("""
    farvardin فروردین حمل
    ordibehesht اردیبهشت ثور
    khordad خرداد جوزا
    tir تیر سرطان
    mordad مرداد اسد
    shahrivar شهریور سنبله
    mehr مهر میزان
    aban آبان ابان عقرب
    azar آذر اذر قوس
    dey دی جدی
    bahman بهمن دلو
    esfand اسفند حوت
""")

SEASONS = {
    word: number + 20
    for word, number in _table("""
    spring frühling frühjahr весна весны весной весне бахор бахори бахорон بهار
    summer sommer лето лета летом лете тобистон тобистони تابستان
    autumn fall herbst осень осени осенью тирамох тирамохи پاییز خزان
    winter зима зимы зимой зиме зимистон зимистони زمستان
""").items()
}

#: Signs of the canonical form: ~ about, ? perhaps, < not after, > not before, a b c thirds.
SIGNS = {
    word: sign
    for sign, words in {
        "~": "around about approximately approx circa ca roughly etwa ungefähr rund "
        "около примерно приблизительно ориентировочно ок такрибан тахминан حدود حدودا تقریبا",
        "?": "perhaps possibly probably maybe uncertain vielleicht vermutlich wahrscheinlich "
        "вероятно возможно предположительно "
        "наверное видимо кажется эхтимол эхтимолан шояд شاید احتمالا",
        "<": "before until till to by and bis vor und до по и то تا",
        ">": "after since from between nach seit ab von vom zwischen после с со между аз از",
        "A": "early beginning start anfang начало начале нач аввали аввал ибтидои اوایل اوائل",
        "B": "mid middle mitte середина середине миенаи нимаи اواسط",
        "C": "late end ende конец конце охири охир поени اواخر",
    }.items()
    for word in words.split()
}

#: Longer wordings, replaced before single words are looked at.
PHRASES = {
    "не позднее": "<",
    "не позже": "<",
    "no later than": "<",
    "not later than": "<",
    "nicht später als": "<",
    "spätestens": "<",
    "на дертар аз": "<",
    "пеш аз": "<",
    "кабл аз": "<",
    "قبل از": "<",
    "پیش از": "<",
    "نه دیرتر از": "<",
    "не ранее": ">",
    "не раньше": ">",
    "начиная с": ">",
    "no earlier than": ">",
    "not earlier than": ">",
    "nicht früher als": ">",
    "frühestens": ">",
    "на пештар аз": ">",
    "баъд аз": ">",
    "пас аз": ">",
    "بعد از": ">",
    "پس از": ">",
    "نه زودتر از": ">",
    "где-то": "~",
    "худуди": "~",
}

#: Words that add nothing: small words, weekdays, "born".
NOISE = frozenset(
    _table("""
    in on of the at im am an den der des datum в во дар در число числа дата сана санаи месяц мохи
    born родился родилась род рожд таваллуд таваллудаш
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonntag geboren
    понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье
    пн вт ср чт пт сб вс душанбе сешанбе чоршанбе панчшанбе чумъа шанбе якшанбе рузи
    """)
)

#: What people write where they do not know.
UNKNOWN = frozenset(
    fold(text)
    for text in (
        "", "?", "??", "-", "--", "—", "unknown", "date unknown", "not known", "n/a", "n.d.",
        "unbekannt", "datum unbekannt",
        "неизвестно", "неизвестна", "дата неизвестна", "не известно", "нет данных", "н/д", "н.д.",
        "маълум нест", "номаълум", "санааш номаълум", "نامعلوم", "تاریخ نامعلوم", "معلوم نیست",
    )
)  # fmt: skip
