"""A group: a state body, unit, prison, court, party, movement, organisation or medium."""

from typing import Annotated

import msgspec

from panoh.model.kinds.field import Field
from panoh.model.messages import mark as _
from panoh.model.names import Name
from panoh.model.thesauri import PERPETRATORS


class Group(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What one source tells about a group."""

    names: Annotated[tuple[Name, ...], Field(_("Names"))] = ()
    type: Annotated[str, Field(_("Kind of group"), term=PERPETRATORS)] = ""
    country: Annotated[str, Field(_("Country"))] = ""
    parent: Annotated[str, Field(_("Part of"), ref="group")] = ""
    listed: Annotated[str, Field(_("Listed or banned, by whom and when"), free=True)] = ""
