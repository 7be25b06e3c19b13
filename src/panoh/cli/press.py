"""`panoh press`: a press sheet with figures, talking points, short texts and a picture."""

import click

from panoh.advocacy.publications import PRESS
from panoh.cli.publishing import commands


@click.group("press")
def command() -> None:
    """A press sheet: figures as ranges with their sources, points, posts, a picture."""


commands(command, PRESS)
