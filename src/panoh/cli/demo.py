"""`panoh demo`: the whole flow on an invented case, left in a folder to look at."""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import click

from panoh.casebook.index import CasebookIndex
from panoh.casebook.record import Case
from panoh.casebook.timeline import timeline
from panoh.casebook.view import disputes
from panoh.casebook.wording import title_of
from panoh.cli import acts, import_
from panoh.cli.init import hand_over
from panoh.cli.timeline import line as timeline_line
from panoh.cli.words import say
from panoh.demo.build import Built, build
from panoh.demo.truth import truth
from panoh.model.errors import PanohError
from panoh.vault import Vault

PLACE = "panoh-demo"
SHOWN = 12


class FolderNotEmpty(PanohError):
    """The demo makes a folder of its own and touches nothing that is there."""

    code: ClassVar[str] = "demo-folder-not-empty"
    message: ClassVar[str] = "The folder for the demo is not empty; nothing was touched."
    hint: ClassVar[str] = "Name a new folder with --at, or delete the old demo yourself."
    exit_status: ClassVar[int] = 3


@click.command("demo")
@click.option(
    "--at",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(PLACE),
    show_default=True,
    help="A new folder for the demo.",
)
@click.option("--yes", is_flag=True, help="Ask nothing.")
def command(folder: Path, yes: bool) -> None:
    """Try everything on a made-up case: two lists in, one complaint out."""
    if folder.exists() and any(folder.iterdir()):
        raise FolderNotEmpty
    click.echo(say("This example uses real public events and invented people."))
    click.echo(
        say("Everything goes into the folder {folder} and nowhere else.").format(folder=folder)
    )
    if not yes:
        click.confirm(say("Begin?"), default=True, abort=True)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _vault(folder) as vault:
        case = Case(vault)
        built = build(case, folder / "complaints", lambda text: click.echo(f"… {say(text)}"))
        for line in _told(case, built):
            click.echo(line)
    for line in _next(folder, built):
        click.echo(line)
    if not yes:
        _open(folder)


def _open(folder: Path) -> None:
    """Show the same case in the pages, unlocked, until the person at the keyboard ends it."""
    from panoh.cli.open import said
    from panoh.web.desk import Desk
    from panoh.web.serve import serve

    desk = Desk((folder / "vault").resolve(), (folder / "device").resolve())
    desk.unlock((folder / "passphrase.txt").read_text(encoding="ascii").strip())
    click.echo()
    serve(desk, show=True, said=said)


def _vault(folder: Path) -> Vault:
    """A new vault with a random passphrase, left in a file because everything in it is invented."""
    words = "-".join(secrets.token_hex(2) for _ in range(5))
    file = folder / "passphrase.txt"
    hand_over(words, file)
    click.echo(f"… {say('Making a vault, and trying its recovery key')}")
    made = Vault.create(folder / "vault", folder / "device", words, CasebookIndex())
    made.vault.confirm_recovery(made.recovery_identity)
    hand_over(made.recovery_identity, folder / "recovery-key.txt")
    return made.vault


def _told(case: Case, built: Built) -> Iterator[str]:
    yield from _lists(built)
    yield from _counts(built)
    yield from _contradictions(case)
    yield ""
    yield say(
        "The consent gate asked for a human look at {count} names that relatives share;"
        " the reviewer of this example has looked."
    ).format(count=built.looked)
    yield ""
    yield say("The first days, as the sources tell them")
    moments = timeline(case.vault.db)
    for moment in moments[:SHOWN]:
        when, what, who, marks = timeline_line(case, moment)
        yield f"  {when}: {what}{' · ' + who if who else ''} {marks}".rstrip()
    if len(moments) > SHOWN:
        yield "  " + say("… and {count} more").format(count=len(moments) - SHOWN)


def _lists(built: Built) -> Iterator[str]:
    for letter, report in built.reports.items():
        yield ""
        yield say("List {letter}").format(letter=letter.upper())
        yield from (f"  {line}" for line in import_.lines(report))


def _counts(built: Built) -> Iterator[str]:
    true = truth()
    yield ""
    yield say("Counts")
    yield "  " + say("before judgement: {people} people, {acts} acts").format(
        people=built.before.people, acts=built.before.acts
    )
    yield "  " + say(
        "after {judged} judgements: {people} people, {acts} acts; {pairs} pairs of people and"
        " {open_acts} pairs of acts are open"
    ).format(
        judged=built.judged,
        people=built.after.people,
        acts=built.after.acts,
        pairs=built.after.open_people,
        open_acts=built.after.open_acts,
    )
    yield "  " + say("the truth of this example: {people} people, {acts} acts ({verdict})").format(
        people=true.people,
        acts=true.acts,
        verdict=say("within the ranges") if true.within(built.after) else say("NOT in the ranges"),
    )
    unread = sum(len(report.rows_unread) for report in built.reports.values())
    yield "  " + say("rows read: {read} of {rows}; kept unread: {unread}").format(
        read=true.rows - unread, rows=true.rows, unread=unread
    )


def _contradictions(case: Case) -> Iterator[str]:
    db = case.vault.db
    rows = db.execute(
        "SELECT root, kind, subject FROM view WHERE disputes <> ''"
        " AND kind IN ('person', 'act', 'status') ORDER BY kind, sort, root"
    )
    found = list(_contested_states(db))
    found += [
        line for root, kind, subject in list(rows) for line in _disputed(db, root, kind, subject)
    ]
    yield ""
    yield say("Contradictions between sources: {count}").format(count=len(found))
    yield from (f"  {line}" for line in found)


def _contested_states(db: Any) -> Iterator[str]:
    """Released by one source, still held by another: nobody chooses."""
    from panoh.casebook.counts import harmed
    from panoh.casebook.ledger import ledger
    from panoh.casebook.people import person_file
    from panoh.model.thesauri import STATUSES

    for root in harmed(db):
        book = ledger(person_file(db, root))
        if book.contested:
            states = dict.fromkeys(STATUSES.label(each.state, say) for each in book.all)
            yield f"{title_of(db, root)}: {say('State')} " + " ≠ ".join(states)


def _disputed(db: Any, root: str, kind: str, subject: str) -> Iterator[str]:
    from panoh.casebook.index.reading import root_of, view_of
    from panoh.cli.values import value
    from panoh.model.kinds import KINDS

    view = view_of(db, root)
    whose = title_of(db, root_of(db, subject) if subject else root)
    whose += f", {acts.kind(view)}" if kind == "act" else ""
    for name, told in disputes(view, lambda entity: root_of(db, entity)).items():
        spec = KINDS[kind].fields[name]
        values = sorted({value(db, spec, each.value) for each in told})
        yield f"{whose}: {say(spec.note.label)} {' ≠ '.join(values)}"


def _next(folder: Path, built: Built) -> Iterator[str]:
    words = f"--vault {folder / 'vault'} --device {folder / 'device'}"
    words += f" --passphrase-file {folder / 'passphrase.txt'}"
    yield ""
    yield say("Where everything is")
    yield f"  {folder / 'vault'}: {say('the vault; nobody can read it without a key')}"
    yield f"  {folder / 'passphrase.txt'}: {say('here only because everything is invented')}"
    yield from (f"  {path}" for path in built.files)
    yield ""
    yield say("Three commands to try next")
    yield f"  ./run people {words}"
    yield f"  ./run show {built.single[:8]} {words}"
    yield f"  ./run search niyozmadov {words}"
