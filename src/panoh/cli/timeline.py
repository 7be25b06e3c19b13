"""`panoh timeline`: what happened in the order of time."""

import click

from panoh.casebook.index.reading import view_of
from panoh.casebook.naming import title
from panoh.casebook.record import Case
from panoh.casebook.timeline import Moment, timeline
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import person
from panoh.cli.words import say
from panoh.model.thesauri import ACTS, STATUSES


@click.command("timeline")
@click.argument("who", required=False)
@json_option
@with_case
def command(case: Case, who: str | None, as_json: bool) -> None:
    """What happened, in the order of time; to one person if WHO is given."""
    db = case.vault.db
    moments = timeline(db, person(db, who) if who else "")
    if as_json:
        printing.as_json([_plain(case, moment) for moment in moments])
        return
    if not moments:
        click.echo(say("Nothing is recorded yet. Take in a list: panoh import FILE"))
        return
    printing.table(
        [tuple(line(case, moment)) for moment in moments],
        [say("When"), say("What"), say("Who"), say("Marks")],
    )


def _plain(case: Case, moment: Moment) -> dict[str, object]:
    when, what, who, _marks = line(case, moment)
    return {
        "id": moment.view.root,
        "kind": moment.view.kind,
        "when": when,
        "what": what,
        "who": who,
        "earliest": moment.earliest,
        "latest": moment.latest,
        "disputes": moment.disputes,
    }


def line(case: Case, moment: Moment) -> tuple[str, str, str, str]:
    """When, what, to whom, and the marks of one moment."""
    view = moment.view
    dates = dict.fromkeys(printing.day(told.value) for told in view.relied("when") if told.value)
    whose = title(view_of(case.vault.db, moment.subject)) if moment.subject else ""
    return (
        " ≠ ".join(dates) or say("not known"),
        what(moment),
        whose,
        "≠" if moment.disputes else "",
    )


def what(moment: Moment) -> str:
    """What happened, in words."""
    view = moment.view
    if view.kind == "event":
        return " / ".join(dict.fromkeys(str(told.value) for told in view.told("title")))
    terms, field = (ACTS, "type") if view.kind == "act" else (STATUSES, "state")
    return " / ".join(dict.fromkeys(terms.label(told.value, say) for told in view.told(field)))
