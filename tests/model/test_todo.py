"""Todos of several areas in the order in which a person should see them."""

from datetime import date

from panoh.model.todo import Target, Todo, Urgency, order

TODAY = date(2026, 11, 25)


def todo(text: str, due: date | None = None, urgency: Urgency = Urgency.SOON) -> Todo:
    return Todo(area="security", text=text, due=due, urgency=urgency, target=Target("security"))


def test_what_is_urgent_comes_before_what_is_due_and_that_before_what_has_no_day() -> None:
    told = [
        todo("read the list", urgency=Urgency.LATER, due=date(2026, 11, 20)),
        todo("call her"),
        todo("renew the permit", due=date(2026, 12, 1)),
        todo("file by Friday", due=date(2026, 11, 27)),
        todo("he is missing", urgency=Urgency.NOW),
    ]
    assert [each.text for each in sorted(told, key=order)] == [
        "he is missing",
        "file by Friday",
        "renew the permit",
        "call her",
        "read the list",
    ]


def test_the_last_day_is_not_late_yet() -> None:
    assert not todo("x", due=TODAY).is_late(TODAY)
    assert todo("x", due=date(2026, 11, 24)).is_late(TODAY)
    assert not todo("x").is_late(TODAY), "what has no day is never late"
