"""Contacts as tests tell them; every name is invented."""

from datetime import UTC, date, datetime

from panoh.casebook.record import Case
from panoh.network.contacts import ContactFile, contact
from panoh.network.telling import Way, add_contact, attempt, channel_of

#: A Tuesday; in Warsaw it is 11:00, in Dushanbe 15:00.
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
TODAY = NOW.date()


def saodat(case: Case) -> ContactFile:
    """Given Saodat, a lawyer in Warsaw who speaks Russian and answers on weekdays."""
    about = add_contact(
        case,
        ["Саодат Нилуфарова"],
        [Way("signal", "+48 601 222 333"), Way("email", "saodat@example.org")],
        type="lawyer",
        helps=("lawyer_host", "asylum"),
        languages=("ru", "pl"),
        country="PL",
        zone="Europe/Warsaw",
        hours="Mo-Fr 09:00-17:00",
        listed="yes",
    )
    return contact(case.vault.db, about)


def tried(
    case: Case,
    who: ContactFile,
    day: date = TODAY,
    outcome: str = "reached",
    key: str = "",
    checked: str = "",
    through: str = "signal",
) -> ContactFile:
    """Somebody tried to reach them; returns what is known then."""
    attempt(case, channel_of(who, through), outcome, day, key=key, checked=checked, by="Niso")
    return contact(case.vault.db, who.root)
