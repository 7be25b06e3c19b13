"""Giving cards and papers out: the only way by which any of them leaves, and the gate reads it."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from panoh.casebook.consent.answers import Use, answer
from panoh.casebook.consent.gate import Outgoing
from panoh.casebook.consent.giving import FINAL, Outcome, offer
from panoh.casebook.record import Case

PROTECTION = "protection"
WALLET, FAMILY, CONTACTS, PLAN, HOME_PLAN = "wallet", "family", "contacts", "plan", "home"
#: Who gets each paper: what is carried, or kept at home, may be found by anybody.
RECIPIENTS: Mapping[str, str] = {
    WALLET: "card",
    FAMILY: "card",
    HOME_PLAN: "card",
    CONTACTS: "trusted",
    PLAN: "trusted",
}


def use_of(paper: str, day: date) -> Use:
    """The way out that a paper takes."""
    return Use(RECIPIENTS[paper], PROTECTION, day)


def outgoing(paper: str, made: bytes, day: date) -> Outgoing:
    """The file as it leaves; its name says which paper it is and of which day."""
    return Outgoing(f"{paper}-{day.isoformat()}.pdf", made)


def may_tell_health(case: Case, paper: str, person: str) -> bool:
    """Whether somebody allowed their health to stand on a paper; the gate knows names, not that."""
    use = use_of(paper, case.clock().date())
    return bool(person) and answer(case.vault.db, person, "health", use).allowed


def give_paper(
    case: Case,
    paper: str,
    made: bytes,
    folder: Path,
    persons: Sequence[str],
    *,
    looked: Sequence[str] = (),
) -> Outcome:
    """Write a paper into a folder, unless the gate stays closed; nobody's name is in its name.

    `looked` are the numbers of what a person has looked at: a code, Persian words. Raises
    FileExists.
    """
    day = case.clock().date()
    use = use_of(paper, day)
    return offer(
        case, [outgoing(paper, made, day)], folder, use, persons=persons, state=FINAL, looked=looked
    )
