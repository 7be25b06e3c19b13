"""Messages in the reader's language: msgids are English, catalogues are compiled when built."""

import gettext
from collections.abc import Callable
from functools import cache
from pathlib import Path

DOMAIN = "panoh"
FOLDER = Path(__file__).resolve().parent.parent / "locale"


def mark(text: str) -> str:
    """The text itself; marks it for the catalogues (`from … import mark as _`)."""
    return text


@cache
def translator(language: str) -> Callable[[str], str]:
    """What turns a msgid into the language; a missing message stays English, nothing nothing."""
    catalogue = gettext.translation(DOMAIN, FOLDER, [language], fallback=True)
    return lambda text: catalogue.gettext(text) if text else ""
