"""How results are printed: quiet tables that screen readers follow, or JSON."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click
import msgspec

from panoh.cli.words import SEVERITIES, fill, language, say
from panoh.model.dates import PartialDate, format_date
from panoh.vault.findings import Finding

QUICK = 1.0


def as_json(value: Any) -> None:
    """Print a value as one JSON document."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def table(rows: Iterable[Sequence[str]], header: Sequence[str]) -> None:
    """Print rows under a header, the columns as wide as they need to be."""
    lines = [tuple(header), *(tuple(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())


def finding(found: Finding) -> str:
    """What looking at the vault brought up: how bad it is, what it means and what to do."""
    meaning = fill(found.message, found.values)
    return f"{say(SEVERITIES[found.severity])}: {meaning} {say(found.hint)}"


def day(date: PartialDate | None) -> str:
    """A date in the reader's language; not known is said."""
    return format_date(date, language()) if date and date.edtf else say("not known")


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error for work that takes longer than a second, with a label to read."""
    import time

    started, bar = time.monotonic(), None

    def step(done: int, whole: int) -> None:
        nonlocal bar
        if bar is None and time.monotonic() - started < QUICK:
            return
        if bar is None:
            bar = click.progressbar(length=whole, label=label, file=sys.stderr)
        bar.length = whole
        bar.update(done - bar.pos)

    try:
        yield step
    finally:
        if bar is not None:
            bar.render_finish()
