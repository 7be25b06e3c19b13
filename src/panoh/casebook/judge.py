"""Judging: same, different or unsure; settling a contradiction; hiding; and undoing any of it."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from panoh.casebook.index.reading import members, root_of, statements_of
from panoh.casebook.live import Recorded, standing
from panoh.casebook.record import Case, save, tell
from panoh.model.kinds import Assessment, Judgement, Retraction
from panoh.model.kinds.judging import ACCEPTED
from panoh.model.statement import Statement


def judge(case: Case, a: str, b: str, verdict: str, why: str) -> str:
    """Record one judgement; returns its entity. An earlier one by the same member is replaced."""
    return judge_all(case, [(a, b)], verdict, why)[0]


def judge_all(case: Case, pairs: Sequence[tuple[str, str]], verdict: str, why: str) -> list[str]:
    """Record the same verdict on several pairs in one save, all or none."""
    statements = []
    for a, b in pairs:
        low, high = sorted((a, b))
        about, replaces = _earlier(case, low, high)
        record = Judgement(a=low, b=high, verdict=verdict, why=why)
        statements.append(tell(case, record, about, replaces=replaces))
    save(case, statements)
    return [statement.about for statement in statements]


def _earlier(case: Case, a: str, b: str) -> tuple[str, list[tuple[str, str]]]:
    """The member's own live judgement on this pair: its entity, and every field it replaces."""
    rows = case.vault.db.execute("SELECT id FROM verdict WHERE a = ? AND b = ?", (a, b))
    for (entity,) in list(rows):
        recorded = statements_of(case.vault.db, [entity])
        mine = [each for each in recorded if each.statement.by == case.member]
        stands = standing(recorded)
        if mine:
            replaces = [
                (each.id, name)
                for each in mine
                if each.id in stands and each.statement.kind == "judgement"
                for name in each.statement.fields
            ]
            return entity, replaces
    return "", []


def retract(case: Case, about: str, statement: str, why: str) -> str:
    """Hide one statement; returns the identifier of the retraction, which can be retracted too."""
    return save(case, [tell(case, Retraction(statement=statement, why=why), about)])[0]


def undo_judgement(case: Case, judgement: str, why: str) -> list[str]:
    """Take back a judgement: every standing statement of it is retracted.

    Where this parts two persons, acts of theirs that were joined are parted with them: one act is
    done to one person.
    """
    db = case.vault.db
    ends = {end for row in _verdict_ends(db, judgement) for end in row}
    undone = _retract_all(case, judgement, why)
    for act_judgement in _between_two(db, ends):
        undone += _retract_all(case, act_judgement, why)
    return undone


def _retract_all(case: Case, judgement: str, why: str) -> list[str]:
    recorded = statements_of(case.vault.db, [judgement])
    stands = standing(recorded)
    live = [each for each in recorded if each.id in stands and each.statement.kind == "judgement"]
    told = [tell(case, Retraction(statement=each.id, why=why), judgement) for each in live]
    return save(case, told) if told else []


def _between_two(db: Any, persons: Collection[str]) -> list[str]:
    """The judgements that join an act of one of these persons with an act of another person."""
    found = set()
    for person in {each for end in persons for each in members(db, root_of(db, end))}:
        rows = db.execute(
            "SELECT v.id, v.a, v.b FROM reference r JOIN verdict v ON r.about IN (v.a, v.b)"
            " WHERE r.target = ? AND r.kind = 'act' AND r.field = 'victim' AND v.verdict = 'same'",
            (person,),
        )
        for judgement, a, b in list(rows):
            if not _victims(db, a) & _victims(db, b):
                found.add(judgement)
    return sorted(found)


def _victims(db: Any, act: str) -> set[str]:
    rows = db.execute("SELECT target FROM reference WHERE about = ? AND field = 'victim'", (act,))
    return {root_of(db, row[0]) for row in list(rows)}


def last_judgement(case: Case, entity: str) -> str:
    """The newest live judgement on a person or those joined with them; empty if there is none."""
    db = case.vault.db
    found: list[tuple[int, str]] = []
    for each in members(db, root_of(db, entity)):
        rows = db.execute(
            "SELECT max(s.n), v.id FROM verdict v JOIN statement s ON s.about = v.id"
            " WHERE v.a = ?1 OR v.b = ?1 GROUP BY v.id",
            (each,),
        )
        found.extend(rows)
    return max(found)[1] if found else ""


def written_since(case: Case, judgement: str) -> list[Recorded]:
    """What was told by hand about the joined entities after they were joined.

    After undoing the joining, these are the statements a person should look at: they were
    written when both were seen as one. Rows of a list name their own entities and are left out.
    """
    db = case.vault.db
    ends = {end for row in _verdict_ends(db, judgement) for end in row}
    first = next(db.execute("SELECT min(n) FROM statement WHERE about = ?", (judgement,)))[0]
    entities = {each for end in ends for each in members(db, root_of(db, end))}
    if first is None or len({root_of(db, end) for end in ends}) != 1:
        return []
    since = {
        id_.hex()
        for entity in entities
        for (id_,) in db.execute(
            "SELECT id FROM statement WHERE about = ? AND n > ? AND item = ''", (entity, first)
        )
    }
    return [each for each in statements_of(db, entities) if each.id in since]


def _verdict_ends(db: Any, judgement: str) -> list[tuple[str, str]]:
    return list(db.execute("SELECT a, b FROM verdict WHERE id = ?", (judgement,)))


def assess(
    case: Case,
    about: str,
    field: str,
    relied: Collection[str],
    set_aside: Collection[str],
    why: str,
    replaces: Iterable[tuple[str, str]] = (),
) -> Statement:
    """Record which statements of a field are relied on and which are set aside, and why."""
    record = Assessment(
        field=field,
        relied=tuple(sorted(relied)),
        set_aside=tuple(sorted(set_aside)),
        outcome=ACCEPTED,
        why=why,
    )
    statement = tell(case, record, about, replaces=replaces)
    save(case, [statement])
    return statement
