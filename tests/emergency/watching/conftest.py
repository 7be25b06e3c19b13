"""An owner before a relay that answers on loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.emergency.watching.support import Owner, answering, folder, owner_of
from tests.relay.support import relay_in

from panoh.casebook.record import Case


@pytest.fixture
def owner(case: Case, tmp_path: Path) -> Iterator[Owner]:
    with relay_in(folder(tmp_path)) as relay, answering(relay) as address:
        yield owner_of(case, relay, address)
