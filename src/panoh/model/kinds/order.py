"""A check-in that a watcher keeps, and each thing that was sent to the watcher for it."""

from typing import Annotated

import msgspec

from panoh.model.kinds.field import Field
from panoh.model.kinds.values import Mention
from panoh.model.messages import mark as _


class Order(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Somebody to be watched by one relay. From `secret` (hex) every key of theirs is made."""

    title: Annotated[str, Field(_("Title"), free=True)] = ""
    plan: Annotated[str, Field(_("Plan"), ref="plan")] = ""
    relay: Annotated[str, Field(_("Address of the watcher"))] = ""
    relay_id: Annotated[str, Field(_("Id of the watcher"))] = ""
    invitation: Annotated[str, Field(_("Invitation"))] = ""
    secret: Annotated[str, Field(_("Key"))] = ""


class Sent(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One thing sent to a watcher, written before it goes; what came back is written after.

    `plan` and `seen` are JSON as it was sent and as it came; `who` tells whose number is whose.
    """

    order: Annotated[str, Field(_("Check-in"), ref="order")] = ""
    number: Annotated[int, Field(_("Number"))] = 0
    at: Annotated[str, Field(_("At"))] = ""
    do: Annotated[str, Field(_("What was sent"))] = ""
    plan: Annotated[str, Field(_("What the watcher was told"), free=True)] = ""
    who: Annotated[tuple[Mention, ...], Field(_("Who is who"))] = ()
    until: Annotated[int, Field(_("Until"))] = 0
    answer: Annotated[str, Field(_("Answer"))] = ""
    seen: Annotated[str, Field(_("How it stood"), free=True)] = ""
    heard: Annotated[str, Field(_("Answered at"))] = ""
