"""How a source may be cited: no more is said than that source allowed."""

from panoh.casebook.view import View, settle
from panoh.model.messages import mark as _

#: From nothing to the name; the order is the order of what is given away.
NOTHING, KIND, DESCRIBED, CODE_NAME, NAME = "nothing", "kind", "described", "code_name", "name"
WITHHELD = _("a source whose identity is withheld")


def cite(source: View) -> str:
    """What may be said of this source; contradiction or silence about it means nothing is."""
    level = settle(source, "citation")
    if level.unsure or level.value in (None, "", NOTHING):
        return WITHHELD
    field = {KIND: "connection", DESCRIBED: "described_as", CODE_NAME: "code_name", NAME: "name"}
    said = (
        settle(
            source,
            field.get(level.value, ""),
        )
        if level.value in field
        else None
    )
    if said is None or said.unsure or not said.value:
        return WITHHELD
    return str(said.value)
