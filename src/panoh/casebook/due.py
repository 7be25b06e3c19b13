"""Whether a reply to something that was sent or asked is awaited, and until which day."""

from datetime import date

from panoh.casebook.view import View
from panoh.model.dates import bounds

YES = frozenset(("yes",))


def reply_due(action: View) -> date | None:
    """The last day of waiting; `None` if no day was set, or whoever waited said that it is done.

    Where members differ on the day, the first counts; where they differ on whether it is done, it
    is not.
    """
    if {told.value for told in action.relied("closed")} == YES:
        return None
    days = (bounds(told.value)[1] for told in action.relied("reply_due") if told.value)
    return min(filter(None, days), default=None)
