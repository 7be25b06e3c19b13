"""The public organisations that ship with the program, found by need, language and country.

What nobody could confirm is marked in the data, channel by channel and language by language; an
address that is not confirmed is to be looked up on the organisation's own page before it is used.
Of an address that the guidance tells as well, the data does not say it again: one place holds it.
"""

from datetime import date
from functools import cache
from importlib.resources import files

import msgspec

from panoh.guidance.facts import known_contacts, same_contact

#: After so many days an entry has to be looked up again before anybody relies on it.
STALE_AFTER = 90
#: Whether somebody at home may contact them from a telephone that is listened to.
DANGER, UNKNOWN = "danger", "unknown"
MANY = "many"


class PublicChannel(msgspec.Struct, frozen=True, omit_defaults=True):
    """One public way to an organisation; `confirmed` if a page of theirs was seen that says so."""

    type: str
    address: str
    confirmed: bool = False


class Source(msgspec.Struct, frozen=True):
    """A page that was read. `level`: A their own, B established, C a pointer only."""

    page: str
    level: str


class Organisation(msgspec.Struct, frozen=True, omit_defaults=True):
    """One organisation. `serves` empty: not bound to a country. `note` by language.

    `languages` may be "many": which ones nobody has looked up. `confirmed` says that what they
    help with was read in a source; `grants` is yes, no, some or unknown; `from_home` is danger or
    unknown, and never says safe.
    """

    id: str
    name: str
    helps: tuple[str, ...]
    languages: tuple[str, ...]
    verified_on: str
    country: str = ""
    serves: tuple[str, ...] = ()
    web: str = ""
    hours: str = ""
    channels: tuple[PublicChannel, ...] = ()
    languages_confirmed: bool = False
    confirmed: bool = False
    grants: str = UNKNOWN
    from_home: str = UNKNOWN
    political: bool = False
    closed: bool = False
    sources: tuple[Source, ...] = ()
    note: dict[str, str] = {}

    def stale(self, today: date) -> bool:
        """Whether it was looked up so long ago that it must be looked up again."""
        year, month = map(int, self.verified_on.split("-")[:2])
        return (today - date(year, month, 1)).days > STALE_AFTER + 30


class Directory(msgspec.Struct, frozen=True):
    """All of them."""

    organisations: tuple[Organisation, ...]


@cache
def organisations() -> tuple[Organisation, ...]:
    """Every organisation, in the order of the data."""
    data = files("panoh.network.directory").joinpath("organisations.json").read_bytes()
    found = msgspec.json.decode(data, type=Directory).organisations
    return tuple(
        msgspec.structs.replace(each, channels=tuple(map(_as_told, each.channels)))
        for each in found
    )


def _as_told(channel: PublicChannel) -> PublicChannel:
    """The channel, confirmed as far as the guidance has it confirmed if it tells the same one."""
    fact = known_contacts().get(same_contact(channel.address))
    return msgspec.structs.replace(channel, confirmed=fact.confirmed) if fact else channel


def help_for(need: str, *, language: str = "", country: str = "") -> list[Organisation]:
    """The organisations that help with `need`; those confirmed stand first, the closed last.

    With a country, those bound to other countries are left out; with a language, those not known
    to speak it; those said to speak many stay, after the others.
    """
    found = [
        each
        for each in organisations()
        if need in each.helps
        and (not language or language in each.languages or MANY in each.languages)
        and (not country or not each.serves or country.upper() in each.serves)
    ]
    return sorted(found, key=lambda each: (each.closed, MANY in each.languages, not each.confirmed))
