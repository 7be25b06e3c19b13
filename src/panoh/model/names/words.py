"""Everyday words that are given names as well, or sound like one."""

from panoh.model.names.letters import is_arabic
from panoh.model.names.phones import fold

_WORDS = tuple(
    word
    for words in (
        "умед умеди умедро ситора баҳор гул гули бахт бахти шод шодӣ шоди нур нури сафар сафари",
        "меҳр меҳри",
        "фарзона озод озоди озодӣ парвона лола анор себ хуршед моҳ зафар ёр ёрӣ ёри дӯст дил",
        "дили ҷон ҷони",
        "шариф олим олими ориф комил азиз азизи назар назари давлат давлати шоҳ шоҳи амир",
        "рустам раҳм раҳмат",
        "раҳмати саломат дунё сабр шукр барот рамазон наврӯз ҷаҳон ҷаҳони искандар фирӯз хуррам",
        "қадр",
        "али или сад мир мира миру мире мало нами нора море мама рано роза мара",
        "امید امیدی ستاره بهار گل بخت شاد شادی نور سفر مهر آزاد آزادی دل جان دوست نظر دولت شاه",
        "سلام کامل",
        "عزیز شریف عالم عارف ظفر جهان یار مادر پدر رحمت نوروز رمضان",
        "said side sad sat set sure sir so see sea man men main mine more mere mar may mayor",
        "noor all ali",
        "real role rule are air our or area safe saver safer save name dale deal dear dollar",
        "hot hat",
        "omit aim amid laid lola nor near mid made mode moon malik karma rose",
        "sie sei seit sind so also alle aller dort mir mehr meer nur sahen amt",
    )
    for word in words.split()
)
#: Tajik, Persian, Russian, English and German; a name found in one of them alone is weak.
COMMON = frozenset(map(fold, _WORDS))
_PERSIAN = frozenset(fold(word) for word in _WORDS if is_arabic(word))


def is_common(word: str) -> bool:
    """Whether it is an everyday word where it is written so.

    Persian letters write no capitals, so there only a Persian word counts: that سعید sounds like
    the English "said", or علی like "али", makes it no everyday word.
    """
    return fold(word) in (_PERSIAN if is_arabic(word) else COMMON)
