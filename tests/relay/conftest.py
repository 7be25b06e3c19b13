"""A relay and somebody it watches; in memory, where syncing costs nothing."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.relay.support import Owner, Relay, relay_in

SHARED = Path("/dev/shm")  # noqa: S108 - only tests with invented people


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    if os.access(SHARED, os.W_OK):
        with TemporaryDirectory(dir=SHARED) as folder:
            yield Path(folder)
    else:
        yield tmp_path


@pytest.fixture
def relay(memory: Path) -> Iterator[Relay]:
    with relay_in(memory / "relay") as made:
        yield made


@pytest.fixture
def owner(relay: Relay) -> Owner:
    """Somebody who is due at eight in Berlin tomorrow."""
    made = Owner()
    relay.enrol(made)
    return made
