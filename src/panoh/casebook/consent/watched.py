"""What the gate looks for: every name form, code name, address and number of people and sources."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from panoh.casebook.consent.addresses import Address, address_of
from panoh.casebook.consent.citation import names_allowed
from panoh.casebook.consent.numbers import key_of, keys_in
from panoh.casebook.index.reading import view_of
from panoh.casebook.naming import whole_names
from panoh.casebook.view import View

PERSON, SOURCE, ORGANISATION = "person", "source", "organisation"
#: Sources whose names are made of everyday words.
PUBLIC_BODIES = frozenset(("organisation", "media"))
#: An e-mail address, or the name of an account after @ or at the end of a link.
_HANDLE = re.compile(r"(?<![\w.+-])(?:[\w.+-]*@|/)[\w.-]*\w")


@dataclass(frozen=True, slots=True)
class Watched:
    """A person or source: the names by which they are known, and what leads to them.

    `kind` is "person", "source" or "organisation" (a source as well). `numbers` are keys, see
    `numbers.key_of`; `handles` are e-mail addresses and names of accounts.
    """

    root: str
    kind: str
    names: tuple[str, ...] = ()
    numbers: frozenset[str] = frozenset()
    addresses: tuple[Address, ...] = ()
    handles: frozenset[str] = frozenset()


def watched(db: Any) -> list[Watched]:
    """Everybody in the vault about whom nothing goes out without consent."""
    rows = db.execute("SELECT root FROM view WHERE kind IN (?, ?) ORDER BY root", (PERSON, SOURCE))
    views = [view_of(db, root) for (root,) in list(rows)]
    return [_source(view) if view.kind == SOURCE else _person(view) for view in views]


def handles_in(text: str) -> set[str]:
    """The e-mail addresses and names of accounts in a text, in small letters."""
    return {found.group().casefold().replace("/", "@") for found in _HANDLE.finditer(text)}


def _person(view: View) -> Watched:
    names = [*whole_names(view), *(name.text for name in view.each("names"))]
    numbers = [*view.each("phones"), *(paper.number for paper in view.each("documents"))]
    leads = [*view.each("addresses"), *view.each("phones"), *_free(view, "contact")]
    return Watched(
        view.root,
        PERSON,
        tuple(dict.fromkeys(filter(None, names))),
        frozenset(filter(None, [*map(key_of, numbers), *_numbers_in(leads)])),
        tuple(filter(None, map(address_of, view.each("addresses")))),
        frozenset(handle for lead in leads for handle in handles_in(lead)),
    )


def _free(view: View, field: str) -> Iterator[str]:
    return (told.value for told in view.told(field) if told.value)


def _numbers_in(texts: list[str]) -> Iterator[str]:
    return (key for text in texts for key in keys_in(text))


def _source(view: View) -> Watched:
    """Only the names that the source's own word does not allow to be given."""
    secret = {"code_name", "name"} - names_allowed(view)
    names = [told.value for field in sorted(secret) for told in view.told(field) if told.value]
    bodies = {told.value for told in view.told("connection")}
    organisation = bool(bodies) and bodies <= PUBLIC_BODIES
    kind = ORGANISATION if organisation else SOURCE
    return Watched(view.root, kind, tuple(dict.fromkeys(names)))
