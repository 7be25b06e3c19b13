"""The fields of a plan in words, for a page, a paper or a terminal, in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from panoh.emergency.plan.reading import PlanFile, called
from panoh.model.dates import PartialDate, format_date
from panoh.model.kinds import KINDS, Account, CodeWord, HardDate, Mention, Rung
from panoh.model.messages import mark as _
from panoh.model.thesauri import CHANNELS, STEPS
from panoh.network import wording
from panoh.network.contacts import channel
from panoh.network.keys import CHANGED
from panoh.network.wording import Say

_UNKNOWN = _("not known")
_EVIDENCE = _("keep as evidence")
_NOT_THERE = _("not used now; name another")
_WAIT = _("go on after {minutes} minutes")
_OFFLINE = _("works without internet")


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom it is worded: the vault's tables, the language, and what translates a msgid."""

    db: Any
    language: str
    say: Say


_NAMED: dict[str, Callable[[Reader, Any], str]] = {
    "languages": lambda reader, told: wording.languages(told, reader.language, reader.say),
    "country": lambda reader, told: wording.country(told, reader.language),
}


def text_of(reader: Reader, found: PlanFile, name: str) -> str:
    """One field in words; where what is told differs, all of it side by side."""
    if name in found.unsure:
        told = [value(reader, name, each.value) for each in found.view.told(name)]
        return " ≠ ".join(dict.fromkeys(told))
    return value(reader, name, found.told[name])


def value(reader: Reader, name: str, told: Any) -> str:
    """One value of a field in words."""
    spec = KINDS["plan"].fields[name]
    if isinstance(told, PartialDate):
        return day(reader, told)
    if name in _NAMED:
        return _NAMED[name](reader, told)
    if spec.note.term is not None:
        return spec.note.term.label(told, reader.say)
    if spec.note.ref == "plan":
        return str(told)[:8]
    if isinstance(told, tuple):
        return "; ".join(_one(reader, each) for each in told)
    return str(told)


def day(reader: Reader, date: PartialDate) -> str:
    """A date in the reader's language; not known is said."""
    return format_date(date, reader.language) if date.edtf else reader.say(_UNKNOWN)


def way(reader: Reader, rung: Rung) -> str:
    """One of the ways to talk, in words."""
    told = [place(reader, rung), goes_on(reader, rung), offline(reader, rung), rung.sign]
    return ", ".join(filter(None, told))


def place(reader: Reader, rung: Rung) -> str:
    """Where a way to talk leads: the channel with its address, and what was said of it.

    An address that is given up, or whose key has changed, is not told again.
    """
    if not rung.entity:
        return rung.text
    found = channel(reader.db, rung.entity)
    label = CHANNELS.label(found.type, reader.say)
    if found.closed or found.key.state == CHANGED:
        return f"{label}: {reader.say(_NOT_THERE)}"
    return " ".join(filter(None, [label, found.address, rung.text]))


def goes_on(reader: Reader, rung: Rung) -> str:
    """When to try the next way; empty where nobody said."""
    return reader.say(_WAIT).format(minutes=rung.minutes) if rung.minutes else ""


def offline(reader: Reader, rung: Rung) -> str:
    """That a way works without internet; empty where it does not or nobody said."""
    return reader.say(_OFFLINE) if rung.offline == "yes" else ""


def _one(reader: Reader, told: Any) -> str:
    match told:
        case Mention():
            return called(reader.db, told)
        case Rung():
            return f"{STEPS.label(told.step, reader.say)}: {way(reader, told)}"
        case CodeWord():
            return ", ".join(filter(None, [told.meaning, told.kept_by, told.change_on]))
        case Account():
            evidence = reader.say(_EVIDENCE) if told.evidence else ""
            return ", ".join(filter(None, [told.what, told.who, told.how, evidence]))
        case HardDate():
            return f"{told.until} {told.what}"
        case _:
            return str(told)
