"""Records as tests tell them: Niso's list says this about Zarina, Bahor's list says that."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from panoh.casebook.index import CasebookIndex
from panoh.casebook.record import Case, Context, save, tell
from panoh.model.dates import PartialDate
from panoh.model.ids import new_entity
from panoh.model.kinds import Act, Consent, Person, Source, Status
from panoh.model.names import Name
from panoh.vault import KdfCost, Vault

PASSPHRASE = "six words that nobody will guess"
CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)


def noon() -> datetime:
    """The moment at which everything in these tests is recorded."""
    return datetime(2023, 10, 7, 12, tzinfo=UTC)


def open_case(folder: Path) -> Case:
    """A new vault under `folder`, open."""
    made = Vault.create(
        folder / "vault", folder / "device", PASSPHRASE, CasebookIndex(), cost=CHEAP
    )
    return Case(made.vault, noon)


def source(case: Case, code_name: str, **told: Any) -> str:
    """A source of this code name; returns its entity."""
    about = new_entity()
    save(case, [tell(case, Source(code_name=code_name, **told), about)])
    return about


def person(case: Case, name: str, source: str = "", born: str = "", **told: Any) -> str:
    """A person as a source names them; returns their entity."""
    about = new_entity()
    record = Person(names=(Name.of(name),), born=PartialDate(born) if born else None, **told)
    save(case, [tell(case, record, about, Context(source))])
    return about


def act(case: Case, victim: str, type_: str, when: str = "", source: str = "", **told: Any) -> str:
    """Something done to a person; returns its entity."""
    about = new_entity()
    record = Act(victim=victim, type=type_, when=PartialDate(when) if when else None, **told)
    save(case, [tell(case, record, about, Context(source))])
    return about


def status(case: Case, who: str, state: str, when: str, source: str) -> str:
    """One observation of a person; returns its entity."""
    about = new_entity()
    record = Status(person=who, state=state, when=PartialDate(when) if when else None)
    save(case, [tell(case, record, about, Context(source))])
    return about


def consent(case: Case, who: str, answer: str = "yes", **told: Any) -> str:
    """An answer of a person for a complaint to the Working Group; returns its entity."""
    about = new_entity()
    values: dict[str, Any] = {
        "recipient": "wgad",
        "what": ("name", "facts"),
        "uses": ("complaint",),
    }
    save(case, [tell(case, Consent(person=who, answer=answer, **(values | told)), about)])
    return about
