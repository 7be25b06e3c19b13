"""`panoh import`: takes in a list, after showing what its columns seem to mean."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

import click

from panoh.analysis.same import propose_people
from panoh.casebook.record import Case
from panoh.casebook.sources import new_source, source_named
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.people import sentence
from panoh.cli.words import say
from panoh.intake.spreadsheet.layout import Guess, as_layout, correct, fits, guess, kept_layouts
from panoh.intake.spreadsheet.layout.guess import PROBLEMS
from panoh.intake.spreadsheet.layout.meanings import MEANINGS
from panoh.intake.spreadsheet.reading import Table, read_table
from panoh.intake.spreadsheet.rows import ImportReport, import_list, summary
from panoh.model.errors import PanohError
from panoh.model.kinds import Layout
from panoh.model.thesauri import CONNECTIONS


class ColumnMalformed(PanohError):
    """What was said of a column does not follow the form."""

    code: ClassVar[str] = "column-malformed"
    message: ClassVar[str] = "A column is given as NUMBER=MEANING."
    hint: ClassVar[str] = "Meanings: " + ", ".join(MEANINGS)
    exit_status: ClassVar[int] = 45


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", "code_name", required=True, help="The code name of who made the list.")
@click.option(
    "--connection",
    type=click.Choice(list(CONNECTIONS.terms)),
    default="unknown",
    help="How a new source knows.",
)
@click.option("--language", default="", help="The language of the list: tg, ru, en, fa …")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="NUMBER=MEANING",
    help="Correct what a column means; may be repeated.",
)
@click.option(
    "--date-order",
    type=click.Choice(["dmy", "mdy"]),
    default=None,
    help="Whether day or month comes first where both can be meant.",
)
@click.option(
    "--preview", is_flag=True, help="Show what the columns seem to mean, take in nothing."
)
@click.option("--yes", is_flag=True, help="Do not ask whether the columns are right.")
@json_option
@with_case
def command(  # noqa: PLR0913, PLR0917 - one argument for each option
    case: Case,
    file: Path,
    code_name: str,
    connection: str,
    language: str,
    columns: tuple[str, ...],
    date_order: str | None,
    preview: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Take in a list of people from a CSV or XLSX FILE."""
    with printing.progress(say("Reading")):
        table = read_table(file)
    source = source_named(case.vault.db, code_name)
    known = kept_layouts(case, source) if source else []
    layout = next((each for each in known if fits(each, table.sheets[0])), None)
    if layout is None or columns or date_order:
        layout = _confirmed(
            table, columns, date_order, quiet=as_json, ask=not (yes or preview or as_json)
        )
    if preview or layout is None:
        return
    source = source or new_source(case, code_name, connection, language)
    with printing.progress(say("Taking in")) as step:
        report = import_list(case, table, file.name, source, layout, language, step)
    with printing.progress(say("Comparing")) as step:
        propose_people(case, step)
    if as_json:
        printing.as_json(report)
        return
    for line in lines(report):
        printing.line(line)
    click.echo(sentence(case))
    click.echo(say("Next: panoh review"))


def _confirmed(
    table: Table, columns: Sequence[str], date_order: str | None, *, quiet: bool, ask: bool
) -> Layout | None:
    """The layout a person agreed to; none if they did not."""
    proposal = correct(guess(table.sheets[0]), dict(map(_column, columns)), date_order=date_order)
    if not quiet:
        show_guess(table, proposal)
    if ask and not click.confirm(say("Take in the list like this?"), default=True):
        click.echo(say("Nothing was taken in. Correct a column with --column NUMBER=MEANING."))
        return None
    return as_layout(proposal)


def _column(text: str) -> tuple[int, str]:
    number, _, meaning = text.partition("=")
    if not number.isascii() or not number.isdigit() or meaning not in MEANINGS:
        raise ColumnMalformed
    return int(number), meaning


def show_guess(table: Table, proposal: Guess) -> None:
    """Show what each column seems to mean, with the first rows below."""
    delimiter = {"\t": "tab"}.get(table.delimiter, table.delimiter)
    click.echo("  ".join(filter(None, [table.encoding, delimiter and f"“{delimiter}”"])))
    rows = [row.cells for row in table.sheets[0].rows if row.number > proposal.header_row][:2]
    printing.table(
        [
            (
                str(number),
                column.header,
                column.meaning,
                say(column.why),
                *(cells[number - 1][:24] if number <= len(cells) else "" for cells in rows),
            )
            for number, column in enumerate(proposal.columns, 1)
        ],
        ["", say("Header"), say("Meaning"), say("Why"), *([""] * len(rows))],
    )
    for problem in proposal.problems:
        where = ", ".join(map(str, problem.columns))
        click.echo(f"  ! {say(PROBLEMS[problem.code])}" + (f" ({where})" if where else ""))


def lines(report: ImportReport) -> Iterator[str]:
    """What became of the list, in sentences."""
    for text, values in summary(report):
        yield say(text).format(**values)
    if report.nothing_new:
        return
    for row in report.rows_unread:
        yield say("Row {row} could not be read: {why} It is kept as it is.").format(
            row=row.row, why=say(row.why)
        )
    for cell in report.cells_unread:
        yield say("Row {row}, {column}: {why} The words are kept.").format(
            row=cell.row, column=cell.column, why=say(cell.why)
        )
    for _sheet, gone in report.gone:
        yield say("Row {row} of the earlier file is no longer there; nothing was hidden.").format(
            row=gone
        )
