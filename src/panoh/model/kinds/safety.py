"""What members do for their security: for whom, which measures, what checks found."""

from collections.abc import Mapping
from typing import Annotated

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds.field import Field
from panoh.model.messages import mark as _
from panoh.model.thesauri import AUDIENCES, MEASURE_STATES, RESULTS


class Device(msgspec.Struct, frozen=True):
    """A device by the name its owner gives it, and its platform (a term of `PLATFORMS`)."""

    name: str
    platform: str


class Evidence(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was seen: a msgid, and the values for its braces as they were found."""

    text: str
    values: Mapping[str, str | int] = {}


class Profile(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """To whom the measures are fitted: what applies to them, their devices, where they live."""

    audiences: Annotated[tuple[str, ...], Field(_("What applies"), term=AUDIENCES)] = ()
    devices: Annotated[tuple[Device, ...], Field(_("Devices"))] = ()
    country: Annotated[str, Field(_("Country"))] = ""


class Measure(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What somebody said of a measure of the catalogue: done, later, or not for them."""

    measure: Annotated[str, Field(_("Measure"))] = ""
    device: Annotated[str, Field(_("Device"))] = ""
    state: Annotated[str, Field(_("State"), term=MEASURE_STATES)] = ""
    when: Annotated[PartialDate | None, Field(_("When"))] = None
    again: Annotated[PartialDate | None, Field(_("Look again on"))] = None
    why: Annotated[str, Field(_("Why"), free=True)] = ""


class Finding(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What one check saw at one time. `unknown` is a result like the others."""

    check: Annotated[str, Field(_("Check"))] = ""
    device: Annotated[str, Field(_("Device"))] = ""
    result: Annotated[str, Field(_("Result"), term=RESULTS)] = ""
    evidence: Annotated[tuple[Evidence, ...], Field(_("What was seen"))] = ()
    when: Annotated[PartialDate | None, Field(_("When"))] = None
    note: Annotated[str, Field(_("Note"), free=True)] = ""
