"""The tasks that every plan for a situation has, from the first minute to the thirtieth day."""

from panoh.emergency.plan.at_home import AT_HOME
from panoh.emergency.plan.blocks import EXILE, HOME
from panoh.emergency.plan.step import ALL, Step
from panoh.model.messages import mark as _
from panoh.model.thesauri import OFFSETS

TAKEN = ("arrest_home", "arrest_travel", "disappearance")
HELD = (*TAKEN, "relative_taken")
DEVICES = ("device_seized", "account_taken")
ABROAD = ("threat_abroad", "doxxing", "home_unsafe")


_EXILE = (
    Step("tell", "at_once", _("Tell everybody who has a part, in the agreed way.")),
    Step("note", "at_once", _("Write down when it happened, what was seen, and who told it.")),
    Step("danger", "at_once", _("In danger now: call the emergency number of this country."),
         scenarios=ABROAD),
    Step("no_call", "at_once", _("Do not call or write to the telephone that may be taken."),
         scenarios=(*TAKEN, "device_seized")),
    Step("lawyer", "at_once", _("Call the lawyer. Ask where the person is held, and by whom."),
         "lawyer", HELD),
    Step("untouched", "at_once", _("Do not switch the device on or connect it."), "digital",
         ("device_returned",)),
    Step("go", "at_once", _("Go to the agreed place. Leave the telephone that may be followed."),
         scenarios=("home_unsafe",)),
    Step("embassy", "at_once", _("Do not go there and sign nothing. Ask the lawyer first."),
         "lawyer", ("embassy", "arrest_travel")),
    Step("groups", "first_hour", _("Take the account out of groups and shared documents."),
         "digital", (*TAKEN, *DEVICES)),
    Step("sessions", "first_hour",
         _("End open sessions in the order of the plan. Delete nothing that may be evidence."),
         "digital", (*TAKEN, *DEVICES)),
    Step("script", "first_hour", _("Tell the relatives what was agreed, and nothing else."),
         "family_speaker", HELD),
    Step("medicine", "first_hour", _("Tell the lawyer which medicines are needed, and by when."),
         "lawyer", HELD),
    Step("notice", "first_hour",
         _("Ask the lawyer about an Interpol notice, and to tell the border police of asylum."),
         "lawyer", ("arrest_travel",)),
    Step("keep", "first_hour", _("Save what was sent or published, with address and time."),
         "digital", ("threat_abroad", "doxxing", "account_taken", "embassy")),
    Step("sim", "first_hour", _("Have the SIM card blocked, if that destroys no evidence."),
         "digital", ("device_seized",)),
    Step("public", "six_hours", _("Decide about publicity as the plan says. Publish nothing yet."),
         "publicity", (*HELD, "doxxing")),
    Step("organisations", "six_hours", _("Tell the organisations that the plan names."),
         scenarios=(*HELD, *ABROAD)),
    Step("dependants", "six_hours", _("See to children, dependants and animals."), "dependants",
         (*TAKEN, "home_unsafe")),
    Step("examine", "six_hours", _("Have somebody who knows look at the device."), "digital",
         ("device_returned", "account_taken")),
    Step("police", "first_day",
         _("Report it to the police here. Ask for a receipt, and an interpreter from elsewhere."),
         "authorities", ("threat_abroad", "doxxing", "embassy", "relative_taken")),
    Step("bodies", "first_day", _("Look which bodies can be written to, and by when."), "lawyer",
         HELD),
    Step("ministry", "first_day", _("Tell the foreign ministry here, if the plan allows it."),
         "authorities", HELD),
    Step("wishes", "first_day", _("Speak with the family again. Ask what they wish."),
         "family_speaker", HELD),
    Step("turns", "first_day", _("See that those who help eat, sleep and take turns."), "support"),
    Step("public_again", "two_days", _("Decide about publicity again, with what is known now."),
         "publicity", HELD),
    Step("money", "two_days", _("Look what money is needed this week, and who asks for it."),
         "money", (*HELD, "home_unsafe")),
    Step("words", "two_days", _("Change the agreed words and ways to talk that may be known."),
         "digital", (*TAKEN, *DEVICES, "device_returned")),
    Step("signal", "five_days",
         _("Act on the Signal account before the seventh day, when its lock may end."), "digital",
         (*TAKEN, "device_seized")),
    Step("permits", "five_days", _("Look at permits and appeals that end soon."), "lawyer",
         (*HELD, "home_unsafe")),
    Step("together", "two_weeks", _("Go through the list together. What is no longer needed?")),
    Step("talk", "two_weeks", _("Ask how everybody is. Offer somebody to talk to."), "support"),
    Step("linked", "one_month", _("Linked computers of the Signal account may drop out now."),
         "digital", (*TAKEN, "device_seized")),
    Step("learn", "one_month", _("Change the plan by what was learned.")),
)  # fmt: skip

_BY_SIDE = {EXILE: _EXILE, HOME: AT_HOME}


def steps(scenario: str, side: str) -> tuple[Step, ...]:
    """The tasks for a situation and side, in the order of time; an unknown side gets those at home.

    For a situation nobody named, only what every situation needs.
    """
    found = [
        each
        for each in _BY_SIDE.get(side, AT_HOME)
        if scenario in each.scenarios or each.scenarios == ALL
    ]
    return tuple(sorted(found, key=lambda each: OFFSETS[each.at]))


STEPS_BY_CODE = {each.code: each for each in (*_EXILE, *AT_HOME)}
