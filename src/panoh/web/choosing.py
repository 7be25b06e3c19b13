"""Choosing for whom a document is written: who is in it, what each of them allows, whom to add."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from panoh.casebook.consent.answers import EVERYTHING, Use, asked
from panoh.casebook.search import find_people
from panoh.casebook.wording import title_of
from panoh.model.thesauri import SHAREABLE

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Chosen:
    """A person of a document: what they allow in it, or why not even their name may be in it.

    `without` is the choice without them.
    """

    root: str
    name: str
    without: str
    allows: Sequence[str]
    why: str


def chosen(db: Any, roots: Sequence[str], use: Use) -> list[Chosen]:
    """Those chosen so far, and what they allow for this way out."""
    return [_chosen(db, root, roots, use) for root in roots]


def _chosen(db: Any, root: str, roots: Sequence[str], use: Use) -> Chosen:
    who = asked(db, root)
    said = {what: who.may(what, use) for what in SHAREABLE.terms if what != EVERYTHING}
    return Chosen(
        root=root,
        name=title_of(db, root),
        without=",".join(each for each in roots if each != root),
        allows=[SHAREABLE.terms[what].label for what, answer in said.items() if answer.allowed],
        why="" if said["name"].allowed else said["name"].why,
    )


def others(db: Any, words: str, roots: Sequence[str]) -> list[tuple[str, str]]:
    """People who answer to these words and are not chosen yet."""
    hits = find_people(db, words, _SHOWN) if words else []
    return [(hit.root, hit.title) for hit in hits if hit.kind == "person" and hit.root not in roots]
