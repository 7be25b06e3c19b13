"""`panoh answers`: what was answered, what is awaited, and the days on which to speak."""

from typing import Any

import click

from panoh.advocacy.answers import answered, note_answer
from panoh.advocacy.occasions import add_occasion, calendar
from panoh.advocacy.publications import publications
from panoh.casebook.record import Case
from panoh.casebook.wording import Wording
from panoh.cli import printing
from panoh.cli.answers_due import again, asked, done, due
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import NotFound, record
from panoh.cli.words import language, say
from panoh.model.dates import PartialDate, parse_date
from panoh.model.kinds import KINDS, Occasion, Response
from panoh.model.thesauri import ANSWERERS, OCCASIONS, RESPONSES


@click.group("answers")
def command() -> None:
    """What States and bodies answered, what is awaited, and days on which to speak."""


@command.command("list")
@json_option
@with_case
def list_command(case: Case, as_json: bool) -> None:
    """Every answer in the order of time."""
    told = answered(case.vault.db, Wording(language()))
    if as_json:
        printing.as_json(told)
        return
    header = [say("When"), say("Who"), say("How they answered"), say("To"), say("What")]
    printing.table([(t.when, t.who, t.type, t.to, t.what) for t in told], header)


@command.command("add")
@click.argument("who")
@click.option("--body", type=click.Choice(list(ANSWERERS.terms)), help="What they are.")
@click.option("--type", "type_", type=click.Choice(list(RESPONSES.terms)), help="How.")
@click.option("--when", "day", default="", help="When, as it is known: 2023-11, May 2024.")
@click.option("--to", "what_for", default="", help="What was answered: an action or publication.")
@click.option("--what", default="", help="What they said or did.")
@click.option("--link", default="", help="Where it can be read.")
@click.option("--again", default="", metavar="DAY", help="Ask again by this day.")
@with_case
def add(case: Case, who: str, **told: Any) -> None:
    """Note what WHO answered or did.

    An action that was answered is awaited no longer, unless you ask again by a day, or somebody
    only said that it arrived.
    """
    action, publication = _meant(case.vault.db, told["what_for"])
    note_answer(
        case,
        Response(
            who=who,
            body=told["body"] or "",
            type=told["type_"] or "",
            when=_day(told["day"]),
            action=action,
            publication=publication,
            what=told["what"],
            link=told["link"],
        ),
        _day(told["again"]),
    )
    click.echo(say("Saved."))


@command.command("day")
@click.argument("title")
@click.option("--type", "type_", type=click.Choice(list(OCCASIONS.terms)))
@click.option("--begins", default="", help="The first day.")
@click.option("--ends", default="", help="The last day.")
@click.option("--papers-due", default="", help="When papers must be in.")
@click.option("--register-by", default="", help="When to register.")
@click.option("--where", default="")
@click.option("--link", default="", help="Where that can be read.")
@with_case
def day_command(case: Case, title: str, type_: str | None, **told: Any) -> None:
    """Enter a session, conference or other day; what is due before it comes up on Today."""
    add_occasion(
        case,
        Occasion(
            title=title,
            type=type_ or "",
            begins=_day(told["begins"]),
            ends=_day(told["ends"]),
            papers_due=_day(told["papers_due"]),
            register_by=_day(told["register_by"]),
            where=told["where"],
            link=told["link"],
        ),
    )
    click.echo(say("Saved."))


@command.command("calendar")
@json_option
@with_case
def calendar_command(case: Case, as_json: bool) -> None:
    """The days that were entered, in order."""
    found = calendar(case.vault.db)
    if as_json:
        printing.as_json(found)
        return
    fields = KINDS["occasion"].fields
    rows = [(printing.day(d.told), say(fields[d.field].note.label), d.title) for d in found]
    printing.table(rows, [say("When"), say("What"), say("Title")])


for each in (asked, again, done, due):
    command.add_command(each)


def _day(text: str) -> PartialDate | None:
    return parse_date(text) if text else None


def _meant(db: Any, typed: str) -> tuple[str, str]:
    """The action or the publication meant by an id, or a publication by its name."""
    if not typed:
        return "", ""
    called = [each for each in publications(db) if each.name.casefold() == typed.casefold()]
    root = called[0].root if len(called) == 1 else record(db, typed)
    kind = db.execute("SELECT kind FROM entity WHERE id = ?", (root,)).get
    if kind not in ("action", "publication"):
        raise NotFound(count=0)
    return (root, "") if kind == "action" else ("", root)
