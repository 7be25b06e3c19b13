"""`panoh network`: those who can help, their channels and keys, and what has aged."""

from datetime import UTC, datetime
from typing import Any

import click

from panoh.casebook.record import Case
from panoh.cli import printing, world
from panoh.cli.network_show import lines, plain
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import person
from panoh.cli.words import fill, say
from panoh.model.dates import PartialDate
from panoh.model.kinds import Contact
from panoh.model.thesauri import (
    CHANNELS,
    CONTACT_TYPES,
    KEY_CHECKS,
    NEEDS,
    REACHED,
    TRUST,
)
from panoh.model.todo import order
from panoh.network.contacts import ContactFile, contact, contacts
from panoh.network.directory import organisations
from panoh.network.errors import OrganisationUnknown
from panoh.network.finding import who_can
from panoh.network.telling import Way, add_channel, add_contact, adopt, attempt, change, channel_of
from panoh.network.todos import todos

CONTACT = ("contact",)
#: Fields that are typed as one text each, by option; each has a label in the kind.
_TEXTS = (
    "country", "zone", "hours", "limits", "conditions", "danger", "knows", "note", "share",
    "vouched_by", "remove_if",
)  # fmt: skip
_DAYS = ("review", "share_given", "share_seen", "known_since")

#: Whom a command is about.
who_argument = click.argument("who")
_DAY = click.DateTime(["%Y-%m-%d"])
day_option = click.option("--day", type=_DAY, help="The day; today.")


@click.group("network")
def command() -> None:
    """The people who can help, and how to reach them."""


def _described(function: Any) -> Any:
    """The options that say what is known of a contact."""
    options = (
        click.option("--type", "type_", type=click.Choice(list(CONTACT_TYPES.terms))),
        click.option("--helps", multiple=True, type=click.Choice(list(NEEDS.terms))),
        click.option("--speaks", multiple=True, help="A language as two letters: ru, fa."),
        click.option("--country", default="", help="Two letters: PL."),
        click.option("--zone", default="", help="Their time zone: Europe/Warsaw."),
        click.option("--hours", default="", help="When they answer: Mo-Fr 09:00-17:00, or 24/7."),
        click.option("--limits", default="", help="What they do not do, or not by this channel."),
        click.option("--conditions", default="", help="For whom and on what conditions."),
        click.option("--trust", type=click.Choice(list(TRUST.terms))),
        click.option("--danger", default="", help="The danger to them if this is found."),
        click.option("--listed", type=click.Choice(["yes", "no", "unknown"])),
        click.option("--knows", default="", help="What they know of you."),
        click.option("--share", default="", help="Which part of a key they keep."),
        click.option("--share-given", type=_DAY, help="When they were given it."),
        click.option("--share-seen", type=_DAY, help="When they last confirmed that they have it."),
        click.option("--known-since", type=_DAY, help="Since when you know them."),
        click.option("--substitute", default="", help="Who steps in: an id or a name."),
        click.option("--vouched-by", default="", help="Who vouches for them."),
        click.option("--review", type=_DAY, help="When to look again."),
        click.option("--remove-if", default="", help="When this entry should go."),
        click.option("--note", default=""),
    )
    for option in reversed(options):
        function = option(function)
    return function


def _fields(case: Case, told: dict[str, Any]) -> dict[str, Any]:
    """The fields of a contact from what was typed; what was left out is not told."""
    fields = {name: told[name] for name in _TEXTS if told[name]}
    for name, value in (("type", told["type_"]), ("trust", told["trust"])):
        fields |= {name: value} if value else {}
    if told["helps"]:
        fields["helps"] = tuple(told["helps"])
    if told["speaks"]:
        fields["languages"] = tuple(code.casefold() for code in told["speaks"])
    if told["listed"]:
        fields["listed"] = told["listed"]
        fields["listed_on"] = _today(case)
    for name in _DAYS:
        if told[name]:
            fields[name] = PartialDate(told[name].date().isoformat())
    if told["substitute"]:
        fields["substitute"] = person(case.vault.db, told["substitute"], CONTACT)
    return fields


def _today(case: Case) -> PartialDate:
    return PartialDate(case.clock().date().isoformat())


@command.command("add")
@click.argument("names", nargs=-1, required=True)
@click.option(
    "--way",
    "ways",
    nargs=2,
    multiple=True,
    metavar="CHANNEL ADDRESS",
    help="A way to reach them, such as --way signal +48…; the first is tried first.",
)
@click.option("--recorded-as", default="", help="The person in the record who this is.")
@_described
@with_case
def add(case: Case, names: tuple[str, ...], ways: Any, recorded_as: str, **told: Any) -> None:
    """Record somebody who can help; several NAMES are one name in several scripts."""
    fields = _fields(case, told)
    if recorded_as:
        fields["who"] = person(case.vault.db, recorded_as)
    about = add_contact(case, names, [Way(*way) for way in ways], **fields)
    click.echo(say("Saved. Their id is {id}.").format(id=about[:8]))
    if not told["zone"]:
        click.echo(say("No time zone is known, so nobody can say what time it is there."))


@command.command("adopt")
@click.argument("organisation")
@with_case
def adopt_command(case: Case, organisation: str) -> None:
    """Take an ORGANISATION of the directory (its short name) among your contacts."""
    found = [each for each in organisations() if each.id == organisation]
    if not found:
        raise OrganisationUnknown
    about = adopt(case, found[0])
    click.echo(say("Saved. Their id is {id}.").format(id=about[:8]))
    if any(not channel.confirmed for channel in found[0].channels):
        click.echo(say("Addresses that nobody has confirmed were left out."))


