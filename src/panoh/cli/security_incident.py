"""`panoh security incident`: a quick entry, and the log. Words are asked for, never arguments."""

from datetime import date, timedelta
from typing import Any

import click

from panoh.casebook.record import Case
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.words import say
from panoh.model.dates import PartialDate, parse_date
from panoh.model.kinds import KINDS, Incident, Mention
from panoh.model.thesauri import ANSWERS, INCIDENTS, THREATS
from panoh.security.errors import NoSuchIncident
from panoh.security.incidents import (
    Logged,
    add_to_incident,
    clusters,
    incidents,
    record_incident,
)

#: What is asked for when somebody says more, in the order of the log.
_WORDS = (
    "online", "witnesses", "guess", "done", "reported", "next_step", "care", "lessons", "note",
)  # fmt: skip


@click.command("incident")
@click.option("--list", "listed", is_flag=True, help="Show the log, the newest first.")
@click.option(
    "--more", metavar="ID", default="", help="Say more about one of the log, or close it."
)
@json_option
@with_case
def incident_command(case: Case, listed: bool, more: str, as_json: bool) -> None:
    """Write down something that happened: its kind and one sentence. The rest may wait.

    The questions are asked one after the other, and an empty answer skips one. What you type is
    never seen by other programs of this computer.
    """
    if listed or as_json:
        _list(case, as_json=as_json)
        return
    if more:
        add_to_incident(case, _meant(case, more), _rest(case.clock().date()))
        click.echo(say("Saved."))
        return
    record_incident(case, _asked(case.clock().date()))
    click.echo(say("Saved. You can add to it later."))
    _outstanding(case)


def _asked(today: date) -> Incident:
    codes = list(INCIDENTS.terms)
    for number, code in enumerate(codes, 1):
        click.echo(f"  {number:2}  {INCIDENTS.label(code, say)}")
    number = click.prompt(say("Which kind"), type=click.IntRange(1, len(codes)))
    what = click.prompt(say("What happened, in one sentence"))
    when = click.prompt(say("When (empty: today; yesterday: -1)"), default="", show_default=False)
    who = click.prompt(say("To whom (empty: skip)"), default="", show_default=False)
    words = click.prompt(say("Exact words (empty: skip)"), default="", show_default=False)
    grave = click.prompt(
        say("How grave, 1 to 5 (0: skip)"), type=click.IntRange(0, 5), default=0, show_default=False
    )
    return Incident(
        type=codes[number - 1],
        what=what,
        words=words,
        when=_day(when.strip(), today),
        affected=tuple(Mention(text=name.strip()) for name in who.split(",") if name.strip()),
        severity=grave,
    )


def _meant(case: Case, typed: str) -> str:
    """The one incident whose id begins with what was typed."""
    found = [
        each.view.root for each in incidents(case.vault.db) if each.view.root.startswith(typed)
    ]
    if len(found) != 1:
        raise NoSuchIncident(count=len(found))
    return found[0]


def _rest(today: date) -> Incident:
    """What a quick entry leaves out, question by question; an empty answer says nothing."""
    click.echo(say("An empty answer skips a question."))
    told: dict[str, Any] = {name: _ask(name) for name in _WORDS}
    due, closed = _ask("due"), _ask("closed")
    codes = {**{code: code for code in ANSWERS.terms}, **_answers()}
    return Incident(
        **{name: text for name, text in told.items() if text},
        due=_day(due, today) if due else None,
        closed=codes.get(closed.casefold(), ""),
    )


def _answers() -> dict[str, str]:
    return {ANSWERS.label(code, say).casefold(): code for code in ANSWERS.terms}


def _ask(name: str) -> str:
    label = say(KINDS["incident"].fields[name].note.label)
    return str(click.prompt(label, default="", show_default=False)).strip()


def _day(typed: str, today: date) -> PartialDate:
    if not typed:
        return PartialDate(today.isoformat())
    if typed[:1] == "-" and typed[1:].isdigit() and len(typed) < 5:
        return PartialDate((today - timedelta(days=int(typed[1:]))).isoformat())
    return parse_date(typed)


def _outstanding(case: Case) -> None:
    """What stands out together with it; said calmly, for it may be chance."""
    for each in clusters(incidents(case.vault.db), case.clock().date()):
        label = INCIDENTS.label(each.type, say)
        count = len(each.incidents)
        click.echo(
            say("Several within days: {kind}, {count} times.").format(kind=label, count=count)
        )
        signs = ", ".join(THREATS.label(code, say) for code in each.signs_of)
        if signs:
            click.echo("  " + say("It may be a sign of: {threats}").format(threats=signs))


def _list(case: Case, *, as_json: bool) -> None:
    logged = incidents(case.vault.db)
    if as_json:
        printing.as_json(
            [
                {
                    "id": each.view.root,
                    "kinds": sorted(each.types),
                    "what": each.what,
                    "first": each.first.isoformat(),
                    "last": each.last.isoformat(),
                    "severity": each.severity,
                    "open": each.open,
                }
                for each in logged
            ]
        )
        return
    if not logged:
        click.echo(say("Nothing is written down yet."))
        return
    header = [say("Id"), say("When"), say("Kind"), say("What happened"), say("Marks")]
    printing.table([_row(each) for each in logged], header)
    _outstanding(case)


def _row(each: Logged) -> tuple[str, ...]:
    kinds = " ≠ ".join(INCIDENTS.label(code, say) for code in sorted(each.types))
    when = " ≠ ".join(printing.day(told.value) for told in each.view.relied("when"))
    grave = "!" * each.severity
    return (each.view.root[:8], when or say("not known"), kinds, each.what, grave)
