"""How one family of the example prepares: contacts, two linked plans, a drill, cards."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from panoh.casebook.consent.gate import GateClosed
from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.naming import title
from panoh.casebook.record import Case, save, tell
from panoh.demo.files import read
from panoh.demo.rows import Taken
from panoh.emergency.cards.content import draw
from panoh.emergency.cards.family import family_card
from panoh.emergency.cards.giving import (
    FAMILY,
    HOME_PLAN,
    RECIPIENTS,
    WALLET,
    give_paper,
    may_tell_health,
)
from panoh.emergency.cards.plan_paper import plan_paper
from panoh.emergency.cards.wallet import wallet_card
from panoh.emergency.plan.reading import plan
from panoh.emergency.plan.wording import Reader
from panoh.emergency.telling import add_task, fill_plan, give_part, make_plan, note_drill
from panoh.model.kinds import Consent
from panoh.model.messages import translator
from panoh.network.contacts import contact
from panoh.network.directory import organisations
from panoh.network.telling import Way, add_contact, adopt, attempt

#: The languages of what the family carries: the exile among Germans, the father at home.
ABROAD, AT_HOME = "de", "tg"


def prepare(case: Case, taken: Taken, exiles: Mapping[str, str], folder: Path) -> tuple[Path, ...]:
    """Record it all, and write a wallet card, a family card and the sheet for home."""
    told = read("prepared.json")
    known = _network(case, told)
    exile, relative = (
        root_of(case.vault.db, each)
        for each in (exiles[told["exile"]], taken.harmed(case.vault.db, told["relative"]))
    )
    abroad = _abroad(case, told["abroad"], exile, known)
    home = _at_home(case, told["at_home"], relative, abroad)
    _allow(case, [exile, relative, *known.values()])
    return _papers(case, told, known, (abroad, home, relative), folder)


def _network(case: Case, told: Mapping[str, Any]) -> dict[str, str]:
    known = {
        each["id"]: add_contact(
            case, each["names"], [Way(*way) for way in each["ways"]], **_tuples(each["fields"])
        )
        for each in told["contacts"]
    }
    by_id = {each.id: each for each in organisations()}
    for name in told["adopted"]:
        adopt(case, by_id[name])
    for seen in told["keys"]:
        channel = contact(case.vault.db, known[seen["contact"]]).channels[0]
        day = case.clock().date() - timedelta(days=seen["days_ago"])
        attempt(case, channel, "reached", day, key=seen["key"], checked=seen["checked"])
    return known


def _tuples(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in fields.items()}


def _abroad(case: Case, told: Mapping[str, Any], exile: str, known: Mapping[str, str]) -> str:
    about = make_plan(
        case,
        person=exile,
        scenario=told["scenario"],
        side="exile",
        country=told["country"],
        languages=tuple(told["languages"]),
    )
    fill_plan(case, plan(case.vault.db, about), told["fields"])
    for part, who, other in told["parts"]:
        found = plan(case.vault.db, about)
        give_part(case, found, part, known[who], known.get(other, ""), confirmed=True)
    found = plan(case.vault.db, about)
    for at, what, part in told["tasks"]:
        add_task(case, found, at, what, part)
    tested, result, fix = told["drill"]
    note_drill(case, found, case.clock().date(), tested, result, fix)
    return about


def _at_home(case: Case, told: Mapping[str, Any], relative: str, abroad: str) -> str:
    about = make_plan(
        case,
        person=relative,
        scenario=told["scenario"],
        side="home",
        linked=abroad,
        languages=tuple(told["languages"]),
    )
    fill_plan(case, plan(case.vault.db, about), told["fields"])
    return about


def _allow(case: Case, people: Sequence[str]) -> None:
    """Everybody who stands on a card of the example has said yes to that."""
    recipients = sorted(set(RECIPIENTS.values()))
    said = [
        Consent(
            person=who,
            recipient=recipient,
            answer="yes",
            what=("name", "contact", "health"),
            uses=("protection",),
            how="spoken",
        )
        for who in people
        for recipient in recipients
    ]
    save(case, [tell(case, each) for each in said])


def _papers(
    case: Case,
    told: Mapping[str, Any],
    known: Mapping[str, str],
    about: tuple[str, str, str],
    folder: Path,
) -> tuple[Path, ...]:
    db, day, banner = case.vault.db, case.clock().date(), read("case.json")["banner"]
    abroad, home, relative = about
    at_home = told["at_home"]
    called = [contact(db, known[each]) for each in at_home["call"]]
    name = title(view_of(db, relative))
    family = family_card(name, told["home"], called, AT_HOME, day, health=at_home["health"])
    reader = Reader(db, AT_HOME, translator(AT_HOME))
    found = plan(db, abroad)
    abroad_too = may_tell_health(case, WALLET, found.person)
    at_home_too = may_tell_health(case, HOME_PLAN, relative)
    papers = {
        WALLET: draw(wallet_card(found, ABROAD, day, health=abroad_too), day, banner),
        FAMILY: draw(family, day, banner),
        HOME_PLAN: plan_paper(reader, plan(db, home), day, banner, health=at_home_too),
    }
    return tuple(
        path for paper, made in papers.items() for path in _give(case, paper, made, folder)
    )


def _give(case: Case, paper: str, made: bytes, folder: Path) -> tuple[Path, ...]:
    """Through the gate; relatives share a surname, so the example's reviewer looks."""
    given = give_paper(case, paper, made, folder, [])
    if given.stops and all(stop.human for stop in given.stops):
        numbers = [stop.number for stop in given.stops]
        given = give_paper(case, paper, made, folder, [], looked=numbers)
    if given.stops:
        raise GateClosed(count=len(given.stops))
    return given.paths
