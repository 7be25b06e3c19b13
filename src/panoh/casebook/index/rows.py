"""What lists show of a view: one row each, with what they are sorted and filtered by."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from panoh.casebook.alike import ActTold
from panoh.casebook.due import reply_due
from panoh.casebook.index.present import told_states
from panoh.casebook.naming import aliases, title, whole_names
from panoh.casebook.states import PATIENCE
from panoh.casebook.view import View, disputes
from panoh.model.dates import PartialDate, bounds
from panoh.model.kinds import KINDS, references
from panoh.model.kinds.agreement import Root
from panoh.model.kinds.field import FieldSpec
from panoh.model.names import search_keys

#: For each kind: the field that says whose it is, the term it is filtered by, its time, its title.
SHOWN = {
    "person": ("", "sex", "born", ""),
    "group": ("", "type", "", ""),
    "act": ("victim", "type", "when", ""),
    "status": ("person", "state", "when", ""),
    "event": ("", "type", "when", "title"),
    "source": ("", "connection", "received", "code_name"),
    "item": ("", "generation", "", "name"),
    "consent": ("person", "answer", "when", ""),
    "link": ("start", "relation", "since", ""),
    "matter": ("", "forum", "", "title"),
    "action": ("", "type", "when", "recipient"),
    "threat": ("", "type", "review", "title"),
    "incident": ("", "type", "when", "what"),
    "profile": ("", "country", "", ""),
    "measure": ("", "state", "when", "measure"),
    "finding": ("", "result", "when", "check"),
    "contact": ("who", "type", "", ""),
    "channel": ("contact", "type", "", "address"),
    "reach": ("channel", "outcome", "when", ""),
    "plan": ("person", "scenario", "made", "scenario"),
    "task": ("plan", "at", "", "what"),
    "alarm": ("plan", "", "", "declared"),
    "drill": ("plan", "result", "when", "tested"),
    "order": ("plan", "", "", "title"),
    "publication": ("", "type", "", "name"),
    "response": ("action", "type", "when", "who"),
    "occasion": ("", "type", "begins", "title"),
}
#: Kinds that are called by their names and found by any spelling of them.
NAMED = ("person", "group", "contact")


class ViewRow(NamedTuple):
    """One row of the table `view`; days are ISO, empty where unknown."""

    root: str
    kind: str
    subject: str
    term: str
    title: str
    sort: str
    earliest: str
    latest: str
    disputes: str
    sources: int
    told: bytes | None
    until: str
    states: tuple[tuple[str, str, tuple[str, ...]], ...]


def row_of(view: View, root: Root, sources: int) -> ViewRow | None:
    """The row of a view that so many sources tell of; `None` for kinds that no list shows."""
    if view.kind not in SHOWN:
        return None
    subject, term, time, named = SHOWN[view.kind]
    shown = title(view) if view.kind in NAMED else str(_first(view, named) or "")
    earliest, latest = _days(view, time)
    return ViewRow(
        root=view.root,
        kind=view.kind,
        subject=str(_first(view, subject) or ""),
        term=" ".join(sorted({str(told.value) for told in view.told(term) if told.value})),
        title=shown,
        sort=shown.casefold(),
        earliest=earliest,
        latest=latest,
        disputes=" ".join(sorted(disputes(view, root))),
        sources=sources,
        told=_told(view) if view.kind == "act" else None,
        until=_until(view),
        states=told_states(view) if view.kind in ("act", "status") else (),
    )


def _until(view: View) -> str:
    """Until which day a reply to an action is awaited; a person's day comes with how they are."""
    day = reply_due(view) if view.kind == "action" else None
    return day.isoformat() if day else ""


def _told(view: View) -> bytes:
    victims, types = (
        tuple(sorted({told.value for told in view.told(field)})) for field in ("victim", "type")
    )
    days = sorted({told.value.edtf for told in view.told("when") if told.value})
    return msgspec.json.encode(ActTold(victims, types, tuple(map(PartialDate, days))))


def references_of(view: View) -> set[tuple[str, str, str, str]]:
    """The rows of the table `reference`: only what is live refers.

    A retracted or corrected statement names nobody any more.
    """
    return {
        (target, told.statement.about, view.kind, name)
        for name, spec in _REFERRING.get(view.kind, ())
        for told in view.told(name)
        for target in references(spec, told.value)
    }


def _mentions(spec: FieldSpec) -> bool:
    return bool(spec.note.ref) or hasattr(spec.value_type, "entity")


_REFERRING = {
    kind: tuple((name, spec) for name, spec in known.fields.items() if _mentions(spec))
    for kind, known in KINDS.items()
}
#: Fields that are no column of their own and that a row is made of.
_BESIDE = {"person": (PATIENCE,), "action": ("reply_due", "closed")}
#: For each kind the fields that a row, the references or the keys are made of.
LISTED: Mapping[str, frozenset[str]] = {
    kind: frozenset(
        (
            "names",
            *_BESIDE.get(kind, ()),
            *SHOWN.get(kind, ()),
            *(name for name, _ in _REFERRING[kind]),
        )
    )
    for kind in KINDS
}


def name_keys(view: View) -> frozenset[str]:
    """The folded keys under which whoever has names is found by any spelling people type."""
    if view.kind not in NAMED:
        return frozenset()
    texts = whole_names(view) + [name.text for name in aliases(view)]
    return frozenset(key for text in texts for key in _keys_of(text))


#: Who tells again mostly writes the name as it was; its keys cost more than all the rest.
_keys_of = lru_cache(maxsize=1 << 14)(search_keys)


def _first(view: View, field: str) -> Any:
    told = view.told(field) if field else ()
    return told[0].value if told else None


def _days(view: View, field: str) -> tuple[str, str]:
    """The widest span that any relied value allows, so that no search by date misses it."""
    dates = [told.value for told in view.relied(field)] if field else []
    spans = [bounds(date) for date in dates if isinstance(date, PartialDate)]
    starts = [start for start, _ in spans if start]
    ends = [end for _, end in spans if end]
    return (
        min(starts).isoformat() if starts else "",
        max(ends).isoformat() if ends else "",
    )
