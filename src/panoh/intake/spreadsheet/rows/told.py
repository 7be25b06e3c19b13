"""A row becomes records: the person, the exile, their link, one act per type, how they are.

Each record has a role within its row (`person`, `exile`, `link`, `act:beating`, `status`), so
that a corrected row finds the entities it spoke of before.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from panoh.intake.spreadsheet.layout import meanings as m
from panoh.intake.spreadsheet.rows import words as w
from panoh.intake.spreadsheet.rows.ages import age_in, born_from
from panoh.intake.spreadsheet.rows.cells import TOO_LONG, Cells
from panoh.intake.spreadsheet.rows.relatives import RelativeOf, relative_of
from panoh.model.dates import PartialDate
from panoh.model.kinds import Act, IdentityDocument, Link, Mention, Perpetrator, Person, Status
from panoh.model.messages import mark as _
from panoh.model.names import Name, NameKind
from panoh.model.names.name import NameEmpty, NameTooLong
from panoh.model.places import Place

NO_NAME = _("No name can be read in this row.")
NO_DAY_FOR_AGE = _("An age, and the day it was true is not known; the words are kept as a note.")
RELATION_IN_WORDS = _("The relation is none of the terms; it is kept in words.")
RELATIVE_OF_WHOM = _("It cannot be seen whose relative this is; say which column names them.")
SEX_NOT_READ = _("This is no word for a sex that is known.")
STATE_NOT_READ = _("It cannot be seen whether the person is free; the words are in the row.")

PERSON, EXILE, LINK, STATUS, ACT = "person", "exile", "link", "status", "act:"

_NAME_KINDS = (
    (m.NAME, NameKind.FULL),
    (m.SURNAME, NameKind.SURNAME),
    (m.GIVEN, NameKind.GIVEN),
    (m.FATHER, NameKind.FATHER),
)

Ids = Callable[[str], str]


@dataclass(slots=True)
class Told:
    """What one row tells, before it has entities. `why` is set if nobody can be named."""

    cells: Cells
    names: tuple[Name, ...] = ()
    why: str = ""
    acts: tuple[str, ...] = ()
    exile: RelativeOf | None = None
    exile_name: Name | None = None
    state: str = ""
    since: PartialDate | None = None
    state_words: str = ""
    when: PartialDate | None = None
    born: PartialDate | None = None
    sex: str = ""
    notes: list[str] = field(default_factory=list)

    def roles(self) -> list[str]:
        """The roles of the records this row becomes, in the order they are told."""
        if self.why:
            return []
        kin = [EXILE, LINK] if self.exile_name else []
        status = [STATUS] if self.state else []
        return [PERSON, *kin, *(ACT + code for code in self.acts), *status]

    def record(self, role: str, ids: Ids) -> msgspec.Struct:
        """The record of a role; `ids` gives the entity of another role."""
        if role == PERSON:
            return self._person()
        if role == EXILE:
            return Person(names=(self.exile_name,) if self.exile_name else ())
        if role == LINK:
            return self._link(ids)
        if role == STATUS:
            return Status(
                person=ids(PERSON), state=self.state, when=self.since, note=self.state_words
            )
        return self._act(role.removeprefix(ACT), ids)

    def _person(self) -> Person:
        cells = self.cells
        residence = tuple(w.place_of(text, "residence") for text in cells.texts(m.RESIDENCE))
        return Person(
            names=self.names,
            sex=self.sex,
            born=self.born,
            places=residence or self._places(),
            occupation=", ".join(cells.texts(m.OCCUPATION)),
            documents=tuple(IdentityDocument(number=text) for text in cells.texts(m.DOCUMENT)),
            addresses=tuple(cells.texts(m.ADDRESS)),
            phones=tuple(piece for text in cells.texts(m.PHONE) for piece in w.numbers(text)),
            note="\n".join(self.notes),
        )

    def _places(self) -> tuple[Place, ...]:
        return tuple(w.place_of(text) for text in self.cells.texts(m.PLACE))

    def _link(self, ids: Ids) -> Link:
        exile = self.exile or RelativeOf("")
        return Link(start=ids(PERSON), end=ids(EXILE), relation=exile.relation, words=exile.words)

    def _act(self, code: str, ids: Ids) -> Act:
        cells = self.cells
        relative = cells.one(m.RELATIVE_OF)[1]
        return Act(
            victim=ids(PERSON),
            type=code,
            when=self.when,
            places=self._places(),
            perpetrators=tuple(
                Perpetrator(text=text, type=w.only_term("perpetrators", text))
                for text in cells.texts(m.WHO)
            ),
            pressured=(Mention(ids(EXILE), relative),) if self.exile_name else (),
            note="\n".join(cells.texts(m.WHAT)),
        )


def read_row(cells: Cells) -> Told:
    """What a row tells; cells that are not understood are noted in `cells.whys`."""
    told = Told(cells)
    if cells.too_long:
        told.why = TOO_LONG
        return told
    told.names = _names(cells)
    if not told.names:
        told.why = _why_nobody(cells)
        return told
    told.when = _date(cells, *cells.one(m.WHEN))
    told.notes = cells.texts(m.NOTE)
    _birth(told)
    _sex(told)
    _acts(told)
    _exile(told)
    _state(told)
    return told


def _names(cells: Cells) -> tuple[Name, ...]:
    names = []
    for meaning, kind in _NAME_KINDS:
        for at, text in cells.each(meaning):
            try:
                if not w.is_unknown(text):
                    names.append(Name.of(text, kind))
            except (NameEmpty, NameTooLong) as error:
                cells.unread(at, error.message)
    return tuple(names) if any(name.kind != NameKind.FATHER for name in names) else ()


def _why_nobody(cells: Cells) -> str:
    for at, why in cells.whys.items():
        if cells.plan.meaning(at) in m.NAMES:
            return why
    return NO_NAME


def _date(cells: Cells, at: int, text: str) -> PartialDate | None:
    """What a cell tells; one that cannot be read keeps its words and allows every day."""
    if at < 0:
        return None
    found = w.date_of(text, cells.plan.language, cells.plan.date_order)
    if isinstance(found, str):
        cells.unread(at, found)
        return PartialDate("", text=text)
    return found


def _birth(told: Told) -> None:
    """Born, or from an age; both columns may be filled, and then the date of birth counts."""
    cells = told.cells
    at, text = cells.one(m.BORN)
    age = age_in(text, bare=False) if at >= 0 else None
    if at >= 0 and not age:
        told.born = _date(cells, at, text)
    if not (told.born and told.born.edtf) and age is None:
        at, text = cells.one(m.AGE)
        age = age_in(text, bare=True) if at >= 0 else None
        if at >= 0 and age is None and not w.is_unknown(text):
            cells.unread(at, w.NOT_RECOGNISED)
    if age is None:
        return
    told.notes.append(f"{cells.plan.name(at)}: {text}")
    born = born_from(age, told.when, text)
    if born is None:
        cells.unread(at, NO_DAY_FOR_AGE)
    told.born = born or told.born


def _sex(told: Told) -> None:
    at, text = told.cells.one(m.SEX)
    if at >= 0:
        told.sex = w.only_term("sex", text) or ("unknown" if w.is_unknown(text) else "")
        if not told.sex:
            told.cells.unread(at, SEX_NOT_READ)


def _acts(told: Told) -> None:
    """One act per type; words in which nothing is recognised are kept as a note of the person."""
    found: dict[str, None] = {}
    for at, text in told.cells.each(m.WHAT):
        codes, why = w.acts_in(text)
        found.update(dict.fromkeys(codes))
        if why and not w.is_unknown(text):
            told.cells.unread(at, why)
        if not codes:
            told.notes.append(text)
    told.acts = tuple(found)


def _exile(told: Told) -> None:
    cells = told.cells
    at, text = cells.one(m.RELATIVE_OF)
    if at < 0 or w.is_unknown(text):
        beside, words = cells.one(m.RELATION)
        if beside >= 0 and words:
            cells.unread(beside, RELATIVE_OF_WHOM)
        return
    exile = relative_of(text)
    beside, words = cells.one(m.RELATION)
    if beside >= 0 and not exile.words:
        exile = RelativeOf(exile.name, words, w.only_term("relations", words))
    try:
        told.exile_name = Name.of(exile.name)
    except (NameEmpty, NameTooLong) as error:
        cells.unread(at, error.message)
        return
    told.exile = exile
    if exile.words and not exile.relation:
        cells.unread(beside if beside >= 0 else at, RELATION_IN_WORDS)


def _state(told: Told) -> None:
    """A date means released on it; words mean what the list of states knows them for."""
    at, text = told.cells.one(m.RELEASED)
    if at < 0:
        return
    plan = told.cells.plan
    found = w.date_of(text, plan.language, plan.date_order)
    if isinstance(found, PartialDate) and found.edtf:
        told.state, told.since = "released", found
        return
    told.state = w.only_term("statuses", text)
    told.state_words = text
    if not told.state:
        why = found if isinstance(found, str) and any(map(str.isdigit, text)) else STATE_NOT_READ
        told.cells.unread(at, why)
