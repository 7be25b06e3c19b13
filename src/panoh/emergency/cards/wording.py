"""What stands on cards and papers beside people's own words; it exists in every language."""

from datetime import date

from panoh.emergency.plan.wording import Reader
from panoh.model.dates import PartialDate, format_date
from panoh.model.messages import mark as _

CARD = _("Card")
CALL_FIRST = _("In an emergency call")
CALL_SECOND = _("If nobody answers")
LAWYER = _("My lawyer")
DOCTOR = _("My doctor")
HEALTH = _("Health")
LANGUAGES = _("I speak")
ASK = _("To know that I am safe, ask")
HELP = _("Cut along the dashed line. Fold on the dotted line, the words outside.")
CODE = _("Code with the first number to call")

AT_HOME = _("If something happens")
CONTACTS = _("Who can help")
NAME, HELPS, TIME, HOW, LIMITS = (
    _("Name"), _("Helps with"), _("When"), _("How"), _("Mind"),
)  # fmt: skip
TO_DO = _("What to do")
#: The fields that stand on a paper for a relative at home, in their order.
FOR_HOME = {
    "script": _("What to say"),
    "if_visited": _("If somebody comes to the door"),
    "who_calls": _("Who calls you"),
    "signs": _("How you notice it"),
    "medical": HEALTH,
    "bag": _("Bag that stands ready"),
    "children": _("The children"),
    "care": _("Who looks after whom"),
    "rest": _("Rest"),
    "support": _("Somebody to talk to"),
}
OLD = _("Made on {day}. Destroy older copies.")


def made_on(reader: Reader, day: date) -> str:
    """The line at the foot of a paper: its day, in the reader's calendar."""
    shown = format_date(PartialDate(day.isoformat()), reader.language)
    return reader.say(OLD).format(day=shown)
