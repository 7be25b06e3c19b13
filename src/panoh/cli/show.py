"""`panoh show`: everything told about one person, with who tells it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import click

from panoh.casebook.index.reading import root_of
from panoh.casebook.ledger import Ledger, Silence, ledger, silence
from panoh.casebook.naming import title, whole_names
from panoh.casebook.people import PersonFile, history, person_file
from panoh.casebook.record import Case
from panoh.casebook.view import Told, View, disputes
from panoh.cli import acts, printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import person
from panoh.cli.sides import title_of
from panoh.cli.words import kind, say
from panoh.model.kinds import KINDS
from panoh.model.thesauri import RELATIONS, STATUSES, Thesaurus


@click.command("show")
@click.argument("who")
@click.option("--history", "past", is_flag=True, help="Every statement, in the order recorded.")
@json_option
@with_case
def command(case: Case, who: str, past: bool, as_json: bool) -> None:
    """Everything told about one person: WHO is an id or a name."""
    db = case.vault.db
    root = person(db, who)
    if past:
        _history(db, root, as_json)
        return
    file = person_file(db, root)
    if as_json:
        printing.as_json(_plain(db, file))
        return
    for line in _lines(db, file, datetime.now(UTC).date()):
        printing.line(line)


def _lines(db: Any, file: PersonFile, today: date) -> Iterator[str]:
    yield title(file.person) or say("(no name)")
    for name in whole_names(file.person)[1:]:
        yield f"  {name}"
    yield from _facts(db, file.person)
    yield from _section(say("What was done"), [_act(db, act) for act in file.acts])
    yield from _section(say("Ledger"), list(_ledger(ledger(file))))
    quiet = silence(db, file, today)
    if quiet is not None:
        yield _quiet(quiet)
    yield from _section(say("Kin and others"), _kin(db, file.person, file.links))
    yield from _section(
        say("Done because of this person"), [_because(db, act) for act in file.because_of]
    )


def _section(label: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield label
        yield from (f"  {line}" for line in lines)


def _facts(db: Any, view: View) -> Iterator[str]:
    different = disputes(view, lambda entity: root_of(db, entity))
    for name, told in view.fields.items():
        if name == "names":
            continue
        mark = " ≠" if name in different else ""
        note = KINDS[view.kind].fields[name].note
        yield f"  {say(note.label)}{mark}:"
        yield from (f"    {value(each, note.term)}  [{_source(db, each)}]" for each in told)


def value(told: Told, terms: Thesaurus | None) -> str:
    """One value as text; the label of a term."""
    value = told.value
    if terms is not None and isinstance(value, str):
        return terms.label(value, say)
    if isinstance(value, tuple):
        return ", ".join(str(getattr(each, "text", each)) for each in value)
    return printing.day(value) if hasattr(value, "edtf") else str(getattr(value, "text", value))


def _source(db: Any, told: Told) -> str:
    origin = told.statement.origin
    row = f", {say('row')} {origin.row}" if origin and origin.row else ""
    return _told_by(db, told.source) + row


def _act(db: Any, act: View) -> str:
    sources = dict.fromkeys(_source(db, told) for told in act.told("type"))
    mark = " ≠" if disputes(act, lambda entity: root_of(db, entity)) else ""
    return f"{acts.sentence(act)}{mark}  [{'; '.join(sources)}]"


def _ledger(book: Ledger) -> Iterator[str]:
    for entry in book.all:
        yield f"{printing.day(entry.when)}: {STATUSES.label(entry.state, say)}"
    yield f"{say('Now')}: {STATUSES.label(book.now, say)}"


def _quiet(quiet: Silence) -> str:
    if quiet.days is None:
        return say("Nobody in contact has told on which day they last knew how this person is.")
    return say("{days} days since somebody in contact told how this person is.").format(
        days=quiet.days
    )


def _kin(db: Any, person_view: View, links: Iterable[View]) -> list[str]:
    """One line for each other person: what this one is to them, in each source's words."""
    said: dict[str, dict[str, None]] = defaultdict(dict)
    for link in links:
        words = [str(told.value) for told in link.told("words")]
        terms = [RELATIONS.label(told.value, say) for told in link.told("relation")]
        starts = {told.value for told in link.told("start")} & set(person_view.entities)
        for end in {told.value for field in ("start", "end") for told in link.told(field)}:
            if end not in person_view.entities:
                label = (terms or [say("kin")]) if starts else [say("kin")]
                said[root_of(db, end)] |= dict.fromkeys([*label, *words])
    return [f"{title_of(db, other)}: {', '.join(words)}" for other, words in said.items()]


def _because(db: Any, act: View) -> str:
    victims = {root_of(db, told.value) for told in act.told("victim")}
    return f"{', '.join(title_of(db, victim) for victim in sorted(victims))}: {acts.sentence(act)}"


def _history(db: Any, root: str, as_json: bool) -> None:
    rows = [
        {
            "id": each.id[:16],
            "recorded": each.statement.recorded,
            "kind": each.statement.kind,
            "fields": ", ".join(each.statement.fields),
            "source": _told_by(db, each.statement.source),
        }
        for each in history(db, root)
    ]
    if as_json:
        printing.as_json(rows)
        return
    printing.table(
        [tuple((row | _in_words(row["kind"], row["fields"])).values()) for row in rows],
        [say("Id"), say("Recorded"), say("Kind"), say("Fields"), say("Source")],
    )


def _in_words(code: str, fields: str) -> dict[str, str]:
    """The kind of a statement and its fields as people read them; codes of newer versions stay."""
    known = KINDS[code].fields if code in KINDS else {}
    labels = (say(known[name].note.label) if name in known else name for name in fields.split(", "))
    return {"kind": kind(code), "fields": ", ".join(labels)}


def _told_by(db: Any, source: str) -> str:
    return title_of(db, source) if source else say("a member")


def _plain(db: Any, file: PersonFile) -> dict[str, Any]:
    return {
        "id": file.person.root,
        "entities": file.person.entities,
        "names": whole_names(file.person),
        "facts": {
            name: [
                {"value": told.value, "source": _source(db, told), "statement": told.id}
                for told in values
            ]
            for name, values in file.person.fields.items()
        },
        "disputes": sorted(disputes(file.person, lambda entity: root_of(db, entity))),
        "acts": [
            {"id": act.root, "what": acts.kind(act), "when": acts.when(act)} for act in file.acts
        ],
        "now": ledger(file).now,
    }
