"""`panoh show`: everything told about one person, with who tells it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

import click
import msgspec

from panoh.casebook.doers import done_by
from panoh.casebook.index.reading import root_of
from panoh.casebook.ledger import Ledger, ledger, silence
from panoh.casebook.naming import title, whole_names
from panoh.casebook.people import Past, PersonFile, history, person_file
from panoh.casebook.record import Case
from panoh.casebook.states import Silence
from panoh.casebook.view import View, disputes
from panoh.casebook.wording import title_of
from panoh.cli import acts, printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import person, told_by
from panoh.cli.values import value
from panoh.cli.words import kind, say
from panoh.model.kinds import KINDS
from panoh.model.thesauri import RELATIONS, STATUSES


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
    quiet = silence(db, ledger(file), today)
    if quiet is not None:
        yield _quiet(quiet)
    yield from _section(say("Kin and others"), _kin(db, file.person, file.links))
    yield from _section(
        say("What this person is said to have done"),
        [_because(db, act) for act in done_by(db, file.person.root)[0]],
    )
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
        spec = KINDS[view.kind].fields[name]
        yield f"  {say(spec.note.label)}{mark}:"
        yield from (
            f"    {value(db, spec, each.value)}  [{told_by(db, each.statement)}]" for each in told
        )


def _act(db: Any, act: View) -> str:
    sources = dict.fromkeys(told_by(db, told.statement) for told in act.told("type"))
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
    past = history(db, root)
    if as_json:
        printing.as_json([_recorded(db, each) for each in past])
        return
    for each in past:
        for line in _past(db, each):
            printing.line(line)


def _past(db: Any, each: Past) -> Iterator[str]:
    """A statement with its number, and every field in words; what no longer counts is marked."""
    said = each.recorded.statement
    head = (each.recorded.id[:16], said.recorded, kind(said.kind), f"[{told_by(db, said)}]")
    yield "  ".join((*head, say("hidden"))) if each.hidden else "  ".join(head)
    specs = KINDS[said.kind].fields if said.kind in KINDS else {}
    for name, raw in said.fields.items():
        label, words = name, bytes(raw).decode()
        if name in specs:
            with suppress(msgspec.MsgspecError):
                words = value(db, specs[name], specs[name].decode(raw))
            label = say(specs[name].note.label)
        replaced = not each.hidden and name not in each.live
        yield f"    {label}: {words}" + (f"  · {say('replaced')}" if replaced else "")


def _recorded(db: Any, each: Past) -> dict[str, Any]:
    said = each.recorded.statement
    return {
        "id": each.recorded.id,
        "recorded": said.recorded,
        "kind": said.kind,
        "fields": said.fields,
        "source": told_by(db, said),
        "hidden": each.hidden,
        "replaced": sorted(said.fields.keys() - each.live) if not each.hidden else [],
    }


def _plain(db: Any, file: PersonFile) -> dict[str, Any]:
    return {
        "id": file.person.root,
        "entities": file.person.entities,
        "names": whole_names(file.person),
        "facts": {
            name: [
                {
                    "value": told.value,
                    "source": told_by(db, told.statement),
                    "statement": told.id,
                }
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
