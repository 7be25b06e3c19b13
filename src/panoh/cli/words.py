"""The language of the person at the keyboard, and the words for codes that people read."""

import os
from collections.abc import Mapping
from functools import cache

import click

from panoh.model.languages import LANGUAGES
from panoh.model.messages import mark as _
from panoh.model.messages import translator

KINDS: Mapping[str, str] = {
    "person": _("person"),
    "group": _("group"),
    "link": _("link"),
    "event": _("event"),
    "act": _("act"),
    "status": _("status"),
    "source": _("source"),
    "item": _("file"),
    "consent": _("consent"),
    "judgement": _("judgement"),
    "assessment": _("assessment"),
    "retraction": _("retraction"),
    "row": _("row"),
    "layout": _("meaning of columns"),
    "matter": _("legal case"),
    "action": _("action"),
    "threat": _("threat"),
    "incident": _("incident"),
    "profile": _("for whom the measures are fitted"),
    "measure": _("security measure"),
    "finding": _("result of a check"),
    "contact": _("contact"),
    "channel": _("channel"),
    "reach": _("attempt to reach"),
    "plan": _("emergency plan"),
    "role": _("part in a plan"),
    "task": _("task of a plan"),
    "alarm": _("declared plan"),
    "done": _("task done"),
    "drill": _("drill"),
    "order": _("check-in kept by a watcher"),
    "sent": _("something sent to a watcher"),
    "publication": _("publication"),
    "sign_on": _("request to sign"),
    "response": _("answer of a State or body"),
    "occasion": _("day to speak"),
}
SEVERITIES: Mapping[str, str] = {
    "note": _("note"),
    "warning": _("warning"),
    "damage": _("damage"),
}


def language() -> str:
    """The language of the person at the keyboard; English for a program, which asks for JSON.

    A language that is not whole is no use for results and questions: what stands in is spoken.
    """
    context = click.get_current_context(silent=True)
    if context and context.params.get("as_json"):
        return "en"
    asked = LANGUAGES[of_environment()]
    return asked.code if asked.whole else asked.stands_in


@cache
def of_environment() -> str:
    """The language that the environment asks for, `en` where it asks for none we have."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            code = value.split(".")[0].split("_")[0].casefold()
            return code if code in LANGUAGES else "en"
    return "en"


def say(text: str) -> str:
    """The message in the language of the person at the keyboard."""
    return translator(language())(text) if text else ""


def fill(message: str, values: Mapping[str, object]) -> str:
    """The message with its braces filled; values that are words of ours are said as well."""
    words = {key: say(each) if isinstance(each, str) else each for key, each in values.items()}
    return say(message).format(**words) if words else say(message)


def kind(code: str) -> str:
    """The word for a kind of record; its code where a newer version wrote it."""
    return say(KINDS.get(code, code))
