"""What the commands for appeals, press sheets and pages share: new, write, show, give."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from panoh.advocacy.counted import answers, left_out
from panoh.advocacy.giving import give_publication, made
from panoh.advocacy.gone import Gone, gone_of
from panoh.advocacy.publications import (
    APPEAL,
    PublicationFile,
    begin,
    publication,
    publications,
    write,
    write_text,
)
from panoh.casebook.consent.gate import GateClosed
from panoh.casebook.record import Case
from panoh.cli import passages, printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import NotFound, person, record
from panoh.cli.words import say
from panoh.model.kinds import Publication, Text
from panoh.model.languages import LANGUAGES
from panoh.model.thesauri import RECIPIENTS

#: Bytes of a text; more is no text for the public.
MOST = 200_000


def named(db: Any, typed: str, type_: str) -> PublicationFile:
    """The one publication of a kind meant by the first characters of its id, or by its name."""
    found = publications(db, type_)
    meant = [each for each in found if len(typed) >= 4 and each.root.startswith(typed)]
    meant = meant or [each for each in found if each.name.casefold() == typed.casefold()]
    if len(meant) != 1:
        for each in found:
            printing.line(f"  {each.root[:8]}  {each.name}", err=True)
        raise NotFound(count=len(meant))
    return meant[0]


def commands(group: click.Group, type_: str) -> None:
    """Give a group the four commands that every kind of publication has."""
    for make in (_new, _write, _list, _give):
        group.add_command(make(type_))


def _new(type_: str) -> click.Command:
    @click.command("new")
    @click.argument("name")
    @click.option("--about", multiple=True, metavar="WHO", help="For whom it is; may be repeated.")
    @click.option("--tell", multiple=True, metavar="ACT", help="An act to tell of, by its id.")
    @click.option("--addressee", default="", help="To whom it speaks, in your words.")
    @click.option("--contact", default="", help="Where questions may be sent.")
    @click.option(
        "--to", "recipient", type=click.Choice(list(RECIPIENTS.terms)), help="Who receives it."
    )
    @with_case
    def new(case: Case, name: str, about: Any, tell: Any, **told: Any) -> None:
        """Begin one; NAME is for you alone and is printed nowhere."""
        db = case.vault.db
        root = begin(
            case,
            Publication(
                type=type_,
                name=name,
                persons=tuple(person(db, each) for each in about),
                statements=tuple(record(db, each) for each in tell),
                addressee=told["addressee"],
                contact=told["contact"],
                recipient=told["recipient"] or "",
            ),
        )
        click.echo(say("Saved. Its id is {id}.").format(id=root[:8]))

    return new


def _write(type_: str) -> click.Command:
    @click.command("write")
    @click.argument("which")
    @click.argument("file", type=click.File("rb"))
    @click.option("--language", "tongue", type=click.Choice(list(LANGUAGES)), default="en")
    @click.option("--point", "points", multiple=True, help="A talking point; may be repeated.")
    @click.option("--tell", multiple=True, metavar="ACT", help="These acts instead, by their ids.")
    @with_case
    def write_command(
        case: Case, which: str, file: Any, tongue: str, points: Any, tell: Any
    ) -> None:
        """Write its text from FILE (- reads what you type): the first line is the title."""
        found = named(case.vault.db, which, type_)
        title, _newline, body = file.read(MOST).decode("utf-8", "replace").partition("\n")
        write_text(case, found.root, Text(tongue, title.strip(), body.strip(), tuple(points)))
        if tell:
            acts = tuple(record(case.vault.db, each) for each in tell)
            write(case, found.root, {"statements": acts})
        click.echo(say("Saved."))

    return write_command


def _list(type_: str) -> click.Command:
    @click.command("list")
    @json_option
    @with_case
    def list_command(case: Case, as_json: bool) -> None:
        """All of them, in which languages they are written, and when they went out."""
        db = case.vault.db
        found = publications(db, type_)
        if as_json:
            printing.as_json(found)
            return
        header = [say("Id"), say("Name"), say("Languages"), say("Given out")]
        printing.table([_row(db, each) for each in found], header)

    return list_command


def _row(db: Any, found: PublicationFile) -> tuple[str, ...]:
    went = gone_of(db, found.root)
    last = printing.day(went[-1].when) if went else ""
    return found.root[:8], found.name, ", ".join(found.texts), last


def _give(type_: str) -> click.Command:
    @click.command("give")
    @click.argument("which")
    @click.option(
        "--to",
        "target",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(),
        help="Where the files go; here if left out.",
    )
    @click.option(
        "--looked",
        multiple=True,
        metavar="NUMBER",
        help="You looked at this passage, by its number in the list; may be repeated.",
    )
    @json_option
    @with_case
    def give(case: Case, which: str, target: Path, looked: Sequence[str], as_json: bool) -> None:
        """Make the files; the consent gate reads them before they are written."""
        found = named(case.vault.db, which, type_)
        outcome = give_publication(case, made(case, found), target, looked=looked)
        if as_json:
            printing.as_json(
                {"files": outcome.paths, "stops": outcome.stops, "stale": outcome.stale}
            )
        else:
            passages.tell(case.vault.db, outcome.stops, outcome.stale)
            for path in outcome.paths:
                printing.line(say("Written: {path}").format(path=path))
        if outcome.stops:
            raise GateClosed(count=len(outcome.stops))
        if not as_json:
            _uncounted(case.vault.db, found, case.clock().date())
            click.echo(say("Once it is published, nobody can call it back."))

    return give


def _uncounted(db: Any, found: PublicationFile, day: date) -> None:
    """For whoever types, and in no file: how many people are in no figure."""
    if found.type == APPEAL:
        return
    left = left_out(db, answers(db, found.way(day)))
    if left.unasked:
        said = say("Not counted, because nobody asked them: {count}.")
        click.echo(said.format(count=left.unasked))
    if left.others:
        said = say("Not counted, because their answer does not allow it: {count}.")
        click.echo(said.format(count=left.others))


def gone_lines(db: Any, gone: Sequence[Gone]) -> Iterator[str]:
    """What went out, to whom, when, and the digests by which it is known again."""
    for each in gone:
        to = RECIPIENTS.label(each.recipient, say)
        name = publication(db, each.publication).name if each.publication else ""
        yield "  " + " · ".join(filter(None, [printing.day(each.when), to, name]))
        yield from (f"    SHA-256 {digest}" for digest in each.documents)
