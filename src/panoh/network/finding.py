"""Who can help with something now: open first, then those of whom it is not known."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from panoh.network.contacts import ContactFile, helping

#: Open first; not known stands before surely closed.
_ORDER = {True: 0, None: 1, False: 2}


@dataclass(frozen=True, slots=True)
class Offer:
    """A contact who helps with what is asked; local time and hours may be unknown (`None`)."""

    contact: ContactFile
    local: datetime | None
    open_now: bool | None


def who_can(
    db: Any, need: str, now: datetime, *, language: str = "", country: str = ""
) -> list[Offer]:
    """The contacts who help with `need`, those within their hours first.

    With a language or country only those of whom it is recorded: silence is no yes.
    """
    offers = [
        Offer(each, each.local(now), each.open_now(now))
        for each in helping(db, now.date())
        if need in each.many("helps")
        and (not language or language in each.many("languages"))
        and (not country or country.casefold() == each.text("country").casefold())
    ]
    return sorted(offers, key=lambda offer: (_ORDER[offer.open_now], offer.contact.name.casefold()))
