"""The pages of a real relay on a port of this computer, asked as a browser asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from tests.relay.serving import served
from tests.relay.watched import World, plan

from panoh.checkin.schedule import Schedule
from panoh.relay.pages import Counter, pages
from panoh.relay.pages.service import Health


@dataclass
class Well:
    """Whether the relay is well."""

    well: bool = True

    def __call__(self) -> Health:
        return Health(self.well, 1)


@pytest.fixture(scope="session")
def health() -> Well:
    return Well()


@pytest.fixture(scope="session")
def app(health: Well, tmp_path_factory: pytest.TempPathFactory) -> Starlette:
    world = World(tmp_path_factory.mktemp("relay"))
    world.close()
    return pages(Counter(world.files), health, ("mail",), floor=0)


@pytest.fixture(scope="session")
def address(app: Starlette) -> Iterator[str]:
    with served(app) as address:
        yield address


@pytest.fixture
def schedule() -> Schedule | None:
    """When the person is expected."""
    return None


@pytest.fixture
def world(app: Starlette, memory: Path, schedule: Schedule | None) -> Iterator[World]:
    """This test's relay, which stands behind the pages."""
    world = World(memory, plan(schedule))
    counter = app.state.counter = Counter(world.files, world.clock)
    yield world
    counter.close()
    world.close()


@pytest.fixture
def visitor(world: World, address: str) -> Iterator[httpx.Client]:
    """Somebody with a browser."""
    with httpx.Client(base_url=address) as client:
        yield client
