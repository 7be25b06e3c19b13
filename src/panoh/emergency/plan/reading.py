"""A plan as it is recorded: its fields, who takes which part, own tasks, drills and alarms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from panoh.casebook.index.reading import listed, naming, root_of, view_of
from panoh.casebook.naming import title
from panoh.casebook.view import View, settled
from panoh.emergency.plan.blocks import HOME
from panoh.model.dates import bounds
from panoh.model.kinds import Mention
from panoh.model.thesauri import OFFSETS
from panoh.network.contacts import ContactFile, contact


@dataclass(frozen=True, slots=True)
class RoleFile:
    """Who takes a part; `who` is `None` where nobody is named, or what is told differs."""

    root: str
    part: str
    who: ContactFile | None
    substitute: ContactFile | None
    confirmed: date | None

    def able(self, today: date) -> tuple[ContactFile, ...]:
        """Who takes the part and who steps in, as far as they still help."""
        named = (self.who, self.substitute)
        return tuple(each for each in named if each and not each.has_left(today))


@dataclass(frozen=True, slots=True)
class OwnTask:
    """A task that somebody added; due at once where its time is not known here."""

    root: str
    at: str
    what: str
    part: str


@dataclass(frozen=True, slots=True)
class DrillFile:
    """A plan tried out."""

    root: str
    day: date | None
    tested: str
    result: str
    fix: str


@dataclass(frozen=True, slots=True)
class PlanFile:
    """One plan. A field on which what is told differs is in `unsure` and not in `told`.

    `others` are the plans of the other side, whichever of the two names the other.
    """

    root: str
    person: str
    name: str
    told: Mapping[str, Any]
    unsure: frozenset[str]
    roles: tuple[RoleFile, ...]
    tasks: tuple[OwnTask, ...]
    drills: tuple[DrillFile, ...]
    alarms: tuple[str, ...]
    others: tuple[str, ...]
    view: View = field(repr=False)

    def text(self, name: str) -> str:
        """One field as text; empty where nothing or nothing agreed is told."""
        value = self.told.get(name)
        return value if isinstance(value, str) else ""

    def many(self, name: str) -> tuple[Any, ...]:
        """The values of a field that holds several."""
        return tuple(self.told.get(name) or ())

    @property
    def side(self) -> str:
        """The side; where nobody said, or it differs, the careful one."""
        return self.text("side") or HOME

    @property
    def scenario(self) -> str:
        """The situation; empty where nobody said or it differs."""
        return self.text("scenario")

    def last_drill(self) -> DrillFile | None:
        """The newest drill with a day."""
        dated = [each for each in self.drills if each.day]
        return max(dated, key=lambda each: (each.day, each.root), default=None)

    def role(self, part: str) -> tuple[RoleFile, ...]:
        """Those who take one part."""
        return tuple(each for each in self.roles if each.part == part)


def plans(db: Any) -> list[PlanFile]:
    """Every plan, by the name of the person."""
    found = [plan(db, root) for root in listed(db, "plan")]
    return sorted(found, key=lambda each: (each.name.casefold(), each.scenario, each.root))


def plan(db: Any, entity: str) -> PlanFile:
    """One plan with all that belongs to it."""
    view = view_of(db, entity)
    told, unsure = settled(view, lambda each: root_of(db, each))
    person = root_of(db, told["person"]) if told.get("person") else ""
    roles = [_role(db, each) for each in naming(db, view.entities, "role", "plan") if _lasts(each)]
    return PlanFile(
        root=view.root,
        person=person,
        name=title(view_of(db, person)) if person else "",
        told=told,
        unsure=unsure,
        roles=tuple(sorted(roles, key=lambda each: (each.part, each.root))),
        tasks=tuple(_task(each) for each in naming(db, view.entities, "task", "plan")),
        drills=tuple(_drill(each) for each in naming(db, view.entities, "drill", "plan")),
        alarms=tuple(each.root for each in naming(db, view.entities, "alarm", "plan")),
        others=_others(db, view, told),
        view=view,
    )


def called(db: Any, mention: Mention) -> str:
    """What somebody who is mentioned is called."""
    return mention.text or (title(view_of(db, mention.entity)) if mention.entity else "")


def last_day(value: Any) -> date | None:
    """The latest day a date may mean; `None` where there is none or it is not known."""
    return bounds(value)[1] if value is not None else None


def _others(db: Any, view: View, told: Mapping[str, Any]) -> tuple[str, ...]:
    found = {each.root for each in naming(db, view.entities, "plan", "linked")}
    if told.get("linked"):
        found.add(root_of(db, told["linked"]))
    return tuple(sorted(found - {view.root}))


def _lasts(view: View) -> bool:
    return not view.told("ended")


def _role(db: Any, view: View) -> RoleFile:
    told, _unsure = settled(view, lambda each: root_of(db, each))
    return RoleFile(
        view.root,
        told.get("part") or "",
        _known(db, told.get("who")),
        _known(db, told.get("substitute")),
        last_day(told.get("confirmed")),
    )


def _known(db: Any, entity: str | None) -> ContactFile | None:
    """The contact, unless nothing of them is left."""
    found = contact(db, entity) if entity else None
    return found if found and found.view.fields else None


def _task(view: View) -> OwnTask:
    told, _unsure = settled(view)
    at = told.get("at")
    return OwnTask(
        view.root,
        at if at in OFFSETS else "at_once",
        " / ".join(each.value for each in view.told("what")),
        told.get("part") or "",
    )


def _drill(view: View) -> DrillFile:
    told, _unsure = settled(view)
    return DrillFile(
        view.root,
        last_day(told.get("when")),
        " / ".join(each.value for each in view.told("tested")),
        told.get("result") or "",
        " / ".join(each.value for each in view.told("fix")),
    )
