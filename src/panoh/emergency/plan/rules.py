"""Days that nobody can move: rules that count from the alarm, and dates that a plan names."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from panoh.emergency.plan.timeline import DEVICES, HELD, TAKEN
from panoh.model.messages import mark as _


@dataclass(frozen=True, slots=True)
class Rule:
    """So many days after the alarm something ends. `country` empty: everywhere.

    `confirmed` is false where no page of those who make the rule was read: ask before relying.
    """

    code: str
    days: int
    text: str
    scenarios: tuple[str, ...]
    source: str
    verified_on: str
    confirmed: bool = False
    country: str = ""


RULES = (
    Rule(
        "signal_lock", 7,
        _("Signal's registration lock may end: whoever holds the SIM card could take the account."),
        (*TAKEN, "device_seized"),
        "privacyguides.org, change 1494; ActivistChecklist, page on the Signal PIN", "2026-11",
    ),
    Rule(
        "signal_linked", 30, _("Linked computers of a Signal account that rests may drop out."),
        (*TAKEN, "device_seized"), "Signal-Desktop, issues 4328 and 4730", "2026-11",
    ),
    Rule(
        "de_complaint", 89,
        _("Germany: some offences are prosecuted only if reported within three months."),
        ("threat_abroad", "doxxing", "embassy", *HELD, *DEVICES),
        "Criminal Code, section 77b; from general knowledge", "2026-11", country="DE",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hard:
    """One day that cannot move. `text` is a msgid unless `own`; `confirmed` as in a rule."""

    day: date
    text: str
    own: bool = False
    confirmed: bool = True
    source: str = ""


def from_rules(scenario: str, country: str, declared: datetime) -> list[Hard]:
    """The hard days that count from the alarm."""
    return [
        Hard(
            (declared + timedelta(days=rule.days)).date(),
            rule.text,
            confirmed=rule.confirmed,
            source=rule.source,
        )
        for rule in rules_for(scenario, country)
    ]


def rules_for(scenario: str, country: str) -> list[Rule]:
    """The rules that hold for a situation in a country, the shortest first."""
    found = [
        rule
        for rule in RULES
        if scenario in rule.scenarios and rule.country in ("", country.upper())
    ]
    return sorted(found, key=lambda rule: rule.days)
