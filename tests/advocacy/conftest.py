"""A real vault on disk, with a passphrase that costs little to try."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.casebook.building import open_case

from panoh.casebook.record import Case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    opened = open_case(tmp_path)
    yield opened
    opened.vault.close()
