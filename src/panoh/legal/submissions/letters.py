"""Which letters can be drawn, and what is done with those that cannot."""

import re

#: Ranges for which Libertinus Serif has shapes: Latin, Greek, Cyrillic with the Tajik letters,
#: common punctuation. A test draws every one of them.
DRAWN = (
    "\t\n -~\u00a0-\u0241\u0250-\u02e4\u02ea-\u036f\u0384-\u038a\u038e-\u03a1\u03a3-\u03ce"
    "\u03fd-\u045f\u0490-\u04c4\u04d0-\u04f9\u1e00-\u1e9b\u1ea0-\u1ef9\u2010-\u2027\u2030-\u2037"
    "\u200c\u200d"
    "\u2039-\u203e\u2044\u2070\u2071\u2074-\u208e\u20ac\u20bf\u2103\u2109\u2116\u2122"
    "\u2153-\u2184\u2190-\u2199\u2260-\u2262\u2264\u2265"
)
_UNDRAWN = re.compile(f"[^{DRAWN}](?:[^{DRAWN}]|(?<=[^{DRAWN}]) +(?=[^{DRAWN}]))*")
_LONG = re.compile(r"\S{24,}")
_PIECE = re.compile(r"[^-./@_]{1,22}[-./@_]*|[-./@_]{1,22}")
_BREAK = "\u200b"


def drawable(text: str) -> str:
    """The text with every run of letters that the typeface lacks replaced by a remark."""
    return _UNDRAWN.sub(lambda found: _remark(found.group()), text)


def breakable(text: str) -> str:
    """The text with places to break in words that would run out of a narrow column."""
    return _LONG.sub(lambda found: _BREAK.join(_PIECE.findall(found.group())), text)


def _remark(lost: str) -> str:
    count = sum(not letter.isspace() for letter in lost)
    return f"[{count} {'letter' if count == 1 else 'letters'} not shown here: see the DOCX]"
