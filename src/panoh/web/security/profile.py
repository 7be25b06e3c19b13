"""To whom the measures are fitted: what applies, which devices, where somebody lives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.model.kinds import Device, Profile
from panoh.model.messages import mark as _
from panoh.model.thesauri import AUDIENCES, PLATFORMS
from panoh.network import wording
from panoh.security.profile import fitted, record_profile
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

DEVICES = 4
_LONGEST = 80


@dataclass(frozen=True, kw_only=True)
class ProfilePage(Page):
    """What is told, to be changed; `devices` has empty places for more."""

    template: ClassVar[str] = "security/profile.html"
    title: ClassVar[str] = _("What applies to me")
    area: ClassVar[str] = "security"
    audiences: Mapping[str, str]
    chosen: Sequence[str]
    platforms: Mapping[str, str]
    devices: Sequence[tuple[str, str]]
    countries: Mapping[str, str]
    country: str


def _ask(visit: Visit) -> Reply:
    who = fitted(visit.db)
    told = [(each.name, each.platform) for each in who.devices]
    return ProfilePage(
        audiences={
            code: visit.say(term.label) for code, term in AUDIENCES.terms.items() if code != "all"
        },
        chosen=sorted(who.audiences),
        platforms={code: visit.say(term.label) for code, term in PLATFORMS.terms.items()},
        devices=[*told, *[("", "")] * max(2, DEVICES - len(told))],
        countries=wording.countries(visit.language),
        country=who.countries[0] if who.countries else "",
    )


def _tell(visit: Visit) -> Reply:
    names, platforms = visit.form.get("name", ()), visit.form.get("platform", ())
    devices = [
        Device(name.strip()[:_LONGEST] or visit.say(PLATFORMS.terms[platform].label), platform)
        for name, platform in zip(names, platforms, strict=False)
        if platform in PLATFORMS.terms
    ]
    audiences = [each for each in visit.form.get("audience", ()) if each in AUDIENCES.terms]
    country = visit.one("country")
    record_profile(
        visit.case,
        Profile(
            audiences=tuple(audiences),
            devices=tuple(dict.fromkeys(devices)),
            country=country if country in wording.countries("en") else "",
        ),
        whole=True,
    )
    return Redirect("/security")


ways = (get("/security/profile", _ask), post("/security/profile", _tell))
