"""`panoh help-for`: public organisations by need, language and country; needs no vault."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import click

from panoh.cli import printing, world
from panoh.cli.opening import json_option
from panoh.cli.words import language, say
from panoh.model.thesauri import CHANNELS, NEEDS
from panoh.network.directory import DANGER, Organisation, help_for
from panoh.network.wording import FIRST, GRANTS


@click.command("help-for")
@click.argument("need", required=False, type=click.Choice(list(NEEDS.terms)))
@click.option("--language", "spoken", default="", help="Who speaks it, as two letters: ru, fa.")
@click.option("--country", default="", help="Where you are, as two letters: DE, PL.")
@json_option
def command(need: str | None, spoken: str, country: str, as_json: bool) -> None:
    """Find public organisations that help with NEED; without one, list what can be asked for."""
    if need is None:
        _list_needs(as_json=as_json)
        return
    found = help_for(need, language=spoken.casefold(), country=country)
    if as_json:
        printing.as_json(found)
        return
    if not found:
        click.echo(say("No organisation is known for this. Leave out --language or --country."))
        return
    click.echo(say(FIRST))
    today = datetime.now(UTC).date()
    for each in found:
        click.echo()
        for line in lines(each, today):
            printing.line(line)


def _list_needs(*, as_json: bool) -> None:
    needs = [(code, say(term.label)) for code, term in NEEDS.terms.items()]
    if as_json:
        printing.as_json(dict(needs))
        return
    printing.table(needs, [say("Ask for"), say("What it is")])


def lines(each: Organisation, today: date) -> Iterator[str]:
    """One organisation, with every mark of what is not confirmed."""
    closed = f"  [{say('closed')}]" if each.closed else ""
    yield f"{each.name}  ({each.id}){closed}"
    note = each.note.get(language()) or each.note.get("en", "")
    if note:
        yield f"  {note}"
    if each.from_home == DANGER:
        yield "  ! " + say("Dangerous to contact from the country of origin.")
    elif not each.closed:
        yield "  ? " + say("Whether it is safe to contact from the country of origin: not known.")
    if each.political:
        yield "  ! " + say("Takes part in politics.")
    for channel in each.channels:
        told = f"  {CHANNELS.label(channel.type, say)}: {channel.address}"
        yield told if channel.confirmed else f"{told}  ? {say('not confirmed')}"
    if each.web:
        yield f"  {CHANNELS.label('web', say)}: {each.web}"
    yield "  " + "; ".join(_facts(each))
    yield "  " + _looked_up(each, today)


def _facts(each: Organisation) -> Iterator[str]:
    spoken = world.languages(each.languages) or say("languages: not known")
    yield (
        spoken
        if each.languages_confirmed or not each.languages
        else (f"{spoken} ({say('not confirmed')})")
    )
    if each.country:
        yield world.country(each.country)
    if each.hours:
        yield each.hours
    yield say(GRANTS[each.grants])


def _looked_up(each: Organisation, today: date) -> str:
    pages = ", ".join(f"{source.page} [{source.level}]" for source in each.sources)
    said = say("Looked up {when}: {pages}").format(
        when=each.verified_on, pages=pages or say("no source; general knowledge")
    )
    if not each.confirmed or not pages:
        said += ". " + say("Not confirmed: look on their own page first.")
    if each.stale(today):
        said += ". " + say("This is old: look on their own page first.")
    return said
