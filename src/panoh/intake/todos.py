"""What taking in lists leaves for a person: the rows that could not be read."""

from datetime import datetime

from panoh.intake.unread import how_many_unread
from panoh.model.messages import mark as _
from panoh.model.todo import Target, Todo, Urgency
from panoh.vault import Vault


def todos(vault: Vault, now: datetime) -> list[Todo]:
    """One line while rows wait."""
    del now
    count = how_many_unread(vault.db)
    if not count:
        return []
    return [
        Todo(
            area="people",
            text=_("Rows of lists that could not be read: {count}. Look at them."),
            values={"count": count},
            urgency=Urgency.LATER,
            target=Target("unread"),
        )
    ]
