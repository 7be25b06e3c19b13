"""Which places of our table a text names. Nothing is guessed: what can be two places gives both."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from panoh.model.places.spelling import keys, words_of
from panoh.model.places.table import TABLE, Entry


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words that say what kind of place follows or went before, and the levels they allow.
_KINDS = {
    word: levels
    for words, levels in (
        ("город города городе городу г ш шахр шаҳр шаҳри шахри city town stadt",
         ("town", "region")),
        ("район района районе району рн ноҳия ноҳияи нохия нохияи н district raion rayon",
         ("district", "ward")),
        ("область области обл вилоят вилояти region oblast province", ("region",)),
    )
    for word in words.split()
}  # fmt: skip
#: Words of kind: a name may begin with one of them in small letters.
KIND_WORDS = frozenset(_KINDS)
_SMALL = _words("""
    в во из на под около дар аз ба и ва in at from of the near der die und در از به
""")
#: What follows these is a street or village, which our table does not hold.
_SKIP = _words("""
    ул улица улице проспект проспекте пр кӯчаи кучаи хиёбони street avenue
    село селе кишлак кишлаке деҳа деҳаи деха дехаи посёлок поселок пос village
    джамоат ҷамоат ҷамоати қишлоқи махалла маҳаллаи
""")


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A place that a text may name; `whole` if nothing else stands in the text."""

    entry: Entry
    whole: bool

    @property
    def id(self) -> str:
        """The id in our table."""
        return self.entry.id


@dataclass(frozen=True, slots=True)
class _Form:
    """One spelling of a place: the keys of each word, and the levels its words of kind demand."""

    words: tuple[frozenset[str], ...]
    entry: Entry
    demands: tuple[str, ...]


def find_place(text: str) -> list[PlaceMatch]:
    """The places named in the text, in its order; several where it can mean several.

    Of a district and the region around it only the district is given.
    """
    words = words_of(text.replace("р-н", "район"))
    found: list[Entry] = []
    position, whole = 0, True
    while position < len(words):
        length, entries = _longest(words, position)
        if entries:
            found += [entry for entry in entries if entry not in found]
        elif words[position] in _SKIP:
            length, whole = 2, False
        elif words[position] not in _KINDS and words[position] not in _SMALL:
            whole = False
        position += max(1, length)
    return [PlaceMatch(entry, whole) for entry in _narrowest(found)]


def _narrowest(found: Sequence[Entry]) -> Iterator[Entry]:
    for entry in found:
        if not any(entry.id in other.lineage[1:] for other in found):
            yield entry


def _longest(words: Sequence[str], position: int) -> tuple[int, list[Entry]]:
    """How many words the longest name at this position takes, and the places it can mean."""
    best: dict[int, list[_Form]] = {}
    for key in keys(words[position]):
        for form in _forms().get(key, ()):
            if _stands_at(form, words, position):
                best.setdefault(len(form.words), []).append(form)
    if not best:
        return 0, []
    length = max(best)
    levels = _levels_around(words, position, length)
    forms = [form for form in best[length] if not form.demands or form.demands == levels]
    fitting = [form for form in forms if form.demands or form.entry.level in levels]
    entries = [form.entry for form in fitting or forms]
    return (length, list(dict.fromkeys(entries))) if entries else (0, [])


def _stands_at(form: _Form, words: Sequence[str], position: int) -> bool:
    told = words[position : position + len(form.words)]
    return len(told) == len(form.words) and all(
        keys(word) & wanted for word, wanted in zip(told, form.words, strict=True)
    )


def _levels_around(words: Sequence[str], position: int, length: int) -> tuple[str, ...]:
    before = words[position - 1] if position else ""
    after = words[position + length] if position + length < len(words) else ""
    return _KINDS.get(before) or _KINDS.get(after) or ()


@cache
def _forms() -> dict[str, list[_Form]]:
    """Every spelling of every place by the keys of its first word."""
    index: dict[str, list[_Form]] = {}
    for entry in TABLE.values():
        for name in filter(None, (*entry.names.values(), *entry.aliases)):
            form = _form(name, entry)
            for key in form.words[0]:
                index.setdefault(key, []).append(form)
    return index


def _form(name: str, entry: Entry) -> _Form:
    words = words_of(name)
    kinds = [word for word in words if word in _KINDS]
    bare = [word for word in words if word not in kinds] if len(words) > len(kinds) else words
    demands = _KINDS[kinds[0]] if kinds and entry.level != "site" else ()
    return _Form(tuple(keys(word) for word in bare), entry, demands)
