"""What a vault should hold after any number of steps, in plain dictionaries and sets."""

from dataclasses import dataclass, field

from panoh.casebook.record import Case, tell
from panoh.model.kinds import Person
from panoh.model.names import Name
from panoh.model.statement import Statement


def named(case: Case, number: int) -> Statement:
    """A person told of by hand, whose entity and only name say which number they are."""
    return tell(case, Person(names=(Name.of(name_of(number)),)), f"{number:032x}")


def name_of(number: int) -> str:
    """A number spelled in letters, so that it reads as a name."""
    return "Одам " + "".join("абдегзиклм"[int(digit)] for digit in f"{number:06}").capitalize()


@dataclass
class Model:
    """Plain truth: statements by id, which are hidden, and the last verdict on each pair."""

    #: Statement id → the person it tells of and the number it names them by.
    told: dict[str, tuple[str, int]] = field(default_factory=dict)
    #: Hidden statement → the retraction that hides it.
    hidden: dict[str, str] = field(default_factory=dict)
    #: Pair of persons → verdict, and the entity of the judgement.
    verdicts: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    #: What is being written and not saved.
    drafts: dict[str, bytes] = field(default_factory=dict)
    #: Erased statements, and the persons of whom nothing else was told.
    erased: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)

    def erase(self, ident: str) -> None:
        """Take a statement out; judgements on the person stay."""
        person, _ = self.told.pop(ident)
        self.hidden.pop(ident, None)
        self.erased.add(ident)
        self.gone.add(person)

    def pairs(self, verdict: str) -> list[tuple[str, str]]:
        return [pair for pair, (said, _) in self.verdicts.items() if said == verdict]

    def connected(self) -> set[frozenset[str]]:
        """Who is connected by `same`, whatever else was said."""
        groups: dict[str, set[str]] = {}
        for a, b in self.pairs("same"):
            joined = groups.get(a, {a}) | groups.get(b, {b})
            for member in joined:
                groups[member] = joined
        return {frozenset(group) for group in groups.values()}

    def suspended(self) -> set[frozenset[str]]:
        """Who is connected, with a `different` inside."""
        apart = self.pairs("different")
        return {
            group for group in self.connected() if any(a in group and b in group for a, b in apart)
        }

    def clusters(self) -> set[frozenset[str]]:
        """Who is joined with whom: connected, and no `different` inside; without who is gone."""
        joined = {group - self.gone for group in self.connected() - self.suspended()}
        return {group for group in joined if len(group) > 1}

    def titles(self) -> dict[str, str]:
        """The names of persons who are nobody else's, by entity; none where it is hidden.

        Who was joined with somebody of whom nothing is left may still be listed under that one.
        """
        whole = self.connected() - self.suspended()
        joined = {member for group in whole for member in group}
        return {
            person: name_of(number)
            for ident, (person, number) in self.told.items()
            if ident not in self.hidden and person not in joined
        }
