"""A public organisation in the words of one reader, with every mark of what is not confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from panoh.model.messages import mark as _
from panoh.model.messages import translator
from panoh.model.thesauri import CHANNELS
from panoh.network import wording
from panoh.network.directory import DANGER, Organisation

_SPOKEN_UNKNOWN = _("languages: not known")
_UNCONFIRMED = _("not confirmed")


@dataclass(frozen=True, slots=True)
class Reach:
    """One public way to an organisation; `confirmed` if a page of theirs says so."""

    label: str
    address: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One organisation. `danger` is of writing to it from home; `sure` that its help was read."""

    id: str
    name: str
    note: str
    ways: Sequence[Reach]
    facts: Sequence[str]
    danger: bool
    political: bool
    closed: bool
    sure: bool
    stale: bool
    looked_up: str
    pages: str


def shown(each: Organisation, language: str, today: date) -> Shown:
    """The organisation as a page shows it."""
    say = translator(language)
    return Shown(
        id=each.id,
        name=each.name,
        note=each.note.get(language) or each.note.get("en", ""),
        ways=[
            Reach(CHANNELS.label(way.type, say), way.address, way.confirmed)
            for way in each.channels
        ],
        facts=_facts(each, language),
        danger=each.from_home == DANGER,
        political=each.political,
        closed=each.closed,
        sure=each.confirmed and bool(each.sources),
        stale=each.stale(today),
        looked_up=each.verified_on,
        pages=", ".join(f"{source.page} [{source.level}]" for source in each.sources),
    )


def _facts(each: Organisation, language: str) -> list[str]:
    """Languages, country, hours, money, as far as anything is known."""
    say = translator(language)
    spoken = wording.languages(each.languages, language, say) or say(_SPOKEN_UNKNOWN)
    if each.languages and not each.languages_confirmed:
        spoken += f" ({say(_UNCONFIRMED)})"
    country = wording.country(each.country, language) if each.country else ""
    told = [spoken, country, each.hours, say(wording.GRANTS[each.grants])]
    return [text for text in told if text]
