"""What the gate looks for: every name form, code name, address and number of people and sources."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from panoh.casebook.consent.addresses import Address, address_of
from panoh.casebook.consent.citation import names_allowed
from panoh.casebook.consent.numbers import key_of, keys_in
from panoh.casebook.index.reading import all_of, root_of, view_of, views_numbered
from panoh.casebook.naming import whole_names
from panoh.casebook.view import View
from panoh.model.names import NameKind

PERSON, SOURCE, CONTACT = "person", "source", "contact"
#: Sources and contacts whose names are made of everyday words.
PUBLIC_BODIES = frozenset(("organisation", "media"))
YES = frozenset(("yes",))
#: An e-mail address, or the name of an account after @ or at the end of a link.
_HANDLE = re.compile(r"(?:(?<![\w.+-])[\w.+-]*@|/)[\w.-]*\w")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_CHANNELS = (
    "SELECT DISTINCT e.root FROM entity c JOIN reference r ON r.target = c.id"
    " AND r.kind = 'channel' AND r.field = 'contact' JOIN entity e ON e.id = r.about"
    " WHERE c.root = ? ORDER BY e.root"
)


@dataclass(frozen=True, slots=True)
class Watched:
    """A person, source or contact: the names by which they are known, and what leads to them.

    `kind` says who decides: persons and contacts by their consents, a source by what it allowed
    to be said. Names of `body` are made of everyday words. `numbers` are keys, see
    `numbers.key_of`; `handles` are e-mail addresses and names of accounts.
    """

    root: str
    kind: str
    names: tuple[str, ...] = ()
    numbers: frozenset[str] = frozenset()
    addresses: tuple[Address, ...] = ()
    handles: frozenset[str] = frozenset()
    body: bool = False


def watched(db: Any, persons: Collection[int]) -> list[Watched]:
    """Those of whom nothing goes out without consent: these persons, sources and contacts.

    The persons are roots by their numbers. Whoever helps is among them, for a contact who is
    recorded as a person is that person.
    """
    views = [
        *views_numbered(db, {*persons, *_helpers(db)}),
        *all_of(db, SOURCE),
    ]
    found = [
        _source(view) if view.kind == SOURCE else person_watched(view)
        for view in sorted(views, key=attrgetter("root"))
    ]
    return _with_contacts(db, {each.root: each for each in found})


def _helpers(db: Any) -> set[int]:
    """The persons as whom contacts are recorded."""
    roots = {
        root_of(db, told.value)
        for view in all_of(db, CONTACT)
        for told in view.told("who")
        if told.value
    }
    shown = "SELECT v.root FROM known k JOIN shown v ON v.root = k.n WHERE k.id = ? AND v.kind = ?"
    return {n for root in roots for (n,) in db.execute(shown, (root, PERSON))}


def handles_in(text: str) -> frozenset[str]:
    """The e-mail addresses and names of accounts in a text, in small letters."""
    found = (match.group() for match in _HANDLE.finditer(text))
    return frozenset(handle.casefold().replace("/", "@") for handle in found)


def person_watched(view: View) -> Watched:
    """A person as the gate looks for them."""
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


def decides(db: Any, entity: str) -> str:
    """Whose consents count for a record: for a contact recorded as one person, that person."""
    view = view_of(db, entity)
    who = {root_of(db, told.value) for told in view.told("who") if told.value}
    return who.pop() if view.kind == CONTACT and len(who) == 1 else view.root


def _with_contacts(db: Any, found: dict[str, Watched]) -> list[Watched]:
    """Those who help as well; where one is recorded as a person too, both are one.

    What everybody knows of an organisation is no secret of anybody.
    """
    for view in all_of(db, CONTACT):
        root = view.root
        if {told.value for told in view.told("public")} == YES:
            continue
        who = {root_of(db, told.value) for told in view.told("who") if told.value} & found.keys()
        for each in who or {root}:
            found[each] = _helping(db, view, found.get(each, Watched(each, CONTACT)))
    return list(found.values())


def _helping(db: Any, view: View, known: Watched) -> Watched:
    """What is known of somebody, and the names and addresses that they have as a contact."""
    told = [
        told.value
        for (channel,) in list(db.execute(_CHANNELS, (view.root,)))
        for told in view_of(db, channel).told("address")
    ]
    types = {told.value for told in view.told("type")}
    return replace(
        known,
        names=tuple(dict.fromkeys([*known.names, *whole_names(view), *_parts(view)])),
        numbers=known.numbers | frozenset(filter(None, [*map(key_of, told), *_numbers_in(told)])),
        handles=known.handles | handles_in("\n".join(told)),
        body=bool(types) and types <= PUBLIC_BODIES,
    )


def _source(view: View) -> Watched:
    """Only the names that the source's own word does not allow to be given."""
    allowed = names_allowed(view)
    given = {told.value for field in allowed for told in view.told(field)}
    told = [each.value for field in ("code_name", "name") for each in view.told(field)]
    names = [part for text in told if text not in given for part in _apart(text)]
    bodies = {told.value for told in view.told("connection")}
    body = bool(bodies) and bodies <= PUBLIC_BODIES
    return Watched(view.root, SOURCE, tuple(dict.fromkeys(names)), body=body)


def _apart(name: str) -> Iterator[str]:
    """A name, and what stands in brackets after it if it may be another name."""
    yield from filter(None, [_BRACKETS.sub(" ", name).strip()])
    for inside in _BRACKETS.findall(name):
        if inside != inside.lower() or inside == inside.upper():
            yield inside
