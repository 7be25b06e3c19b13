"""A place for one vault and one device."""

from pathlib import Path

import pytest
from tests.vault.support import Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "vault", tmp_path / "device")
