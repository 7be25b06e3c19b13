"""What the gate looks for: every name form, code name, address and number of people and sources."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from panoh.casebook.consent.addresses import Address, address_of
from panoh.casebook.consent.citation import names_allowed
from panoh.casebook.consent.numbers import key_of, keys_in
from panoh.casebook.index.reading import view_of
from panoh.casebook.naming import whole_names
from panoh.casebook.view import View
from panoh.model.names import NameKind

PERSON, SOURCE, ORGANISATION = "person", "source", "organisation"
#: Sources whose names are made of everyday words.
PUBLIC_BODIES = frozenset(("organisation", "media"))
#: An e-mail address, or the name of an account after @ or at the end of a link.
_HANDLE = re.compile(r"(?:(?<![\w.+-])[\w.+-]*@|/)[\w.-]*\w")
_BRACKETS = re.compile(r"\(([^()]*)\)")


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


def handles_in(text: str) -> frozenset[str]:
    """The e-mail addresses and names of accounts in a text, in small letters."""
    found = (match.group() for match in _HANDLE.finditer(text))
    return frozenset(handle.casefold().replace("/", "@") for handle in found)


def _person(view: View) -> Watched:
    names = [*whole_names(view), *_parts(view)]
    numbers = [*view.each("phones"), *(paper.number for paper in view.each("documents"))]
    free = [*view.each("phones"), *(told.value for told in view.told("contact") if told.value)]
    return Watched(
        view.root,
        PERSON,
        tuple(dict.fromkeys(filter(None, names))),
        frozenset(filter(None, [*map(key_of, numbers), *_numbers_in(free)])),
        tuple(filter(None, map(address_of, view.each("addresses")))),
        handles_in("\n".join([*free, *view.each("addresses")])),
    )


def _parts(view: View) -> Iterator[str]:
    """Every name told, but for initials: a letter with a dot is nobody's name by itself."""
    for name in view.each("names"):
        if name.kind == NameKind.CODE or any(
            len(word.strip(".")) > 1 for word in name.text.split()
        ):
            yield name.text


def _numbers_in(texts: Iterable[str]) -> Iterator[str]:
    return (key for text in texts for key in keys_in(text))


def _source(view: View) -> Watched:
    """Only the names that the source's own word does not allow to be given."""
    allowed = names_allowed(view)
    given = {told.value for field in allowed for told in view.told(field)}
    told = [each.value for field in ("code_name", "name") for each in view.told(field)]
    names = [part for text in told if text not in given for part in _apart(text)]
    bodies = {told.value for told in view.told("connection")}
    organisation = bool(bodies) and bodies <= PUBLIC_BODIES
    kind = ORGANISATION if organisation else SOURCE
    return Watched(view.root, kind, tuple(dict.fromkeys(names)))


def _apart(name: str) -> Iterator[str]:
    """A name, and what stands in brackets after it if it may be another name."""
    yield from filter(None, [_BRACKETS.sub(" ", name).strip()])
    for inside in _BRACKETS.findall(name):
        if inside != inside.lower() or inside == inside.upper():
            yield inside
