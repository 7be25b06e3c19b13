"""What security asks of a person today."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from panoh.model.dates import bounds
from panoh.model.messages import mark as _
from panoh.model.thesauri import INCIDENTS
from panoh.model.todo import Target, Todo, Urgency
from panoh.security.incidents import GRAVE, Cluster, Logged, clusters, incidents
from panoh.security.programme import AGAIN, FAILED, Programme, Task, programme
from panoh.security.threats import NOW, UNKNOWN, Rated, threats
from panoh.vault import Vault

AREA = "security"
#: A measure is announced so many days before its time is up.
AHEAD = timedelta(days=7)


def todos(vault: Vault, now: datetime) -> list[Todo]:
    """Clusters and grave incidents first, then threats, what is due again, and one next task."""
    db, today = vault.db, now.date()
    logged, known = incidents(db), threats(db, today)
    plan = programme(db, today)
    return [
        *(_of_cluster(each) for each in clusters(logged, today)),
        *_of_incidents(logged),
        *_of_threats(known, today),
        *_of_programme(plan, today),
    ]


def _todo(
    text: str, urgency: Urgency, entity: str = "", due: date | None = None, **values: Any
) -> Todo:
    target = Target(AREA, entity)
    return Todo(area=AREA, text=text, values=values, due=due, urgency=urgency, target=target)


def _of_cluster(cluster: Cluster) -> Todo:
    kind = INCIDENTS.terms[cluster.type].label if cluster.type in INCIDENTS.terms else "?"
    count, people = len(cluster.incidents), len(cluster.people)
    newest = max(cluster.incidents, key=lambda each: (each.last, each.view.root))
    if len(cluster.people) > 1:
        text = _(
            "Several at once: {kind}, {count} times, to {people} people. Look at the threats again."
        )
    else:
        text = _("Several at once: {kind}, {count} times. Look at the threats again.")
    return _todo(text, Urgency.NOW, newest.view.root, kind=kind, count=count, people=people)


def _of_incidents(logged: list[Logged]) -> Iterator[Todo]:
    for each in logged:
        if not each.open:
            continue
        days = [bounds(told.value)[1] for told in each.view.relied("due") if told.value]
        due = min((day for day in days if day), default=None)
        if due or each.severity >= GRAVE:
            urgency = Urgency.NOW if each.severity >= GRAVE else Urgency.SOON
            text = _("An incident is open: {what}")
            yield _todo(text, urgency, each.view.root, due, what=each.what)


def _of_threats(known: list[Rated], today: date) -> Iterator[Todo]:
    for each in known:
        root, title = each.view.root, each.title
        if each.rating.band == NOW:
            yield _todo(_("Act now on this threat: {threat}"), Urgency.NOW, root, threat=title)
        elif each.rating.band == UNKNOWN:
            yield _todo(_("Rate this threat: {threat}"), Urgency.SOON, root, threat=title)
        if each.review and each.review <= today + AHEAD:
            text = _("Look at this threat again: {threat}")
            yield _todo(text, Urgency.SOON, root, each.review, threat=title)


def _of_programme(plan: Programme, today: date) -> Iterator[Todo]:
    for task in plan.tasks:
        what = task.advice.what
        soon = task.state == "done" and task.until is not None and task.until <= today + AHEAD
        if task.state == FAILED:
            text = _("A check found this not in order: {what}{device}")
            yield _todo(text, Urgency.SOON, task.advice.id, what=what, device=_on(task))
        elif task.state == AGAIN or soon:
            text = _("Look again whether this still holds: {what}{device}")
            yield _todo(
                text, Urgency.LATER, task.advice.id, task.until, what=what, device=_on(task)
            )
    first = plan.now
    if first and first.state not in (FAILED, AGAIN):
        text = _("Next for your security: {what}{device}")
        yield _todo(text, Urgency.LATER, first.advice.id, what=first.advice.what, device=_on(first))


def _on(task: Task) -> str:
    return f" ({task.device.name})" if task.device and task.device.name else ""
