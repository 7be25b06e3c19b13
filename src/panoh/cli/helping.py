"""Help and complaints about what was typed, in the language of the person at the keyboard."""

import gettext
from inspect import cleandoc

import click

from panoh.cli.words import say
from panoh.model.messages import DOMAIN, FOLDER
from panoh.model.messages import mark as _

#: What click says by itself; it asks the catalogues of the process for each.
CLICK = (
    _("Usage:"),
    _("Options"),
    _("Commands"),
    _("Aborted!"),
    _("Error: {message}"),
    _("Try '{command} {option}' for help."),
    _("Missing argument"),
    _("Missing option"),
    _("Missing command."),
    _("Invalid value: {message}"),
    _("Invalid value for {param_hint}: {message}"),
    _("No such option {name!r}."),
    _("No such command {name!r}."),
    _("Option {name!r} does not take a value."),
    _("Choose from:\n\t{choices}"),
    _("{name} {filename!r} does not exist."),
    _("{name} {filename!r} is a file."),
    _("{name} {filename!r} is a directory."),
    _("{name} {filename!r} is not readable."),
    _("{name} {filename!r} is not writable."),
    _("file"),
    _("directory"),
    _("path"),
    _("required"),
    _("default: {default}"),
    _("Show the version and exit."),
    _("Show this message and exit."),
    _("Repeat for confirmation"),
    _("Error: invalid input"),
    _("Error: The two entered values do not match."),
)


def teach_click() -> None:
    """Give click our catalogues."""
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)


def translated(command: click.Command) -> click.Command:
    """The command, its help and that of its options and subcommands translated in place."""
    command.help = say(cleandoc(command.help or ""))
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            parameter.help = say(parameter.help or "")
    if isinstance(command, click.Group):
        for each in command.commands.values():
            translated(each)
    return command
