"""A measure of the catalogue: what to do, why, for whom, how on which platform, and who says so."""

from typing import Literal

import msgspec

#: How long it takes, and what that divides its weight by.
EFFORTS = {"minutes": 1, "hour": 2, "longer": 4}
ANY = "any"
COMPUTERS = ("linux", "macos", "windows")
PHONES = ("android", "ios")


class Steps(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Steps on some platforms, in order; the platform `any` is every one."""

    on: tuple[str, ...]
    steps: tuple[str, ...]


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where it was read: a title, and an address or a page of ours."""

    title: str
    url: str


class Where(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to know first in some countries (codes of two letters)."""

    countries: tuple[str, ...]
    note: str
    confirmed: bool


class Advice(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    rename={"audiences": "for"},
):
    """One measure. Texts are msgids.

    `scope` says of what there is one task: each computer, each phone, or the person. `helps` is
    how much it helps, 1 to 3. It comes `after` others. `against` are threats (terms of `THREATS`).
    `check` is the key of the check that can tell whether it is done. Where not all was read on a
    page, `confirmed` is false and `open` says what was not.
    """

    id: str
    what: str
    why: str
    audiences: tuple[str, ...]
    scope: tuple[Literal["computer", "phone", "person"], ...]
    effort: Literal["minutes", "hour", "longer"]
    again_days: int
    helps: int
    basic: bool = False
    check: str = ""
    after: tuple[str, ...] = ()
    against: tuple[str, ...]
    how: tuple[Steps, ...]
    where: tuple[Where, ...] = ()
    sources: tuple[Source, ...]
    verified_on: str
    confirmed: bool
    open: str = ""

    def steps(self, platform: str) -> tuple[str, ...]:
        """What to do on a platform: what is special there, then what holds everywhere."""
        special = [step for each in self.how if platform in each.on for step in each.steps]
        general = [step for each in self.how if ANY in each.on for step in each.steps]
        return (*special, *general)

    def cautions(self, country: str) -> tuple[Where, ...]:
        """What to know first in this country."""
        return tuple(each for each in self.where if country.upper() in each.countries)
