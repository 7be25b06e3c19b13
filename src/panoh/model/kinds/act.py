"""An act: one person it was done to, one type, one event."""

from typing import Annotated

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds.field import Field
from panoh.model.kinds.values import Mention, Perpetrator
from panoh.model.messages import mark as _
from panoh.model.places import Place
from panoh.model.thesauri import ACTS


class Act(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What one source tells of one thing done to one person, and whom it was meant to pressure."""

    victim: Annotated[str, Field(_("To whom"), ref="person")] = ""
    type: Annotated[str, Field(_("What was done"), term=ACTS)] = ""
    event: Annotated[str, Field(_("Event"), ref="event")] = ""
    when: Annotated[PartialDate | None, Field(_("When"))] = None
    until: Annotated[PartialDate | None, Field(_("Until"))] = None
    places: Annotated[tuple[Place, ...], Field(_("Where"), one=True)] = ()
    perpetrators: Annotated[tuple[Perpetrator, ...], Field(_("Who did it"))] = ()
    pressured: Annotated[tuple[Mention, ...], Field(_("Whom it was meant to pressure"))] = ()
    message: Annotated[str, Field(_("What they were told"), free=True)] = ""
    demand: Annotated[str, Field(_("What was demanded"), free=True)] = ""
    method: Annotated[str, Field(_("How"), free=True)] = ""
    stated_reason: Annotated[str, Field(_("Reason given by officials"), free=True)] = ""
    warrant: Annotated[str, Field(_("Was a warrant or decision shown?"))] = ""
    consequences: Annotated[str, Field(_("Consequences"), free=True)] = ""
    signs: Annotated[tuple[str, ...], Field(_("Signs of coercion"))] = ()
    note: Annotated[str, Field(_("What is told"), free=True)] = ""
