"""A statement in a history: who told it and when, what it says, whether it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from panoh.casebook.hiding import HIDEABLE
from panoh.casebook.index.reading import view_of
from panoh.casebook.people import Past
from panoh.casebook.view import Told
from panoh.casebook.wording import Wording, title_of
from panoh.model.kinds import KINDS, FieldSpec, upcast
from panoh.model.messages import mark as _
from panoh.network import wording

#: So many statements on one page.
ROWS = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: when it was recorded, by whom it is told, what it says, whether it stands."""

    id: str
    recorded: str
    source: str
    kind: str
    says: Sequence[tuple[str, str, bool]]
    hidden: bool
    hideable: bool


def line(db: Any, past: Past, words: Wording) -> Line:
    """A statement as the reader sees it."""
    said = past.recorded.statement
    return Line(
        id=past.recorded.id,
        recorded=said.recorded[:16].replace("T", " "),
        source=words.source(db, Told(past.recorded.id, said, None)),
        kind=words.say(KIND_WORDS.get(said.kind, said.kind)),
        says=list(_says(db, past, words)),
        hidden=past.hidden,
        hideable=said.kind in HIDEABLE,
    )


def _says(db: Any, past: Past, words: Wording) -> Iterator[tuple[str, str, bool]]:
    """Each field with its words, and whether nothing replaced it."""
    said = past.recorded.statement
    specs = KINDS[said.kind].fields if said.kind in KINDS else {}
    for name, raw in upcast(said.kind, said.version, said.fields).items():
        if name not in specs:
            yield name, bytes(raw).decode("utf-8", "replace"), name in past.live
            continue
        spec = specs[name]
        try:
            text = _text(db, Told(past.recorded.id, said, spec.decode(raw)), spec, words)
        except msgspec.MsgspecError:
            text = bytes(raw).decode("utf-8", "replace")
        yield words.say(spec.note.label), text, name in past.live


def _text(db: Any, told: Told, spec: FieldSpec, words: Wording) -> str:
    """A value in words; countries, languages and whoever is named by their names."""
    if spec.note.ref:
        named = told.value if spec.many else (told.value,)
        return ", ".join(_called(db, each) or each for each in named)
    if spec.name == "country":
        return wording.country(told.value, words.language)
    if spec.name == "languages":
        return wording.languages(told.value, words.language, words.say)
    return words.value(told, spec)


def _called(db: Any, entity: str) -> str:
    """What somebody or something is called; a channel by its number or address."""
    view = view_of(db, entity)
    address = [str(told.value) for told in view.told("address")]
    return title_of(db, entity) or next(iter(address), "")


KIND_WORDS = {
    "person": _("person"),
    "link": _("link"),
    "act": _("act"),
    "status": _("status"),
    "assessment": _("assessment"),
    "retraction": _("retraction"),
    "consent": _("consent"),
    "contact": _("contact"),
    "channel": _("channel"),
    "reach": _("attempt to reach"),
}
