"""A contact: somebody who can help; the channels to them; each attempt to reach them."""

from typing import Annotated

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds.field import Field
from panoh.model.messages import mark as _
from panoh.model.names import Name
from panoh.model.thesauri import (
    ANSWERS,
    CHANNELS,
    CONTACT_TYPES,
    KEY_CHECKS,
    NEEDS,
    REACHED,
    TRUST,
)


class Contact(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Somebody who can help. `who` names the person or group if they are recorded as one."""

    names: Annotated[tuple[Name, ...], Field(_("Names"))] = ()
    who: Annotated[str, Field(_("Recorded as"), ref="*")] = ""
    type: Annotated[str, Field(_("Kind of contact"), term=CONTACT_TYPES)] = ""
    helps: Annotated[tuple[str, ...], Field(_("Can help with"), term=NEEDS)] = ()
    languages: Annotated[tuple[str, ...], Field(_("Languages"))] = ()
    country: Annotated[str, Field(_("Country"))] = ""
    zone: Annotated[str, Field(_("Time zone"))] = ""
    hours: Annotated[str, Field(_("Hours in their local time"))] = ""
    limits: Annotated[str, Field(_("Limits"), free=True)] = ""
    conditions: Annotated[str, Field(_("For whom, on what conditions"), free=True)] = ""
    public: Annotated[str, Field(_("Known to everybody as one who helps?"), term=ANSWERS)] = ""
    directory: Annotated[str, Field(_("Entry in the directory of organisations"))] = ""
    web: Annotated[str, Field(_("Web address"))] = ""
    verified: Annotated[PartialDate | None, Field(_("Last looked up"))] = None
    trust: Annotated[str, Field(_("Trust"), term=TRUST)] = ""
    vouched_by: Annotated[str, Field(_("Who vouches for them"), free=True)] = ""
    known_since: Annotated[PartialDate | None, Field(_("Known since"))] = None
    danger: Annotated[str, Field(_("Danger to them if this is found"), free=True)] = ""
    listed: Annotated[str, Field(_("Do they agree to be listed here?"), term=ANSWERS)] = ""
    listed_on: Annotated[PartialDate | None, Field(_("Asked on"))] = None
    knows: Annotated[str, Field(_("What they know"), free=True)] = ""
    substitute: Annotated[str, Field(_("Substitute"), ref="contact")] = ""
    share: Annotated[str, Field(_("Part of a key that they keep"), free=True)] = ""
    share_given: Annotated[PartialDate | None, Field(_("Given to them on"))] = None
    share_seen: Annotated[PartialDate | None, Field(_("Last confirmed that they have it"))] = None
    review: Annotated[PartialDate | None, Field(_("Look at again on"))] = None
    remove_if: Annotated[str, Field(_("Remove if"), free=True)] = ""
    left: Annotated[PartialDate | None, Field(_("No longer helps since"))] = None
    note: Annotated[str, Field(_("Note"), free=True)] = ""


class Channel(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One way to reach a contact; `rank` 1 is tried first."""

    contact: Annotated[str, Field(_("Whom"), ref="contact")] = ""
    type: Annotated[str, Field(_("Through which channel"), term=CHANNELS)] = ""
    address: Annotated[str, Field(_("Number or address"))] = ""
    rank: Annotated[int, Field(_("Order"))] = 0
    hours: Annotated[str, Field(_("Safe hours in their local time"))] = ""
    avoid: Annotated[str, Field(_("What not to say there"), free=True)] = ""
    offline: Annotated[str, Field(_("Works without internet?"), term=ANSWERS)] = ""
    closed: Annotated[PartialDate | None, Field(_("No longer used since"))] = None
    note: Annotated[str, Field(_("Note"), free=True)] = ""


class Reach(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One attempt on one day: was somebody reached, which key was seen, how it was checked.

    It is never overwritten; the next one follows. So a key that changes stays visible.
    """

    channel: Annotated[str, Field(_("Through"), ref="channel")] = ""
    when: Annotated[PartialDate | None, Field(_("When"))] = None
    outcome: Annotated[str, Field(_("Outcome"), term=REACHED)] = ""
    key: Annotated[str, Field(_("Key or safety number seen"))] = ""
    checked: Annotated[str, Field(_("How the key was checked"), term=KEY_CHECKS)] = ""
    checked_by: Annotated[str, Field(_("Checked by"), free=True)] = ""
    note: Annotated[str, Field(_("Note"), free=True)] = ""
