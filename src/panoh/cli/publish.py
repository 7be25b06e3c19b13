"""`panoh publish`: a public page as one HTML file."""

import click

from panoh.advocacy.publications import PAGE
from panoh.cli.publishing import commands


@click.group("publish")
def command() -> None:
    """A public page: one file, no scripts, no requests; as much as each person allowed."""


commands(command, PAGE)
