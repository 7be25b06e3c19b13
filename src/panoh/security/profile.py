"""To whom the measures are fitted: what applies to them, their devices, where they live."""

from dataclasses import dataclass
from typing import Any

from panoh.casebook.index.reading import all_of
from panoh.casebook.own import own_earlier
from panoh.casebook.record import Case, save, tell
from panoh.model.kinds import Device, Profile


@dataclass(frozen=True, slots=True)
class Fitted:
    """What all members of a vault told together: a family or a group has many devices."""

    audiences: frozenset[str] = frozenset()
    devices: tuple[Device, ...] = ()
    countries: tuple[str, ...] = ()


def fitted(db: Any) -> Fitted:
    """The profile; empty where nobody told anything."""
    views = all_of(db, "profile")
    devices = [each for view in views for each in view.each("devices")]
    countries = {told.value.upper() for view in views for told in view.told("country")}
    return Fitted(
        frozenset(each for view in views for each in view.each("audiences")),
        tuple(dict.fromkeys(devices)),
        tuple(sorted(countries - {""})),
    )


def record_profile(case: Case, profile: Profile, *, whole: bool = False) -> None:
    """Save a member's own profile; what they told before in these fields is replaced.

    A `whole` profile replaces every field: one that it leaves empty is no longer told.
    """
    mine = [
        view
        for view in all_of(case.vault.db, "profile")
        if any(
            told.statement.by == case.member for field in view.fields for told in view.told(field)
        )
    ]
    statement = tell(case, profile, mine[0].root if mine else "")
    fields = Profile.__struct_fields__ if whole else statement.fields
    replaces = own_earlier(case, mine[:1], fields)
    save(case, [tell(case, profile, statement.about, replaces=replaces)])


def device_here(who: Fitted, platform: str) -> str:
    """The name of the one device of this platform; empty if there is none, or more than one."""
    names = [each.name for each in who.devices if each.platform == platform]
    return names[0] if len(names) == 1 else ""
