"""How a source may be cited: no more is said than that source allowed."""

from panoh.casebook.view import View, settle
from panoh.model.messages import mark as _
from panoh.model.thesauri import CONNECTIONS

#: The terms of what may be said, each with the field that says it.
KIND, DESCRIBED, CODE_NAME, NAME = "kind", "described", "code_name", "name"
FIELDS = {KIND: "connection", DESCRIBED: "described_as", CODE_NAME: "code_name", NAME: "name"}
#: By which names a source may be called at each level.
NAMES = {CODE_NAME: frozenset({"code_name"}), NAME: frozenset({"code_name", "name"})}
WITHHELD = _("a source whose identity is withheld")


def cite(source: View) -> str:
    """What may be said of this source; contradiction or silence about it means nothing is."""
    field = FIELDS.get(level(source))
    said = settle(source, field) if field else None
    if said is None or said.unsure or not said.value:
        return WITHHELD
    return CONNECTIONS.label(said.value, str) if field == FIELDS[KIND] else str(said.value)


def level(source: View) -> str:
    """The most that may be said of a source, if all who tell it agree; else empty: nothing."""
    told = {each.value for each in source.told("citation")}
    return told.pop() if len(told) == 1 and "citation" not in source.unread else ""


def names_allowed(source: View) -> frozenset[str]:
    """The fields with names by which this source may be called."""
    return NAMES.get(level(source), frozenset())
