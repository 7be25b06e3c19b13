"""A source: who tells, how they know, and what may be said about them."""

from typing import Annotated

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds.field import Field
from panoh.model.messages import mark as _
from panoh.model.thesauri import CHANNELS, CITATIONS, CONNECTIONS, RELIABILITY


class Source(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Who tells. `citation` is the most that may be said of them; empty means nothing at all."""

    code_name: Annotated[str, Field(_("Code name"))] = ""
    name: Annotated[str, Field(_("Name"))] = ""
    connection: Annotated[str, Field(_("How they know"), term=CONNECTIONS)] = ""
    reliability: Annotated[str, Field(_("How reliable"), term=RELIABILITY)] = ""
    channel: Annotated[str, Field(_("Through which channel"), term=CHANNELS)] = ""
    language: Annotated[str, Field(_("Language"))] = ""
    received: Annotated[PartialDate | None, Field(_("Received"))] = None
    citation: Annotated[str, Field(_("What may be said about this source"), term=CITATIONS)] = ""
    described_as: Annotated[str, Field(_("In these words"), free=True)] = ""
    repeats: Annotated[str, Field(_("Repeats this source"), ref="source")] = ""
    note: Annotated[str, Field(_("Note"), free=True)] = ""
