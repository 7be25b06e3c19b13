"""The words of a language as data: what a "not" is, and which words together tell which term.

`words/LANGUAGE.txt` says how its lines are written. Everything here is read once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path

_FOLD = str.maketrans("ёӣӯғқҳҷўіكي’ʼ", "еиугкхчуикی''", "\u200c\u0301")
#: What Tajik and Persian verbs begin with: in the negative, and else.
_PREFIXES = {
    "tg": (("наме", True), ("на", True), ("ме", False), ("би", False), ("бу", False)),
    "fa": (("نمی", True), ("ن", True), ("می", False), ("ب", False)),
}
#: How far apart the words of a frame may stand, and how much further for each word above two.
_SPAN, _MORE = 7, 2
#: How much further what is only said or meant reaches: "they say, if …, they will put him in jail".
_MEANT = 5
PROPER = "@proper"


def fold(word: str) -> str:
    """A word as it is looked up: small letters, Tajik ones as hurried typists write them."""
    return word.casefold().translate(_FOLD)


def word_set(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(text.split())


#: What a word may begin: the stems that must follow, the item, whether the word is denied and
#: whether it must be.
Way = tuple[tuple[str, ...], str, bool, bool]
_Entry = tuple[tuple[str, ...], str, bool]


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that together tell a term; an `unreal` one tells of what has not happened.

    A `weak` one may be everyday life: "took her phone".
    """

    kind: str
    code: str
    present: tuple[str, ...]
    absent: tuple[str, ...]
    unreal: bool
    weak: bool
    #: How far apart its words may stand.
    span: int


@dataclass
class Vocabulary:
    """The words of one language."""

    language: str
    denials: frozenset[str] = frozenset()
    near_denials: frozenset[str] = frozenset()
    no_denials: frozenset[str] = frozenset()
    denying: tuple[str, ...] = ()
    denied_before: tuple[str, ...] = ()
    unreal_before: tuple[str, ...] = ()
    stops: frozenset[str] = frozenset()
    carriers: tuple[str, ...] = ()
    asked: frozenset[str] = frozenset()
    frames: list[Frame] = field(default_factory=list)
    by_first: dict[str, list[Frame]] = field(default_factory=dict)
    unreal: frozenset[str] = frozenset()
    unreal_stems: tuple[str, ...] = ()
    #: First stems, and the stems that must follow, with the items they are a way to say.
    stems: dict[str, list[_Entry]] = field(default_factory=dict)
    wholes: dict[str, list[_Entry]] = field(default_factory=dict)
    _known: dict[str, tuple[Way, ...]] = field(default_factory=dict)

    def is_unreal(self, word: str) -> bool:
        """Whether what follows a word has not happened: "if", "want to"."""
        return word in self.unreal or word.startswith(self.unreal_stems or "\0")

    def ways(self, word: str) -> tuple[Way, ...]:
        """What a word may begin."""
        if word not in self._known:
            if len(self._known) > 1 << 14:
                self._known.clear()
            forms = dict.fromkeys([(word, False), *self._bare(word)])
            self._known[word] = tuple(
                (rest, item, denied, wanted)
                for form, denied in forms
                for rest, item, wanted in self._of(form)
            )
        return self._known[word]

    def begins(self, word: str, stem: str) -> bool:
        """Whether a word, or what is left of it without its prefix, begins with a stem."""
        return any(_begins(form, stem) for form, _denied in [(word, False), *self._bare(word)])

    def _bare(self, word: str) -> Iterator[tuple[str, bool]]:
        for prefix, denied in _PREFIXES.get(self.language, ()):
            if word.startswith(prefix) and len(word) > len(prefix) + 1:
                yield word[len(prefix) :], denied
                return

    def _of(self, word: str) -> Iterator[_Entry]:
        yield from self.wholes.get(word, ())
        for length in range(1, len(word) + 1):
            yield from self.stems.get(word[:length], ())


def _begins(word: str, stem: str) -> bool:
    return word == stem[:-1] if stem.endswith("=") else word.startswith(stem)


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language: "en", "ru", "tg" or "fa"."""
    text = (Path(__file__).parent / "words" / f"{language}.txt").read_text(encoding="utf-8")
    rows = [line.partition(":") for line in text.splitlines() if line and line[0] != "#"]
    told = {head.strip(): rest.strip() for head, _colon, rest in rows}
    classes = {head: rest.split() for head, rest in told.items() if head.startswith("@")}

    def words(head: str) -> Iterable[str]:
        return [fold(word) for word in told.get(head, "").split()]

    found = Vocabulary(
        language,
        denials=frozenset(words("not")),
        near_denials=frozenset(words("not one")),
        no_denials=frozenset(words("not but")),
        denying=tuple(words("ending not")),
        denied_before=tuple(words("not after")),
        unreal_before=tuple(words("may after")),
        stops=frozenset(words("stop")),
        carriers=tuple(words("carry")),
        asked=frozenset(words("asked")),
        unreal=frozenset(word[:-1] for word in words("unreal") if word.endswith("=")),
        unreal_stems=tuple(word for word in words("unreal") if not word.endswith("=")),
    )
    for head, rest in told.items():
        kind, _space, code = head.partition(" ")
        if kind in ("what", "state", "by", "how"):
            found.frames += [_frame(kind, code, each.split()) for each in rest.split(";") if each]
    _learn(found, classes)
    return found


def _frame(kind: str, code: str, parts: list[str]) -> Frame:
    if not parts:
        raise ValueError(kind, code)
    unreal, weak = parts[0].startswith("~"), parts[0].startswith("?")
    parts[0] = parts[0].lstrip("~?")
    present = tuple(part for part in parts if part[0] != "-")
    absent = tuple(part[1:] for part in parts if part[0] == "-")
    span = _SPAN + _MORE * max(0, len(present) - 2) + (_MEANT if unreal else 0)
    return Frame(kind, code, present, absent, unreal, weak, span)


def _learn(found: Vocabulary, classes: dict[str, list[str]]) -> None:
    stems: defaultdict[str, list[_Entry]] = defaultdict(list)
    wholes: defaultdict[str, list[_Entry]] = defaultdict(list)
    for frame in found.frames:
        found.by_first.setdefault(frame.present[0], []).append(frame)
    names = {name for frame in found.frames for name in (*frame.present, *frame.absent)}
    for name in sorted(names):
        for way in _alternatives(name, classes):
            first, *rest = (fold(stem) for stem in way.removeprefix("!").split("+"))
            entry = (tuple(rest), name, way.startswith("!"))
            (wholes if first.endswith("=") else stems)[first.removesuffix("=")].append(entry)
    found.stems, found.wholes = dict(stems), dict(wholes)


def _alternatives(name: str, classes: dict[str, list[str]]) -> Iterator[str]:
    for way in name.split("/"):
        parts = [_members(part, classes) for part in way.split("+")]
        yield from ("+".join(chosen) for chosen in product(*parts))


def _members(part: str, classes: dict[str, list[str]]) -> list[str]:
    if part == PROPER or part not in classes:
        return [part]
    return [each for member in classes[part] for each in _members(member, classes)]
