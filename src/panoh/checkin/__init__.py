"""Check-ins: the states, times, ladder and proofs of a check-in, without side effects.

`step(plan, state, event, now)` is all there is: it returns the new state and what has to be said
to whom. What it promises: no alarm before due time + grace + the time nobody was watching; every
cycle ends in a check-in or an alarm; an alarm ends only by a named contact with a reason, and until
then it grows louder and does not stop; under duress everything looks the same.
"""

from panoh.checkin.machine import step
from panoh.checkin.plan import Address, Contact, Device, Page, Plan, Rung, check_plan
from panoh.checkin.state import Outward, Phase, Reason, State, name_of, next_at, outward
from panoh.checkin.watch import preview

__all__ = [
    "Address",
    "Contact",
    "Device",
    "Outward",
    "Page",
    "Phase",
    "Plan",
    "Reason",
    "Rung",
    "State",
    "check_plan",
    "name_of",
    "next_at",
    "outward",
    "preview",
    "step",
]
