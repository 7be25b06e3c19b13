"""An incident: something that happened and may be about somebody's safety."""

from typing import Annotated

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds.field import Field
from panoh.model.kinds.values import Mention, Perpetrator
from panoh.model.messages import mark as _
from panoh.model.places import Place
from panoh.model.thesauri import ANSWERS, INCIDENTS, SECURITY_RELATED


class Incident(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What one source tells of one incident. Kind and one sentence are enough; the rest may wait.

    `guess` holds what somebody makes of it, so that it never mixes with `what` was seen.
    """

    type: Annotated[str, Field(_("Kind of incident"), term=INCIDENTS)] = ""
    what: Annotated[str, Field(_("What happened"), free=True)] = ""
    words: Annotated[str, Field(_("Exact words"), free=True)] = ""
    when: Annotated[PartialDate | None, Field(_("When"))] = None
    until: Annotated[PartialDate | None, Field(_("Until"))] = None
    hour: Annotated[str, Field(_("At what time"), free=True)] = ""
    places: Annotated[tuple[Place, ...], Field(_("Where"))] = ()
    online: Annotated[str, Field(_("On which account or device"), free=True)] = ""
    affected: Annotated[tuple[Mention, ...], Field(_("To whom"))] = ()
    by: Annotated[tuple[Perpetrator, ...], Field(_("Who did it"))] = ()
    witnesses: Annotated[str, Field(_("Who saw it"), free=True)] = ""
    items: Annotated[tuple[str, ...], Field(_("Files"), ref="item")] = ()
    related: Annotated[str, Field(_("Is it about our safety?"), term=SECURITY_RELATED)] = ""
    guess: Annotated[str, Field(_("What we make of it"), free=True)] = ""
    severity: Annotated[int, Field(_("How grave, 1 to 5"))] = 0
    done: Annotated[str, Field(_("Done at once"), free=True)] = ""
    reported: Annotated[str, Field(_("Reported to, and its number"), free=True)] = ""
    next_step: Annotated[str, Field(_("Next step, and who takes it"), free=True)] = ""
    due: Annotated[PartialDate | None, Field(_("By when"))] = None
    care: Annotated[str, Field(_("How they are, and who looks after them"), free=True)] = ""
    lessons: Annotated[str, Field(_("What to change"), free=True)] = ""
    closed: Annotated[str, Field(_("Is it closed?"), term=ANSWERS)] = ""
    note: Annotated[str, Field(_("Note"), free=True)] = ""
