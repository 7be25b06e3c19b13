"""A form that was sent becomes what is told; what cannot be read is a fault beside its field."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from panoh.intake.story import ROLES, Happened, Somebody, Story, Told, find_story, language_of
from panoh.intake.story.found import sentence_of
from panoh.model.dates import PartialDate
from panoh.model.errors import PanohError
from panoh.model.ids import ENTITY_PATTERN
from panoh.model.kinds import Act, Perpetrator, Source
from panoh.model.messages import mark as _
from panoh.model.names import Name, NameKind
from panoh.model.places import TABLE, Place
from panoh.model.thesauri import ACTS, CONNECTIONS, PERPETRATORS, STATUSES
from panoh.web.forms import Fault, read
from panoh.web.forms.values.term import term_of
from panoh.web.record.draft import Draft, Form
from panoh.web.record.offers import Card, sent_cards

#: What is asked of all acts of a story beside its proposals, and more of it for who wants to.
ASKED = ("when", "places", "perpetrators", "pressured")
MORE = ("until", "message", "demand", "method", "stated_reason", "warrant", "consequences")
SOURCE = ("code_name", "channel", "citation")
_PIECES = re.compile(r"[;\n]")


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken, or what must be put right first."""

    told: Told
    faults: tuple[Fault, ...]


def take(draft: Draft, today: date, language: str, next_code: str) -> Taken:
    """Everything taken from a draft; `next_code` names a source that nobody named."""
    form, found = draft.form, find_story(draft.story, today)
    act = read("act", (*ASKED, *MORE), form, language)
    source = read("source", SOURCE, form, language)
    faults = [*act.faults, *source.faults]
    shared = _shared(act.record(Act), found, form)
    people = dict(_people(form, faults))
    told = Told(
        story=draft.story,
        event=draft.event,
        source=msgspec.structs.replace(
            source.record(Source),
            code_name=source.values.get("code_name", next_code),
            connection=_known(form, "way", CONNECTIONS.terms),
            reliability="unknown",
            language=language_of(draft.story, language),
            received=PartialDate(today.isoformat()),
        ),
        people=tuple(people.values()),
        acts=tuple(_acts(draft, found, list(people), language, faults)),
        shared=shared,
        state=_known(form, "state", STATUSES.terms),
    )
    return Taken(told, tuple(faults))


def _known(form: Form, name: str, terms: object) -> str:
    """The one code chosen, if it is one."""
    chosen = next(iter(form.get(name, ())), "")
    return chosen if chosen in terms else ""  # type: ignore[operator]


def _shared(typed: Act, found: Story, form: Form) -> Act:
    """What was typed wins over what was chosen: who types a date has looked at it."""
    chosen = next(iter(form.get("when", ())), "")
    days = {each.value.edtf: each.value for each in found.days}
    return msgspec.structs.replace(
        typed,
        when=typed.when or days.get(chosen),
        places=(*_places(form), *typed.places),
        perpetrators=tuple(_doers(typed.perpetrators, form)),
    )


def _doers(typed: Sequence[Perpetrator], form: Form) -> Iterator[Perpetrator]:
    """Those chosen, then those typed; a part that nobody was typed for is that of those chosen."""
    chosen = [code for code in form.get("doer", ()) if code in PERPETRATORS.terms]
    named = [each for each in typed if each.text or each.entity or each.type]
    part = next((each for each in typed if each not in named), Perpetrator())
    yield from (msgspec.structs.replace(part, type=code) for code in chosen)
    yield from named
    if part != Perpetrator() and not chosen:
        yield part


def _places(form: Form) -> Iterator[Place]:
    for value in form.get("where", ()):
        id_, _colon, text = value.partition(":")
        if text.strip() and (not id_ or id_ in TABLE):
            yield Place(text.strip(), id_, "executed")


def _people(form: Form, faults: list[Fault]) -> Iterator[tuple[str, Somebody]]:
    """Each person taken, by what their card is known by."""
    for card in sent_cards(form):
        if not card.taken and (card.words or not card.name):
            continue  # a name written in by hand needs no mark beside it
        role = card.role if card.role in ROLES else ""
        entity = card.chosen if ENTITY_PATTERN.fullmatch(card.chosen) else ""
        try:
            yield card.mark or str(card.number), Somebody(_name(card), role, entity)
        except PanohError as error:
            faults.append(Fault.of(error, f"who.{card.number}.name", _("Name")))


def _name(card: Card) -> Name | None:
    kind = NameKind.FULL if card.named else NameKind.ALIAS
    return Name.of(card.name, kind) if card.name else None


def _acts(
    draft: Draft, found: Story, people: list[str], language: str, faults: list[Fault]
) -> Iterator[Happened]:
    form = draft.form
    words = {each.value: each.words for each in found.acts}
    codes = dict.fromkeys(code for code in form.get("what", ()) if code in ACTS.terms)
    for piece in _PIECES.split(next(iter(form.get("what.more", ())), "")):
        if piece.strip():
            try:
                codes[term_of(ACTS, piece.strip(), language)] = None
            except PanohError as error:
                faults.append(Fault.of(error, "what.more", _("What was done")))
    for code in codes:
        told = dict.fromkeys(sentence_of(draft.story, each) for each in words.get(code, ()))
        to = next(iter(form.get(f"to.{code}", ())), "")
        yield Happened(code, " ".join(told), (people.index(to),) if to in people else ())
