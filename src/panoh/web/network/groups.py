"""The fields of a contact in the groups in which a page shows and changes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from panoh.model.messages import mark as _
from panoh.model.thesauri import NEEDS
from panoh.network import wording
from panoh.network.contacts import ContactFile, helping
from panoh.web.forms import Choice, Entry
from panoh.web.network.words import spoken, zones
from panoh.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Group:
    """Some fields under one heading; `help` says what belongs there, by field."""

    code: str
    label: str
    fields: Sequence[str]
    help: Mapping[str, str]


GROUPS = (
    Group(
        "who",
        _("Who they are"),
        ("names", "type", "country", "zone", "hours", "languages"),
        {
            "zone": _("As Europe/Warsaw. Then you see what time it is there."),
            "hours": _("As Mo-Fr 09:00-17:00; Sa 10:00-12:00, or 24/7."),
        },
    ),
    Group(
        "help",
        _("What they do, and what not"),
        ("helps", "limits", "conditions", "substitute"),
        {
            "limits": _("How many nights, how much money; what they cannot or must not do."),
            "conditions": _("For whom, what it costs, how soon they answer."),
        },
    ),
    Group(
        "trust",
        _("Trust, and what they agreed to"),
        ("trust", "vouched_by", "known_since", "listed", "listed_on", "knows", "danger"),
        {"listed": _("Ask them: whoever opens this vault sees them.")},
    ),
    Group(
        "keep",
        _("What they keep, and when to look again"),
        ("share", "share_given", "share_seen", "review", "remove_if", "left", "note"),
        {
            "share": _("Which part, such as 2 of 5. Never the words themselves."),
            "left": _("Empty it if they help again."),
        },
    ),
    Group(
        "public",
        _("What is known in public"),
        ("public", "web", "verified"),
        {},
    ),
)


def group(code: str) -> Group:
    """The group of this name; the first where there is none."""
    return next((each for each in GROUPS if each.code == code), GROUPS[0])


def fitted(visit: Visit, each: ContactFile, entry: Entry, values: Sequence[str]) -> Entry:
    """The field with what there is to choose; what is told already is always among it."""
    choices = _choices(visit, each, entry.name.rpartition(".")[2])
    if choices is None:
        return _with_room(entry)
    widget, labels = choices
    if widget != "search":
        labels = labels | {value: value for value in values if value and value not in labels}
    return replace(
        entry,
        widget=widget,
        choices=tuple(Choice(code, label) for code, label in labels.items()),
        rows=tuple({"": value} for value in values) or ({"": ""},),
    )


def _choices(visit: Visit, each: ContactFile, name: str) -> tuple[str, dict[str, str]] | None:
    """What the model leaves open and people choose from lists, with how it is drawn."""
    if name == "helps":
        return "checks", {code: visit.say(term.label) for code, term in NEEDS.terms.items()}
    if name == "languages":
        return "checks", dict(spoken(visit.language))
    if name == "country":
        return "choice", wording.countries(visit.language)
    if name == "zone":
        return "search", {zone: zone for zone in zones()}
    if name == "substitute":
        known = helping(visit.db, visit.case.clock().date())
        no_name = visit.say(_("(no name)"))
        return "choice", {
            other.root: other.name or no_name for other in known if other.root != each.root
        }
    return None


def _with_room(entry: Entry) -> Entry:
    """One more place where there may be several, such as a name in another script."""
    if not entry.many or entry.choices:
        return entry
    told = tuple(row for row in entry.rows if any(row.values()))
    empty: dict[str, Any] = dict.fromkeys(entry.rows[0], "")
    return replace(entry, rows=(*told, empty))
