"""`panoh what-now`: what to do in ten situations, without a vault and without being unlocked."""

import textwrap
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import click

from panoh.cli import words
from panoh.guidance import AREAS, SITUATIONS, Fact, Situation, Step, situation
from panoh.model.dates import PartialDate, format_date
from panoh.model.languages import LANGUAGES
from panoh.model.messages import awaits_review, translator

WIDTH = 78


@click.command("what-now")
@click.argument("which", metavar="[SITUATION]", required=False, type=click.Choice(list(SITUATIONS)))
@click.option(
    "--language",
    type=click.Choice(list(LANGUAGES)),
    help="In which language; left out, that of this computer.",
)
def command(which: str | None, language: str | None) -> None:
    """What to do in the first hour, the first day and the first week.

    Without SITUATION the ten situations are listed. Nothing is opened, written or sent.
    """
    language = language or words.of_environment()
    say = translator(language)
    told = lines(SITUATIONS[which], language, datetime.now(UTC).date()) if which else _list(say)
    for line in told:
        click.echo(line)
    if awaits_review(language):
        click.echo()
        click.echo(say(situation.NOT_REVIEWED))


def _list(say: Callable[[str], str]) -> Iterator[str]:
    yield say(situation.WHAT_NOW)
    yield ""
    width = max(map(len, SITUATIONS))
    for key, each in SITUATIONS.items():
        yield f"  {key.ljust(width)}  {say(each.title)}"


def lines(told: Situation, language: str, today: date) -> Iterator[str]:
    """A situation as lines of a terminal; facts that were read long before today say so."""
    say = translator(language)
    yield say(told.title)
    yield from _wrapped(say(told.opening))
    yield from _wrapped(say(situation.ANY_STEP))
    mark = say(situation.ABROAD)
    yield from _wrapped(say(situation.ABROAD_MEANS).format(mark=mark))
    for part, heading in situation.PARTS.items():
        yield ""
        yield say(heading)
        for number, step in enumerate(getattr(told, part), 1):
            yield from _step(number, step, language, today)
    yield ""
    yield say(situation.HELPS)
    yield from (f" · {say(AREAS[area])}" for area in told.areas)
    yield ""
    yield say(situation.SEE)
    yield from (f" · {say(SITUATIONS[key].title)} ({key})" for key in told.see)
    yield ""
    yield from _wrapped(say(situation.NO_ADVICE))


def _step(number: int, step: Step, language: str, today: date) -> Iterator[str]:
    say = translator(language)
    mark = f"[{say(situation.ABROAD)}] " if step.abroad else ""
    yield from _wrapped(mark + say(step.text), f"{number:>2}. ")
    if step.why:
        yield from _wrapped(say(situation.WHY).format(why=say(step.why)), "    ")
    for fact in step.facts:
        yield from _fact(fact, language, today)


def _fact(fact: Fact, language: str, today: date) -> Iterator[str]:
    say = translator(language)
    yield from _wrapped(say(fact.text), "    · ")
    if fact.contact:
        yield f"      {fact.contact}"
    if not fact.confirmed:
        yield from _wrapped(say(situation.UNCONFIRMED), "      ")
    if fact.source is None:
        return
    when = format_date(PartialDate(fact.source.verified_on), language)
    looked_up = say(situation.LOOKED_UP).format(when=when, source=fact.source.title)
    yield from _wrapped(looked_up, "      ")
    if fact.source.is_old(today):
        yield from _wrapped(say(situation.OLD), "      ")


def _wrapped(text: str, before: str = "") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=before, subsequent_indent=" " * len(before),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
