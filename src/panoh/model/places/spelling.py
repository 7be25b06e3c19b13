"""One key for the spellings of a place name: scripts, romanisations, declined forms."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = (
    "а=a б=b в=v г=g д=d е=e ё=e ж=j з=z и=i й=i к=k л=l м=m н=n о=a п=p р=r с=s т=t у=u ф=f х=h"
    " ц=ts ч=ch ш=sh щ=sh ъ= ы=i ь= э=e ю=iu я=ia ғ=g ӣ=i қ=k ӯ=u ҳ=h ҷ=j ў=u і=i є=e"
)
_CYRILLIC = {pair[0]: pair[2:] for pair in _LETTERS.split()}
_ROMAN = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("dzh|dj|dsch|zh", "j"), ("tsch", "ch"), ("sch", "sh"), ("tch", "ch"), ("kh", "h"),
        ("gh", "g"), ("x", "h"), ("q", "k"), ("ou|oo", "u"), ("ph", "f"), ("w", "v"),
        ("c(?!h)", "k"), ("y", "i"), ("o", "a"),
    )
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
#: Adjectives (худжандский, -ского, -ской) and the endings of cases in Russian and Tajik.
_ADJECTIVE = re.compile(r"(?<=..)[ei]?sk(?:ii|aga|amu|im|am|aia|ai|uiu|ai|ae|iu|i)$")
_CASE = re.compile(r"(?<=...)(?:am|em|ai|ei|ra|da|iam|ah|iah)$")
_WORD = re.compile(r"[^\W_]+(?:['ʼ’`ъ]+[^\W_]+)*['ʼ’`]?")


def words_of(text: str) -> list[str]:
    """The words of a text, each in lower case and without apostrophes."""
    plain = unicodedata.normalize("NFC", text).casefold().replace("\u200c", "")
    return [re.sub("['ʼ’`]", "", word) for word in _WORD.findall(plain.replace("№", " "))]


@lru_cache(maxsize=1 << 14)
def keys(word: str) -> frozenset[str]:
    """The keys of one word; two words may be one name if they share a key."""
    plain = _roman(word)
    typed = {plain, plain.replace("ch", "j")}  # ч is typed for ҷ where the keyboard lacks it
    bare = typed | {ending.sub("", each) for each in typed for ending in (_CASE, _ADJECTIVE)}
    return frozenset(_without_ending(each) for each in bare)


def _roman(word: str) -> str:
    word = "".join(_CYRILLIC.get(letter, letter) for letter in word.replace("дж", "ҷ"))
    word = unicodedata.normalize("NFKD", word)
    word = "".join(letter for letter in word if not unicodedata.combining(letter))
    word = word.replace("ß", "ss").replace("ı", "i").replace("ł", "l")
    for pattern, replacement in _ROMAN:
        word = pattern.sub(replacement, word)
    return _DOUBLED.sub(r"\1", word)


def _without_ending(word: str) -> str:
    """Without its last vowels, which cases change; short words and numbers are kept whole."""
    return re.sub("(?<=...)[aeiu]+$", "", word)
