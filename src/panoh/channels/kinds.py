"""The kinds of channel there are, and a channel made from what somebody wrote down for it."""

import importlib
import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, cast

import msgspec

from panoh.channels.channel import Channel
from panoh.channels.errors import KindUnknown, SettingMissing, SettingWrong

#: Each kind's class; its folder has the same name and is imported when it is used.
KINDS: Mapping[str, str] = {
    "email": "Email",
    "push": "Push",
    "signal": "Signal",
    "handover": "Handover",
    "apprise": "Apprise",
}

#: Longer than this nobody waits for a channel: another way would be tried too late.
MOST_SECONDS = 40
_SECONDS = "seconds"
_NAMED = re.compile(r"`(?:\$\.)?(\w+)`")


def make(name: str, settings: Mapping[str, Any]) -> Channel:
    """The channel of this name; `settings` holds its kind and what that kind asks for.

    Raises `KindUnknown`, `SettingWrong`, `SettingMissing` and what the kind itself refuses.
    """
    kind = settings.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise KindUnknown(channel=name, kinds=", ".join(KINDS))
    made: type[Any] = getattr(importlib.import_module(f"panoh.channels.{kind}"), KINDS[kind])
    given = {setting: value for setting, value in settings.items() if setting != "kind"}
    known = {each.name for each in fields(made)} - {"name"}
    for setting in given:
        if setting not in known:
            raise SettingWrong(channel=name, setting=setting)
    channel = _converted(made, name, given)
    if not 0 < getattr(channel, "seconds", 1) <= MOST_SECONDS:
        raise SettingWrong(channel=name, setting=_SECONDS)
    return cast("Channel", channel)


def _converted(made: type[Any], name: str, given: Mapping[str, Any]) -> object:
    try:
        return msgspec.convert({"name": name, **given}, made)
    except msgspec.ValidationError as error:
        # Its words name the setting and the type, never the value.
        setting = (_NAMED.findall(str(error)) or ["?"])[-1]
        wrong = SettingMissing if "missing" in str(error) else SettingWrong
        raise wrong(channel=name, setting=setting) from None


def words(kind: str) -> tuple[str, str]:
    """What a kind is called, and what whoever runs such a service learns; both msgids."""
    told = importlib.import_module(f"panoh.channels.{kind}.words")
    return told.LABEL, told.LEARNS
