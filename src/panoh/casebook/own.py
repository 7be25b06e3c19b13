"""What a member told before, so that saying it anew replaces their own words and nobody else's."""

from collections.abc import Iterable

from panoh.casebook.record import Case
from panoh.casebook.view import View


def own_earlier(case: Case, views: Iterable[View], fields: Iterable[str]) -> list[tuple[str, str]]:
    """The live statements of this member, speaking for herself, in some fields of these views."""
    return [
        (told.id, name)
        for view in views
        for name in sorted(fields)
        for told in view.told(name)
        if told.statement.by == case.member and not told.statement.source
    ]
