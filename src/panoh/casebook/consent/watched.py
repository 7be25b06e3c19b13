"""What the gate looks for: every name form, code name, address and number of people and sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from panoh.casebook.consent.citation import CODE_NAME, NAME
from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.naming import whole_names
from panoh.casebook.view import View, settle

#: Fewer digits than this are dates, ages and counts, not numbers by which a person is found.
LEAST_DIGITS = 6
DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class Watched:
    """A person or source: the names by which they are known, their numbers and addresses."""

    root: str
    kind: str
    title: str
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    addresses: tuple[str, ...]


def watched(db: Any) -> list[Watched]:
    """Everybody in the vault about whom nothing goes out without consent."""
    rows = db.execute("SELECT root FROM view WHERE kind IN ('person', 'source') ORDER BY root")
    return [_watch(db, root) for (root,) in list(rows)]


def _watch(db: Any, root: str) -> Watched:
    view = view_of(db, root)
    if view.kind == "source":
        return Watched(root, "source", "", tuple(_secret_names(view)), (), ())
    names = whole_names(view) + [name.text for name in view.each("names")]
    numbers = [*view.each("phones"), *(paper.number for paper in view.each("documents"))]
    return Watched(
        root_of(db, root),
        "person",
        names[0] if names else "",
        tuple(dict.fromkeys(names)),
        tuple(filter(None, map(digits, numbers))),
        tuple(view.each("addresses")),
    )


def _secret_names(source: View) -> Iterator[str]:
    """The names of a source that its own word does not allow to be given."""
    level = settle(source, "citation")
    allowed = {CODE_NAME: ("code_name",), NAME: ("code_name", "name")}.get(
        "" if level.unsure else level.value or "", ()
    )
    for field in ("code_name", "name"):
        if field not in allowed:
            yield from (told.value for told in source.told(field) if told.value)


def digits(text: str) -> str:
    """The digits of a number as one run, empty if too few to find a person by."""
    run = "".join(
        letter for letter in text.translate(DIGITS) if letter.isascii() and letter.isdigit()
    )
    return run if len(run) >= LEAST_DIGITS else ""
