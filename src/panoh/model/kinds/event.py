"""An event: a protest, a visit, a publication, a conviction, an incident."""

from typing import Annotated

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds.field import Field
from panoh.model.messages import mark as _
from panoh.model.places import Place
from panoh.model.thesauri import EVENTS


class Event(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What one source tells about an event; `follows` names the event that set it off."""

    title: Annotated[str, Field(_("Title"), free=True)] = ""
    type: Annotated[str, Field(_("Kind of event"), term=EVENTS)] = ""
    when: Annotated[PartialDate | None, Field(_("When"))] = None
    places: Annotated[tuple[Place, ...], Field(_("Places"))] = ()
    part_of: Annotated[str, Field(_("Part of"), ref="event")] = ""
    follows: Annotated[str, Field(_("Follows"), ref="event")] = ""
    note: Annotated[str, Field(_("What is told"), free=True)] = ""
