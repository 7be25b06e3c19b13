"""`panoh consent`: what a person allowed, refused or took back, in their own words' terms."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import click

from panoh.casebook.consent.answers import YES, asked
from panoh.casebook.consent.recording import (
    CHANGED_MIND,
    NO,
    denied_still,
    record_answer,
    take_back,
)
from panoh.casebook.consent.telling import answer_told
from panoh.casebook.record import Case
from panoh.casebook.view import View
from panoh.casebook.wording import Wording
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import whoever
from panoh.cli.words import language, say
from panoh.model.dates import PartialDate
from panoh.model.kinds import Consent
from panoh.model.thesauri import CONSENT_HOW, RECIPIENTS, SHAREABLE, USES


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
@click.option(
    "--changed-mind",
    is_flag=True,
    help="With yes: the person took an earlier no or withdrawal back.",
)
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day; today if left out.")
@json_option
@with_case
def command(case: Case, who: str, answer: str | None, as_json: bool, **told: Any) -> None:
    """Record what WHO allowed (yes), refused (no) or took back (withdraw); list it without answer.

    Before a yes, tell the person who will learn what, and that it cannot be called back.
    """
    root = whoever(case.vault.db, who)
    if answer is None:
        _list(case, root, as_json=as_json)
        return
    day = (told["day"] or datetime.now(UTC)).date()
    if answer == "withdraw":
        count = take_back(case, root, told["recipient"], told["use"], day)
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
        when=PartialDate(day.isoformat()),
    )
    record_answer(case, record, changed_mind=say(CHANGED_MIND) if told["changed_mind"] else "")
    for text in _effect(case, record, day):
        click.echo(text)


def _effect(case: Case, record: Consent, day: date) -> Iterator[str]:
    """What the answer just saved allows, or why it does not."""
    if record.answer != YES:
        yield say("Saved. This refusal wins over any yes.")
        return
    still = denied_still(case, record, max(day, datetime.now(UTC).date()))
    denied = {said.why for said in still.values()}
    if not denied:
        yield say("Saved. It can be taken back at any time.")
        return
    yield say("Saved, but it does not allow this yet:")
    yield from (f"  · {say(why)}" for why in sorted(denied))
    yield say("See --guardian and --child-asked for a child, --changed-mind after a no.")


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
    told = answer_told(view, Wording(language()))
    return told.answer, told.recipient, told.uses, told.what, told.when
