"""The languages Panoh speaks: what each calls itself, where its lines begin, what stands in for it.

English and Russian are whole. Tajik and Persian hold what is read in the browser and on paper,
German what a frightened person reads first (`locale/extract` names the parts); what they lack is
said in the language that stands in.
"""

import msgspec


class Language(msgspec.Struct, frozen=True):
    """A language by its own name; `stands_in` is what its readers rather read than nothing."""

    code: str
    name: str
    direction: str = "ltr"
    stands_in: str = "en"
    whole: bool = False


#: In the order they are offered. Most who read Tajik also read Russian, and fewer read English.
LANGUAGES = {
    each.code: each
    for each in (
        Language("en", "English", stands_in="", whole=True),
        Language("ru", "Русский", whole=True),
        Language("tg", "Тоҷикӣ", stands_in="ru"),
        Language("fa", "فارسی", direction="rtl"),
        Language("de", "Deutsch"),
    )
}


def chain(code: str) -> list[str]:
    """The language and those that stand in for it, nearest first; English is what msgids are in."""
    found = []
    while code in LANGUAGES and code != "en":
        found.append(code)
        code = LANGUAGES[code].stands_in
    return found
