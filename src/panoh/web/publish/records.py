"""Answers and days, each with one form: to add one, and to correct one by one more statement."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import msgspec

from panoh.advocacy.answers import answerable, note_answer
from panoh.advocacy.occasions import add_occasion
from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.record import Case
from panoh.casebook.view import View, settled
from panoh.casebook.wording import DIFFERS, Wording
from panoh.model.dates import PartialDate
from panoh.model.errors import PanohError
from panoh.model.ids import ENTITY_PATTERN
from panoh.model.kinds import KINDS, Occasion, Response
from panoh.model.messages import mark as _
from panoh.network.telling import change
from panoh.web.forms import Entry, Fault, entries, read
from panoh.web.page import Page, Redirect, Reply
from panoh.web.publish.meant import NoPublication
from panoh.web.routes import Way, get, post
from panoh.web.visit import Visit

#: Letters of one field.
LONGEST = 5_000


class Missing(PanohError):
    """The one field without which nobody knows what is meant."""

    code: ClassVar[str] = "field-missing"
    message: ClassVar[str] = _("This must be told.")
    hint: ClassVar[str] = _("Everything else may be left out.")


class TooLong(PanohError):
    """More words than belong into one field."""

    code: ClassVar[str] = "field-too-long"
    message: ClassVar[str] = _("These are more words than one field holds.")
    hint: ClassVar[str] = _("Nothing was saved. Shorten it, or keep the whole as a file.")


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of record: where its pages are, its fields, and the one that it must have.

    `lines` are fields of one line, `asked` says that it names what it is about.
    """

    kind: str
    struct: type[msgspec.Struct]
    path: str
    new: str
    one: str
    fields: tuple[str, ...]
    needed: str
    lines: tuple[str, ...]
    asked: bool
    save: Callable[[Case, Any], str]


ANSWER = Form(
    kind="response",
    struct=Response,
    path="/publish/answers",
    new=_("Note an answer"),
    one=_("An answer"),
    fields=("who", "body", "type", "when", "what", "link"),
    needed="who",
    lines=("who", "link"),
    asked=True,
    save=note_answer,
)
DAY = Form(
    kind="occasion",
    struct=Occasion,
    path="/publish/days",
    new=_("Enter a day"),
    one=_("A day that matters"),
    fields=("title", "type", "register_by", "papers_due", "begins", "ends", "where", "link"),
    needed="title",
    lines=("title", "where", "link"),
    asked=False,
    save=add_occasion,
)
#: What an answer is to: of which kind the record is, and in which field it then stands.
TO = {"publication": "publication", "action": "action"}


@dataclass(frozen=True, kw_only=True)
class RecordPage(Page):
    """One form. `differs` is what members told in two ways; `to` is what was answered."""

    template: ClassVar[str] = "publish/record.html"
    title: ClassVar[str] = _("Publish")
    area: ClassVar[str] = "publish"
    path: str
    heading: str
    entries: Sequence[Entry]
    needed: str
    choices: Mapping[str, str]
    to: str
    differs: Sequence[tuple[str, str]]
    faults: Sequence[Fault] = ()


def _page(visit: Visit, form: Form, view: View | None, faults: Sequence[Fault] = ()) -> RecordPage:
    told, unsure = settled(view) if view else ({}, frozenset[str]())
    sent = visit.form if faults else None
    shown = {name: told[name] for name in form.fields if name in told}
    record = form.struct(**shown)
    made = entries(form.kind, form.fields, visit.language, record=record, form=sent, faults=faults)
    words = Wording(visit.language)
    return RecordPage(
        path=f"{form.path}/{view.root if view else 'new'}",
        heading=form.one if view else form.new,
        entries=[_drawn(form, each) for each in made],
        needed=f"{form.kind}.{form.needed}",
        choices=answerable(visit.db, words) if form.asked else {},
        to=visit.one("to") if faults else _to(told),
        differs=[_differs(view, name, words) for name in sorted(unsure)] if view else (),
        faults=faults,
        status=422 if faults else 200,
    )


def _differs(view: View, name: str, words: Wording) -> tuple[str, str]:
    """A field told in two ways: its label, and every value side by side."""
    spec = KINDS[view.kind].fields[name]
    return spec.note.label, DIFFERS.join(words.value(each, spec) for each in view.told(name))


def _drawn(form: Form, entry: Entry) -> Entry:
    """Short words in one line; everything else as its type is drawn."""
    short = entry.name.partition(".")[2] in form.lines
    return replace(entry, widget="line") if short else entry


def _to(told: Mapping[str, Any]) -> str:
    return next((str(told[field]) for field in TO.values() if told.get(field)), "")


def _meant(visit: Visit, form: Form) -> View | None:
    """The record of this address; none where a new one is begun. Raises NoPublication."""
    typed = visit.path.get("root", "")
    if not typed:
        return None
    view = view_of(visit.db, root_of(visit.db, typed)) if ENTITY_PATTERN.fullmatch(typed) else None
    if view is None or view.kind != form.kind:
        raise NoPublication
    return view


def _save(visit: Visit, form: Form) -> Reply:
    """Add it, or tell anew what was changed; what cannot be read is shown beside its field."""
    view = _meant(visit, form)
    sent = read(form.kind, form.fields, visit.form, visit.language)
    faults = [*sent.faults, *_wrong(form, sent.values)]
    if faults:
        return _page(visit, form, view, faults)
    values = dict(sent.values) | (_asked(visit) if form.asked else {})
    if view is None:
        form.save(visit.case, form.struct(**{n: v for n, v in values.items() if v}))
    else:
        _correct(visit.case, form, view, values)
    return Redirect("/publish")


def _correct(case: Case, form: Form, view: View, values: Mapping[str, Any]) -> None:
    told, _unsure = settled(view)
    names = [*form.fields, *(TO.values() if form.asked else ())]
    changed = {n: values.get(n) for n in names if not _same(values.get(n), told.get(n))}
    record = form.struct(**{name: value for name, value in changed.items() if value})
    change(case, view.root, record, [name for name, value in changed.items() if not value])


def _same(one: Any, other: Any) -> bool:
    """Whether nothing is told anew; a date in other words is the same date."""
    if isinstance(one, PartialDate) and isinstance(other, PartialDate) and one.edtf:
        return one.edtf == other.edtf
    return (one or "") == (other or "")


def _wrong(form: Form, values: Mapping[str, Any]) -> Iterable[Fault]:
    """What is missing or too long, as faults of their fields."""
    specs = KINDS[form.kind].fields
    for name in form.fields:
        at, label = f"{form.kind}.{name}", specs[name].note.label
        if name == form.needed and not values.get(name):
            yield Fault.of(Missing(), at, label)
        elif len(str(values.get(name, ""))) > LONGEST:
            yield Fault.of(TooLong(), at, label)


def _asked(visit: Visit) -> dict[str, str]:
    """What was answered: a publication or something sent; nothing where neither was chosen."""
    typed = visit.one("to")
    kind = view_of(visit.db, typed).kind if ENTITY_PATTERN.fullmatch(typed) else ""
    return {field: typed if kind == of else "" for of, field in TO.items()}


def _ways(form: Form) -> tuple[Way, ...]:
    def show(visit: Visit) -> Reply:
        return _page(visit, form, _meant(visit, form))

    def save(visit: Visit) -> Reply:
        return _save(visit, form)

    return (
        get(f"{form.path}/new", show),
        post(f"{form.path}/new", save),
        get(f"{form.path}/{{root}}", show),
        post(f"{form.path}/{{root}}", save),
    )


ways = (*_ways(ANSWER), *_ways(DAY))
