"""What a field says, as people read it: terms by their labels, others by their names."""

from typing import Any

from panoh.casebook.wording import Wording, title_of
from panoh.cli import printing
from panoh.cli.words import language, say
from panoh.model.dates import PartialDate
from panoh.model.kinds import FieldSpec, IdentityDocument, Perpetrator


def value(db: Any, spec: FieldSpec, told: Any) -> str:
    """One value of a field as text; several with commas between."""
    if spec.many:
        return ", ".join(filter(None, (_one(db, spec, each) for each in told)))
    return _one(db, spec, told)


def _one(db: Any, spec: FieldSpec, told: Any) -> str:
    if spec.note.term is not None and isinstance(told, str):
        return spec.note.term.label(told, say)
    if spec.note.ref:
        return title_of(db, told) or str(told)[:8]
    if told is None or isinstance(told, PartialDate):
        return printing.day(told)
    if isinstance(told, IdentityDocument):
        return " ".join(filter(None, (told.type, told.number, told.issuer)))
    entity = getattr(told, "entity", "")
    if isinstance(told, Perpetrator):
        return Wording(language()).doer(told, (entity and title_of(db, entity)) or "")
    return str(getattr(told, "text", told) or (entity and (title_of(db, entity) or entity[:8])))
