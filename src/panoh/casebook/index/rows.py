"""What lists show of a view: one row each, with what they are sorted and filtered by."""

from typing import Any, NamedTuple

from panoh.casebook.naming import aliases, title, whole_names
from panoh.casebook.view import View, disputes
from panoh.model.dates import PartialDate, bounds
from panoh.model.kinds.agreement import Root
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
}


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


def row_of(view: View, root: Root) -> ViewRow | None:
    """The row of a view; `None` for kinds that no list shows."""
    if view.kind not in SHOWN:
        return None
    subject, term, time, named = SHOWN[view.kind]
    shown = title(view) if view.kind in ("person", "group") else str(_first(view, named) or "")
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
    )


def name_keys(view: View) -> frozenset[str]:
    """The folded keys under which a person or group is found by any spelling people type."""
    if view.kind not in ("person", "group"):
        return frozenset()
    texts = whole_names(view) + [name.text for name in aliases(view)]
    return frozenset(key for text in texts for key in search_keys(text))


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
