"""How the exile of the example keeps safe: a threat, incidents, a check, a drill worked through."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from panoh.casebook.index.reading import root_of
from panoh.casebook.record import Case
from panoh.demo.files import read
from panoh.demo.rows import Taken
from panoh.emergency.alarm import FINAL, alarm, checklist
from panoh.emergency.plan.blocks import EXILE
from panoh.emergency.plan.reading import plans
from panoh.emergency.telling import call_off, declare, mark
from panoh.model.dates import PartialDate
from panoh.model.kinds import Capacity, Device, Impact, Incident, Mention, Profile, Threat
from panoh.security.checks import CHECKS
from panoh.security.checks.looking import Everything, Seen
from panoh.security.checks.run import Outcome, judge
from panoh.security.incidents import record_incident
from panoh.security.profile import record_profile
from panoh.security.progress import DONE, LATER, record_outcomes, record_state
from panoh.security.threats import record_threat


def guard(case: Case, taken: Taken, exiles: Mapping[str, str]) -> None:
    """Record it all as if it had been told on the days on which it happened."""
    told, prepared = read("guarded.json"), read("prepared.json")
    db = case.vault.db
    people = {
        "exile": root_of(db, exiles[prepared["exile"]]),
        "relative": root_of(db, taken.harmed(db, prepared["relative"])),
    }
    _profile(case, told["profile"])
    logged = [_incident(case, each, people) for each in told["incidents"]]
    signs = [
        about
        for about, each in zip(logged, told["incidents"], strict=True)
        if each["told"]["type"] == told["threat"]["of"]
    ]
    _threat(case, told["threat"], people["relative"], signs)
    _checks(case, told)
    _drill(case, told["drill"])


def ago(case: Case, *, days: int, minutes: int = 0) -> Case:
    """The same case as it would have been written in so many days ago, and so many minutes on."""
    moment = case.clock() - timedelta(days=days) + timedelta(minutes=minutes)
    return replace(case, clock=lambda: moment)


def _profile(case: Case, told: Mapping[str, Any]) -> None:
    devices = tuple(Device(*each) for each in told["devices"])
    record_profile(
        case,
        Profile(audiences=tuple(told["audiences"]), devices=devices, country=told["country"]),
    )


def _incident(case: Case, each: Mapping[str, Any], people: Mapping[str, str]) -> str:
    then = ago(case, days=each["days_ago"])
    day = PartialDate(then.clock().date().isoformat())
    whom = (Mention(people[each["affected"]]),)
    return record_incident(then, Incident(when=day, affected=whom, **each["told"]))


def _threat(case: Case, told: Mapping[str, Any], target: str, signs: list[str]) -> None:
    today = case.clock().date()
    kept: dict[str, Any] = {
        name: tuple(told[name]) if isinstance(told[name], list) else told[name] for name in _THREAT
    }
    capacities = tuple(
        Capacity(text, owner, (today - timedelta(days=days)).isoformat())
        for text, owner, days in told["capacities"]
    )
    review = today + timedelta(days=told["review_in_days"])
    record_threat(
        case,
        Threat(
            **kept,
            targets=(Mention(target),),
            impacts=tuple(Impact(on, level) for on, level in told["impacts"]),
            capacities=capacities,
            incidents=tuple(signs),
            reviewed=PartialDate(today.isoformat()),
            review=PartialDate(review.isoformat()),
        ),
    )


_THREAT = (
    "type", "title", "actor", "pattern", "likelihood", "reason", "confidence", "vulnerabilities",
    "acceptable", "prevent", "react", "signs",
)  # fmt: skip


def _checks(case: Case, told: Mapping[str, Any]) -> None:
    """A check that fails, the measure done, the check again; another measure put off."""
    first, again = told["looked"]
    _look(case, told, first)
    for state, each in ((DONE, told["measure"]), (LATER, told["later"])):
        then = ago(case, days=each["days_ago"])
        record_state(then, each["id"], each["device"], state, each["why"])
    _look(case, told, again)


def _look(case: Case, told: Mapping[str, Any], looked: Mapping[str, Any]) -> None:
    """What the real checks say of an invented machine."""
    then = ago(case, days=looked["days_ago"])
    texts = told["seen"] | {"gnome_idle": looked["gnome_idle"]}
    seen = Everything({name: Seen(text) for name, text in texts.items()})
    outcomes = [
        Outcome(check, judge(check, seen, then.clock()), then.clock())
        for check in CHECKS
        if check.key in told["checks"]
    ]
    record_outcomes(then, outcomes, told["measure"]["device"])


def _drill(case: Case, told: Mapping[str, Any]) -> None:
    """The plan abroad is declared, several people work through it, two call it off."""
    db, days = case.vault.db, told["days_ago"]
    of = next(each for each in plans(db) if each.side == EXILE)
    root = declare(ago(case, days=days), of, told["by"], told["reason"])
    for task, by, minutes in told["taken"]:
        mark(ago(case, days=days, minutes=minutes), alarm(db, root), task, "taken", by)
    for task, by, minutes, note in told["done"]:
        mark(ago(case, days=days, minutes=minutes), alarm(db, root), task, DONE, by, note)
    state, by, minutes, note = told["rest"]
    left = [each.task for each in checklist(db, alarm(db, root)) if each.state not in FINAL]
    for task in left:
        mark(ago(case, days=days, minutes=minutes), alarm(db, root), task, state, by, note)
    for by, minutes in told["over"]:
        then = ago(case, days=days, minutes=minutes)
        call_off(then, alarm(db, root), by, told["why"])
