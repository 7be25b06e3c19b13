"""A complaint to the Working Group on Arbitrary Detention as plain data, ready to be laid out.

Every text in it may be passed on: what a person or a source did not allow never gets this far.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from panoh.legal.submissions.wgad.procedure import Procedure


@dataclass(frozen=True, slots=True)
class Permissions:
    """For each kind of thing that may be shared, the persons (by root) who allow it here and now.

    The terms are those of consents ("name", "birth", "facts" …). What is not listed is refused.
    `responsible` may be named where they are told of as those who did it, and nowhere else.
    """

    shared: Mapping[str, frozenset[str]] = field(default_factory=dict)
    responsible: frozenset[str] = frozenset()

    def may(self, root: str, what: str) -> bool:
        """Whether this of this person may be given to the recipient."""
        return root in self.shared.get(what, frozenset())


@dataclass(frozen=True, slots=True)
class Review:
    """The mark of the person who read the complaint and takes responsibility for it."""

    reviewer: str
    day: date


@dataclass(frozen=True, slots=True)
class Value:
    """One answer to one question, and the notes it rests on."""

    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A question of the form and what is told: nothing is "not known", never yes or no.

    `differ` counts the sources whose values exclude each other; 0 where all values hold together.
    `ask` says who could supply a missing answer. `withheld` says that there is an answer for
    which no consent is recorded; it is not here. `to_translate` names the languages of answers in
    free words that the body does not read.
    """

    label: str
    values: tuple[Value, ...] = ()
    differ: int = 0
    ask: str = ""
    withheld: bool = False
    to_translate: str = ""

    @property
    def known(self) -> bool:
        """Whether anything is told."""
        return bool(self.values)

    @property
    def contested(self) -> bool:
        """Whether the answers exclude each other."""
        return self.differ > 0


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source as they were recorded. `to_translate` names the language if nobody has."""

    label: str
    text: str
    notes: tuple[int, ...]
    to_translate: str = ""


@dataclass(frozen=True, slots=True)
class ActPart:
    """One act done to one person: what it was, the facts, what is told of it in words."""

    title: str
    facts: tuple[Fact, ...]
    passages: tuple[Passage, ...] = ()
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Deprivation:
    """One deprivation of liberty: the sections "arrest" and "detention" of the form."""

    title: str
    arrest: tuple[Fact, ...]
    detention: tuple[Fact, ...]
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonPart:
    """A person for whom the complaint is made.

    `last_told` is the newest of the states observed; `minor` says that an age under 18 is possible.
    """

    number: int
    name: str
    identity: tuple[Fact, ...]
    deprivations: tuple[Deprivation, ...] = ()
    other_acts: tuple[ActPart, ...] = ()
    last_told: Fact = Fact("Last told")
    minor: bool = False

    def facts(self) -> Iterator[Fact]:
        """Every question asked about this person."""
        yield from self.identity
        for each in self.deprivations:
            yield from each.arrest
            yield from each.detention
        for act in self.other_acts:
            yield from act.facts

    def passages(self) -> Iterator[Passage]:
        """Everything told in words about this person; what is told of several acts only once."""
        parts = [each.passages for each in self.deprivations]
        parts += [act.passages for act in self.other_acts]
        yield from dict.fromkeys(passage for passages in parts for passage in passages)


@dataclass(frozen=True, slots=True)
class Argument:
    """What the submitter says in the matter's own words; empty where nothing was written."""

    title: str = ""
    submitter: str = ""
    contact: str = ""
    capacity: str = ""
    circumstances: str = ""
    categories: tuple[str, ...] = ()
    argument: str = ""
    remedies: str = ""
    requests: str = ""
    elsewhere: str = ""
    urgent: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing, for which persons (their numbers; none: for the whole), who could help.

    `said` and `of` are the msgid of `what` and the msgids that fill its braces.
    """

    what: str
    who: str
    persons: tuple[int, ...] = ()
    said: str = ""
    of: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Cited:
    """A statement by its identifier, and what it tells about."""

    about: str
    statement: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A note: what one source told about one person in one place, as far as it may be cited."""

    number: int
    according_to: str
    place: str
    language: str
    statements: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file on which statements rest: type, size in bytes, SHA-256, the notes read from it."""

    media_type: str
    size: int
    digest: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Complaint:
    """The whole complaint.

    `left_out` counts persons of the matter whose consent is not recorded; `banner` stands on every
    page (of an example, that its people are invented).
    """

    day: date
    persons: tuple[PersonPart, ...]
    argument: Argument
    gaps: tuple[Gap, ...]
    citations: tuple[Citation, ...]
    files: tuple[FileEntry, ...]
    procedure: Procedure
    left_out: int = 0
    banner: str = ""
    review: Review | None = None
