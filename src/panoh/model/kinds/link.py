"""A link between two persons or groups: kin, member, officer, lawyer, same house."""

from typing import Annotated

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds.field import Field
from panoh.model.messages import mark as _
from panoh.model.thesauri import RELATIONS


class Link(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """`start` is `relation` of `end`: start = the mother, end = the daughter, relation = parent."""

    start: Annotated[str, Field(_("From"), ref="*")] = ""
    end: Annotated[str, Field(_("To"), ref="*")] = ""
    relation: Annotated[str, Field(_("Relation"), term=RELATIONS)] = ""
    words: Annotated[str, Field(_("In the words of the source"), free=True)] = ""
    since: Annotated[PartialDate | None, Field(_("Since"))] = None
    until: Annotated[PartialDate | None, Field(_("Until"))] = None
