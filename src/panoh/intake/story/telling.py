"""What a person took from a story becomes statements: source, event, people, acts, states."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from msgspec import structs

from panoh.casebook.record import Case, Context, tell
from panoh.intake.story.found import DOER, PRESSURED, VICTIM
from panoh.model.ids import new_entity
from panoh.model.kinds import Act, Event, Mention, Perpetrator, Person, Source, Status
from panoh.model.names import Name
from panoh.model.statement import Statement

#: How much of a story stands for it in lists.
_TITLE = 70


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person as taken: `entity` if it is one that is recorded already, else a new one is made."""

    name: Name | None
    role: str
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Happened:
    """One type of act, the words of the story that tell of it, and to whom it was done.

    `to` are places in the list of people; empty means all to whom something was done.
    """

    type: str
    note: str = ""
    to: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that was taken from one story; everything may be empty.

    `event` is drawn before anything is saved, so that a draft knows by which entity its words can
    be found again. `shared` holds what all acts of the story have in common: when, where, by whom,
    whom they were meant to pressure, and more.
    """

    story: str
    event: str
    source: Source
    people: Sequence[Somebody] = ()
    acts: Sequence[Happened] = ()
    shared: Act = field(default_factory=Act)
    state: str = ""


def statements(case: Case, told: Told) -> list[Statement]:
    """One statement for each thing told, all dated alike, to be saved in one save.

    1. the source; 2. the event that holds the story; 3. people nobody recorded before; 4. one act
    for each person it was done to and each type; 5. how those persons are now.
    """
    moment = case.clock()
    case = replace(case, clock=lambda: moment)
    source = new_entity()
    voice = Context(source, told.source.language, told.source.reliability)
    known = [(each.entity or new_entity(), each) for each in told.people]
    event = Event(
        title=title_of(told.story),
        type="incident" if told.acts else "",
        when=told.shared.when,
        places=told.shared.places,
        note=told.story,
    )
    return [
        tell(case, told.source, source),
        tell(case, event, told.event, voice),
        *(
            tell(case, Person(names=(each.name,) if each.name else ()), entity, voice)
            for entity, each in known
            if not each.entity
        ),
        *(tell(case, act, context=voice) for act in _acts(told, known)),
        *(tell(case, state, context=voice) for state in _states(told, known)),
    ]


def title_of(story: str) -> str:
    """The first words of a story, cut between words."""
    line = " ".join(story.split())
    if len(line) <= _TITLE:
        return line
    return line[:_TITLE].rpartition(" ")[0] + " …"


_Known = list[tuple[str, Somebody]]


def _acts(told: Told, known: _Known) -> Iterator[Act]:
    harmed = [place for place, (_entity, each) in enumerate(known) if each.role == VICTIM]
    doers = [Perpetrator(entity, _text(each)) for entity, each in known if each.role == DOER]
    pressured = [Mention(entity, _text(each)) for entity, each in known if each.role == PRESSURED]
    for act in told.acts:
        victims = [known[place][0] for place in harmed if not act.to or place in act.to]
        for victim in victims or [""]:
            yield structs.replace(
                told.shared,
                victim=victim,
                type=act.type,
                event=told.event,
                perpetrators=(*told.shared.perpetrators, *doers),
                pressured=(*told.shared.pressured, *pressured),
                note=act.note,
            )


def _states(told: Told, known: _Known) -> Iterator[Status]:
    if told.state:
        for entity, each in known:
            if each.role == VICTIM:
                yield Status(person=entity, state=told.state, when=told.source.received)


def _text(each: Somebody) -> str:
    return each.name.text if each.name else ""
