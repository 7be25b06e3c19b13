"""What was begun on the page Record and is not saved yet."""

from datetime import datetime

from panoh.casebook.record import Case
from panoh.model.messages import mark as _
from panoh.model.todo import Target, Todo
from panoh.vault import Vault
from panoh.web.record.draft import waiting


def todos(vault: Vault, now: datetime) -> list[Todo]:
    """One line while drafts wait."""
    del now
    count = len(waiting(Case(vault)))
    if not count:
        return []
    return [
        Todo(
            area="record",
            text=_("Begun and not saved: {count}. Go on where you stopped."),
            values={"count": count},
            target=Target("record"),
        )
    ]
