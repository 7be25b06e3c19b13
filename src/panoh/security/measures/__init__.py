"""The catalogue of measures, as data with their sources, and how it is read."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from panoh.security.measures.measure import Advice
from panoh.security.measures.reading import read_measures

FOLDER = Path(__file__).parent / "catalogue"


@cache
def catalogue() -> Mapping[str, Advice]:
    """The measures shipped with this version, by their id."""
    return read_measures(FOLDER)
