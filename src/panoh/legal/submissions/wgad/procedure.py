"""What is known about the procedure before the Working Group, as data with its source and age."""

from functools import cache
from importlib.resources import files

import msgspec


class ProcedureFact(msgspec.Struct, frozen=True):
    """One thing about the procedure; `confirmed` is false for what no page was seen for."""

    id: str
    label: str
    text: str
    source: str
    page: str
    confirmed: bool


class Category(msgspec.Struct, frozen=True):
    """A category of arbitrary detention: what may be the case, and which articles speak of it."""

    id: str
    label: str
    text: str
    instruments: str
    source: str
    page: str
    confirmed: bool


class Procedure(msgspec.Struct, frozen=True):
    """The body, the month its facts were looked up in, its languages, facts and categories."""

    body: str
    short: str
    verified_on: str
    languages: tuple[str, ...]
    facts: tuple[ProcedureFact, ...]
    categories: tuple[Category, ...]


@cache
def procedure() -> Procedure:
    """The facts shipped with this version."""
    return msgspec.json.decode(
        files("panoh.legal.submissions.wgad").joinpath("facts.json").read_bytes(), type=Procedure
    )
