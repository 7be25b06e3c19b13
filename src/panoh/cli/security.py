"""`panoh security`: check this machine, take the next step, write down what happened."""

import click

from panoh.cli.security_check import check_command
from panoh.cli.security_incident import incident_command
from panoh.cli.security_next import next_command
from panoh.cli.security_phone import import_command, phone_command
from panoh.cli.security_profile import profile_command
from panoh.cli.security_threat import threat_command


@click.group("security")
def command() -> None:
    """Check this computer, take the next step for your security, write down what happened."""


command.add_command(check_command)
command.add_command(next_command)
command.add_command(profile_command)
command.add_command(threat_command)
command.add_command(incident_command)
command.add_command(phone_command)
command.add_command(import_command)
