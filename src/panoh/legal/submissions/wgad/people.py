"""What is told about one person, in the order of the questionnaire."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from panoh.casebook.ledger import ledger
from panoh.casebook.naming import whole_names
from panoh.casebook.people import PersonFile
from panoh.casebook.states import Entry
from panoh.casebook.view import Told, View
from panoh.legal.submissions.wgad.complaint import ActPart, Deprivation, Fact, PersonPart, Value
from panoh.legal.submissions.wgad.fields import (
    ARREST,
    DETENTION,
    FAMILY,
    IDENTITY,
    NAMES,
    OBSERVED,
    OTHER_ACT,
    Question,
)
from panoh.legal.submissions.wgad.lines import PRESSURE
from panoh.legal.submissions.wgad.spoken import age, name_shown, relation
from panoh.legal.submissions.wgad.telling import Teller
from panoh.model.dates import PartialDate, sort_key
from panoh.model.kinds import KINDS, Mention
from panoh.model.messages import mark as _
from panoh.model.thesauri import ACTS, RELATIONS, STATUSES

#: What an act opens in the ledger when it takes somebody's liberty.
TAKEN = ("held", "missing")
PRESSED = Question(PRESSURE, "pressured", "kin", "")
RELEASED = Question("Released", "when", "facts", "")
LIBERTY = "Deprivation of liberty"
UNTYPED = "An act whose kind is not recorded"


def kin_of(file: PersonFile, teller: Teller) -> frozenset[str]:
    """The roots of those whom some source calls a relative of this person."""
    return frozenset(
        teller.root_of(told.value)
        for link in file.links
        if any(_is_kin(each.value) for each in link.told("relation"))
        for field in ("start", "end")
        for told in link.told(field)
    )


def _is_kin(code: str) -> bool:
    return code == "kin" or RELATIONS.is_under(code, "kin")


def person_part(number: int, file: PersonFile, teller: Teller) -> PersonPart:
    """Everything told about this person that may be passed on."""
    acts = _in_time(file.acts)
    taken = [act for act in acts if _takes_liberty(act)]
    others = [act for act in acts if act not in taken and not _is_release(act)]
    if not teller.allowed.may(teller.root, "facts"):
        taken, others = taken[:1], []
    shown = name_shown(file.person)
    grown, minor = _age(file, taken, teller)
    identity = (
        *_names(file.person, shown, teller),
        *(teller.fact(file.person, each) for each in IDENTITY[:2]),
        grown,
        *(teller.fact(file.person, each) for each in IDENTITY[2:]),
        _family(file, teller),
    )
    return PersonPart(
        number,
        shown,
        _worth_saying(identity),
        _deprivations(file, taken, teller),
        tuple(_other(act, teller) for act in others),
        _last_told(file, teller),
        minor,
    )


def _worth_saying(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """All that is known, or withheld, or asked by the form."""
    return tuple(fact for fact in facts if fact.known or fact.withheld or fact.ask)


def _in_time(views: Iterable[View]) -> list[View]:
    return sorted(views, key=lambda view: (_first_day(view), view.root))


def _first_day(view: View) -> tuple[object, ...]:
    dates = [told.value for told in view.told("when") if told.value]
    return min(map(sort_key, dates)) if dates else sort_key(PartialDate(""))


def _takes_liberty(act: View) -> bool:
    return any(
        each.value in ACTS.terms and ACTS.terms[each.value].opens in TAKEN
        for each in act.told("type")
    )


def _is_release(act: View) -> bool:
    return {told.value for told in act.told("type")} == {"release"}


def _names(person: View, shown: str, teller: Teller) -> Iterable[Fact]:
    written: dict[str, list[Told]] = {}
    for told in teller.relied(person, "names"):
        for name in whole_names(replace(person, fields={"names": (told,)})):
            written.setdefault(name, []).append(told)
    others = {name: told for name, told in written.items() if name != shown}
    yield Fact(
        _("As sources write it"),
        tuple(Value(name, teller.notes.numbers(told)) for name, told in others.items()),
    )
    if shown not in written:
        yield Fact(
            _("Latin letters"), (Value("computed from the original; a passport may differ"),)
        )
        yield Fact(_("Name as in the passport"), ask=FAMILY)
    for question in NAMES:
        yield teller.fact(person, question)


def _age(file: PersonFile, taken: Sequence[View], teller: Teller) -> tuple[Fact, bool]:
    """Computed from the dates of birth and of arrest, as wide as the sources leave it."""
    born = teller.relied(file.person, "born")
    arrested = [told for act in taken[:1] for told in teller.relied(act, "when")]
    words, minor = age([told.value for told in born], [told.value for told in arrested])
    if not words:
        return Fact(_("Age when detained"), ask=FAMILY), minor
    if not all(teller.allowed.may(teller.root, what) for what in ("birth", "facts")):
        return Fact(_("Age when detained"), withheld=True), minor
    notes = teller.notes.numbers([*born, *arrested])
    return Fact(_("Age when detained"), (Value(f"{words}, computed", notes),)), minor


def _family(file: PersonFile, teller: Teller) -> Fact:
    """Whose relative the person is; the others are named only if they allow it."""
    found: dict[str, list[Told]] = {}
    for link in file.links:
        for told in link.told("relation"):
            if _is_kin(told.value):
                for text in _kinship(link, told.value, teller):
                    found.setdefault(text, []).append(told)
    if found and not teller.allowed.may(teller.root, "kin"):
        return Fact(_("Family"), withheld=True)
    return Fact(
        _("Family"), tuple(Value(text, teller.notes.numbers(told)) for text, told in found.items())
    )


def _kinship(link: View, code: str, teller: Teller) -> Iterable[str]:
    starts = {teller.root_of(told.value): told.value for told in link.told("start")}
    ends = {teller.root_of(told.value): told.value for told in link.told("end")}
    if teller.root in starts:
        for entity in ends.values():
            yield f"{relation(code)} of {teller.called(Mention(entity))}"
    if teller.root in ends:
        for entity in starts.values():
            yield f"{teller.called(Mention(entity))} ({relation(code)})"


def _deprivations(
    file: PersonFile, taken: Sequence[View], teller: Teller
) -> tuple[Deprivation, ...]:
    """Each deprivation of liberty; what was observed stands with the last of them."""
    parts = [_deprivation(act, teller) for act in taken] or [
        Deprivation(LIBERTY, _unanswered(ARREST), _unanswered(DETENTION))
    ]
    released = [teller.fact(act, RELEASED) for act in _in_time(file.acts) if _is_release(act)]
    observed = _worth_saying((*released, *_observations(file, teller)))
    parts[-1] = replace(parts[-1], detention=(*observed, *parts[-1].detention))
    return tuple(parts)


def _deprivation(act: View, teller: Teller) -> Deprivation:
    arrest = (*(teller.fact(act, each) for each in ARREST), teller.fact(act, PRESSED))
    detention = (teller.fact(act, each) for each in DETENTION)
    return Deprivation(
        _title(act, teller),
        _worth_saying(arrest),
        _worth_saying(detention),
        teller.passages(act),
    )


def _unanswered(questions: Iterable[Question]) -> tuple[Fact, ...]:
    return tuple(Fact(each.label, ask=each.ask) for each in questions if each.ask)


def _title(act: View, teller: Teller) -> str:
    """The kind of an act in words; every kind that is told, if sources differ."""
    if not teller.allowed.may(teller.root, "facts"):
        return LIBERTY
    spec = KINDS["act"].fields["type"]
    words = dict.fromkeys(teller.spoken(spec, told.value) for told in act.relied("type"))
    return " or ".join(filter(None, words)) or UNTYPED


def _observations(file: PersonFile, teller: Teller) -> tuple[Fact, ...]:
    """What was observed, question by question, in the order of time."""
    statuses = _in_time(file.statuses)
    return tuple(_answers(question, statuses, teller) for question in OBSERVED)


def _answers(question: Question, statuses: Iterable[View], teller: Teller) -> Fact:
    """One answer for each observation that gives one."""
    facts = [(view, teller.fact(view, question)) for view in statuses]
    return Fact(
        question.label,
        _merged(value for view, fact in facts for value in _dated(view, fact, teller)),
        ask=question.ask,
        withheld=any(fact.withheld for _, fact in facts),
        to_translate=", ".join(dict.fromkeys(filter(None, (f.to_translate for _, f in facts)))),
    )


def _merged(values: Iterable[Value]) -> tuple[Value, ...]:
    """Equal answers once, with the notes of all of them."""
    found: dict[str, set[int]] = {}
    for value in values:
        found.setdefault(value.text, set()).update(value.notes)
    return tuple(Value(text, tuple(sorted(notes))) for text, notes in found.items())


def _last_told(file: PersonFile, teller: Teller) -> Fact:
    """What the ledger tells of the present: each side of it where the sources differ."""
    book = ledger(file)
    newest = {each.view.root: each.view for each in book.present if each.view.kind == "status"}
    said = replace(_answers(OBSERVED[0], _in_time(newest.values()), teller), label=_("Last told"))
    if not book.contested or not said.values:
        return said
    acts = [_taken(each, teller) for each in book.present if each.view.kind == "act"]
    differ = len({source for each in book.present for source in each.sources})
    return replace(said, values=_merged([*said.values, *acts]), differ=differ)


def _taken(entry: Entry, teller: Teller) -> Value:
    """A detention as a state: who tells of it does not tell that it has ended."""
    day = teller.spoken(KINDS["act"].fields["when"], entry.when) if entry.when else ""
    state = STATUSES.label(entry.state, str)
    return Value(
        f"{state} ({day or 'day not known'})", teller.notes.numbers(entry.view.relied("type"))
    )


def _dated(view: View, fact: Fact, teller: Teller) -> Iterable[Value]:
    """What an observation says, with the day on which it was true."""
    spec = KINDS["status"].fields["when"]
    days = dict.fromkeys(teller.spoken(spec, told.value) for told in view.told("when"))
    day = " or ".join(filter(None, days)) or "day not known"
    return [Value(f"{value.text} ({day})", value.notes) for value in fact.values]


def _other(act: View, teller: Teller) -> ActPart:
    facts = tuple(teller.fact(act, each) for each in (*OTHER_ACT, PRESSED))
    notes = teller.notes.numbers(act.relied("type"))
    return ActPart(_title(act, teller), facts, teller.passages(act), notes)
