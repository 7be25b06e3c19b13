"""Composing a complaint from the casebook: who may be named, what is told, what is missing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from panoh.casebook.index.reading import root_of
from panoh.casebook.people import person_file
from panoh.casebook.view import View, settle
from panoh.legal.submissions.errors import NobodyMayBeNamed, OtherForum
from panoh.legal.submissions.wgad.complaint import (
    Argument,
    Complaint,
    Permissions,
    PersonPart,
    Review,
)
from panoh.legal.submissions.wgad.gaps import gaps
from panoh.legal.submissions.wgad.notes import Notes
from panoh.legal.submissions.wgad.people import kin_of, person_part
from panoh.legal.submissions.wgad.procedure import procedure
from panoh.legal.submissions.wgad.telling import Teller


def compose(
    db: Any,
    matter: View,
    persons: Sequence[str],
    day: date,
    allowed: Permissions,
    *,
    review: Review | None = None,
    banner: str = "",
) -> Complaint:
    """The complaint of this matter for these persons, as it stands on this day.

    Who did not allow their name is left out and only counted. Raises `NobodyMayBeNamed` if that
    leaves nobody, `OtherForum` if the matter is meant for another body.
    """
    facts = procedure()
    if {told.value for told in matter.told("forum")} - {"", facts.short}:
        raise OtherForum
    roots = list(dict.fromkeys(root_of(db, each) for each in persons))
    named = [root for root in roots if allowed.may(root, "name")]
    if not named:
        raise NobodyMayBeNamed
    notes = Notes(db)
    parts = tuple(
        _part(number, Teller(db, allowed, notes, facts.languages, root))
        for number, root in enumerate(named, 1)
    )
    argument = argument_of(matter)
    return Complaint(
        day=day,
        persons=parts,
        argument=argument,
        gaps=gaps(parts, argument),
        citations=notes.citations(),
        files=notes.files(),
        procedure=facts,
        left_out=len(roots) - len(named),
        review=review,
        banner=banner,
    )


def _part(number: int, teller: Teller) -> PersonPart:
    file = person_file(teller.db, teller.root)
    return person_part(number, file, replace(teller, kin=kin_of(file, teller)))


def argument_of(matter: View) -> Argument:
    """What the submitter wrote; a field on which members contradict each other stays empty."""

    def said(field: str) -> str:
        settled = settle(matter, field)
        return "" if settled.unsure or settled.value is None else str(settled.value)

    return Argument(
        title=said("title"),
        submitter=said("submitter"),
        contact=said("submitter_contact"),
        capacity=said("capacity"),
        circumstances=said("circumstances"),
        categories=tuple(matter.each("categories")),
        argument=said("argument"),
        remedies=said("remedies"),
        requests=said("requests"),
        elsewhere=said("elsewhere"),
        urgent=said("urgent"),
    )
