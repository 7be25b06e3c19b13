"""A matter before a body, and what was sent to whom."""

from typing import Annotated

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds.field import Field
from panoh.model.messages import mark as _
from panoh.model.thesauri import ANSWERS


class Matter(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A case before one body: for whom, by whom, and the argument in the submitter's words."""

    forum: Annotated[str, Field(_("Body"))] = ""
    title: Annotated[str, Field(_("Title"), free=True)] = ""
    persons: Annotated[tuple[str, ...], Field(_("For whom"), ref="person")] = ()
    submitter: Annotated[str, Field(_("Submitted by"))] = ""
    submitter_contact: Annotated[str, Field(_("Contact of the submitter"), free=True)] = ""
    capacity: Annotated[str, Field(_("Capacity of the submitter"), free=True)] = ""
    circumstances: Annotated[str, Field(_("Circumstances"), free=True)] = ""
    categories: Annotated[tuple[str, ...], Field(_("Legal categories relied on"))] = ()
    argument: Annotated[str, Field(_("Why the detention is arbitrary"), free=True)] = ""
    remedies: Annotated[str, Field(_("Steps taken at home, or why none"), free=True)] = ""
    requests: Annotated[str, Field(_("What is asked"), free=True)] = ""
    elsewhere: Annotated[str, Field(_("Is the case before another body?"), free=True)] = ""
    urgent: Annotated[str, Field(_("Is urgent action asked?"))] = ""


class Action(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What was written, sent or asked: to whom, for whom, with which documents by digest.

    A reply is awaited until `reply_due`, unless it is closed.
    """

    type: Annotated[str, Field(_("Kind of action"))] = ""
    recipient: Annotated[str, Field(_("To whom"))] = ""
    persons: Annotated[tuple[str, ...], Field(_("For whom"), ref="person")] = ()
    documents: Annotated[tuple[str, ...], Field(_("Documents by SHA-256"))] = ()
    when: Annotated[PartialDate | None, Field(_("When"))] = None
    state: Annotated[str, Field(_("Draft or final"))] = ""
    reply_due: Annotated[PartialDate | None, Field(_("Reply due"))] = None
    closed: Annotated[str, Field(_("Is it closed?"), term=ANSWERS)] = ""
    looked: Annotated[tuple[str, ...], Field(_("What somebody looked at"))] = ()
    publication: Annotated[str, Field(_("Which publication"), ref="publication")] = ""
    note: Annotated[str, Field(_("Note"), free=True)] = ""
