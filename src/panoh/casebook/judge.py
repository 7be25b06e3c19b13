"""Judging: same, different or unsure; settling a contradiction; hiding; and undoing any of it."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from panoh.casebook.index.reading import members, number_of, root_of, statements_of
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
    rows = case.vault.db.execute(
        "SELECT e.id FROM known x JOIN judged v ON v.a = x.n JOIN known y ON y.n = v.b"
        " JOIN known e ON e.n = v.id WHERE x.id = ? AND y.id = ?",
        (a, b),
    )
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
            "SELECT e.id, x.id, y.id FROM refers r JOIN judged v ON r.about IN (v.a, v.b)"
            " JOIN known e ON e.n = v.id JOIN known x ON x.n = v.a JOIN known y ON y.n = v.b"
            " WHERE r.target = ? AND r.kind = 'act' AND r.field = 'victim' AND v.verdict = 'same'",
            (number_of(db, person),),
        )
        for judgement, a, b in list(rows):
            if not _victims(db, a) & _victims(db, b):
                found.add(judgement)
    return sorted(found)


def _victims(db: Any, act: str) -> set[str]:
    rows = db.execute(
        "SELECT w.id FROM known a JOIN refers r ON r.about = a.n AND r.field = 'victim'"
        " JOIN known e ON e.n = r.target JOIN known w ON w.n = e.root WHERE a.id = ?",
        (act,),
    )
    return {row[0] for row in rows}


def last_judgement(case: Case, entity: str) -> str:
    """The newest live judgement on a person or those joined with them; empty if there is none."""
    db = case.vault.db
    found: list[tuple[int, str]] = []
    for each in members(db, root_of(db, entity)):
        rows = db.execute(
            "SELECT max(s.n), e.id FROM judged v JOIN said s ON s.about = v.id"
            " JOIN known e ON e.n = v.id WHERE v.a = ?1 OR v.b = ?1 GROUP BY v.id",
            (number_of(db, each),),
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
    number = number_of(db, judgement)
    first = next(db.execute("SELECT min(n) FROM said WHERE about = ?", (number,)))[0]
    entities = {each for end in ends for each in members(db, root_of(db, end))}
    if first is None or len({root_of(db, end) for end in ends}) != 1:
        return []
    since = {
        id_.hex()
        for entity in entities
        for (id_,) in db.execute(
            "SELECT l.id FROM said s JOIN leaves l ON l.n = s.leaf"
            " WHERE s.about = ? AND s.n > ? AND s.item = 0",
            (number_of(db, entity), first),
        )
    }
    return [each for each in statements_of(db, entities) if each.id in since]


def _verdict_ends(db: Any, judgement: str) -> list[tuple[str, str]]:
    rows = db.execute(
        "SELECT x.id, y.id FROM known e JOIN judged v ON v.id = e.n"
        " JOIN known x ON x.n = v.a JOIN known y ON y.n = v.b WHERE e.id = ?",
        (judgement,),
    )
    return list(rows)


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
