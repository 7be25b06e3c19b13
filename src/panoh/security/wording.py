"""Saying what was seen: plain replacement only, for a member may have stored any text."""

import re
from collections.abc import Callable, Mapping

from panoh.model.kinds import Evidence

Say = Callable[[str], str]
LONGEST = 2_000
_BRACES = re.compile(r"\{([a-z_]+)\}")


def worded(evidence: Evidence, say: Say) -> str:
    """The evidence in the reader's language; values are shown as they were found."""
    return filled(say(evidence.text), evidence.values)


def filled(text: str, values: Mapping[str, str | int]) -> str:
    """The text with `{name}` replaced. Nothing else in braces is obeyed, unlike in `format`."""
    return _BRACES.sub(lambda match: _value(match, values), text)[:LONGEST]


def _value(match: re.Match[str], values: Mapping[str, str | int]) -> str:
    return str(values.get(match[1], match[0]))
