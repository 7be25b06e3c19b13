"""The consent gate before a plan leaves: whoever an address in it leads to must have said yes."""

from collections.abc import Sequence
from datetime import date

import msgspec

from panoh.casebook.consent.answers import Use
from panoh.casebook.consent.gate import GateClosed, Outgoing, Stop, inspect
from panoh.casebook.consent.giving import FINAL, hand_over
from panoh.casebook.record import Case
from panoh.checkin import Plan

RECIPIENT, USE = "watcher", "protection"
_NAME = "check-in.txt"


def use_of(day: date) -> Use:
    """The way out that a check-in takes."""
    return Use(RECIPIENT, USE, day)


def stops(case: Case, plan: Plan) -> list[Stop]:
    """Who in a plan has not said yes; empty means that it may go."""
    return inspect(case.vault.db, [_outgoing(plan)], use_of(case.clock().date()))


def give(case: Case, plan: Plan, persons: Sequence[str]) -> None:
    """Note that a plan goes out, to whom and for whom; raises GateClosed."""
    use = use_of(case.clock().date())
    outcome = hand_over(case, [_outgoing(plan)], use, persons=persons, state=FINAL)
    if outcome.stops:
        raise GateClosed(count=len(outcome.stops))


def _outgoing(plan: Plan) -> Outgoing:
    return Outgoing(_NAME, msgspec.json.encode(plan))
