"""The last step of every way out: the gate reads the finished files, then they are written."""

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from panoh.casebook.consent.answers import Use
from panoh.casebook.consent.gate import Outgoing, Stop, cleared, inspect, release
from panoh.casebook.record import Case, save, tell
from panoh.model.dates import PartialDate
from panoh.model.errors import PanohError
from panoh.model.kinds import Action

DRAFT, FINAL = "draft", "final"
#: Turns files that the gate has let out into what is written, such as one sealed archive.
Seal = Callable[[Sequence[Outgoing]], Sequence[Outgoing]]


class FileExists(PanohError):
    """A file of this name is there already."""

    code: ClassVar[str] = "file-exists"
    message: ClassVar[str] = "A file named {name} is there already; nothing was written."
    hint: ClassVar[str] = "Choose another folder with --to, or move the old file away."
    exit_status: ClassVar[int] = 51


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the gate said: `stops` keep it closed, `looked` a person cleared by looking.

    `stale` are numbers that were confirmed and belong to no stop: the file has changed since.
    `sealed` are files that were sealed and stay in memory, `action` is what was noted of files
    that were handed over.
    """

    stops: tuple[Stop, ...]
    looked: tuple[Stop, ...]
    paths: tuple[Path, ...]
    stale: tuple[str, ...] = ()
    sealed: tuple[Outgoing, ...] = ()
    action: str = ""


def offer(
    case: Case,
    files: Sequence[Outgoing],
    folder: Path,
    use: Use,
    *,
    persons: Sequence[str],
    state: str,
    looked: Sequence[str] = (),
) -> Outcome:
    """Write the files into the folder, or say what keeps the gate closed.

    `looked` are the numbers of the stops that a person has looked at, each by itself. Raises
    `FileExists`.
    """
    outcome = weighed(inspect(case.vault.db, files, use), looked)
    if outcome.stops:
        return outcome
    told = confirmed(outcome)
    paths = give(case, files, folder, use, persons=persons, state=state, looked=told)
    return replace(outcome, paths=tuple(paths))


def offer_sealed(
    case: Case,
    files: Sequence[Outgoing],
    folder: Path,
    use: Use,
    seal: Seal,
    *,
    persons: Sequence[str],
    looked: Sequence[str] = (),
) -> Outcome:
    """Like `offer`, but what is written is what `seal` makes of the files that the gate has read.

    What is in it is noted as well as what is written. Raises `FileExists`.
    """
    outcome = weighed(inspect(case.vault.db, files, use), looked)
    if outcome.stops:
        return outcome
    sealed, told = seal(files), confirmed(outcome)
    paths = _free(folder, sealed)
    note(case, [*files, *sealed], use, persons=persons, state=FINAL, looked=told)
    _write_all(folder, sealed)
    return replace(outcome, paths=tuple(paths))


def hand_over(
    case: Case,
    files: Sequence[Outgoing],
    use: Use,
    *,
    persons: Sequence[str],
    state: str,
    looked: Sequence[str] = (),
) -> Outcome:
    """Note that the files are handed over from memory, or say what keeps the gate closed.

    Whoever calls hands them over only if nothing stops them.
    """
    outcome = weighed(inspect(case.vault.db, files, use), looked)
    if outcome.stops:
        return outcome
    told = confirmed(outcome)
    noted = note(case, files, use, persons=persons, state=state, looked=told)
    return replace(outcome, action=noted)


def hand_over_sealed(
    case: Case,
    files: Sequence[Outgoing],
    use: Use,
    seal: Seal,
    *,
    persons: Sequence[str],
    looked: Sequence[str] = (),
) -> Outcome:
    """Like `hand_over`, but what is handed over is what `seal` makes of the files, in `sealed`."""
    outcome = weighed(inspect(case.vault.db, files, use), looked)
    if outcome.stops:
        return outcome
    sealed, told = tuple(seal(files)), confirmed(outcome)
    noted = note(case, [*files, *sealed], use, persons=persons, state=FINAL, looked=told)
    return replace(outcome, sealed=sealed, action=noted)


def weighed(found: Sequence[Stop], looked: Sequence[str]) -> Outcome:
    """What keeps files here, if a person has looked at the stops of these numbers."""
    return Outcome(
        stops=tuple(stop for stop in found if not cleared(stop, looked)),
        looked=tuple(stop for stop in found if cleared(stop, looked)),
        paths=(),
        stale=tuple(each for each in looked if each not in {stop.number for stop in found}),
    )


def confirmed(outcome: Outcome) -> tuple[str, ...]:
    """The numbers of the stops that a person cleared, each once."""
    return tuple(dict.fromkeys(stop.number for stop in outcome.looked))


def give(
    case: Case,
    files: Sequence[Outgoing],
    folder: Path,
    use: Use,
    *,
    persons: Sequence[str],
    state: str,
    looked: Sequence[str] = (),
) -> list[Path]:
    """Let the gate read the files, note what is given and write them into a folder, all or none.

    1. the gate; 2. the names must be free; 3. the action is saved in the vault with the digests;
    4. the files are written. Raises `GateClosed`, `FileExists`.
    """
    release(case.vault.db, files, use, looked=looked)
    paths = _free(folder, files)
    note(case, files, use, persons=persons, state=state, looked=looked)
    _write_all(folder, files)
    return paths


def note(
    case: Case,
    files: Sequence[Outgoing],
    use: Use,
    *,
    persons: Sequence[str],
    state: str,
    looked: Sequence[str],
) -> str:
    """Save what is given, to whom and for whom, with the digests, before it is given.

    Returns the entity of the action.
    """
    action = Action(
        type=use.use,
        recipient=use.recipient,
        persons=tuple(persons),
        documents=tuple(hashlib.sha256(file.data).hexdigest() for file in files),
        when=_day(use.day),
        state=state,
        looked=tuple(looked),
        publication=use.publication,
    )
    statement = tell(case, action)
    save(case, [statement])
    return statement.about


def _day(day: date) -> PartialDate:
    return PartialDate(day.isoformat())


def _free(folder: Path, files: Sequence[Outgoing]) -> list[Path]:
    """Where the files go; none may be there already."""
    paths = [folder / file.name for file in files]
    for path in paths:
        if path.exists():
            raise FileExists(name=path.name)
    return paths


def _write_all(folder: Path, files: Sequence[Outgoing]) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for file in files:
        _write(folder / file.name, file.data)


def _write(path: Path, data: bytes) -> None:
    """Only the owner can read it; a name that appears meanwhile is not written over."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as target:
        target.write(data)
        target.flush()
        os.fsync(target.fileno())
