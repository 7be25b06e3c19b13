"""A threat: who may do what to whom, how likely it is, what it would hit."""

from typing import Annotated

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds.field import Field
from panoh.model.kinds.values import Mention
from panoh.model.messages import mark as _
from panoh.model.thesauri import ANSWERS, CONFIDENCE, PERPETRATORS, THREATS


class Impact(msgspec.Struct, frozen=True):
    """How hard a threat would hit one side of a life, from 1 to 5 (terms of `IMPACTS`)."""

    on: str
    level: int


class Capacity(msgspec.Struct, frozen=True, omit_defaults=True):
    """What makes somebody stronger: who has it, and on which day it was last tried (ISO)."""

    text: str
    owner: str = ""
    tested: str = ""


class Threat(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What one member thinks of one threat. Its band is computed and never kept."""

    type: Annotated[str, Field(_("Kind of threat"), term=THREATS)] = ""
    title: Annotated[str, Field(_("Who may do what to whom, where, how"), free=True)] = ""
    targets: Annotated[tuple[Mention, ...], Field(_("Whom it would hit"))] = ()
    actor: Annotated[str, Field(_("Who is behind it"), term=PERPETRATORS)] = ""
    pattern: Annotated[str, Field(_("Who else was hit like this, and when"), free=True)] = ""
    likelihood: Annotated[int, Field(_("How likely, 1 to 5"))] = 0
    reason: Annotated[str, Field(_("Why so likely"), free=True)] = ""
    confidence: Annotated[str, Field(_("How well this is known"), term=CONFIDENCE)] = ""
    impacts: Annotated[tuple[Impact, ...], Field(_("What it would hit, 1 to 5"))] = ()
    vulnerabilities: Annotated[tuple[str, ...], Field(_("Weak points"))] = ()
    capacities: Annotated[tuple[Capacity, ...], Field(_("Strengths"))] = ()
    acceptable: Annotated[str, Field(_("Can this be borne?"), term=ANSWERS)] = ""
    only_if: Annotated[str, Field(_("Only if"), free=True)] = ""
    prevent: Annotated[str, Field(_("To prevent it"), free=True)] = ""
    react: Annotated[str, Field(_("If it happens"), free=True)] = ""
    signs: Annotated[tuple[str, ...], Field(_("Signs that it comes nearer"))] = ()
    incidents: Annotated[tuple[str, ...], Field(_("Incidents"), ref="incident")] = ()
    reviewed: Annotated[PartialDate | None, Field(_("Last looked at"))] = None
    review: Annotated[PartialDate | None, Field(_("Look again by"))] = None
