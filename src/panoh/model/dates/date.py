"""The partial date: what is known of a day, and the words it was told in."""

from typing import Literal

import msgspec

from panoh.model.dates.edtf import bounds_of


class PartialDate(msgspec.Struct, frozen=True, omit_defaults=True):
    """A date as far as it is known.

    `edtf` is EDTF level 1 and always Gregorian; empty means unknown. `a/b` means not before a and
    not after b. `text` holds the words of the source. `calendar` is the one they were told in.
    Raises `DateUnreadable` or `DateImpossible`, which decoding shows as a validation error.
    """

    edtf: str
    text: str = ""
    calendar: Literal["gregorian", "solar-hijri"] = "gregorian"

    def __post_init__(self) -> None:
        bounds_of(self.edtf)
