"""`panoh card`: cards and papers for people outside, through the consent gate."""

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import click

from panoh.casebook.consent.gate import GateClosed
from panoh.casebook.consent.giving import Outcome
from panoh.casebook.index.reading import view_of
from panoh.casebook.naming import title
from panoh.casebook.record import Case
from panoh.cli import passages, printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import person, plan_of
from panoh.cli.words import say
from panoh.emergency.cards.contact_sheet import contact_sheet
from panoh.emergency.cards.content import draw
from panoh.emergency.cards.family import family_card
from panoh.emergency.cards.giving import (
    CONTACTS,
    FAMILY,
    HOME_PLAN,
    PLAN,
    RECIPIENTS,
    WALLET,
    give_paper,
    may_tell_health,
)
from panoh.emergency.cards.plan_paper import plan_paper
from panoh.emergency.cards.wallet import wallet_card
from panoh.emergency.plan.blocks import HOME
from panoh.emergency.plan.reading import plan
from panoh.emergency.plan.wording import Reader
from panoh.model.languages import LANGUAGES
from panoh.model.messages import translator
from panoh.model.thesauri import NEEDS
from panoh.model.thesauri import RECIPIENTS as WHO_READS
from panoh.network.contacts import contact, helping

CONTACT = ("contact",)


@click.group("card")
def command() -> None:
    """Cards and papers to carry or to give: wallet card, family card, contacts, plan."""


def _paper(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every paper: language, where it goes, and that somebody looked."""

    @click.option(
        "--language",
        "tongue",
        type=click.Choice(list(LANGUAGES)),
        default="en",
        show_default=True,
        help="The language of the paper.",
    )
    @click.option(
        "--to",
        "target",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(),
        help="Where the file goes; here if left out.",
    )
    @click.option(
        "--looked",
        multiple=True,
        metavar="NUMBER",
        help="You looked at this passage, by its number in the list; may be repeated.",
    )
    @json_option
    @with_case
    @wraps(function)
    def run(case: Case, **told: Any) -> None:
        function(case, **told)

    return run


@command.command("wallet")
@click.argument("which", metavar="PLAN")
@click.option("--names", is_flag=True, help="Put the names of those to call beside the numbers.")
@click.option("--code", is_flag=True, help="Add a code that dials the first number.")
@_paper
def wallet(case: Case, which: str, names: bool, code: bool, tongue: str, **told: Any) -> None:
    """A card of 85.6 × 54 mm for the person of a PLAN: whom to call, health."""
    found = plan(case.vault.db, plan_of(case.vault.db, which))
    health = _health(case, WALLET, found.person, found.text("medical"))
    day = case.clock().date()
    card = wallet_card(found, tongue, day, named=names, code=code, health=health)
    _give(case, WALLET, draw(card, day), [found.person], **told)


@command.command("family")
@click.argument("who")
@click.option("--country", required=True, help="Where this relative lives, as two letters: TJ.")
@click.option("--call", "people", multiple=True, required=True, help="A contact who lives there.")
@click.option("--health", default="", help="Illnesses and medicines, in short.")
@_paper
def family(
    case: Case, who: str, country: str, people: Sequence[str], health: str, tongue: str, **told: Any
) -> None:
    """A card for WHO, a relative at home: nothing on it has to be explained."""
    db = case.vault.db
    root = person(db, who)
    known = [contact(db, person(db, each, CONTACT)) for each in people]
    told_health = health if _health(case, FAMILY, root, health) else ""
    day, name = case.clock().date(), title(view_of(db, root))
    card = family_card(name, country, known, tongue, day, health=told_health)
    _give(case, FAMILY, draw(card, day), [root], **told)


@command.command("contacts")
@click.option("--helps", type=click.Choice(list(NEEDS.terms)), help="Only who helps with this.")
@_paper
def contacts_command(case: Case, helps: str | None, tongue: str, **told: Any) -> None:
    """A list of your contacts for a trusted person."""
    day = case.clock().date()
    people = [
        each for each in helping(case.vault.db, day) if not helps or helps in each.many("helps")
    ]
    made = contact_sheet(Reader(case.vault.db, tongue, translator(tongue)), people, day)
    _mixed(tongue)
    _give(case, CONTACTS, made, [], **told)


@command.command("plan")
@click.argument("which", metavar="PLAN")
@_paper
def plan_command(case: Case, which: str, tongue: str, **told: Any) -> None:
    """A PLAN on paper: what may be printed of it, with squares to tick."""
    found = plan(case.vault.db, plan_of(case.vault.db, which))
    reader = Reader(case.vault.db, tongue, translator(tongue))
    paper = HOME_PLAN if found.side == HOME else PLAN
    health = _health(case, paper, found.person, found.text("medical"))
    made = plan_paper(reader, found, case.clock().date(), health=health)
    if paper == PLAN:
        _mixed(tongue)
    _give(case, paper, made, [found.person] if found.person else [], **told)


def _health(case: Case, paper: str, person: str, told: str) -> bool:
    """Whether health may stand there; says so where something was left out."""
    allowed = may_tell_health(case, paper, person)
    if told and not allowed:
        text = say(
            "Health was left out: for this the person has to allow it, with --to {recipient}"
            " --for protection --share health."
        )
        click.echo(text.format(recipient=RECIPIENTS[paper]), err=True)
    return allowed


def _mixed(tongue: str) -> None:
    """Say that a paper speaks two languages, where its own has not all the words."""
    if not LANGUAGES[tongue].whole:
        text = say("Not every word of this paper exists in this language yet; look at it first.")
        click.echo(text, err=True)


def _give(
    case: Case,
    paper: str,
    made: bytes,
    persons: Sequence[str],
    *,
    target: Path,
    looked: Sequence[str],
    as_json: bool,
) -> None:
    given = give_paper(case, paper, made, target, persons, looked=looked)
    if as_json:
        printing.as_json({"files": given.paths, "stops": given.stops, "stale": given.stale})
    else:
        _tell(case, paper, given)
    if given.stops:
        raise GateClosed(count=len(given.stops))


def _tell(case: Case, paper: str, given: Outcome) -> None:
    passages.tell(case.vault.db, given.stops, given.stale)
    if any(not stop.human for stop in given.stops):
        asked = {"recipient": RECIPIENTS[paper]}
        click.echo(
            say(
                "Ask each of them. A yes is recorded with: panoh consent WHO yes --to {recipient}"
                " --for protection --share name --share contact"
            ).format(**asked)
        )
    for path in given.paths:
        printing.line(say("Written: {path}").format(path=path))
        note = WHO_READS.terms[RECIPIENTS[paper]].note
        click.echo(say(note))
