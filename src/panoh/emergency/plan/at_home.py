"""What a relative at home does: little, the same in every situation, safe to be found with.

These words exist in every language.
"""

from panoh.emergency.plan.step import Step
from panoh.model.messages import mark as _

AT_HOME = (
    Step("h_calm", "at_once", _("Stay calm. Say nothing about anybody who is not there."), ""),
    Step("h_script", "at_once", _("Say what was agreed, and nothing else."), ""),
    Step("h_lawyer", "at_once", _("Ask for a lawyer before you answer or sign."), ""),
    Step("h_take", "at_once", _("If you must go with them, take medicines and papers."), ""),
    Step("h_wait", "first_hour", _("Wait for the agreed call. Do not call yourself."), ""),
    Step("h_children", "first_hour", _("Bring the children to the agreed person."), ""),
    Step("h_doctor", "first_day", _("Have a doctor write down any injury, once it is safe."), ""),
    Step("h_rest", "first_day", _("Rest, eat, and be with somebody you trust."), ""),
)

#: The times that stand above them.
TIMES_AT_HOME = {
    "at_once": _("at once"),
    "first_hour": _("within the first hour"),
    "first_day": _("within 24 hours"),
}
