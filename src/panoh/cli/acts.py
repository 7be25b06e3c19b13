"""An act in one line."""

from panoh.casebook.view import View
from panoh.cli import printing
from panoh.cli.words import say
from panoh.model.thesauri import ACTS


def kind(act: View) -> str:
    """What was done, in words; two types where sources differ."""
    return " ≠ ".join(dict.fromkeys(ACTS.label(told.value, say) for told in act.relied("type")))


def when(act: View) -> str:
    """When, as every source gives it."""
    dates = dict.fromkeys(printing.day(told.value) for told in act.relied("when") if told.value)
    return " ≠ ".join(dates) or printing.day(None)


def sentence(act: View) -> str:
    """What was done and when."""
    return f"{kind(act)}, {when(act)}"
