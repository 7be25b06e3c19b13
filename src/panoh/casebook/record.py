"""Writing: a record becomes a statement, statements are saved, and only then said to be saved."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from panoh.model.ids import new_entity
from panoh.model.instants import format_instant
from panoh.model.kinds import kind_of
from panoh.model.statement import Origin, Statement, encode, raw_fields
from panoh.vault import Vault


@dataclass(frozen=True, slots=True)
class Case:
    """An open vault, who writes in it, and the clock by which records are dated."""

    vault: Vault
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    @property
    def member(self) -> str:
        """Who writes: the first 128 bits of the writer's key."""
        return self.vault.writer[:32]


@dataclass(frozen=True, slots=True)
class Context:
    """What statements of one sitting share: the source, its language, how reliable it was."""

    source: str = ""
    language: str = ""
    reliability: str = ""


#: A member speaking for herself.
OWN = Context()


def tell(
    case: Case,
    record: msgspec.Struct,
    about: str = "",
    context: Context = OWN,
    *,
    replaces: Iterable[tuple[str, str]] = (),
    origin: Origin | None = None,
) -> Statement:
    """The statement that says what `record` says; a new entity where `about` is empty."""
    spec = kind_of(record)
    return Statement(
        about=about or new_entity(),
        kind=spec.name,
        version=spec.version,
        source=context.source,
        by=case.member,
        recorded=format_instant(case.clock()),
        fields=raw_fields(msgspec.to_builtins(record)),
        reliability=context.reliability,
        language=context.language,
        replaces=tuple(replaces),
        origin=origin,
    )


def save(case: Case, statements: Sequence[Statement]) -> list[str]:
    """Publish the statements in the vault and return their identifiers, in the same order."""
    return case.vault.save([encode(statement) for statement in statements])
