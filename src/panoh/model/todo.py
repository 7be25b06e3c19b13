"""A todo: one thing somebody should do or look at. Each area offers its own; Today sorts them."""

from collections.abc import Mapping
from datetime import date
from enum import IntEnum

import msgspec


class Urgency(IntEnum):
    """How soon a thing wants a person; the smaller comes first."""

    NOW = 0
    SOON = 1
    LATER = 2


class Target(msgspec.Struct, frozen=True):
    """Where a todo leads: the key of an area of the interface, and what to open there, if any."""

    area: str
    entity: str = ""


class Todo(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to do. `text` is a msgid, `values` fill its braces, `area` is who offers it.

    A todo is computed and never kept: it is gone when what it speaks of is done. `due` is the last
    day, where there is one.
    """

    area: str
    text: str
    values: Mapping[str, str | int | date] = {}
    due: date | None = None
    urgency: Urgency = Urgency.SOON
    target: Target

    def is_late(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.due is not None and self.due < today


def order(todo: Todo) -> tuple[Urgency, date]:
    """What todos are sorted by: how urgent, then by when; else as they were offered."""
    return (todo.urgency, todo.due or date.max)
