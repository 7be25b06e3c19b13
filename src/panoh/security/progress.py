"""What was said of each measure, and what the checks found last."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from panoh.casebook.index.reading import all_of
from panoh.casebook.own import own_earlier
from panoh.casebook.record import Case, save, tell
from panoh.casebook.view import Told, View
from panoh.model.dates import PartialDate, bounds
from panoh.model.kinds import Finding, Measure
from panoh.security.checks import CHECKS
from panoh.security.checks.check import FAIL, PASS, UNKNOWN
from panoh.security.checks.run import Outcome
from panoh.security.errors import NoSuchMeasure
from panoh.security.measures import catalogue

DONE, LATER, NOT_FOR_ME, SHOW_AGAIN = "done", "later", "not_for_me", "again"
#: What is put off comes back after so many days.
PUT_OFF = timedelta(days=14)
#: The check that can tell whether a measure is done.
_MEASURE_OF = {check.key: check.measure for check in CHECKS}


@dataclass(frozen=True, slots=True)
class Progress:
    """The state somebody gave a measure ("" for none), when to look again, what a check found.

    Where members say different things the state is none: the task is shown until they agree.
    """

    state: str = ""
    again: date | None = None
    found: str = ""


def progress(db: Any) -> Mapping[tuple[str, str], Progress]:
    """By measure and device ("" for the person): what was said, and what a check last found.

    What somebody said after the last check counts again: they may have mended it.
    """
    said = _said(db)
    for key, (found, day) in _found(db).items():
        told = said.get(key, (Progress(), ""))
        if told[1] > day:
            continue
        advice = catalogue().get(key[0])
        again = _later(day, advice.again_days) if advice else None
        state = Progress(DONE, again, found) if found == PASS else replace(told[0], found=found)
        said[key] = (state, day)
    return {key: state for key, (state, _day) in said.items()}


def _said(db: Any) -> dict[tuple[str, str], tuple[Progress, str]]:
    """What members said last of each measure, and when they wrote it."""
    told: dict[tuple[str, str], list[tuple[str, date | None, str]]] = defaultdict(list)
    for view in all_of(db, "measure"):
        for each in view.told("state"):
            measure, device = _of(view, each, "measure"), _of(view, each, "device")
            again = _of(view, each, "again")
            day = bounds(again)[1] if isinstance(again, PartialDate) else None
            told[measure, device].append((each.value, day, each.statement.recorded))
    return {key: _together(each) for key, each in told.items()}


def _together(told: Iterable[tuple[str, date | None, str]]) -> tuple[Progress, str]:
    said = list(told)
    states = {state for state, _again, _when in said}
    when = max(when for _state, _again, when in said)
    if states == {SHOW_AGAIN}:
        # Taken back: what a check found before counts as if nobody had said anything.
        return Progress(), ""
    if len(states) > 1:
        return Progress(), when
    return Progress(states.pop(), min((day for _s, day, _w in said if day), default=None)), when


def _of(view: View, told: Told, field: str) -> Any:
    """What the same statement says in another field."""
    return next((each.value for each in view.told(field) if each.id == told.id), "")


def _found(db: Any) -> dict[tuple[str, str], tuple[str, str]]:
    """The result of the newest finding of each check on each device; differing ones are unknown."""
    newest: dict[tuple[str, str], tuple[str, str]] = {}
    for key, result, when in _findings(db):
        known = newest.get(key)
        if known is None or when > known[1]:
            newest[key] = (result, when)
        elif when == known[1] and result != known[0]:
            newest[key] = (FAIL if FAIL in (result, known[0]) else UNKNOWN, when)
    return newest


def _findings(db: Any) -> Iterator[tuple[tuple[str, str], str, str]]:
    for view in all_of(db, "finding"):
        for told in view.told("result"):
            measure = _MEASURE_OF.get(_of(view, told, "check"), "")
            if measure:
                yield (measure, _of(view, told, "device")), told.value, told.statement.recorded


def _later(recorded: str, days: int) -> date:
    return datetime.fromisoformat(recorded).date() + timedelta(days=days)


def record_state(
    case: Case, measure: str, device: str, state: str, why: str = "", again: date | None = None
) -> str:
    """Save what a member says of a measure; returns its entity.

    Done comes back after the measure's own time, later after two weeks, unless a day is given.
    """
    advice = catalogue().get(measure)
    if advice is None:
        raise NoSuchMeasure
    today = case.clock().date()
    after = {DONE: timedelta(days=advice.again_days), LATER: PUT_OFF}.get(state)
    day = again or (today + after if after else None)
    record = Measure(
        measure=measure,
        device=device,
        state=state,
        when=PartialDate(today.isoformat()),
        again=PartialDate(day.isoformat()) if day else None,
        why=why,
    )
    same = [view for view in all_of(case.vault.db, "measure") if _is_of(view, measure, device)]
    fields = {name for view in same for name in view.fields}
    replaces = own_earlier(case, same[:1], fields)
    about = same[0].root if same else ""
    statement = tell(case, record, about, replaces=replaces)
    save(case, [statement])
    return statement.about


def _is_of(view: View, measure: str, device: str) -> bool:
    names = {told.value for told in view.told("measure")}
    devices = {told.value for told in view.told("device")} or {""}
    return names == {measure} and devices == {device}


def record_outcomes(case: Case, outcomes: Iterable[Outcome], device: str) -> None:
    """Save what the checks found on a device, each as a finding of its own."""
    told = [
        Finding(
            check=each.check.key,
            device=device,
            result=each.judged.result,
            evidence=each.judged.evidence,
            when=PartialDate(each.when.date().isoformat()),
        )
        for each in outcomes
    ]
    save(case, [tell(case, each) for each in told])
