"""What a watcher knows about somebody: exactly what it was told, and what it said since."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from panoh.checkin import Address, Outward, Plan
from panoh.emergency.watching.keys import person_of
from panoh.emergency.watching.meaning import STATES, clock, there, when
from panoh.emergency.watching.reading import OrderFile
from panoh.model.messages import mark as _


@dataclass(frozen=True, slots=True)
class Known:
    """One thing a watcher knows: its label and its value, both msgids, filled with `values`.

    `here` is what only this vault knows about it, such as whose number it is.
    """

    label: str
    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    here: str = ""


#: In what a span of time is said: the largest that fits it exactly.
_SPANS = ((86_400, _("{count} d")), (3600, _("{count} h")), (60, _("{count} min")))


def knows(of: OrderFile, names: Mapping[str, str]) -> list[Known]:
    """Everything, in the order in which a person would ask; empty if it was told nothing."""
    if of.told is None or of.told.plan is None or of.over:
        return []
    plan = of.told.plan
    found = [Known(_("A number for you"), _short(person_of(of.secret)))]
    found += _times(plan)
    found += _people(plan, names)
    found += _proofs(plan)
    return found + (_standing(of.seen, plan) if of.seen else [])


def _short(key: str) -> str:
    """The beginning of a key: enough to compare, and it does not fill the page."""
    return f"{key[:16]}…"


def _times(plan: Plan) -> Iterator[Known]:
    text, values = when(plan)
    yield Known(_("When you are expected"), text, values)
    yield Known(_("Time zone"), plan.schedule.zone)
    minutes = ", ".join(f"{each // 60:+d}" for each in plan.reminders)
    yield Known(_("Reminders, in minutes"), minutes)
    spans = [(_("How long before it a check-in counts"), plan.early)]
    spans.append((_("How long others wait"), plan.grace))
    spans.append((_("How long who took it has"), plan.hold))
    spans.append((_("How often all are told again"), plan.repeat))
    spans.append((_("The longest pause"), plan.max_pause))
    for label, seconds in spans:
        size, text = next(each for each in _SPANS if seconds % each[0] == 0 or each[0] == 60)
        yield Known(label, text, {"count": seconds // size})
    if plan.quiet:
        yield Known(_("Quiet hours"), f"{plan.quiet.start}–{plan.quiet.end}")


def _people(plan: Plan, names: Mapping[str, str]) -> Iterator[Known]:
    yield Known(_("How you are reached"), _ways(plan.owner.addresses, plan.owner.language))
    for each in plan.contacts:
        text = f"{each.id}: {_ways(each.addresses, each.language)}"
        yield Known(_("A contact"), text, here=names.get(each.id, ""))
    rungs = " → ".join(f"{'+'.join(r.contacts)} ({r.wait // 60})" for r in plan.ladder)
    yield Known(_("In which order they are asked (minutes)"), rungs)


def _ways(addresses: Iterable[Address], language: str) -> str:
    return ", ".join(f"{each.channel} {each.to}" for each in addresses) + f" ({language})"


def _proofs(plan: Plan) -> Iterator[Known]:
    none = _("nothing")
    yield Known(_("How many must agree that it is over"), str(plan.closers))
    keys = ", ".join(_short(each.key) for each in plan.devices)
    yield Known(_("Public keys of your proofs"), keys or none)
    marks = ", ".join(_short(each.mark) for each in plan.devices)
    yield Known(_("Keys that tell duress"), marks or none)
    pins = _("two PINs, made unreadable; short ones can be guessed")
    yield Known(_("Your PINs"), pins if plan.page else none)
    sizes = ", ".join(f"{each.id}: {len(each.sealed)}" for each in plan.contacts if each.sealed)
    yield Known(_("Sealed letters, by size"), sizes or none)


def _standing(seen: Outward, plan: Plan) -> list[Known]:
    """What it said when it was last heard."""
    found = [Known(_("How you stand"), STATES.get(seen.name, seen.name))]
    times = [(_("Next expected"), seen.due), (_("Paused until"), seen.until)]
    times.append((_("Your last check-in"), seen.last_ok or 0))
    found += [Known(label, clock(there(at, plan))) for label, at in times if at]
    found.append(Known(_("Number of the check-in"), str(seen.cycle)))
    for start, end in seen.blind:
        span = f"{clock(there(start, plan))} – {clock(there(end, plan))}"
        found.append(Known(_("An outage"), span))
    if seen.closed:
        found.append(Known(_("An alarm ended"), clock(there(seen.closed.at, plan))))
    return found
