"""The appeal that an address names."""

from typing import ClassVar

from panoh.advocacy.publications import APPEAL, PublicationFile, publication
from panoh.casebook.index.reading import view_of
from panoh.model.errors import PanohError
from panoh.model.ids import ENTITY_PATTERN
from panoh.model.messages import mark as _
from panoh.web.visit import Visit


class NoAppeal(PanohError):
    """An address that names no appeal of this vault."""

    code: ClassVar[str] = "no-appeal-here"
    message: ClassVar[str] = _("There is no such appeal in this vault.")
    hint: ClassVar[str] = _("Nothing was changed. Choose it from the list under Publish.")


def appeal_in(visit: Visit) -> PublicationFile:
    """The appeal of this address; raises NoAppeal."""
    root = visit.path.get("entity", "")
    if ENTITY_PATTERN.fullmatch(root) and view_of(visit.db, root).kind == "publication":
        found = publication(visit.db, root)
        if found.type == APPEAL:
            return found
    raise NoAppeal
