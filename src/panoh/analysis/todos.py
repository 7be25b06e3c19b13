"""What recognising people wants decided: pairs that may be one person, acts told twice."""

from datetime import datetime

from panoh.casebook.counts import count
from panoh.model.messages import mark as _
from panoh.model.todo import Target, Todo
from panoh.vault import Vault


def todos(vault: Vault, now: datetime) -> list[Todo]:
    """One line while pairs are open: until they are answered, every number is a range."""
    del now
    counts = count(vault.db)
    if not counts.open_people and not counts.open_acts:
        return []
    return [
        Todo(
            area="people",
            text=_("{pairs} pairs may be one person, and {acts} pairs of acts told twice. Decide."),
            values={"pairs": counts.open_people, "acts": counts.open_acts},
            target=Target("review"),
        )
    ]
