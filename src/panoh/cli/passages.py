"""What keeps files from leaving: each wording, where it stands, and its number to confirm it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import click

from panoh.casebook.consent.gate import Stop
from panoh.casebook.wording import title_of
from panoh.cli import printing
from panoh.cli.words import say


def tell(db: Any, stops: Collection[Stop], stale: Collection[str]) -> None:
    """Print the passages; those who are named as responsible stand apart."""
    for line in _passages(db, [stop for stop in stops if not stop.responsible]):
        printing.line(line)
    named = [stop for stop in stops if stop.responsible]
    if named:
        click.echo(
            say("Named as responsible. Nobody asked them; you answer for each name you confirm:")
        )
        for line in _passages(db, named):
            printing.line(line)
    if any(stop.human for stop in stops):
        click.echo(
            say("Look at each passage marked with ?, then confirm it: --looked and its number.")
        )
    if stale:
        click.echo(
            say("These numbers belong to no passage, or the file has changed: {numbers}").format(
                numbers=", ".join(stale)
            )
        )


def _passages(db: Any, stops: Iterable[Stop]) -> Iterator[str]:
    """Each wording of a file once, with everywhere it stands: one surname may fill every page."""
    places: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for stop in stops:
        where = f"{stop.file}, {stop.where}" if stop.where else stop.file
        places[stop.words, stop.root, stop.why, stop.number].append(where)
    for (words, root, why, number), found in places.items():
        mark, whose = f"? {number}" if number else "!", title_of(db, root) if root else ""
        which = f" ({root[:8]})" if root else ""
        yield f"{mark} {words or say('(not readable)')} · {whose}{which}: {say(why)}"
        yield f"    {'; '.join(dict.fromkeys(found))}"
