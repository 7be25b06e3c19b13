"""A status: one dated observation of how and where a person is."""

from typing import Annotated

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds.field import Field
from panoh.model.messages import mark as _
from panoh.model.places import Place
from panoh.model.thesauri import STATUSES


class Status(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What one source saw of a person on one day. It is never overwritten; the next one follows."""

    person: Annotated[str, Field(_("Person"), ref="person")] = ""
    state: Annotated[str, Field(_("State"), term=STATUSES)] = ""
    when: Annotated[PartialDate | None, Field(_("When"))] = None
    place: Annotated[Place | None, Field(_("Where"))] = None
    contact: Annotated[str, Field(_("Contact with family, lawyer, doctor"), free=True)] = ""
    health: Annotated[str, Field(_("Health"), free=True)] = ""
    observed_by: Annotated[str, Field(_("Who saw it"), free=True)] = ""
    note: Annotated[str, Field(_("What is told"), free=True)] = ""
