"""`panoh consent`: what a person allowed, refused or took back, in their own words' terms."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import click

from panoh.casebook.consent.answers import asked
from panoh.casebook.record import Case, save, tell
from panoh.casebook.view import View
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import person
from panoh.cli.words import say
from panoh.model.dates import PartialDate
from panoh.model.kinds import Consent
from panoh.model.thesauri import ANSWERS, CONSENT_HOW, RECIPIENTS, SHAREABLE, USES, Thesaurus

YES, NO = "yes", "no"


@click.command("consent")
@click.argument("who")
@click.argument("answer", required=False, type=click.Choice([YES, NO, "withdraw"]))
@click.option(
    "--to",
    "recipient",
    type=click.Choice(list(RECIPIENTS.terms)),
    default="wgad",
    show_default=True,
    help="Who would receive it.",
)
@click.option(
    "--for",
    "use",
    type=click.Choice(list(USES.terms)),
    default="complaint",
    show_default=True,
    help="What it would be used for.",
)
@click.option(
    "--share",
    "what",
    multiple=True,
    type=click.Choice(list(SHAREABLE.terms)),
    help="What may be shared; may be repeated. Nothing else will be.",
)
@click.option(
    "--how", type=click.Choice(list(CONSENT_HOW.terms)), default="unknown", help="How it was given."
)
@click.option("--given-by", default="", help="Who said so, if not the person.")
@click.option("--guardian", default="", help="For a child: who decides for the child.")
@click.option("--child-asked", default="", help="For a child: what the child said.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day; today if left out.")
@json_option
@with_case
def command(case: Case, who: str, answer: str | None, as_json: bool, **told: Any) -> None:
    """Record what WHO allowed (yes), refused (no) or took back (withdraw); list it without answer.

    Before a yes, tell the person who will learn what, and that it cannot be called back.
    """
    root = person(case.vault.db, who)
    if answer is None:
        _list(case, root, as_json=as_json)
        return
    day = PartialDate((told["day"] or datetime.now(UTC)).date().isoformat())
    if answer == "withdraw":
        count = _withdraw(case, root, told["recipient"], told["use"], day)
        click.echo(
            say("Taken back: {count}. What was given out before cannot be called back.").format(
                count=count
            )
        )
        return
    if answer == YES and not told["what"]:
        raise click.UsageError(say("Say what may be shared, with --share."))
    record = Consent(
        person=root,
        answer=answer,
        recipient=told["recipient"],
        uses=(told["use"],),
        what=tuple(told["what"]),
        how=told["how"],
        given_by=told["given_by"],
        guardian=told["guardian"],
        child_asked=told["child_asked"],
        when=day,
    )
    save(case, [tell(case, record)])
    click.echo(say("Saved. It can be taken back at any time."))


def _withdraw(case: Case, root: str, recipient: str, use: str, day: PartialDate) -> int:
    """End every yes for this recipient and use; returns how many there were."""
    live = [
        view
        for view in asked(case.vault.db, root).consents
        if {told.value for told in view.told("recipient")} == {recipient}
        and use in view.each("uses")
        and not view.told("withdrawn")
    ]
    save(case, [tell(case, Consent(withdrawn=day), view.root) for view in live])
    return len(live)


def _list(case: Case, root: str, *, as_json: bool) -> None:
    views = asked(case.vault.db, root).consents
    if as_json:
        printing.as_json(
            [
                {name: [told.value for told in values] for name, values in view.fields.items()}
                for view in views
            ]
        )
    elif not views:
        click.echo(say("Nobody asked, so nothing may be given out."))
    else:
        printing.table(
            [_line(view) for view in views],
            [say("Answer"), say("To whom"), say("For"), say("What"), say("When")],
        )


def _line(view: View) -> tuple[str, ...]:
    def words(terms: Thesaurus, codes: Iterable[str]) -> str:
        return ", ".join(dict.fromkeys(terms.label(code, say) for code in codes))

    def told(field: str) -> list[str]:
        return [each.value for each in view.told(field)]

    return (
        say("taken back") if view.told("withdrawn") else words(ANSWERS, told("answer")),
        words(RECIPIENTS, told("recipient")),
        words(USES, view.each("uses")),
        words(SHAREABLE, view.each("what")),
        ", ".join(printing.day(each.value) for each in view.told("when")),
    )