@command.command("change")
@who_argument
@click.option("--left", is_flag=True, help="They no longer help, from today on.")
@_described
@with_case
def change_command(case: Case, who: str, left: bool, **told: Any) -> None:
    """Correct what you told about WHO, or say that they no longer help."""
    about = person(case.vault.db, who, CONTACT)
    fields = _fields(case, told) | ({"left": _today(case)} if left else {})
    if not fields:
        raise click.UsageError(say("Say what is to be changed."))
    change(case, about, Contact(**fields))
    click.echo(say("Saved."))


@command.command("way")
@who_argument
@click.argument("channel", type=click.Choice(list(CHANNELS.terms)))
@click.argument("address")
@click.option("--avoid", default="", help="What not to say there.")
@click.option("--hours", default="", help="When it is safe there, in their local time.")
@click.option("--offline", type=click.Choice(["yes", "no", "unknown"]))
@with_case
def way(case: Case, who: str, channel: str, address: str, **told: Any) -> None:
    """Add a way to reach WHO: a CHANNEL and the number or ADDRESS there."""
    found = contact(case.vault.db, person(case.vault.db, who, CONTACT))
    given = {name: value for name, value in told.items() if value}
    add_channel(case, found, Way(channel, address), **given)
    click.echo(say("Saved."))


@command.command("reached")
@who_argument
@click.option("--way", "through", default="", help="Which channel, if they have several.")
@click.option("--outcome", type=click.Choice(list(REACHED.terms)), default="reached")
@click.option("--key", default="", help="The key, fingerprint or safety number you saw.")
@click.option("--checked", type=click.Choice(list(KEY_CHECKS.terms)))
@click.option("--by", default="", help="Who checked the key.")
@day_option
@with_case
def reached(case: Case, who: str, through: str, day: datetime | None, **told: Any) -> None:
    """Record that you tried to reach WHO, and the key you saw."""
    found = contact(case.vault.db, person(case.vault.db, who, CONTACT))
    channel = channel_of(found, through)
    on = (day or case.clock()).date()
    attempt(
        case,
        channel,
        told["outcome"],
        on,
        key=told["key"],
        checked=told["checked"] or "",
        by=told["by"],
    )
    click.echo(say("Saved."))
    again = contact(case.vault.db, found.root)
    if channel_of(again, channel.root).key.state == "changed":
        click.echo(
            say(
                "This key is not the one that was verified. Write nothing there before you have"
                " checked it in person, by voice or through somebody you both know."
            )
        )


@command.command("list")
@json_option
@with_case
def list_command(case: Case, as_json: bool) -> None:
    """List everybody who can help, with their local time."""
    found, now = contacts(case.vault.db), case.clock()
    if as_json:
        printing.as_json([plain(each, now) for each in found])
        return
    if not found:
        click.echo(say("Nobody is listed yet. Begin with somebody you trust: panoh network add"))
        return
    printing.table(
        [_row(each, now) for each in found],
        [say("Id"), say("Name"), say("Can help with"), say("Time there"), say("Last reached")],
    )


def _row(each: ContactFile, now: datetime) -> tuple[str, ...]:
    helps = ", ".join(NEEDS.label(code, say) for code in each.many("helps"))
    last = each.last_reached
    gone = f" ({say('no longer helps')})" if each.has_left(now.date()) else ""
    return (
        each.root[:8],
        (each.name or say("(no name)")) + gone,
        helps,
        world.clock(each.local(now)),
        last.isoformat() if last else say("never"),
    )


@command.command("show")
@who_argument
@json_option
@with_case
def show(case: Case, who: str, as_json: bool) -> None:
    """Everything recorded of one contact: WHO is an id or a name."""
    found, now = contact(case.vault.db, person(case.vault.db, who, CONTACT)), case.clock()
    if as_json:
        printing.as_json(plain(found, now))
        return
    for line in lines(case.vault.db, found, now):
        printing.line(line)


@command.command("who")
@click.argument("need", type=click.Choice(list(NEEDS.terms)))
@click.option("--language", "spoken", default="", help="Who speaks it, as two letters: ru, fa.")
@click.option("--country", default="", help="Where they are, as two letters: PL.")
@json_option
@with_case
def who_command(case: Case, need: str, spoken: str, country: str, as_json: bool) -> None:
    """Who of your contacts can help with NEED now, by their local time."""
    now = datetime.now(UTC)
    found = who_can(case.vault.db, need, now, language=spoken.casefold(), country=country)
    if as_json:
        printing.as_json([plain(each.contact, now) | {"open_now": each.open_now} for each in found])
        return
    if not found:
        click.echo(say("Nobody of yours is known to help with this. See: panoh help-for"))
        return
    opening = {True: say("yes"), False: say("no"), None: say("not known")}
    printing.table(
        [
            (
                each.contact.root[:8],
                each.contact.name,
                world.clock(each.local),
                opening[each.open_now],
                _how(each.contact),
                each.contact.text("limits"),
            )
            for each in found
        ],
        [say("Id"), say("Name"), say("Time there"), say("Open now"), say("How"), say("Limits")],
    )


def _how(each: ContactFile) -> str:
    ways = [f"{CHANNELS.label(ch.type, say)} {ch.address}" for ch in each.open_channels]
    return "; ".join(ways) or each.text("web")


@command.command("check")
@json_option
@with_case
def check(case: Case, as_json: bool) -> None:
    """What wants a look: changed keys, silence, shared numbers, too much on one person."""
    found = sorted(todos(case.vault, case.clock()), key=order)
    if as_json:
        printing.as_json(found)
        return
    if not found:
        click.echo(say("Nothing wants a look."))
    for each in found:
        printing.line(f"  · {fill(each.text, each.values)}  ({each.target.entity[:8]})")
