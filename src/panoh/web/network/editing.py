"""Changing what is told of a contact: one group of fields at a time, as one more statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.casebook.wording import DIFFERS
from panoh.model.errors import PanohError
from panoh.model.kinds import KINDS, Contact
from panoh.model.messages import mark as _
from panoh.network.contacts import ContactFile
from panoh.network.telling import amend
from panoh.web.forms import Entry, Fault, entries, read
from panoh.web.network.contact import meant, value_of
from panoh.web.network.groups import Group, fitted, group
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit


@dataclass(frozen=True, kw_only=True)
class EditPage(Page):
    """One group of fields; `differs` are told in two ways, `refused` says why none was saved."""

    template: ClassVar[str] = "network/edit.html"
    title: ClassVar[str] = _("Change a contact")
    area: ClassVar[str] = "network"
    root: str
    name: str
    code: str
    label: str
    entries: Sequence[tuple[Entry, str]]
    differs: Sequence[tuple[str, str]]
    faults: Sequence[Fault] = ()
    refused: PanohError | None = None


def _ask(visit: Visit) -> Reply:
    return _page(visit, meant(visit), group(visit.query.get("part", "")))


def _page(
    visit: Visit,
    each: ContactFile,
    chosen: Group,
    faults: Sequence[Fault] = (),
    refused: PanohError | None = None,
) -> EditPage:
    wrong = bool(faults or refused)
    return EditPage(
        root=each.root,
        name=each.name,
        code=chosen.code,
        label=chosen.label,
        entries=_entries(visit, each, chosen, faults, sent=wrong),
        differs=[
            (KINDS["contact"].fields[name].note.label, _both(visit, each, name))
            for name in chosen.fields
            if name in each.unsure
        ],
        faults=faults,
        refused=refused,
        status=422 if wrong else 200,
    )


def _both(visit: Visit, each: ContactFile, name: str) -> str:
    """Everything that is told of a field, side by side."""
    texts = [value_of(visit, name, told) for told in each.view.told(name)]
    return DIFFERS.join(dict.fromkeys(filter(None, texts)))


def _entries(
    visit: Visit, each: ContactFile, chosen: Group, faults: Sequence[Fault], *, sent: bool
) -> list[tuple[Entry, str]]:
    told = {name: each.told[name] for name in chosen.fields if each.told.get(name)}
    made = entries(
        "contact",
        chosen.fields,
        visit.language,
        record=Contact(**told),
        form=visit.form if sent else None,
        faults=faults,
    )
    return [
        (
            fitted(
                visit,
                each,
                entry,
                list(entry.texts) if sent else _codes(told.get(name)),
            ),
            chosen.help.get(name, ""),
        )
        for name, entry in zip(chosen.fields, made, strict=True)
    ]


def _codes(value: Any) -> list[str]:
    """What is told of a field as codes to choose from."""
    if isinstance(value, str):
        return [value]
    return list(value) if isinstance(value, tuple) else []


def _save(visit: Visit) -> Reply:
    """Save a group, if all of it can be read."""
    each, chosen = meant(visit), group(visit.one("part"))
    sent = read("contact", chosen.fields, visit.form, visit.language)
    if sent.faults:
        return _page(visit, each, chosen, sent.faults)
    try:
        amend(visit.case, each.root, sent.record(Contact), chosen.fields)
    except PanohError as error:
        return _page(visit, each, chosen, refused=error)
    return Redirect(f"/network/{each.root}")


ways = (get("/network/{root}/edit", _ask), post("/network/{root}/edit", _save))
