"""The drawing of reprisals: triggers above the line of time, acts below, a row for each family."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from math import sqrt

from panoh.analysis.drawing import svg
from panoh.analysis.reprisals import Reprisals, Row, Span
from panoh.model.dates import PartialDate, format_date
from panoh.model.messages import mark as _
from panoh.model.messages import translator

WIDTH, NAMES, EDGE = 1000.0, 230.0, 16.0
HEAD, LINE = 64.0, 30.0
LONGEST = 28
BESIDE = 21.0
#: What a name of a month keeps from the words at either end.
ROOM = 310.0


def draw(found: Reprisals, language: str, *, right_to_left: bool = False) -> str:
    """The drawing as SVG; in a language written from the right, time runs from the right."""
    say = translator(language)
    height = HEAD + LINE * (len(found.rows) + 1)
    place = _placing(found.window, right_to_left=right_to_left)
    parts = [
        *_axis(found.window, place, height, language),
        *_triggers(found, place, height),
        *_rows(found, place, say, right_to_left=right_to_left),
    ]
    title = say(_("What was done, day by day, and what came before"))
    return svg.drawing(WIDTH, height, title, describe(found, language), parts)


def describe(found: Reprisals, language: str) -> str:
    """The drawing in words."""
    say = translator(language)
    return say(
        _("From {first} to {last}: {triggers} events, {acts} acts. Each row: whom they pressured.")
    ).format(
        first=day(found.window.first, language),
        last=day(found.window.last, language),
        triggers=len(found.triggers),
        acts=found.acts,
    )


def day(when: date, language: str) -> str:
    """A day in words."""
    return format_date(PartialDate(when.isoformat()), language)


_Place = Callable[[date], float]


def _placing(window: Span, *, right_to_left: bool) -> _Place:
    days, room = (window.last - window.first).days or 1, WIDTH - NAMES - 2 * EDGE

    def place(when: date) -> float:
        share = min(1.0, max(0.0, (when - window.first).days / days))
        return WIDTH - NAMES - EDGE - share * room if right_to_left else NAMES + EDGE + share * room

    return place


def _axis(window: Span, place: _Place, height: float, language: str) -> Iterator[str]:
    """The line of time: its ends in words, a tick a week, and each month where it begins."""
    left, right = sorted((place(window.first), place(window.last)))
    # Where text is written from the right, it begins at the right: "start" is where time begins.
    yield svg.text(day(window.first, language), place(window.first), HEAD - 30, "quiet")
    yield svg.text(day(window.last, language), place(window.last), HEAD - 30, "quiet", "end")
    when = window.first
    while when <= window.last:
        if when.day == 1:
            yield svg.line(place(when), HEAD - 18, place(when), height)
            if left + ROOM <= place(when) <= right - ROOM:
                label = format_date(PartialDate(when.isoformat()[:7]), language)
                yield svg.text(label, place(when), HEAD - 30, "quiet", "middle")
        if (when - window.first).days % 7 == 0:
            yield svg.line(place(when), HEAD, place(when), HEAD + 5)
        when += timedelta(days=1)
    yield svg.line(left, HEAD, right, HEAD)


def _triggers(found: Reprisals, place: _Place, height: float) -> Iterator[str]:
    """Numbers above the line; those of neighbouring days stand beside each other."""
    edge, step = 0.0, -1.0 if place(found.window.first) > place(found.window.last) else 1.0
    for number, trigger in enumerate(found.triggers, 1):
        day = place(max(trigger.span.first, found.window.first))
        x = day if number == 1 or step * (day - edge) >= BESIDE else edge + step * BESIDE
        edge = x
        yield svg.line(x, HEAD - 10, day, HEAD, "care")
        yield svg.line(day, HEAD, day, height, "care thin")
        yield svg.element("circle", cx=x, cy=HEAD - 10, r=9, class_="badge")
        yield svg.text(str(number), x, HEAD - 5.5, "small", "middle")


def _rows(
    found: Reprisals, place: _Place, say: Callable[[str], str], *, right_to_left: bool
) -> Iterator[str]:
    for number, row in enumerate(found.rows):
        y = HEAD + LINE * (number + 1)
        label = row.title or say(_("nobody named"))
        label = label if len(label) <= LONGEST else label[: LONGEST - 1] + "…"
        yield svg.text(label, WIDTH - EDGE if right_to_left else EDGE, y + 5)
        yield svg.line(EDGE, y + LINE / 2, WIDTH - EDGE, y + LINE / 2, "line faint")
        yield from _acts(row, place, y)


def _acts(row: Row, place: _Place, y: float) -> Iterator[str]:
    for span in row.acts:
        if not span.exact:
            ends = sorted((place(span.first), place(span.last)))
            yield svg.element(
                "rect", x=ends[0] - 3, y=y - 5, width=ends[1] - ends[0] + 6, height=10, rx=5,
                class_="unsure",
            )  # fmt: skip
    for span, count in row.acts.items():
        if span.exact:
            x, radius = place(span.first), 4.0 + 2.2 * sqrt(count)
            yield svg.element("circle", cx=x, cy=y, r=radius, class_="shelter")
            if count > 1:
                yield svg.text(str(count), x, y + 4, "count", "middle")
