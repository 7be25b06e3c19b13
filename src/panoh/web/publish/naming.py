"""Names in the texts of a publication that nobody allowed: which words, where, whose they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from panoh.advocacy.publications import PublicationFile
from panoh.advocacy.redaction import Named, Redactor
from panoh.casebook.index.reading import view_of
from panoh.casebook.wording import title_of
from panoh.web.people.person import today
from panoh.web.publish.meant import Kind


@dataclass(frozen=True, slots=True)
class Naming:
    """Wordings in one part of one text, and whose they are: whom to ask (or nothing) and the name.

    `unclear` ones are looked at by a person; `taken` are taken out by the program.
    """

    language: str
    part: str
    words: Sequence[str]
    people: Sequence[tuple[str, str]]
    why: str
    unclear: bool
    taken: bool


def namings(db: Any, found: PublicationFile, kind: Kind) -> list[Naming]:
    """What stands in the texts without consent; every name of the vault is looked for once."""
    if not found.texts or found.unsure:
        return []
    redactor = Redactor(db, found.way(today()))
    return [
        each
        for language, text in found.texts.items()
        for each in _of_text(db, language, redactor.named(text), kind)
    ]


def _of_text(db: Any, language: str, found: Sequence[Named], kind: Kind) -> Iterator[Naming]:
    """What is sure by person; what is unclear by its words, which several may bear."""
    groups: dict[tuple[str, ...], list[Named]] = {}
    for each in found:
        key = (each.part, "", each.words) if each.unclear else (each.part, each.root, each.why)
        groups.setdefault(key, []).append(each)
    for same in groups.values():
        first = same[0]
        yield Naming(
            language=language,
            part=first.part,
            words=list(dict.fromkeys(each.words for each in same)),
            people=[_person(db, root) for root in dict.fromkeys(each.root for each in same)],
            why=first.why,
            unclear=first.unclear,
            taken=kind.acts and not first.unclear,
        )


def _person(db: Any, root: str) -> tuple[str, str]:
    """Whom to ask; a source decides by its own word, and is asked elsewhere."""
    asked = view_of(db, root).kind in ("person", "contact")
    return root if asked else "", title_of(db, root)
