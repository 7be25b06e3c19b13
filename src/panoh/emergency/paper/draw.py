"""Drawing a paper with the typesetter, without any file, font or request from outside."""

import threading
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from panoh.emergency.errors import CardTooFull, NoPersianFont, PaperNotDrawn
from panoh.model.languages import LANGUAGES
from panoh.model.names.letters import is_arabic
from panoh.model.plain import plain

STANDARDS = ["a-2a", "ua-1"]
#: Of a picture: fine enough to read the smallest letters of a card.
DOTS_PER_INCH = 144
TEMPLATES = Path(str(files("panoh.emergency.paper"))) / "template"
#: Brought when the package is built; the other typefaces stand in the typesetter.
FONTS = Path(str(files("panoh"))) / "fonts"
#: Values that templates compare and nobody reads.
_CODES = ("type", "code")
#: Marks around words that run from left to right, whatever stands beside them.
_APART, _TOGETHER = "\u2066", "\u2069"
LATIN, PERSIAN = "Libertinus Serif", "Noto Naskh Arabic"
#: What a template says when its words do not fit, see card.typ.
FULL = "too full"
_drawing = threading.Lock()


class Sheet(NamedTuple):
    """A paper before it is set, as `pdf(*sheet)` and `pictures(*sheet)` take it."""

    template: str
    data: Mapping[str, Any]
    language: str
    day: date


def pdf(template: str, data: Mapping[str, Any], language: str, day: date) -> bytes:
    """The paper as PDF, dated by its day.

    Raises NoPersianFont, CardTooFull, PaperNotDrawn; a letter that no typeface has is refused, for
    a card with a hole in it is worse than none.
    """
    noon = datetime.combine(day, time(12), tzinfo=UTC)
    how = {"pdf_standards": STANDARDS, "timestamp": int(noon.timestamp())}
    made = _compiled(template, data, language, format="pdf", **how)
    if not isinstance(made, bytes):
        raise PaperNotDrawn
    return made


def pictures(template: str, data: Mapping[str, Any], language: str, day: date) -> tuple[bytes, ...]:
    """Each page of the paper as a picture (PNG), to look at before it leaves; raises as `pdf`."""
    del day  # a picture bears no date
    made = _compiled(template, data, language, format="png", ppi=DOTS_PER_INCH)
    return tuple(made) if isinstance(made, list) else (made,)


def _compiled(template: str, data: Mapping[str, Any], language: str, **how: Any) -> Any:
    import typst

    fonts, setting = has_persian(), _set_in(language)
    faces = {"fonts": [LATIN, PERSIAN] if fonts else [LATIN]}
    told = _told(dict(data), apart=setting["direction"] == "rtl")
    body = msgspec.json.encode(told | setting | faces).decode()
    if not fonts and (is_arabic(body) or setting["direction"] == "rtl"):
        raise NoPersianFont
    try:
        with _drawing:
            made, warnings = _compiler(fonts).compile_with_warnings(
                input=str(TEMPLATES / template), sys_inputs={"data": body}, **how
            )
    except typst.TypstError as error:
        # Its message quotes the text, which belongs into no log.
        raise (CardTooFull if FULL in str(error) else PaperNotDrawn) from None
    if warnings:
        raise PaperNotDrawn
    return made


def has_persian() -> bool:
    """Whether the typeface for Persian was brought when the package was built."""
    return FONTS.is_dir() and any(FONTS.glob("*.ttf"))


@cache
def _compiler(fonts: bool) -> Any:
    """One compiler for the life of the program; it sees no font of the machine."""
    import typst

    paths = [str(FONTS)] if fonts else []
    return typst.Compiler(root=str(TEMPLATES), font_paths=paths, ignore_system_fonts=True)


def _set_in(language: str) -> dict[str, str]:
    """How the text is set: its language, and where its lines begin."""
    known = LANGUAGES.get(language)
    direction = known.direction if known else "ltr"
    return {"language": language, "direction": direction}


def _told(value: Any, *, apart: bool) -> Any:
    """The data without marks that nobody sees and that could make a paper say something else.

    Where lines run from the right, words of other scripts are set `apart`, or their full stops
    would stand at the wrong end.
    """
    if isinstance(value, str):
        text = plain(value)
        foreign = apart and text and not is_arabic(text)
        return f"{_APART}{text}{_TOGETHER}" if foreign else text
    if isinstance(value, list | tuple):
        return [_told(each, apart=apart) for each in value]
    if isinstance(value, dict):
        return {
            key: each if key in _CODES else _told(each, apart=apart) for key, each in value.items()
        }
    return value
