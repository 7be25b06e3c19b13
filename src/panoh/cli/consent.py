"""`panoh consent`: what a person allowed, refused or took back, in their own words' terms."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

import click

from panoh.casebook.consent.answers import EVERYTHING, Use, asked
from panoh.casebook.judge import retract
from panoh.casebook.record import Case, save, tell
from panoh.casebook.view import View
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import whoever
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
    if answer == YES and told["changed_mind"]:
        _retract_earlier(case, root, told["recipient"], told["use"])
    save(case, [tell(case, record)])
    for text in _effect(case, root, record, told["day"] or datetime.now(UTC)):
        click.echo(text)


def _effect(case: Case, root: str, record: Consent, day: datetime) -> Iterator[str]:
    """What the answer just saved allows, or why it does not."""
    if record.answer != YES:
        yield say("Saved. This refusal wins over any yes.")
        return
    who = asked(case.vault.db, root)
    use = Use(record.recipient, record.uses[0], max(day.date(), datetime.now(UTC).date()))
    named = [what for what in SHAREABLE.terms if what != EVERYTHING]
    wanted = named if EVERYTHING in record.what else record.what
    denied = {who.may(what, use).why for what in wanted if not who.may(what, use).allowed}
    if not denied:
        yield say("Saved. It can be taken back at any time.")
        return
    yield say("Saved, but it does not allow this yet:")
    yield from (f"  · {say(why)}" for why in sorted(denied))
    yield say("See --guardian and --child-asked for a child, --changed-mind after a no.")


def _retract_earlier(case: Case, root: str, recipient: str, use: str) -> None:
    """Hide the earlier refusals and withdrawals of this use; the history keeps them."""
    for view in asked(case.vault.db, root).consents:
        refused = {told.value for told in view.told("answer")} == {NO} or view.told("withdrawn")
        same = recipient in {told.value for told in view.told("recipient")} or not view.told(
            "recipient"
        )
        if refused and same and (use in view.each("uses") or not view.each("uses")):
            for id_ in {told.id for values in view.fields.values() for told in values}:
                retract(case, view.root, id_, say("the person changed their mind"))


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
