"""The numbers of the notes: one for what one source told in one place."""

from collections.abc import Iterable
from typing import Any

from panoh.casebook.consent.citation import cite
from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.view import Told, settle
from panoh.legal.submissions.wgad.complaint import Citation, Cited, FileEntry
from panoh.legal.submissions.wgad.languages import language_name

OWN = "the record of the submitter"
Key = tuple[str, str, int, str]


class Notes:
    """Gives numbers in the order in which statements are first relied on."""

    def __init__(self, db: Any) -> None:
        self._db = db
        self._told: dict[Key, dict[str, Told]] = {}
        self._files: dict[str, list[int]] = {}

    def numbers(self, told: Iterable[Told]) -> tuple[int, ...]:
        """The numbers of the notes that these statements stand in, in order, each once."""
        return tuple(sorted({self._number(each) for each in told}))

    def _number(self, told: Told) -> int:
        origin = told.statement.origin
        place = (origin.item, origin.row, "") if origin else ("", 0, told.id)
        key = (root_of(self._db, told.source), *place)
        self._told.setdefault(key, {})[told.id] = told
        number = list(self._told).index(key) + 1
        if origin and number not in self._files.setdefault(origin.item, []):
            self._files[origin.item].append(number)
        return number

    def citations(self) -> tuple[Citation, ...]:
        """Every note: who tells, as far as the source allows, and what was recorded from it."""
        return tuple(
            self._citation(number, key, told)
            for number, (key, told) in enumerate(self._told.items(), 1)
        )

    def _citation(self, number: int, key: Key, told: dict[str, Told]) -> Citation:
        source, item, row, _ = key
        place = f"row {row} of file {list(self._files).index(item) + 1}" if item else ""
        languages = sorted({each.statement.language for each in told.values()} - {""})
        return Citation(
            number,
            cite(view_of(self._db, source)) if source else OWN,
            place,
            ", ".join(map(language_name, languages)),
            tuple(Cited(each.statement.kind, each.id) for each in told.values()),
        )

    def files(self) -> tuple[FileEntry, ...]:
        """The files the statements were read from. Their names stay here: they may name people."""
        return tuple(self._file(item, numbers) for item, numbers in self._files.items())

    def _file(self, item: str, numbers: list[int]) -> FileEntry:
        view = view_of(self._db, item)
        said = {
            name: settle(view, name).value if view.kind == "item" else None
            for name in ("media_type", "size", "digest")
        }
        return FileEntry(
            said["media_type"] or "",
            said["size"] or 0,
            said["digest"] or "",
            tuple(sorted(numbers)),
        )
