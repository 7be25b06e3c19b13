"""Which terms a story tells: words that together tell one, near each other in a sentence."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from panoh.intake.story.language import languages_of
from panoh.intake.story.tokens import Token, judge, sentences
from panoh.intake.story.vocabulary import PROPER, Frame, Vocabulary, vocabulary, word_set

#: A story that tells more terms than this is read no further.
MOST = 400
#: What is told beside a longer phrase that holds its words: summoned to be questioned.
_STANDS_ALONE = frozenset(("questioning", "house_search", "torture", "beating"))


#: How verbs of Russian, Tajik and Persian end that tell what "they" did.
_PLURAL = ("ли", "лись", "ют", "ят", "анд", "анду", "ند")
#: Who does such things: beside one of these, what may be everyday life is told as an act.
_OFFICIAL = word_set(
    "security_service interior prosecutor court prison border armed_forces local_authority embassy"
    " other_state state proxy"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A term told in a sentence: by which words, and whether it is denied or has not happened."""

    kind: str
    code: str
    places: frozenset[int]
    start: int
    end: int
    so: bool
    weak: bool = False


#: From which word to which something stands, whether its verb is denied, and whether it must be.
_At = tuple[int, int, bool, bool]


def told_in(story: str) -> list[Told]:
    """Every term that is told, and those that are told not to be so, in the order of the story."""
    found: list[Told] = []
    first = 0
    for tokens in sentences(story):
        here: list[Told] = []
        languages = languages_of([token.word for token in tokens])
        for language in languages:
            judge(tokens, vocabulary(language))
        for language in languages:
            here += _in_sentence(tokens, vocabulary(language), first)
        found += _longest(here)
        first += len(tokens)
        if len(found) > MOST:
            break
    more = any(
        one.so and not one.weak and (one.kind == "what" or one.code in _OFFICIAL)
        for one in found
        if one.kind in ("what", "by")
    )
    return found if more else [one for one in found if not one.weak]


def _in_sentence(tokens: list[Token], words: Vocabulary, first: int) -> Iterator[Told]:
    places = _places(tokens, words)
    for item in places:
        for frame in words.by_first.get(item, ()):
            if all(name in places for name in frame.present):
                yield from _of_frame(tokens, words, frame, places, first)


def _places(tokens: list[Token], words: Vocabulary) -> dict[str, list[_At]]:
    """Where each item stands; a word that must be denied stands nowhere where it is not."""
    places: defaultdict[str, list[_At]] = defaultdict(list)
    for place, token in enumerate(tokens):
        ways = words.ways(token.word)
        for rest, item, bare, wanted in (*ways, *words.ways(PROPER)) if token.proper else ways:
            denied = bare or token.denied
            if (denied or not wanted) and (not rest or _follow(tokens, words, place, rest)):
                places[item].append((place, place + len(rest), denied, wanted))
    return places


def _follow(tokens: list[Token], words: Vocabulary, place: int, rest: tuple[str, ...]) -> bool:
    return place + len(rest) < len(tokens) and all(
        (stem == PROPER and token.proper) or words.begins(token.word, stem)
        for token, stem in zip(tokens[place + 1 :], rest, strict=False)
    )


def _of_frame(
    tokens: list[Token],
    words: Vocabulary,
    frame: Frame,
    places: dict[str, list[_At]],
    first: int,
) -> Iterator[Told]:
    seen: set[frozenset[int]] = set()
    for begin in places[frame.present[0]]:
        chosen = _nearest(tokens, frame, places, begin)
        if not chosen:
            continue
        spots = frozenset(place for at in chosen for place in range(at[0], at[1] + 1))
        if spots in seen or _disturbed(tokens, frame, places, spots):
            continue
        seen.add(spots)
        low, high = min(spots), max(spots)
        yield Told(
            frame.kind, frame.code, frozenset(first + place for place in spots),
            tokens[low].start, tokens[high].end, _is_so(tokens, words, frame, chosen, spots),
            frame.weak and not _they_did(tokens, spots),
        )  # fmt: skip


def _nearest(
    tokens: list[Token], frame: Frame, places: dict[str, list[_At]], begin: _At
) -> list[_At]:
    """One place for each item of a frame, as near to the first as can be; none if too far."""
    chosen = [begin]
    for name in frame.present[1:]:
        fitting = [at for at in places[name] if not any(_meets(at, other) for other in chosen)]
        if not fitting:
            return []
        chosen.append(min(fitting, key=lambda at: _apart(tokens, at, begin)))
    low, high = min(at[0] for at in chosen), max(at[1] for at in chosen)
    return chosen if tokens[high].step - tokens[low].step <= frame.span else []


def _meets(one: _At, other: _At) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _apart(tokens: list[Token], one: _At, other: _At) -> int:
    return abs(tokens[one[0]].step - tokens[other[0]].step)


def _disturbed(
    tokens: list[Token], frame: Frame, places: dict[str, list[_At]], spots: frozenset[int]
) -> bool:
    """Whether a word stands near that makes it something else."""
    low, high = tokens[min(spots)].step - 3, tokens[max(spots)].step + 3
    return any(
        low <= tokens[at[0]].step <= high and at[0] not in spots
        for name in frame.absent
        for at in places.get(name, ())
    )


def _is_so(
    tokens: list[Token],
    words: Vocabulary,
    frame: Frame,
    chosen: list[_At],
    spots: frozenset[int],
) -> bool:
    if not frame.unreal and any(tokens[place].unreal for place in spots):
        return False
    if any(wanted for *_spot, wanted in chosen) or any(
        tokens[place].word in words.denials | words.near_denials for place in spots
    ):
        return True
    return not any(at[2] for at in chosen) and not any(tokens[place].denied for place in spots)


def _they_did(tokens: list[Token], spots: frozenset[int]) -> bool:
    """Whether "they" did it: the plural of the verb, which in English is a word of its own."""
    return any(tokens[place].word.endswith(_PLURAL) for place in spots) or any(
        token.word in ("they", "they've") for token in tokens
    )


def _longest(found: list[Told]) -> list[Told]:
    """Without what is told by some of the words that together tell something else."""
    return [
        one
        for one in found
        if one.code in _STANDS_ALONE
        or not any(
            one.places < other.places
            and one.kind == other.kind == "what"
            and one.code != other.code
            for other in found
        )
    ]
