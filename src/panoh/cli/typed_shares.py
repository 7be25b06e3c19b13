"""Asking for shares word by word; what is typed is never shown."""

from collections.abc import Sequence

import click

from panoh.cli.words import say
from panoh.model.errors import PanohError
from panoh.model.messages import mark as _
from panoh.shares import WORDS, Entry, Share, SharesError, WordMisread, WordUnknown, enough

TRIES = 3
_HOW = _(
    "Type the words of this share in their order, one or several at a time. The first four letters"
    " of a word are enough. What you type is not shown."
)


def ask_shares() -> list[Share]:
    """As many shares as their set asks for, each asked again while it has a mistake.

    Raises SharesError when one share went wrong three times.
    """
    shares: list[Share] = []
    click.echo(say(_HOW), err=True)
    while not enough([share.head for share in shares]):
        click.echo(say("Share {place}").format(place=_place(shares)), err=True)
        shares.append(_ask(shares))
        click.echo(say("This share is whole."), err=True)
    return shares


def _place(shares: Sequence[Share]) -> str:
    """Which share is asked for, and of how many where the first share has told it."""
    place = str(len(shares) + 1)
    if shares and shares[0].head.groups == 1:
        return f"{place} / {shares[0].head.member_threshold}"
    return place


def _ask(before: Sequence[Share]) -> Share:
    for left in reversed(range(TRIES)):
        entry = Entry(before)
        try:
            _fill(entry)
            return _checked(entry)
        except SharesError as error:
            if not left:
                raise
            _tell(error)
            click.echo(say("This share is asked again from its first word."), err=True)
    raise AssertionError


def _fill(entry: Entry) -> None:
    while not entry.whole:
        for word in _typed(entry.number).split():
            if entry.whole:
                break
            try:
                entry.add(word)
            except WordUnknown as error:
                # What was typed after it on the same line would take wrong places.
                _tell(error)
                break


def _checked(entry: Entry) -> Share:
    for _try in range(TRIES):
        try:
            return entry.share()
        except WordMisread as error:
            _tell(error)
            _put_right(entry, int(str(error.values["number"])))
    return entry.share()


def _put_right(entry: Entry, number: int) -> None:
    try:
        entry.replace(number, _typed(number))
    except WordUnknown as error:
        _tell(error)


def _typed(number: int) -> str:
    label = say("  word {number} of {whole}").format(number=number, whole=WORDS)
    return str(click.prompt(label, hide_input=True, default="", show_default=False, err=True))


def _tell(error: PanohError) -> None:
    click.echo(f"  {say(error.message).format(**error.values)} {say(error.hint)}", err=True)
    if isinstance(error, WordUnknown) and error.suggestion:
        meant = say("Did you mean “{word}”?").format(word=error.suggestion)
        click.echo(f"  {meant}", err=True)
