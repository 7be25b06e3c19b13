"""A vault on disk, and a clock that a test can move."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tests.casebook.building import CHEAP, PASSPHRASE

from panoh.casebook.index import CasebookIndex
from panoh.casebook.record import Case
from panoh.vault import Vault

TODAY = date(2026, 11, 25)


class Clock:
    """The time at which things are written down."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 25, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def days(self, count: int) -> None:
        """Let days pass."""
        self.now += timedelta(days=count)

    @property
    def today(self) -> date:
        return self.now.date()


@contextmanager
def opened_case(folder: Path, clock: Clock) -> Iterator[Case]:
    made = Vault.create(
        folder / "vault", folder / "device", PASSPHRASE, CasebookIndex(), cost=CHEAP
    )
    with made.vault as vault:
        yield Case(vault, clock)
