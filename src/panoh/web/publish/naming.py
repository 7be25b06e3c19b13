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
    """One passage in one part of a text, and who may be meant: whom to ask (or nothing), the name.

    `unclear` ones are looked at by a person; `taken` are taken out by the program.
    """

    language: str
    part: str
    words: str
    people: Sequence[tuple[str, str]]
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
    """Passage by passage: several people may bear the same words."""
    groups: dict[tuple[str, str, bool], list[Named]] = {}
    for each in found:
        groups.setdefault((each.part, each.words, each.unclear), []).append(each)
    for (part, words, unclear), same in groups.items():
        yield Naming(
            language=language,
            part=part,
            words=words,
            people=[_person(db, root) for root in dict.fromkeys(each.root for each in same)],
            unclear=unclear,
            taken=kind.acts and not unclear,
        )


def _person(db: Any, root: str) -> tuple[str, str]:
    """Whom to ask; a source decides by its own word, and is asked elsewhere."""
    asked = view_of(db, root).kind in ("person", "contact")
    return root if asked else "", title_of(db, root)
