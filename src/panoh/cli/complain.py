"""`panoh complain`: a complaint as PDF and DOCX, if everybody in it allowed it."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

import click
import msgspec

from panoh.casebook.consent.gate import GateClosed
from panoh.casebook.consent.giving import Outcome
from panoh.casebook.record import Case
from panoh.casebook.view import View
from panoh.cli import passages, printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import person
from panoh.cli.words import say
from panoh.legal.complaining import composed, write
from panoh.legal.matters import begin_matter, latest_matter
from panoh.legal.submissions.wgad.complaint import Complaint, Review
from panoh.model.errors import PanohError
from panoh.model.kinds import Matter


class NoMatter(PanohError):
    """There is no matter yet, so nobody said who submits and what is asked."""

    code: ClassVar[str] = "no-matter"
    message: ClassVar[str] = (
        "For these people nobody has written yet who submits and what is asked."
    )
    hint: ClassVar[str] = "Write it into a JSON file and give it once with --answers FILE."
    exit_status: ClassVar[int] = 66


class AnswersUnreadable(PanohError):
    """The file of answers does not follow the form."""

    code: ClassVar[str] = "answers-unreadable"
    message: ClassVar[str] = "The file of answers cannot be read: {why}"
    hint: ClassVar[str] = "It is a JSON object whose fields are those of a matter (docs/words.md)."
    exit_status: ClassVar[int] = 67


@click.command("complain")
@click.argument("who", nargs=-1, required=True)
@click.option(
    "--answers",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A JSON file with what no list can tell; it is kept as a matter.",
)
@click.option(
    "--to",
    "target",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Where the files go; here if left out.",
)
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The date of the complaint.")
@click.option("--reviewer", default="", help="Make it final: the name of who has read it.")
@click.option(
    "--looked",
    multiple=True,
    metavar="NUMBER",
    help="You looked at this passage, by its number in the list; may be repeated.",
)
@click.option(
    "--responsible",
    multiple=True,
    metavar="WHO",
    help="Name this official as responsible; each name is confirmed with --looked as well.",
)
@json_option
@with_case
def command(  # noqa: PLR0913, PLR0917 - one argument for each option
    case: Case,
    who: tuple[str, ...],
    answers: Path | None,
    target: Path,
    day: datetime | None,
    reviewer: str,
    looked: tuple[str, ...],
    responsible: tuple[str, ...],
    as_json: bool,
) -> None:
    """Write a complaint to the UN Working Group on Arbitrary Detention about WHO."""
    persons = [person(case.vault.db, each) for each in who]
    on = (day or datetime.now(UTC)).date()
    matter = _keep(case, answers, persons) if answers else _latest(case, persons)
    review = Review(reviewer, on) if reviewer else None
    named = [person(case.vault.db, each) for each in responsible]
    complaint = composed(case, matter, persons, on, review, responsible=named)
    outcome = write(case, complaint, persons, target, looked=looked)
    if as_json:
        printing.as_json(
            {
                "files": outcome.paths,
                "stops": outcome.stops,
                "stale": outcome.stale,
                "missing": complaint.gaps,
            }
        )
    else:
        _tell(case, complaint, outcome)
    if outcome.stops:
        raise GateClosed(count=len(outcome.stops))


def _keep(case: Case, answers: Path, persons: Sequence[str]) -> View:
    """The answers as a new matter for these persons; a field that no matter has is an error."""
    try:
        told = msgspec.json.decode(answers.read_bytes(), type=dict[str, Any])
        unknown = sorted(told.keys() - set(Matter.__struct_fields__))
        if unknown:
            raise AnswersUnreadable(why=", ".join(unknown)[:200])
        record = msgspec.convert(told | {"persons": persons}, Matter)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise AnswersUnreadable(why=_position(error)) from None
    return begin_matter(case, record)


def _position(error: Exception) -> str:
    """Where the file stops being readable; never its words."""
    found = re.search(r"byte (\d+)|`\$\.?(\w*)`", str(error))
    return found.group(0) if found else "JSON"


def _latest(case: Case, persons: Sequence[str]) -> View:
    matter = latest_matter(case.vault.db, persons)
    if matter is None:
        raise NoMatter
    return matter


def _tell(case: Case, complaint: Complaint, outcome: Outcome) -> None:
    passages.tell(case.vault.db, outcome.stops, outcome.stale)
    if complaint.gaps:
        click.echo(say("Missing, and who could supply it:"))
        for gap in complaint.gaps:
            printing.line(f"  · {gap.what} ({gap.who})")
    for path in outcome.paths:
        click.echo(say("Written: {path}").format(path=path))
