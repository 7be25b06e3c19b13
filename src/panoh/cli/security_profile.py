"""`panoh security profile`: to whom the measures are fitted."""

import click

from panoh.casebook.record import Case
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.words import say
from panoh.model.kinds import Device, Profile
from panoh.model.thesauri import AUDIENCES, PLATFORMS
from panoh.security.profile import fitted, record_profile


@click.command("profile")
@click.option(
    "--for",
    "audiences",
    multiple=True,
    type=click.Choice([code for code in AUDIENCES.terms if code != "all"]),
    help="What applies to you; may be repeated.",
)
@click.option(
    "--add-device",
    "devices",
    multiple=True,
    metavar="NAME:PLATFORM",
    help="A device by a name of yours, as laptop:linux or phone:android; may be repeated.",
)
@click.option("--country", default="", help="Where you live, as two letters.")
@json_option
@with_case
def profile_command(
    case: Case, audiences: tuple[str, ...], devices: tuple[str, ...], country: str, as_json: bool
) -> None:
    """Say what applies to you, which devices you use and where you live; or show what is told.

    The measures are fitted to it. It stays in the vault. What you name replaces what you said
    before.
    """
    if audiences or devices or country:
        if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
            raise click.UsageError(say("A country is two letters, as DE."))
        owned = tuple(_device(each) for each in devices)
        record_profile(case, Profile(audiences=audiences, devices=owned, country=country.upper()))
    who = fitted(case.vault.db)
    if as_json:
        printing.as_json(
            {
                "audiences": sorted(who.audiences),
                "devices": [{"name": each.name, "platform": each.platform} for each in who.devices],
                "countries": who.countries,
            }
        )
        return
    for code in sorted(who.audiences):
        click.echo(AUDIENCES.label(code, say))
    for each in who.devices:
        printing.line(f"{each.name}: {PLATFORMS.label(each.platform, say)}")
    for place in who.countries:
        printing.line(place)
    if not (who.audiences or who.devices or who.countries):
        click.echo(say("Nothing is told yet: only measures for everybody are shown."))


def _device(typed: str) -> Device:
    name, _colon, platform = typed.rpartition(":")
    if not name.strip() or platform not in PLATFORMS.terms:
        known = ", ".join(PLATFORMS.terms)
        raise click.UsageError(
            say("A device is NAME:PLATFORM, with one of {known}.").format(known=known)
        )
    return Device(name.strip(), platform)
