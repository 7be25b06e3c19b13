"""All that was saved from one story, and taking it back; both can be undone."""

from typing import Any

from panoh.casebook.index.reading import statements_of
from panoh.casebook.live import Recorded, standing
from panoh.casebook.record import Case, save, tell
from panoh.model.kinds import Retraction


def saved(db: Any, event: str) -> list[Recorded]:
    """The statements that were saved from the story of this event, retracted or not."""
    told = [each for each in statements_of(db, [event]) if each.statement.kind == "event"]
    if not told or not told[0].statement.source:
        return []
    source, moment = told[0].statement.source, told[0].statement.recorded
    about = [
        row[0]
        for row in db.execute(
            "SELECT DISTINCT about FROM statement WHERE source = ? AND recorded = ?",
            (source, moment),
        )
    ]
    return [
        each
        for each in statements_of(db, [source, *about])
        if each.statement.recorded == moment and each.statement.kind != "retraction"
    ]


def is_taken_back(db: Any, event: str) -> bool:
    """Whether nothing of the event stands any more."""
    told = statements_of(db, [event])
    stands = standing(told)
    return bool(told) and not any(
        each.id in stands and each.statement.kind == "event" for each in told
    )


def take_back(case: Case, event: str, why: str = "") -> int:
    """Hide all that was saved from a story, or show it again if it is hidden; in one save.

    Returns how many statements were written.
    """
    db = case.vault.db
    hidden = is_taken_back(db, event)
    told = []
    for each in saved(db, event):
        about = each.statement.about
        recorded = statements_of(db, [about])
        stands = standing(recorded)
        if hidden:
            against = [r for r in recorded if r.id in stands and _against(r, each.id)]
            told += [tell(case, Retraction(statement=r.id, why=why), about) for r in against]
        elif each.id in stands:
            told.append(tell(case, Retraction(statement=each.id, why=why), about))
    if told:
        save(case, told)
    return len(told)


def _against(each: Recorded, target: str) -> bool:
    raw = each.statement.fields.get("statement")
    return each.statement.kind == "retraction" and raw is not None and target in bytes(raw).decode()
