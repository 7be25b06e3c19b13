"""`panoh security threat`: threats with their band and its formula. Words are asked for."""

import click

from panoh.casebook.record import Case
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.words import say
from panoh.model.dates import parse_date
from panoh.model.kinds import Impact, Threat
from panoh.model.thesauri import BANDS, IMPACTS, THREATS
from panoh.security.threats import NOW_FROM, PLAN_FROM, Rated, record_threat, threats
from panoh.security.wording import worded


@click.command("threat")
@click.option("--add", is_flag=True, help="Write down a threat; the questions are asked.")
@json_option
@with_case
def threat_command(case: Case, add: bool, as_json: bool) -> None:
    """List the threats, those to act on first, each with how its band came about."""
    if add:
        record_threat(case, _asked())
        click.echo(say("Saved."))
    rated = threats(case.vault.db, case.clock().date())
    if as_json:
        printing.as_json([_plain(each) for each in rated])
    elif not rated:
        click.echo(say("No threat is written down yet: panoh security threat --add"))
    else:
        for each in rated:
            _print(each)
        bands = say("Act now from {now}, plan from {plan}, else watch; the highest is 25.")
        click.echo(bands.format(now=NOW_FROM, plan=PLAN_FROM))


def _asked() -> Threat:
    codes = list(THREATS.terms)
    for number, code in enumerate(codes, 1):
        click.echo(f"  {number:2}  {THREATS.label(code, say)}")
    kind = codes[click.prompt(say("Which kind"), type=click.IntRange(1, len(codes))) - 1]
    title = click.prompt(say("Who may do what to whom, where, how"))
    likely = click.prompt(say("How likely, 1 to 5 (0: not known)"), type=click.IntRange(0, 5))
    reason = click.prompt(say("Why so likely"), default="", show_default=False)
    click.echo(say("How hard would it hit, 1 to 5 (0: not at all, or not known)?"))
    levels = {
        code: click.prompt(
            f"  {term_label}", type=click.IntRange(0, 5), default=0, show_default=False
        )
        for code, term_label in ((code, IMPACTS.label(code, say)) for code in IMPACTS.terms)
    }
    impacts = tuple(Impact(code, level) for code, level in levels.items() if level)
    again = click.prompt(say("Look again by (empty: skip)"), default="", show_default=False)
    return Threat(
        type=kind,
        title=title,
        likelihood=likely,
        reason=reason,
        impacts=impacts,
        review=parse_date(again) if again.strip() else None,
    )


def _plain(rated: Rated) -> dict[str, object]:
    formula = rated.rating.formula
    return {
        "id": rated.view.root,
        "types": sorted(rated.types),
        "title": rated.title,
        "band": rated.rating.band,
        "formula": worded(formula, say) if formula else "",
        "contested": rated.rating.contested,
        "review": rated.review.isoformat() if rated.review else "",
    }


def _print(rated: Rated) -> None:
    printing.line(f"{BANDS.label(rated.rating.band, say)}: {rated.title}")
    formula = rated.rating.formula
    click.echo("  " + (worded(formula, say) if formula else say(BANDS.terms["unknown"].note)))
    if rated.rating.contested:
        click.echo("  " + say("Members differ on how likely it is; the higher counts."))
