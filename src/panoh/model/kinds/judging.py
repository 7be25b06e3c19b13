"""What members decide about records: same or different, which value to rely on, what to hide."""

from typing import Annotated

import msgspec

from panoh.model.kinds.field import Field
from panoh.model.messages import mark as _

SAME, DIFFERENT, UNSURE = "same", "different", "unsure"
ACCEPTED, DISPUTED, OPEN = "accepted", "disputed", "open"


class Judgement(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Whether two entities of one kind are the same; by whom stands in the statement."""

    a: Annotated[str, Field(_("One"), ref="*")] = ""
    b: Annotated[str, Field(_("The other"), ref="*")] = ""
    verdict: Annotated[str, Field(_("Verdict"))] = ""
    why: Annotated[str, Field(_("Why"), free=True)] = ""


class Assessment(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Which statements of a field are relied on and which are set aside; it removes nothing."""

    field: Annotated[str, Field(_("Field"))] = ""
    relied: Annotated[tuple[str, ...], Field(_("Relied on"))] = ()
    set_aside: Annotated[tuple[str, ...], Field(_("Set aside"))] = ()
    outcome: Annotated[str, Field(_("Outcome"))] = ""
    why: Annotated[str, Field(_("Why"), free=True)] = ""


class Retraction(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Hides one statement about the same entity; retracting the retraction shows it again."""

    statement: Annotated[str, Field(_("Statement"))] = ""
    why: Annotated[str, Field(_("Why"), free=True)] = ""
