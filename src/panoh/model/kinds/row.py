"""A row of a list as it stood in the file, and the layout that says what its columns mean."""

from typing import Annotated

import msgspec

from panoh.model.kinds.field import Field
from panoh.model.kinds.values import Cell
from panoh.model.messages import mark as _


class Row(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One row, kept raw. `why` is set where the whole row could not be read."""

    item: Annotated[str, Field(_("File"), ref="item")] = ""
    number: Annotated[int, Field(_("Row"))] = 0
    cells: Annotated[tuple[Cell, ...], Field(_("Cells"))] = ()
    why: Annotated[str, Field(_("Why it could not be read"), free=True)] = ""
    entities: Annotated[tuple[str, ...], Field(_("What it became"), ref="*")] = ()


class Layout(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What the columns of a source's lists mean, as a person confirmed it."""

    header: Annotated[tuple[str, ...], Field(_("Header"))] = ()
    columns: Annotated[tuple[str, ...], Field(_("Meaning of each column"))] = ()
    date_order: Annotated[str, Field(_("Order of day and month"))] = ""
