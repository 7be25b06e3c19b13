"""The publication that an address names, and what belongs to each kind of publication."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from panoh.advocacy.publications import APPEAL, PAGE, PRESS, PublicationFile, publication
from panoh.casebook.index.reading import root_of, view_of
from panoh.model.errors import PanohError
from panoh.model.ids import ENTITY_PATTERN
from panoh.model.messages import mark as _
from panoh.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of publication: its label, what it is for, and the parts that its page has.

    `lines` are the fields that belong to every language; `choosable` says that it may be meant for
    others than its usual recipient.
    """

    label: str
    what: str
    lines: tuple[str, ...]
    choosable: bool = True
    signers: bool = False
    points: bool = False
    figures: bool = False
    acts: bool = False


KINDS: Mapping[str, Kind] = {
    APPEAL: Kind(
        _("Joint appeal"),
        _("A text that several people sign. Only who said yes to it is printed."),
        ("addressee", "contact"),
        signers=True,
    ),
    PRESS: Kind(
        _("Press sheet"),
        _("For journalists: what happened, figures with their sources, short texts, a picture."),
        ("contact",),
        points=True,
        figures=True,
    ),
    PAGE: Kind(
        _("Public page"),
        _("One file for any web server: your text, figures, and what people allowed you to tell."),
        ("contact",),
        choosable=False,
        points=True,
        figures=True,
        acts=True,
    ),
}


class NoPublication(PanohError):
    """An address that names no publication of this vault, or one of another kind."""

    code: ClassVar[str] = "no-publication-here"
    message: ClassVar[str] = _("There is no such publication in this vault.")
    hint: ClassVar[str] = _("Nothing was changed. Choose it from the list under Publish.")


def meant(visit: Visit) -> PublicationFile:
    """The publication of this address; raises NoPublication."""
    root = visit.path.get("entity", "")
    if ENTITY_PATTERN.fullmatch(root) and view_of(visit.db, root).kind == "publication":
        found = publication(visit.db, root)
        if found.type in KINDS:
            return found
    raise NoPublication


def appeal_in(visit: Visit) -> PublicationFile:
    """The appeal of this address: nothing else is signed; raises NoPublication."""
    found = meant(visit)
    if not KINDS[found.type].signers:
        raise NoPublication
    return found


def page_in(visit: Visit) -> PublicationFile:
    """The public page of this address: nothing else tells of acts; raises NoPublication."""
    found = meant(visit)
    if not KINDS[found.type].acts:
        raise NoPublication
    return found


def record_in(visit: Visit, name: str, kinds: Mapping[str, str]) -> str:
    """The record of one of these kinds that a form names; empty if it names none."""
    typed = visit.one(name)
    if not ENTITY_PATTERN.fullmatch(typed):
        return ""
    root = root_of(visit.db, typed)
    return root if view_of(visit.db, root).kind in kinds else ""
