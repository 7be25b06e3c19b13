"""One contact as it is printed: what is told, each channel with its key, what differs."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from panoh.casebook.wording import title_of
from panoh.cli import printing, world
from panoh.cli.words import say
from panoh.model.dates import PartialDate
from panoh.model.kinds import KINDS
from panoh.model.thesauri import CHANNELS, KEY_CHECKS
from panoh.network.contacts import ChannelFile, ContactFile
from panoh.network.wording import KEY_STATES

_ASIDE = ("names", "who")


def lines(db: Any, each: ContactFile, now: datetime) -> Iterator[str]:
    """Everything recorded of one contact."""
    yield each.name or say("(no name)")
    for name in each.view.each("names"):
        if name.text != each.name:
            yield f"  {name.text}"
    there = each.local(now)
    yield f"{say('Time there')}: {world.clock(there)}"
    for name, spec in KINDS["contact"].fields.items():
        if name in each.unsure:
            yield f"{say(spec.note.label)}: ≠ {say('sources differ')}"
        elif name in each.told and name not in _ASIDE and each.told[name]:
            yield f"{say(spec.note.label)}: {_value(db, name, each.told[name])}"
    for channel in each.channels:
        yield from _channel(channel)


def _value(db: Any, name: str, value: Any) -> str:
    spec = KINDS["contact"].fields[name]
    if isinstance(value, PartialDate):
        return printing.day(value)
    if name == "languages":
        return world.languages(value)
    if name == "country":
        return world.country(value)
    if spec.note.ref:
        return title_of(db, value)
    if spec.note.term is None:
        return str(value)
    codes = [value] if isinstance(value, str) else value
    return ", ".join(spec.note.term.label(code, say) for code in codes)


def _channel(channel: ChannelFile) -> Iterator[str]:
    gone = f" ({say('no longer used')})" if channel.closed else ""
    yield f"{CHANNELS.label(channel.type, say)}: {channel.address}{gone}  ({channel.root[:8]})"
    key = channel.key
    yield f"    {say(KEY_STATES[key.state])}{_verified(channel)}"
    if key.state == "changed":
        yield f"    {say('seen now')}: {key.seen}"
    last = channel.last_reached
    yield f"    {say('Last reached')}: {last.isoformat() if last else say('never')}"
    if channel.avoid:
        yield f"    {say('What not to say there')}: {channel.avoid}"


def _verified(channel: ChannelFile) -> str:
    key = channel.key
    if not key.verified:
        return ""
    how = KEY_CHECKS.label(key.checked, say)
    told = ", ".join(filter(None, [how, key.checked_by, printing.day(key.when)]))
    return f": {key.verified} ({told})"


def plain(each: ContactFile, now: datetime) -> dict[str, Any]:
    """One contact for programs."""
    there = each.local(now)
    return {
        "id": each.root,
        "name": each.name,
        "recorded_as": each.who,
        "told": each.told,
        "differs": sorted(each.unsure),
        "local_time": there.isoformat(timespec="minutes") if there else None,
        "last_reached": each.last_reached,
        "channels": [
            {
                "id": channel.root,
                "type": channel.type,
                "address": channel.address,
                "key": channel.key,
                "last_reached": channel.last_reached,
                "closed": channel.closed,
            }
            for channel in each.channels
        ],
    }
