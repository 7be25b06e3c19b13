"""Two persons beside each other, as somebody needs to see them to decide whether they are one."""

from collections.abc import Sequence
from itertools import product
from typing import Any

import msgspec

from panoh.casebook.index.reading import root_of, statements_of
from panoh.casebook.naming import whole_names
from panoh.casebook.people import person_file
from panoh.casebook.view import View
from panoh.casebook.wording import Wording, title_of
from panoh.model.kinds import KINDS
from panoh.model.kinds.agreement import UNKNOWN, agree
from panoh.model.messages import mark as _

#: What is shown of both sides, with the words before it.
BESIDE = {
    "names": _("Names"),
    "born": _("Born"),
    "places": _("Places"),
    "relatives": _("Relatives"),
    "acts": _("What was done"),
    "source": _("Source"),
    "list": _("List"),
    "row": _("Row"),
}
ALIKE, DIFFERS = "alike", "differs"
#: Of many links only so many are shown: nobody decides by the thousandth.
_KIN = 12


class Side(msgspec.Struct, frozen=True):
    """Names as written, birth, places, kin, acts, and where it stands: source, list and row."""

    entity: str
    names: str
    born: str
    places: str
    relatives: str
    acts: str
    source: str
    list: str
    row: str


class Beside(msgspec.Struct, frozen=True):
    """One thing told of both: its label (a msgid), what each side says, and whether they agree.

    `mark` is empty where nothing can be said: one side is silent, or words are only free.
    """

    name: str
    label: str
    a: str
    b: str
    mark: str


def side(db: Any, entity: str, words: Wording) -> Side:
    """What is told about one person, in short."""
    file = person_file(db, entity)
    person = file.person
    origins = {
        (each.statement.source, each.statement.origin)
        for each in statements_of(db, person.entities)
        if each.statement.origin
    }
    known = [(source, origin) for source, origin in origins if origin is not None]
    born = [told for told in person.told("born") if told.value]
    kin = list(words.kin(db, file).items())[:_KIN]
    return Side(
        entity=person.root,
        names=" / ".join(whole_names(person)),
        born=words.days(born) if born else "",
        places=", ".join(dict.fromkeys(place.text for place in person.each("places"))),
        relatives="; ".join(
            " ".join(filter(None, (title_of(db, root), what and f"({what})"))) for root, what in kin
        ),
        acts="; ".join(words.sentence(act) for act in file.acts),
        source=", ".join(sorted({title_of(db, source) for source, _origin in known})),
        list=", ".join(sorted({title_of(db, origin.item) for _source, origin in known})),
        row=", ".join(str(row) for row in sorted({origin.row for _source, origin in known})),
    )


def beside(db: Any, a: str, b: str, words: Wording) -> list[Beside]:
    """Everything told of either, each thing on one line, with what agrees and what differs."""
    one, other = side(db, a, words), side(db, b, words)
    marks = _marks(db, person_file(db, a).person, person_file(db, b).person)
    return [
        Beside(name, label, getattr(one, name), getattr(other, name), marks.get(name, ""))
        for name, label in BESIDE.items()
        if getattr(one, name) or getattr(other, name)
    ]


def _marks(db: Any, a: View, b: View) -> dict[str, str]:
    found = {name: _mark(db, a, b, name) for name in ("born", "places")}
    names = [{text.casefold() for text in whole_names(each)} for each in (a, b)]
    if names[0] & names[1]:
        found["names"] = ALIKE
    return found


def _mark(db: Any, a: View, b: View, field: str) -> str:
    """Whether a value of one side can be true beside one of the other."""
    spec = KINDS["person"].fields[field]
    ours, theirs = _values(a, field, many=spec.many), _values(b, field, many=spec.many)
    if not ours or not theirs:
        return ""
    if spec.many:
        return ALIKE if {each.text for each in ours} & {each.text for each in theirs} else ""
    fits = any(
        agree(spec, x, y, lambda entity: root_of(db, entity)) for x, y in product(ours, theirs)
    )
    return ALIKE if fits else DIFFERS


def _values(view: View, field: str, *, many: bool) -> Sequence[Any]:
    if many:
        return list(view.each(field))
    return [told.value for told in view.told(field) if told.value not in (None, "", UNKNOWN)]
