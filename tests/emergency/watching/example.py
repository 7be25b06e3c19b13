"""A check-in that a watcher keeps, as the vault holds it; nobody was asked for it."""

import msgspec
from tests.casebook.building import consent

from panoh.casebook.record import Case, save, tell
from panoh.checkin import Address, State
from panoh.checkin.schedule import Daily
from panoh.checkin.state import outward
from panoh.checkin.watch import armed
from panoh.emergency.watching.keys import new_secret
from panoh.emergency.watching.making import Invitation, Wish, by_hand, make
from panoh.emergency.watching.sending import begin
from panoh.model.instants import format_instant
from panoh.model.kinds import Mention, Sent
from panoh.network.telling import Way, add_contact


def kept(case: Case) -> str:
    """Niso and Saodat would be asked if nobody checks in by nine; returns the check-in's root."""
    ways = {"Нисо Қодирова": "niso@home.example", "Саодат Нилуфарова": "saodat@home.example"}
    people = [add_contact(case, [name], [Way("email", to)]) for name, to in ways.items()]
    for who in people:
        consent(case, who, recipient="watcher", what=("name", "contact"), uses=("protection",))
    secret, now = new_secret(), int(case.clock().timestamp())
    invited = Invitation("https://watch.example", "a" * 32, "b" * 22)
    root = begin(case, "Every morning", invited, secret)
    wish = Wish(
        schedule=Daily(at="08:00", zone="Europe/Berlin"),
        grace=3600,
        own=(Address(channel="email", to="me@home.example"),),
        pins=("428117", "428118"),
    )
    asked = by_hand(case.vault.db, people, case.clock().date(), ("email",))
    plan = make(wish, asked, secret, now)
    seen = outward(plan, armed(plan, State(), now, alive=True), now)
    at = format_instant(case.clock())
    record = Sent(
        order=root,
        number=now,
        at=at,
        do="arm",
        plan=msgspec.json.encode(plan).decode(),
        who=tuple(Mention(entity=who, text=each) for each, who in asked.who.items()),
        answer="done",
        seen=msgspec.json.encode(seen).decode(),
        heard=at,
    )
    save(case, [tell(case, record)])
    return root
