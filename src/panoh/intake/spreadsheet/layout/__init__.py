"""What the columns of a list mean: proposed from header words and values, corrected by a person."""

from panoh.intake.spreadsheet.layout.correct import as_layout, correct
from panoh.intake.spreadsheet.layout.guess import Column, Guess, Problem, guess
from panoh.intake.spreadsheet.layout.kept import fits, kept_layouts, proposed

__all__ = [
    "Column",
    "Guess",
    "Problem",
    "as_layout",
    "correct",
    "fits",
    "guess",
    "kept_layouts",
    "proposed",
]
