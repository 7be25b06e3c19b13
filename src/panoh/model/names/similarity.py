"""How alike two words of names sound, across scripts: a weighted edit distance on sounds.

Spellings of one name differ in what costs nothing or little (vowels that Persian does not write,
j and ch, o and a); different names differ in a consonant or in a vowel that is written everywhere.
"""

from functools import lru_cache

from panoh.model.names.endings import Role, stems
from panoh.model.names.phones import OPEN, VOWELS, is_sparse

_SOUNDS = "bptdkghszSZCJmnlrfvy" + VOWELS + OPEN
_ALIKE = {
    "oa": 0.15, "ei": 0.1, "ae": 0.3, "uo": 0.25, "iu": 0.85, "ai": 0.9, "au": 0.9, "oe": 0.8,
    "eu": 0.8, "oi": 0.9,
    "Ao": 0.0, "Aa": 0.1, "AQ": 0.3, "Wu": 0.0, "Wo": 0.1, "Wv": 0.0, "WA": 0.5, "Ii": 0.0,
    "Ie": 0.05,
    "Iy": 0.0, "Ia": 0.6, "Io": 0.7, "Ea": 0.0, "Ee": 0.1, "Eh": 0.1, "Eo": 0.3, "EA": 0.2,
    "Qa": 0.0, "Qi": 0.0, "Qu": 0.0, "Qe": 0.0, "Qo": 0.3, "QI": 0.3,
    "CJ": 0.15, "CZ": 0.4, "JZ": 0.3, "SC": 0.5, "SZ": 0.35, "Ss": 0.8, "Zz": 0.5, "zs": 0.5,
    "hk": 0.6, "gh": 0.4,
    "gk": 0.6, "dt": 0.4, "bp": 0.4, "vf": 0.4, "vu": 0.2, "vo": 0.4, "yi": 0.1, "ye": 0.3,
    "Jy": 0.7,
}  # fmt: skip
_OTHER, _APART = 1.15, 2.0
#: What a sound weighs; a name's length is the sum.
_WEIGHT = {
    **dict.fromkeys(_SOUNDS, 1.0),
    **dict.fromkeys(VOWELS, 0.5),
    "y": 0.25,
    "A": 0.5,
    "I": 0.5,
    "W": 0.5,
    "Q": 0.25,
}


def _costs() -> dict[str, float]:
    costs = {}
    loud = set(VOWELS) | set(OPEN)
    for one in _SOUNDS:
        for other in _SOUNDS:
            mixed = (one in loud) != (other in loud)
            costs[one + other] = 0.0 if one == other else _APART if mixed else _OTHER
    for pair, cost in _ALIKE.items():
        costs[pair] = costs[pair[::-1]] = cost
    return costs


_CHANGE = _costs()
#: What leaving a sound out costs if the other side is in letters that write all vowels ...
_LEFT_OUT = {**dict.fromkeys(VOWELS, 0.7), "y": 0.35, "h": 0.6}
#: ... and in Persian letters, which write no short vowel.
_UNWRITTEN = {"a": 0.0, "i": 0.05, "u": 0.05, "e": 0.15, "o": 0.6, "y": 0.5, "h": 0.6}
_WRITTEN = {"A": 0.6, "W": 1.0, "I": 1.0, "E": 1.0, "Q": 0.6}
_Y_BETWEEN, _AYN_INSIDE = 0.1, 0.05
_ENDING = 1.2


def distance(one: str, other: str) -> float:
    """The cost of turning one word's sounds into the other's; 0 for the same, symmetric."""
    gaps_one, gaps_other = _gaps(one, other), _gaps(other, one)
    row = [0.0]
    for gap in gaps_other:
        row.append(row[-1] + gap)
    change = _CHANGE
    for sound, gap in zip(one, gaps_one, strict=True):
        last, above = row[0] + gap, row[0]
        new = [last]
        for position, letter in enumerate(other):
            cost = above + (0.0 if sound == letter else change.get(sound + letter, _OTHER))
            above = row[position + 1]
            last = min(cost, above + gap, last + gaps_other[position])
            new.append(last)
        row = new
    return row[-1]


def _gaps(word: str, other: str) -> list[float]:
    """What leaving out each sound of a word costs, given how the other word is written."""
    return _gap_costs(word, is_sparse(other))


@lru_cache(maxsize=1 << 15)
def _gap_costs(word: str, sparse: bool) -> list[float]:
    table = _UNWRITTEN if sparse else _LEFT_OUT
    costs = [_WRITTEN.get(sound, table.get(sound, 1.0)) for sound in word]
    end = len(word) - 1
    for place, sound in enumerate(word):
        if (
            sound == "y"
            and 0 < place < end
            and word[place - 1] in VOWELS
            and word[place + 1] in VOWELS
        ):
            costs[place] = _Y_BETWEEN
        elif sound == "Q" and place:
            costs[place] = _AYN_INSIDE
    if end > 0:
        _mind_the_end(word, costs, sparse=sparse)
    return costs


def _mind_the_end(word: str, costs: list[float], *, sparse: bool) -> None:
    """A last vowel is written in every script and tells women's names from men's."""
    last = word[-1]
    if last in "aE":
        costs[-1] = _ENDING
    elif last in "oieu":
        costs[-1] = 0.9
    elif last == "h" and word[-2] in "oaA":
        costs[-1] = 0.15
    elif sparse and word[-2] in "ui" and sum(letter in VOWELS for letter in word) > 1:
        costs[-2] = 0.6 if word[-2] == "u" else 0.25  # long in most names, so it is written


def weight(sounds: str) -> float:
    """How much there is of a word: consonants count whole, vowels half."""
    return sum([_WEIGHT.get(sound, 1.0) for sound in sounds])


@lru_cache(maxsize=1 << 17)
def likeness(one: str, other: str) -> float:
    """How alike two readings are, in 0..1."""
    if one == other:
        return 1.0
    size = (weight(one) + weight(other)) / 2
    return max(0.0, 1.0 - distance(one, other) / size) if size else 0.0


@lru_cache(maxsize=1 << 17)
def _similar(a: str, b: str, role: Role) -> float:
    best = 0.0
    for one in stems(a, role):
        for other in stems(b, role):
            best = max(best, likeness(one, other))
            if best == 1.0:
                return 1.0
    return best


def similarity(a: str, b: str, role: Role) -> float:
    """How alike two words in one role are, in 0..1; 1 for the same stem, symmetric.

    From 0.9 on they are spellings of one name; below 0.8 they are different names.
    """
    return _similar(a, b, role) if a <= b else _similar(b, a, role)
