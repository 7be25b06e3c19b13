"""What security asks of a person today."""

from datetime import date, timedelta
from pathlib import Path

from tests.security.programme.case import TODAY, Clock, opened_case
from tests.security.programme.test_incidents import happened

from panoh.casebook.record import Case
from panoh.model.dates import PartialDate
from panoh.model.kinds import Impact, Incident, Threat
from panoh.model.todo import Todo, Urgency, order
from panoh.security.incidents import record_incident
from panoh.security.programme import programme
from panoh.security.progress import record_state
from panoh.security.threats import record_threat
from panoh.security.todos import todos


def texts(case: Case, clock: Clock) -> list[str]:
    return [each.text.format(**each.values) for each in sorted(told(case, clock), key=order)]


def told(case: Case, clock: Clock) -> list[Todo]:
    return todos(case.vault, clock.now)


def test_an_empty_vault_asks_for_one_thing_only(tmp_path: Path) -> None:
    clock = Clock()
    with opened_case(tmp_path, clock) as case:
        (only,) = told(case, clock)
        assert only.urgency is Urgency.LATER
        assert only.area == only.target.area == "security"
        first = programme(case.vault.db, TODAY).now
        assert first is not None
        assert only.values["what"] == first.advice.what
        assert only.target.entity == first.advice.id


def test_the_most_urgent_comes_first(tmp_path: Path) -> None:
    clock = Clock()
    with opened_case(tmp_path, clock) as case:
        record_state(case, "linked_devices", "", "done")
        clock.days(40)
        day = clock.today.isoformat()
        for name in ("Zarina", "Rustam"):
            happened(case, "summons", day, name)
        happened(case, "assault", day, severity=5)
        impacts = (Impact("family", 5),)
        record_threat(case, Threat(type="family_pressed", title="T", likelihood=4, impacts=impacts))
        assert texts(case, clock) == [
            "Several at once: a summons, 2 times, to 2 people. Look at the threats again.",
            "An incident is open: It happened.",
            "Act now on this threat: T",
            "Look again whether this still holds: Look at the linked devices of your messengers",
        ]


def test_dates_become_due(tmp_path: Path) -> None:
    clock = Clock()
    with opened_case(tmp_path, clock) as case:
        record_incident(case, Incident(type="call", what="A call.", due=PartialDate("2026-12-01")))
        record_threat(case, Threat(title="T", review=PartialDate("2026-12-20")))
        due = {each.text: each.due for each in told(case, clock) if each.due}
        assert due == {"An incident is open: {what}": date(2026, 12, 1)}
        clock.days(20)
        due = {each.text: each.due for each in told(case, clock) if each.due}
        assert due["Look at this threat again: {threat}"] == date(2026, 12, 20)


def test_what_is_done_is_announced_a_week_before_its_time_is_up(tmp_path: Path) -> None:
    clock = Clock()
    with opened_case(tmp_path, clock) as case:
        record_state(case, "linked_devices", "", "done")
        again = "Look again whether this still holds: {what}{device}"
        assert again not in [each.text for each in told(case, clock)]
        clock.days(24)
        (due,) = [each for each in told(case, clock) if each.text == again]
        assert due.due == TODAY + timedelta(days=30)


def test_a_closed_incident_is_gone(tmp_path: Path) -> None:
    clock = Clock()
    with opened_case(tmp_path, clock) as case:
        record_incident(case, Incident(type="assault", what="x", severity=5, closed="yes"))
        assert "An incident is open: {what}" not in [each.text for each in told(case, clock)]
