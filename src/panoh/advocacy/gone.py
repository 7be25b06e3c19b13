"""What went out with somebody in it and cannot be called back: to whom, when, which documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.advocacy.publications import PAGE, PublicationFile
from panoh.casebook.consent.answers import REFUSED, WITHDRAWN, asked
from panoh.casebook.consent.giving import FINAL
from panoh.casebook.consent.watched import decides
from panoh.casebook.index.reading import members, naming, root_of
from panoh.casebook.view import View
from panoh.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Gone:
    """One time that documents were given out; `documents` are their SHA-256 as hex.

    `recorded` is the moment at which it was noted, just before it was given.
    """

    action: str
    recipient: str
    when: PartialDate | None
    documents: tuple[str, ...]
    persons: tuple[str, ...]
    publication: str
    recorded: str


def gone_with(db: Any, who: str, publication: str = "") -> list[Gone]:
    """Everything given out that has somebody in it, or only one publication; the newest last."""
    found = naming(db, members(db, root_of(db, who)), "action", "persons")
    return _told(db, (view for view in found if not publication or _of(view) == publication))


def gone_of(db: Any, publication: str) -> list[Gone]:
    """Every time that a publication was given out; the newest last."""
    return _told(db, naming(db, [publication], "action", "publication"))


def withdrew(db: Any, found: PublicationFile, day: date) -> set[str]:
    """Who stands in a publication that went out and has said no since, or took a yes back."""
    way, what = found.way(day), "facts" if found.type == PAGE else "name"
    people = {each for gone in gone_of(db, found.root) for each in gone.persons}
    return {
        root
        for root in people
        if asked(db, decides(db, root)).may(what, way) in (REFUSED, WITHDRAWN)
    }


def _told(db: Any, views: Iterable[View]) -> list[Gone]:
    told = [_gone(db, view) for view in views if _first(view, "state") == FINAL]
    return sorted(told, key=lambda each: (each.recorded, each.action))


def _gone(db: Any, view: View) -> Gone:
    days = [told.value for told in view.told("when") if told.value]
    return Gone(
        action=view.root,
        recipient=_first(view, "recipient"),
        when=days[0] if days else None,
        documents=tuple(view.each("documents")),
        persons=tuple(dict.fromkeys(root_of(db, each) for each in view.each("persons"))),
        publication=_of(view),
        recorded=max(told.statement.recorded for told in view.told("state")),
    )


def _of(view: View) -> str:
    return _first(view, "publication")


def _first(view: View, field: str) -> str:
    return next((str(told.value) for told in view.told(field) if told.value), "")
