"""The command line: one file per command, imported only when it is called."""

import importlib
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from panoh.model.errors import PanohError
from panoh.model.messages import mark as _

#: Each command's module and what it does, so that `--help` imports none of them.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "what-now": ("what_now", _("What to do in the first hour, day and week.")),
    "demo": ("demo", _("Try everything on a made-up case.")),
    "help-for": ("help_for", _("Find organisations that help; no vault is needed.")),
    "open": ("open", _("Open Panoh in the browser of this computer.")),
    "init": ("init", _("Make a new vault.")),
    "import": ("import_", _("Take in a list of people (CSV or XLSX).")),
    "people": ("people", _("List the people and how many there are.")),
    "show": ("show", _("Everything told about one person.")),
    "silence": ("silence", _("Of whom nothing was heard for too long.")),
    "search": ("search", _("Find people by any spelling, and records by their words.")),
    "timeline": ("timeline", _("What happened, in the order of time.")),
    "review": ("review", _("Decide who is the same person.")),
    "settle": ("settle", _("Say which source is relied on where they differ.")),
    "retract": ("retract", _("Hide one statement, or show it again.")),
    "consent": ("consent", _("Record what a person allowed or refused.")),
    "network": ("network", _("The people who can help, and how to reach them.")),
    "plan": ("plan", _("Emergency plans, their drills, and what to do when one is declared.")),
    "card": ("card", _("Cards and papers to carry or to give.")),
    "complain": ("complain", _("Write a complaint to a body of the United Nations.")),
    "lawyer": ("lawyer", _("Questions, facts and days for a lawyer, sealed.")),
    "appeal": ("appeal", _("A joint appeal, and who signs it.")),
    "press": ("press", _("A press sheet with figures, posts and a picture.")),
    "publish": ("publish", _("A public page of what each person allowed.")),
    "answers": ("answers", _("What States and bodies answered, and days to speak.")),
    "checkin": ("checkin", _("Be watched by a relay, and say that you are well.")),
    "relay": ("relay", _("Run the service that watches, or look after one.")),
    "security": ("security", _("Check this computer, take the next step for your security.")),
    "vault": ("vault", _("Check the vault, rebuild its index, get back in.")),
}

_SET_DUMPABLE = 4


class OnDemand(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the flow."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of this name."""
        del ctx
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"panoh.cli.{COMMANDS[name][0]}").command
        from panoh.cli.helping import translated

        return translated(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing them."""
        del ctx
        from panoh.cli.words import say

        with formatter.section(say("Commands")):
            formatter.write_dl([(name, say(text)) for name, (_module, text) in COMMANDS.items()])


@click.group(cls=OnDemand, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="panoh", message="%(prog)s %(version)s")
def group() -> None:
    """A safe and provable record for people whom a state reaches across borders."""


def main(arguments: list[str] | None = None) -> Any:
    """Run a command; an error is told with its next step, and every kind has its own exit code."""
    from panoh.cli.helping import teach_click, translated
    from panoh.cli.words import fill, say

    leave_no_core()
    teach_click()
    translated(group)
    try:
        return group.main(args=arguments, prog_name="panoh", standalone_mode=True)
    except PanohError as error:
        _tell(fill(error.message, error.values), say(error.hint))
        sys.exit(error.exit_status)
    except Exception as error:  # noqa: BLE001 - its words may be people's: only its place is told
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
        _tell(
            fill(_("Something was not foreseen ({where})."), {"where": where}),
            say(
                _("What was said to be saved is saved. Try again; if it stays, report this place.")
            ),
        )
        sys.exit(1)


def _tell(text: str, hint: str) -> None:
    """Print an error and its next step; words from outside cannot command the terminal."""
    from panoh.cli import printing
    from panoh.cli.words import say

    printing.line(f"panoh: {text}", err=True)
    if hint:
        printing.line(f"panoh: {say('hint')}: {hint}", err=True)


def leave_no_core() -> None:
    """Let no crash write this process's memory, keys and all, to a disk or to a crash reporter."""
    if sys.platform == "linux":
        import ctypes

        # Reporters that take cores through a pipe do not heed the limit below. This also keeps
        # other programs of the same user from reading the memory.
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
