"""The words of a story in their sentences: which are denied, and which are only feared or meant.

"They did not beat him" has a denied word, "if they take him" words that have not happened. How far
a "not" or an "if" reaches is a rule of each language; the words themselves are data.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from panoh.intake.story.vocabulary import Vocabulary, fold

_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ\u200c-][^\W_]+)*")
_ENDS = re.compile(r"[.!?…;:؟\n]|\s[-–—]\s")
#: How many words a "not" reaches where nothing ends it, and an "if" or a "want to".
NOT_REACHES, MAY_REACHES = 7, 9
#: A longer sentence is read in pieces.
LONGEST = 120


@dataclass(slots=True)
class Token:
    """A word: where it stands, how it is looked up, and whether what it says is so.

    `step` counts words, with more for a comma between them.
    """

    start: int
    end: int
    word: str
    step: int
    begins: bool
    proper: bool
    denied: bool = False
    unreal: bool = False


def sentences(story: str) -> Iterator[list[Token]]:
    """The words of each sentence; a colon, a dash and a semicolon end one as well."""
    run: list[Token] = []
    step = last = 0
    for match in _TOKEN.finditer(story):
        gap = story[last : match.start()]
        if run and (_ENDS.search(gap) or len(run) >= LONGEST):
            yield _asked(run, gap)
            run = []
        comma = "," in gap or "،" in gap
        step += 4 if comma else 1
        join = _joined(run[-1].word, match.group()) if run and gap == " " else None
        if join is not None:
            run[-1].word, run[-1].end = join, match.end()
            last = match.end()
            continue
        proper = bool(run) and match.group()[0].isupper()
        word = fold(match.group())
        run.append(Token(match.start(), match.end(), word, step, not run or comma, proper))
        last = match.end()
    if run:
        yield _asked(run, story[last:])


def _joined(first: str, second: str) -> str | None:
    """Two words that are looked up as one: "no one", and می گویند for می‌گویند."""
    if first in ("می", "نمی"):
        return first + fold(second)
    return "no-one" if (first, second) == ("no", "one") else None


def _asked(run: list[Token], end: str) -> list[Token]:
    if "?" in end[:2] or "؟" in end[:2]:
        for token in run:
            token.unreal = True
    return run


def judge(tokens: list[Token], words: Vocabulary) -> None:
    """Mark what a language says is denied, and what has not happened."""
    not_until = may_until = -1
    for place, token in enumerate(tokens):
        if token.begins or token.word in words.stops:
            not_until = -1
        if token.begins and place > 0 and may_until < place + MAY_REACHES - 3:
            may_until = -1
        token.denied |= place <= not_until
        token.unreal |= place <= may_until
        not_until = max(not_until, _denied_until(tokens, place, words))
        _judge_before(tokens, place, words)
        if words.is_unreal(token.word):
            may_until = place + MAY_REACHES
    if any(token.word in words.asked for token in tokens):
        for token in tokens:
            token.unreal = True


def _denied_until(tokens: list[Token], place: int, words: Vocabulary) -> int:
    """How far the "not" at this place reaches; -1 if it is none, as in "not only"."""
    word = tokens[place].word
    after = tokens[place + 1].word if place + 1 < len(tokens) else ""
    if after in words.no_denials:
        return -1
    if word in words.denials or (words.denying and word.endswith(words.denying)):
        return place + (_next(tokens, place, words) if words.carriers else NOT_REACHES)
    return place + 1 if word in words.near_denials else -1


def _judge_before(tokens: list[Token], place: int, words: Vocabulary) -> None:
    """A verb after what it denies or only means to do: "дастгир накарданд", "бурдан хостанд"."""
    token = tokens[place]
    if place and not token.begins:
        tokens[place - 1].denied |= token.word.startswith(words.denied_before)
        if token.word.startswith(words.unreal_before):
            token.unreal = tokens[place - 1].unreal = True


def _next(tokens: list[Token], place: int, words: Vocabulary) -> int:
    """To the next word that is no auxiliary: "не был арестован"."""
    reach = 1
    while place + reach < len(tokens) - 1 and tokens[place + reach].word.startswith(words.carriers):
        reach += 1
    return reach
