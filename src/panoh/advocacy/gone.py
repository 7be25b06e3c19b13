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
    gone = gone_of(db, found.root)
    return {root for each in gone for root in left_of(db, found, each, day)}


def left_of(db: Any, found: PublicationFile, gone: Gone, day: date) -> set[str]:
    """Those who have withdrawn from what went out this one time."""
    return {root for root in gone.persons if _left(db, found, gone, root, day)}


def _left(db: Any, found: PublicationFile, gone: Gone, root: str, day: date) -> bool:
    """Who was on a public page may have been named, or told of by number: which, nobody noted.

    So a no to the name counts there only if it was recorded after the page went out.
    """
    who, way = asked(db, decides(db, root)), found.way(day)
    no = {what for what in ("name", "facts") if who.may(what, way) in (REFUSED, WITHDRAWN)}
    if found.type != PAGE:
        return "name" in no
    return "facts" in no or ("name" in no and _newest(who.consents) > gone.recorded)


def _newest(views: Iterable[View]) -> str:
    """The moment at which something was last recorded in these views; empty if never."""
    told = (each for view in views for values in view.fields.values() for each in values)
    return max((each.statement.recorded for each in told), default="")


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
