"""Filling a plan step by step: one block at a time, and every one may be skipped."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import msgspec

from panoh.emergency.plan.blocks import BLOCKS, HOME, Block
from panoh.emergency.plan.reading import PlanFile
from panoh.emergency.plan.wording import Reader, text_of
from panoh.emergency.telling import fill_plan
from panoh.model.errors import PanohError
from panoh.model.kinds import KINDS, Plan
from panoh.model.messages import mark as _
from panoh.model.thesauri import STEPS
from panoh.network import wording
from panoh.web.emergency.meant import plan_of
from panoh.web.forms import Entry, Fault, entries, read
from panoh.web.network.words import spoken
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

#: After this block comes the page that says who acts.
_BEFORE_PEOPLE = "authority"
#: Told when the plan is begun, or shown as a list of its own.
_ASIDE = ("made", "languages", "country")
_ROWS = 2


@dataclass(frozen=True, kw_only=True)
class FillPage(Page):
    """One block: its fields, where it stands among the steps, and what comes after it."""

    template: ClassVar[str] = "emergency/fill.html"
    title: ClassVar[str] = _("Make a plan")
    area: ClassVar[str] = "emergency"
    root: str
    code: str
    label: str
    paper: str
    number: int
    whole: int
    back: str
    next: str
    entries: Sequence[Entry]
    differs: Sequence[tuple[str, str]]
    tongues: dict[str, str] | None
    spoken: Sequence[str]
    countries: dict[str, str] | None
    country: str
    faults: Sequence[Fault] = ()
    refused: PanohError | None = None


def blocks(found: PlanFile) -> list[Block]:
    """The blocks of a plan in the order of its steps."""
    return [block for block in BLOCKS if found.side in block.sides]


def place(found: PlanFile, code: str, by: int) -> str:
    """The address of the step so many after a block; the plan itself before and after all."""
    here = f"/emergency/plans/{found.root}"
    codes = [block.code for block in blocks(found)]
    if found.side != HOME:
        codes.insert(codes.index(_BEFORE_PEOPLE) + 1, "people")
    at = codes.index(code) + by
    if not 0 <= at < len(codes):
        return here
    return f"{here}/people" if codes[at] == "people" else f"{here}/fill?part={codes[at]}"


def _ask(visit: Visit) -> Reply:
    found = plan_of(visit)
    return _page(visit, found, _block(found, visit.query.get("part", "")))


def _block(found: PlanFile, code: str) -> Block:
    """The block of this name; the first where there is none."""
    known = blocks(found)
    return next((block for block in known if block.code == code), known[0])


def _page(
    visit: Visit,
    found: PlanFile,
    block: Block,
    faults: Sequence[Fault] = (),
    refused: PanohError | None = None,
) -> FillPage:
    wrong = bool(faults or refused)
    known = blocks(found)
    reader = Reader(visit.db, visit.language, visit.say)
    return FillPage(
        root=found.root,
        code=block.code,
        label=block.label,
        paper=block.paper,
        number=known.index(block) + 1,
        whole=len(known),
        back=place(found, block.code, -1),
        next=place(found, block.code, 1),
        entries=_entries(visit, found, block, faults, sent=wrong),
        differs=[
            (KINDS["plan"].fields[name].note.label, text_of(reader, found, name))
            for name in block.fields
            if name in found.unsure
        ],
        tongues=spoken(visit.language) if "languages" in block.fields else None,
        spoken=found.many("languages"),
        countries=wording.countries(visit.language) if "country" in block.fields else None,
        country=found.text("country"),
        faults=faults,
        refused=refused,
        status=422 if wrong else 200,
    )


def _names(block: Block) -> list[str]:
    return [name for name in block.fields if name not in _ASIDE]


def _entries(
    visit: Visit, found: PlanFile, block: Block, faults: Sequence[Fault], *, sent: bool
) -> list[Entry]:
    """The fields with what is told, and with empty places for more where there may be several."""
    told = {name: found.told[name] for name in _names(block) if found.told.get(name)}
    made = entries(
        "plan",
        _names(block),
        visit.language,
        record=Plan(**told),
        form=visit.form if sent else None,
        faults=faults,
    )
    return [each if sent else _with_room(each) for each in made]


def _with_room(entry: Entry) -> Entry:
    """More places; of the ways to talk one for each of the four."""
    if not entry.many or entry.choices:
        return entry
    empty = dict.fromkeys(entry.rows[0], "")
    told = tuple(row for row in entry.rows if any(row.values()))
    if entry.widget == "rung":
        steps = [row["step"] for row in told]
        more = tuple(empty | {"step": step} for step in STEPS.terms if step not in steps)
        order = [*STEPS.terms]
        rows = sorted((*told, *more), key=lambda row: (*order, row["step"]).index(row["step"]))
        return replace(entry, rows=tuple(rows))
    return replace(entry, rows=(*told, *(empty,) * _ROWS))


def _save(visit: Visit) -> Reply:
    """Save a block and go on to the next."""
    found = plan_of(visit)
    block = _block(found, visit.one("part"))
    sent = read("plan", _names(block), visit.form, visit.language)
    if sent.faults:
        return _page(visit, found, block, sent.faults)
    told = {name: _plain(sent.values.get(name)) for name in _names(block)}
    told |= _aside(visit, block)
    try:
        fill_plan(visit.case, found, told)
    except PanohError as error:
        return _page(visit, found, block, refused=error)
    if visit.one("then") == "stop":
        return Redirect(f"/emergency/plans/{found.root}")
    return Redirect(place(found, block.code, 1))


def _plain(value: Any) -> Any:
    """A value as it is written in JSON; empty where nothing was told."""
    return msgspec.to_builtins(value) if value is not None else None


def _aside(visit: Visit, block: Block) -> dict[str, Any]:
    """Languages and country are chosen by their names, and sent as codes."""
    told: dict[str, Any] = {}
    if "languages" in block.fields:
        known = spoken(visit.language)
        told["languages"] = [each for each in visit.form.get("tongue", ()) if each in known]
    if "country" in block.fields:
        country = visit.one("country")
        told["country"] = country if country in wording.countries(visit.language) else ""
    return told


ways = (get("/emergency/plans/{root}/fill", _ask), post("/emergency/plans/{root}/fill", _save))
