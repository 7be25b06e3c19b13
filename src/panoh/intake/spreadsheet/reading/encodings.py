"""Bytes become text: which encoding a file is in, line by line where it is in two.

No byte is ever replaced: one that is no text in its encoding is shown as a code (`\\xe5`) between
two marks, so that the cell it stands in can be reported.
"""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

#: Stands on both sides of a byte shown as a code; taken out again when cells are cut.
MARK = "\ufdd0"

_LEGACY = ("cp1251", "koi8_t", "cp866", "cp1252", "cp1256")
_COMMON = {
    "cyrillic": frozenset("оеаинтсрвлкмдбуз"),
    "arabic": frozenset("اینردمهوتبسلش"),
    "latin": frozenset("éèáàäöüóíâêçñôß"),
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000
_BELIEVABLE = 0.6
_RUNS = re.compile(r"[^\W\d_]+|[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and its encoding; `second` is the encoding of the lines (from 0) listed in `odd`."""

    text: str
    encoding: str
    second: str = ""
    odd: tuple[int, ...] = ()
    unsure: bool = False


def decode(data: bytes, encoding: str = "") -> Decoded:
    """The text of a file, in the encoding given or else the one that fits best."""
    if encoding:
        return Decoded(_strip_bom(_show(data, encoding)), encoding)
    for bom, name in _BOMS:
        if data.startswith(bom):
            rest = data.removeprefix(bom)
            if name == "utf-8-sig":
                return _by_lines(rest, "utf-8-sig")
            return Decoded(_show(rest, name), name)
    wide = _wide(data)
    return Decoded(_show(data, wide), wide) if wide else _by_lines(data, "utf-8")


def _strip_bom(text: str) -> str:
    return text.removeprefix("\ufeff")


def _wide(data: bytes) -> str:
    """UTF-16 without a byte order mark: one of the two bytes of commas and breaks is zero."""
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 4:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 2 * 0.08
    if odd > enough and odd > 8 * even:
        return "utf-16-le"
    if even > enough and even > 8 * odd:
        return "utf-16-be"
    return ""


def _by_lines(data: bytes, first: str) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), first)
    except UnicodeDecodeError:
        pass
    lines = data.split(b"\n")
    utf8 = [_leans_to_utf8(line) for line in lines]
    strangers = [line for line, own in zip(lines, utf8, strict=True) if not own]
    kin = sum(1 for line, own in zip(lines, utf8, strict=True) if own and not line.isascii())
    legacy = guess_legacy(b"\n".join(strangers)) if strangers else ""
    text = "\n".join(
        _show(line, "utf-8" if own or not legacy else legacy)
        for line, own in zip(lines, utf8, strict=True)
    )
    unsure = bool(strangers) and not legacy
    if not kin and legacy:
        return Decoded(text, legacy)
    if not strangers or not legacy:
        return Decoded(text, first, unsure=unsure)
    few_are_utf8 = kin <= len(strangers)
    odd = tuple(
        number
        for number, (line, own) in enumerate(zip(lines, utf8, strict=True))
        if not line.isascii() and own is few_are_utf8
    )
    return Decoded(text, *((legacy, first) if few_are_utf8 else (first, legacy)), odd)


def _leans_to_utf8(line: bytes) -> bool:
    """Whether a line is UTF-8, or was until a few of its bytes were damaged."""
    foreign = sum(1 for byte in line if byte > 0x7F) if not line.isascii() else 0
    return foreign == 0 or _show(line, "utf-8").count(MARK) * 2 <= foreign


def _show(data: bytes, encoding: str) -> str:
    """Text with every byte that does not belong to the encoding as a marked code."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode(encoding, "panoh-mark")


def _marked(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(f"{MARK}\\x{byte:02x}{MARK}" for byte in bad), error.end


codecs.register_error("panoh-mark", _marked)


def guess_legacy(data: bytes) -> str:
    """The one-byte encoding whose letters make words; empty if none does."""
    sample = bytes(byte for byte in data[:_SAMPLE] if byte != 0)
    scores = {name: _score(sample.decode(name, "replace")) for name in _LEGACY}
    best = max(_LEGACY, key=lambda name: scores[name])
    return best if scores[best] >= _BELIEVABLE else ""


def _score(text: str) -> float:
    """Mean worth of the letters outside ASCII: common ones in plain words count for most."""
    total, letters = 0.0, 0
    for found in _RUNS.finditer(text):
        word = found.group()
        if word.isascii():
            continue
        foreign = [letter for letter in word if not letter.isascii()]
        letters += len(foreign)
        total += _word_score(word, foreign)
    return total / letters if letters else 0.0


def _word_score(word: str, foreign: Iterable[str]) -> float:
    scripts = {_script(letter) for letter in word}
    if "" in scripts or "\ufffd" in word or len(scripts) > 1:
        return -2.0 * sum(1 for _ in foreign)
    script = scripts.pop()
    if script == "latin" and len(word) > 2 and not any(letter.isascii() for letter in word):
        return -2.0 * len(word)
    plain = script == "arabic" or word.islower() or word.istitle() or word.isupper()
    worth = sum(1.5 if letter.lower() in _COMMON[script] else 0.3 for letter in foreign)
    return worth if plain else -worth


def _script(letter: str) -> str:
    if (letter.isascii() and letter.isalpha()) or "\u00c0" <= letter <= "\u024f":
        return "latin"
    if "\u0400" <= letter <= "\u04ff":
        return "cyrillic"
    if "\u0600" <= letter <= "\u06ff" and letter.isalpha():
        return "arabic"
    return ""
