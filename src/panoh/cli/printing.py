"""How results are printed: quiet tables that screen readers follow, or JSON."""

import os
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

#: What a terminal obeys instead of showing it, and what turns the order of letters around so that
#: a name reads as another. Whoever sends a list must not steer the terminal of who reads it.
_OBEYED = (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_IN_LINES = {code: "\ufffd" for code in _OBEYED if chr(code) not in "\n\t"}
_IN_CELLS = _IN_LINES | dict.fromkeys(b"\n\r\t", " ")
_IN_JSON = {code: f"\\u{code:04x}" for code in _OBEYED if code > 0x20}


def line(text: str, *, err: bool = False) -> None:
    """Print a line that may hold words from outside; what a terminal would obey is made visible."""
    click.echo(text.translate(_IN_LINES), err=err)


def as_json(value: Any) -> None:
    """Print a value as one JSON document."""
    text = msgspec.json.format(msgspec.json.encode(value, enc_hook=os.fspath), indent=2).decode()
    click.echo(text.translate(_IN_JSON))


def table(rows: Iterable[Sequence[str]], header: Sequence[str]) -> None:
    """Print rows under a header, the columns as wide as they need to be."""
    told = [tuple(header), *(tuple(row) for row in rows)]
    lines = [tuple(cell.translate(_IN_CELLS) for cell in row) for row in told]
    widths = [max(len(row[column]) for row in lines) for column in range(len(header))]
    for row in lines:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())


def finding(found: Finding) -> str:
    """What looking at the vault brought up: how bad it is, what it means and what to do."""
    meaning = fill(found.message, found.values).translate(_IN_CELLS)
    return f"{say(SEVERITIES[found.severity])}: {meaning} {say(found.hint)}"


def day(date: PartialDate | None) -> str:
    """A date in the reader's language; not known is said, with words that nobody could read."""
    if date and date.edtf:
        return format_date(date, language())
    return f"? ({date.text})" if date and date.text else say("not known")


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
