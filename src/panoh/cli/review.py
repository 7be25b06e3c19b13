"""`panoh review`: pairs that may be one person, decided one by one; all can be undone."""

from typing import Any

import click

from panoh.analysis.same import propose_people
from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.judge import (
    judge,
    judge_all,
    last_judgement,
    undo_judgement,
    written_since,
)
from panoh.casebook.pairs import Pair, act_pairs, pairs
from panoh.casebook.record import Case
from panoh.casebook.reviewing import LEVELS
from panoh.casebook.sides import beside, side
from panoh.casebook.wording import Wording
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.words import language, say
from panoh.model.kinds.judging import DIFFERENT, SAME, UNSURE

ANSWERS = {"s": SAME, "d": DIFFERENT, "u": UNSURE}
EARLIER, STOP, NEXT = "z", "q", ""


@click.command("review")
@json_option
@click.option("--all", "everything", is_flag=True, help="With --json: decided pairs as well.")
@click.option(
    "--decide",
    nargs=3,
    metavar="A B VERDICT",
    help="Decide one pair: the ids of both, and same, different or unsure.",
)
@click.option("--undo", metavar="WHO", help="Take back the last decision on this person.")
@click.option("--why", default="", help="The reason, kept with the decision.")
@with_case
def command(
    case: Case,
    as_json: bool,
    everything: bool,
    decide: tuple[str, str, str] | None,
    undo: str | None,
    why: str,
) -> None:
    """Decide who is the same person. The program joins nobody."""
    with printing.progress(say("Comparing")) as step:
        propose_people(case, step)
    if decide:
        _decide(case, decide, why)
        return
    if undo:
        _take_back(case, undo)
        return
    found = [pair for pair in pairs(case.vault.db) if everything or pair.open]
    if as_json:
        printing.as_json([plain(case, pair) for pair in found])
        return
    _ask_all(case, [pair for pair in found if pair.open], why)


def plain(case: Case, pair: Pair) -> dict[str, Any]:
    """A pair as JSON: score, level, reasons, verdict, and for both sides source, row and entity."""
    proposal, words = pair.proposal, Wording(language())
    return {
        "score": proposal.score,
        "level": proposal.level,
        "reasons": [text.format(*values) for text, values in proposal.reasons],
        "verdict": pair.verdict,
        "a": side(case.vault.db, proposal.a, words),
        "b": side(case.vault.db, proposal.b, words),
    }


def _decide(case: Case, decided: tuple[str, str, str], why: str) -> None:
    from panoh.cli.pick import person

    a, b, verdict = person(case.vault.db, decided[0]), person(case.vault.db, decided[1]), decided[2]
    if verdict not in ANSWERS.values():
        raise click.UsageError(say("The verdict is same, different or unsure."))
    judge(case, a, b, verdict, why)
    click.echo(say("Saved. It can be undone."))


def _take_back(case: Case, who: str) -> None:
    """Undo the newest decision on a person, whoever they were compared with."""
    from panoh.cli.pick import person

    latest = last_judgement(case, person(case.vault.db, who))
    _undo(case, [latest] if latest else [])


def _ask_all(case: Case, open_pairs: list[Pair], why: str) -> None:
    """Ask for each open pair: s same, d different, u unsure, Enter skip, z undo, q stop."""
    done: list[tuple[int, str]] = []
    at = 0
    while at < len(open_pairs):
        pair = open_pairs[at]
        if root_of(case.vault.db, pair.proposal.a) == root_of(case.vault.db, pair.proposal.b):
            at += 1
            continue
        _show(case, pair, at + 1, len(open_pairs))
        key = _key()
        if key == STOP:
            break
        if key == EARLIER:
            at = done[-1][0] if done else at
            _undo(case, [done.pop()[1]] if done else [])
            continue
        if key in ANSWERS:
            made = judge(case, pair.proposal.a, pair.proposal.b, ANSWERS[key], why)
            done.append((at, made))
            if key == "s":
                _ask_acts(case, pair, why)
        at += 1
    click.echo(say("{count} decisions saved; each can be undone.").format(count=len(done)))


def _key() -> str:
    choices = click.Choice([*ANSWERS, EARLIER, STOP, NEXT])
    return str(
        click.prompt(
            say("s same · d different · u unsure · Enter skip · z undo the last · q stop"),
            type=choices,
            default=NEXT,
            show_default=False,
            show_choices=False,
        )
    )


def _undo(case: Case, done: list[str]) -> None:
    if not done:
        click.echo(say("There is nothing to undo."))
        return
    since = written_since(case, done[-1])
    undo_judgement(case, done.pop(), say("undone in review"))
    click.echo(say("Undone."))
    if since:
        click.echo(
            say("{count} statements were written while they were one; look at them.").format(
                count=len(since)
            )
        )


def _show(case: Case, pair: Pair, number: int, whole: int) -> None:
    proposal = pair.proposal
    click.echo(f"\n{number}/{whole}  {say(LEVELS[proposal.level])}  ({proposal.score:.2f})")
    told = beside(case.vault.db, proposal.a, proposal.b, Wording(language()))
    printing.table([(say(each.label), each.a, each.b) for each in told], ["", "A", "B"])
    for text, values in proposal.reasons:
        printing.line("  · " + say(text).format(*values))


def _ask_acts(case: Case, pair: Pair, why: str) -> None:
    """What was done to both may be told twice: ask in the same step."""
    db = case.vault.db
    open_acts = act_pairs(db, [root_of(db, pair.proposal.a)])
    if not open_acts:
        return
    for a, b in open_acts:
        printing.line("  " + " = ".join(_act(case, act) for act in (a, b)))
    if click.confirm(say("Are these the same acts, told twice?"), default=False):
        judge_all(case, open_acts, SAME, why)


def _act(case: Case, act: str) -> str:
    from panoh.cli.acts import sentence

    return sentence(view_of(case.vault.db, act))
