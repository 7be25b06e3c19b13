"""Being watched: choose when, whom and how; see what follows; only then it is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.casebook.consent.gate import Stop
from panoh.casebook.wording import title_of
from panoh.checkin import Address, Plan
from panoh.checkin.schedule import Daily, Quiet, Schedule, Trip
from panoh.emergency.orders import ALL_WAYS, Ladder
from panoh.emergency.plan.blocks import HOME
from panoh.emergency.plan.reading import plans
from panoh.emergency.watching.giving import stops
from panoh.emergency.watching.keys import new_secret
from panoh.emergency.watching.making import (
    Invitation,
    Wish,
    by_hand,
    every,
    from_plan,
    known_zone,
    make,
    moment,
    read_invitation,
)
from panoh.emergency.watching.meaning import Preview, Proof, look_ahead, proofs, when
from panoh.emergency.watching.reading import order
from panoh.emergency.watching.sending import arm, begin
from panoh.model.errors import PanohError
from panoh.model.ids import ENTITY_PATTERN
from panoh.model.messages import mark as _
from panoh.model.thesauri import SCENARIOS
from panoh.network.contacts import contact, helping
from panoh.web.checkins.one import minutes
from panoh.web.checkins.work import ask
from panoh.web.network.words import zones
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

DRAFT, PLACE = "check-in to be armed", "place."
WAY_WORDS = {"email": _("e-mail"), "signal": _("Signal"), "sms": _("SMS")}
_MOST_HOURS = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """What waits for a yes: in memory alone, keys and PINs among it."""

    title: str
    invited: Invitation
    own: str
    secret: str
    plan: Plan
    asked: Ladder


@dataclass(frozen=True, kw_only=True)
class NewPage(Page):
    """The form; `form` is what was sent already, `wrong` why it cannot be kept."""

    template: ClassVar[str] = "checkins/new.html"
    title: ClassVar[str] = _("Set up a check-in")
    area: ClassVar[str] = "checkins"
    form: Mapping[str, Sequence[str]]
    plans: Sequence[tuple[str, str]]
    people: Sequence[tuple[str, str]]
    zones: Sequence[str]
    wrong: PanohError | None = None
    ways: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class AheadPage(Page):
    """What follows if it is armed now, and who has not said yes; nothing was sent yet."""

    template: ClassVar[str] = "checkins/ahead.html"
    title: ClassVar[str] = _("What will happen")
    area: ClassVar[str] = "checkins"
    watcher: str
    zone: str
    when: tuple[str, Mapping[str, object]]
    next: Preview
    proofs: Sequence[Proof]
    left_out: Sequence[str]
    closed: Sequence[tuple[str, str, str]]


def _new(visit: Visit) -> Reply:
    return _page(visit)


def _page(visit: Visit, wrong: PanohError | None = None) -> NewPage:
    today = visit.case.clock().date()
    return NewPage(
        form=visit.form or _begun(visit),
        plans=[
            (each.root, f"{each.name} · {SCENARIOS.label(each.scenario, visit.say)}")
            for each in plans(visit.db)
            if each.side != HOME
        ],
        people=[(each.root, each.name) for each in helping(visit.db, today)],
        zones=zones(),
        wrong=wrong,
        ways=WAY_WORDS,
        status=422 if wrong else 200,
    )


def _begun(visit: Visit) -> dict[str, list[str]]:
    """A plan that led here is chosen already."""
    root = visit.query.get("plan", "")
    return {"plan": [root]} if ENTITY_PATTERN.fullmatch(root) else {}


def _look(visit: Visit) -> Reply:
    """Make the plan and show what it amounts to."""
    try:
        draft = _draft(visit)
    except PanohError as error:
        return _page(visit, error)
    visit.desk.tray[DRAFT] = draft
    return _ahead(visit, draft)


def _draft(visit: Visit) -> Draft:
    case, own, secret = visit.case, visit.one("plan"), new_secret()
    day, ways = case.clock().date(), tuple(visit.form.get("way", ())) or ALL_WAYS
    invited = read_invitation("\n".join(visit.form.get("invitation", ())))
    asked = (
        from_plan(visit.db, own, day, ways)
        if own
        else by_hand(visit.db, _by_hand(visit), day, ways)
    )
    plan = make(_wish(visit), asked, secret, int(case.clock().timestamp()))
    return Draft(visit.one("title") or visit.say(_("Check-in")), invited, own, secret, plan, asked)


def _by_hand(visit: Visit) -> list[str]:
    """The contacts in the order that was chosen for them."""
    given = [name for name in visit.form if name.startswith(PLACE)]
    places = [(visit.one(name), name.removeprefix(PLACE)) for name in given]
    chosen = [(place, root) for place, root in places if place.isdigit() and len(place) == 1]
    return [root for _place, root in sorted(chosen)]


def _wish(visit: Visit) -> Wish:
    own = [
        Address(channel=way, to=visit.one(f"own.{way}"))
        for way in ALL_WAYS
        if visit.one(f"own.{way}")
    ]
    quiet = Quiet(start=visit.one("from"), end=visit.one("to")) if visit.one("from") else None
    pins = (visit.one("pin"), visit.one("duress"))
    return Wish(
        schedule=_schedule(visit),
        grace=minutes(visit, "grace", 60) * 60,
        own=tuple(own),
        language=visit.language,
        quiet=quiet,
        pins=pins if any(pins) else None,
        closers=2 if visit.one("two") else 1,
    )


def _schedule(visit: Visit) -> Schedule:
    zone = known_zone(visit.one("zone"))
    match visit.one("when"):
        case "every":
            text = visit.one("hours")
            short = text.isascii() and text.isdigit() and len(text) <= _MOST_HOURS
            return every(int(text) if short else 0, zone)
        case "trip":
            return Trip(ends=moment(visit.one("ends"), zone), zone=zone)
        case _:
            return Daily(at=visit.one("at"), zone=zone)


def _ahead(visit: Visit, draft: Draft) -> AheadPage:
    db = visit.db
    names = {each: contact(db, root).name for each, root in draft.asked.who.items()}
    return AheadPage(
        watcher=draft.invited.address,
        zone=draft.plan.schedule.zone,
        when=when(draft.plan),
        next=look_ahead(draft.plan, names, visit.case.clock()),
        proofs=proofs(draft.plan),
        left_out=[contact(db, root).name for root in draft.asked.left_out],
        closed=_closed(db, stops(visit.case, draft.plan)),
    )


def _closed(db: Any, found: Sequence[Stop]) -> list[tuple[str, str, str]]:
    """Who has not said yes, each once: whose page asks them, their name, why."""
    return list(dict.fromkeys((each.root, title_of(db, each.root), each.why) for each in found))


def _back(visit: Visit) -> Reply:
    """The same once more, as after somebody was asked for their consent."""
    draft: Draft | None = visit.desk.tray.get(DRAFT)
    return _ahead(visit, draft) if draft else Redirect("/checkins/new")


def _arm(visit: Visit) -> Reply:
    draft: Draft | None = visit.desk.tray.pop(DRAFT, None)
    if draft is None:
        return Redirect("/checkins/new")
    if stops(visit.case, draft.plan):
        visit.desk.tray[DRAFT] = draft
        return _ahead(visit, draft)
    root = begin(visit.case, draft.title, draft.invited, draft.secret, draft.own)
    plan, who = draft.plan, draft.asked.who
    of = order(visit.db, root)
    return ask(visit, [of], lambda held, which: arm(held, which, plan, who), f"/checkins/{root}")


ways = (
    get("/checkins/new", _new),
    post("/checkins/new", _look),
    get("/checkins/ahead", _back),
    post("/checkins/arm", _arm),
)
