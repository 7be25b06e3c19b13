"""The language of the person at the keyboard, and marks that are words."""

import os
from functools import cache

from panoh.model.messages import translator


@cache
def language() -> str:
    """The language that the environment asks for, `en` where it asks for none we have."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            code = value.split(".")[0].split("_")[0].casefold()
            return code if code in ("en", "ru") else "en"
    return "en"


def say(text: str) -> str:
    """The message in the language of the person at the keyboard."""
    return translator(language())(text) if text else ""
