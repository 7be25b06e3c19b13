"""Every parser of bytes from outside, each with honest seeds.

A parser is given bytes. It may return or raise a PanohError; anything else is a fault. Each
function in these modules that returns a `Parser` is one: adding it is all there is to do.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from inspect import get_annotations, getmembers, isfunction

from tests.security.parsers.parser import Finished, PanohErrors, Parser

__all__ = ["PARSERS", "Finished", "PanohErrors", "Parser"]


def _found() -> Iterator[tuple[str, Callable[[], Parser]]]:
    for module in pkgutil.iter_modules(__path__):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        for name, make in getmembers(loaded, isfunction):
            if make.__module__ == loaded.__name__ and get_annotations(make).get("return") is Parser:
                yield name, make


PARSERS: dict[str, Callable[[], Parser]] = dict(sorted(_found()))
