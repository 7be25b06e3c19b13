"""`panoh checkin arm`: a plan of check-ins from choices, shown first, then sent to one watcher."""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from panoh.casebook.consent.gate import GateClosed
from panoh.casebook.record import Case
from panoh.checkin import Address, Plan
from panoh.checkin.schedule import Daily, Quiet, Schedule, Trip
from panoh.cli import passages, printing
from panoh.cli.checkin_show import ahead, told
from panoh.cli.opening import with_case
from panoh.cli.pick import CONTACT, check_in_of, person, plan_of
from panoh.cli.words import language, say
from panoh.emergency.orders import ALL_WAYS, Ladder
from panoh.emergency.watching.errors import NotArmed
from panoh.emergency.watching.giving import stops
from panoh.emergency.watching.keys import new_secret
from panoh.emergency.watching.making import (
    Wish,
    by_hand,
    every,
    from_plan,
    known_zone,
    make,
    moment,
    read_invitation,
)
from panoh.emergency.watching.reading import order
from panoh.emergency.watching.sending import arm, begin
from panoh.network.contacts import contact

_LARGEST = 2000


def add_to(group: click.Group) -> None:
    """Put the command into its group."""
    group.add_command(arm_command)


@click.command("arm")
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False
)
@click.option("--plan", "which", default="", help="Ask those who take parts in this plan.")
@click.option("--contact", "people", multiple=True, help="Ask this contact; may be repeated.")
@click.option("--daily", metavar="08:30", help="Be expected each day at this time.")
@click.option("--every", "hours", type=int, help="Be expected so many hours after the last time.")
@click.option("--trip", metavar="MOMENT", help="Be expected once: 2026-11-26 18:00.")
@click.option("--zone", default="UTC", show_default=True, help="Your time zone: Europe/Berlin.")
@click.option("--grace", default=60, show_default=True, help="Minutes until others are asked.")
@click.option("--quiet", nargs=2, metavar="FROM TO", help="Be expected at no time between these.")
@click.option("--me", nargs=2, multiple=True, metavar="WAY ADDRESS", help="How you are reminded.")
@click.option("--way", "ways", multiple=True, type=click.Choice(ALL_WAYS), help="Use only these.")
@click.option("--pins", is_flag=True, help="Ask for two PINs, for the page of the watcher.")
@click.option("--two", is_flag=True, help="Two contacts must agree that an alarm is over.")
@click.option("--title", default="", help="What you call it; the watcher never learns that.")
@click.option("--again", default="", metavar="CHECKIN", help="Send once more what was not taken.")
@click.option("--yes", is_flag=True, help="Do not ask before it is sent.")
@with_case
def arm_command(case: Case, file: Path | None, again: str, yes: bool, **chosen: Any) -> None:
    """Have a watcher keep check-ins for you; FILE holds the invitation of whoever runs it."""
    if again:
        of = order(case.vault.db, check_in_of(case.vault.db, again))
        if of.wanted is None or of.wanted.plan is None:
            raise NotArmed
        _send(case, of.root, of.wanted.plan, of.wanted.who)
        return
    if file is None:
        raise click.UsageError(say("Name the file with the invitation."))
    with file.open(encoding="utf-8", errors="replace") as source:
        invited = read_invitation(source.read(_LARGEST))
    secret, asked = new_secret(), _asked(case, chosen)
    plan = make(_wish(chosen), asked, secret, int(case.clock().timestamp()))
    _show(case, plan, asked)
    if not yes:
        click.confirm(say("Send it to {address}?").format(address=invited.address), abort=True)
    own = plan_of(case.vault.db, chosen["which"]) if chosen["which"] else ""
    root = begin(case, chosen["title"] or say("Check-in"), invited, secret, own)
    _send(case, root, plan, asked.who)


def _show(case: Case, plan: Plan, asked: Ladder) -> None:
    """What will happen, before anything is sent; raises GateClosed."""
    db = case.vault.db
    names = {each: contact(db, root).name for each, root in asked.who.items()}
    for line in ahead(plan, names, case.clock()):
        printing.line(line)
    left = ", ".join(contact(db, root).name for root in asked.left_out)
    if left:
        text = say("Left out, because a watcher cannot write to them: {people}")
        printing.line(text.format(people=left))
    closed = stops(case, plan)
    if closed:
        passages.tell(db, closed, ())
        raise GateClosed(count=len(closed))


def _send(case: Case, root: str, plan: Plan, who: Mapping[str, str]) -> None:
    receipt = arm(lambda: nullcontext(case), root, plan, who)
    printing.line(told(order(case.vault.db, root), receipt, early=False))


def _asked(case: Case, chosen: dict[str, Any]) -> Ladder:
    """Who is asked: those of a plan, or the contacts that are named."""
    db, day, ways = case.vault.db, case.clock().date(), chosen["ways"] or ALL_WAYS
    if chosen["which"]:
        return from_plan(db, plan_of(db, chosen["which"]), day, ways)
    return by_hand(db, [person(db, each, CONTACT) for each in chosen["people"]], day, ways)


def _wish(chosen: dict[str, Any]) -> Wish:
    ways: Sequence[tuple[str, str]] = chosen["me"]
    quiet = Quiet(start=chosen["quiet"][0], end=chosen["quiet"][1]) if chosen["quiet"] else None
    return Wish(
        schedule=_schedule(chosen),
        grace=chosen["grace"] * 60,
        own=tuple(Address(channel=way, to=to) for way, to in ways),
        language=language(),
        quiet=quiet,
        pins=_pins() if chosen["pins"] else None,
        closers=2 if chosen["two"] else 1,
    )


def _schedule(chosen: dict[str, Any]) -> Schedule:
    zone = known_zone(chosen["zone"])
    given = [name for name in ("daily", "hours", "trip") if chosen[name]]
    if len(given) != 1:
        raise click.UsageError(say("Choose one of --daily, --every and --trip."))
    if chosen["daily"]:
        return Daily(at=chosen["daily"], zone=zone)
    if chosen["hours"]:
        return every(chosen["hours"], zone)
    return Trip(ends=moment(chosen["trip"], zone), zone=zone)


def _pins() -> tuple[str, str]:
    """Typed unseen; the second looks the same and tells others."""
    plain = click.prompt(say("PIN"), hide_input=True, confirmation_prompt=True, err=True)
    text = say("PIN for when you are forced; it looks the same and tells others")
    return str(plain), str(click.prompt(text, hide_input=True, confirmation_prompt=True, err=True))
