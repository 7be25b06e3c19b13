"""A consent: what a person allowed or refused, for whom, for what, until when."""

from typing import Annotated

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds.field import Field
from panoh.model.messages import mark as _
from panoh.model.thesauri import CONSENT_HOW, RECIPIENTS, SHAREABLE, USES


class Consent(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One answer: yes, no or unknown. Only yes allows, and a later `withdrawn` ends it."""

    person: Annotated[str, Field(_("For whom"), ref="person")] = ""
    given_by: Annotated[str, Field(_("Given by"), free=True)] = ""
    answer: Annotated[str, Field(_("Answer"))] = ""
    recipient: Annotated[str, Field(_("Recipient"), term=RECIPIENTS)] = ""
    what: Annotated[tuple[str, ...], Field(_("What may be shared"), term=SHAREABLE)] = ()
    uses: Annotated[tuple[str, ...], Field(_("Use"), term=USES)] = ()
    only_for: Annotated[str, Field(_("Only for this publication"), ref="publication")] = ""
    how: Annotated[str, Field(_("How it was given"), term=CONSENT_HOW)] = ""
    guardian: Annotated[str, Field(_("Guardian, for a child"), free=True)] = ""
    child_asked: Annotated[str, Field(_("Was the child asked?"))] = ""
    when: Annotated[PartialDate | None, Field(_("Given on"))] = None
    until: Annotated[PartialDate | None, Field(_("Valid until"))] = None
    withdrawn: Annotated[PartialDate | None, Field(_("Withdrawn on"))] = None
    note: Annotated[str, Field(_("Note"), free=True)] = ""
