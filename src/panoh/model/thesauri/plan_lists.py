"""Lists about emergency plans: situations, sides, parts people take, steps in time."""

from panoh.model.messages import mark as _
from panoh.model.thesauri.thesaurus import Term, thesaurus

# fmt: off
SCENARIOS = thesaurus(
    "scenarios",
    [
        Term("arrest_home", _("arrest in the country of origin")),
        Term("arrest_travel", _("arrest while travelling, Interpol notice")),
        Term("disappearance", _("disappearance")),
        Term("threat_abroad", _("threat received abroad")),
        Term("relative_taken", _("relative detained or summoned")),
        Term("device_seized", _("telephone or computer taken")),
        Term("account_taken", _("account taken over")),
        Term("home_unsafe", _("home no longer safe")),
        Term("doxxing", _("private details published")),
        Term("embassy", _("embassy or consulate makes contact")),
        Term("device_returned", _("a lost device comes back")),
    ],
)

#: For whom a plan is: whoever is abroad, or a relative at home who must hold nothing dangerous.
SIDES = thesaurus(
    "sides",
    [
        Term("exile", _("for the person abroad")),
        Term("home", _("for a relative at home")),
    ],
)

#: The parts that people take when a plan is declared.
PARTS = thesaurus(
    "parts",
    [
        Term("coordinator", _("coordinator")),
        Term("lawyer", _("lawyer")),
        Term("family_speaker", _("speaks with the family")),
        Term("publicity", _("publicity")),
        Term("digital", _("accounts and devices")),
        Term("money", _("money")),
        Term("dependants", _("children, dependants, animals")),
        Term("translator", _("translator")),
        Term("authorities", _("embassies and authorities")),
        Term("support", _("support for those who help")),
    ],
)

PUBLICITY = thesaurus(
    "publicity",
    [
        Term("quiet", _("stay quiet")),
        Term("public", _("go public")),
        Term("ask", _("ask somebody first")),
    ],
)

#: When a task is due after the plan was declared; `OFFSETS` gives the hours.
TIMES = thesaurus(
    "times",
    [
        Term("at_once", _("at once")),
        Term("first_hour", _("within the first hour")),
        Term("six_hours", _("within 6 hours")),
        Term("first_day", _("within 24 hours")),
        Term("two_days", _("within 48 hours")),
        Term("five_days", _("within 5 days")),
        Term("two_weeks", _("within 14 days")),
        Term("one_month", _("within 30 days")),
    ],
)
OFFSETS = {
    "at_once": 0, "first_hour": 1, "six_hours": 6, "first_day": 24, "two_days": 48,
    "five_days": 120, "two_weeks": 336, "one_month": 720,
}

#: The four ways to talk, in the order in which they are tried.
STEPS = thesaurus(
    "steps",
    [
        Term("primary", _("first")),
        Term("alternate", _("second")),
        Term("contingency", _("third")),
        Term("emergency", _("last resort")),
    ],
)

TASK_STATES = thesaurus(
    "task_states",
    [
        Term("open", _("open")),
        Term("taken", _("somebody is on it")),
        Term("done", _("done")),
        Term("not_needed", _("not needed")),
        Term("impossible", _("cannot be done")),
    ],
)

DRILL_RESULTS = thesaurus(
    "drill_results",
    [
        Term("worked", _("worked")),
        Term("partly", _("worked in part")),
        Term("failed", _("did not work")),
    ],
)
# fmt: on
