"""The pages with a desk behind them on a port of this computer, asked as a browser asks."""

from collections.abc import Iterator

import httpx
import pytest
from starlette.applications import Starlette
from tests.relay.pages.desk import OneDesk
from tests.relay.serving import served

from panoh.relay.pages import pages
from panoh.relay.pages.limits import Tries


@pytest.fixture
def desk() -> OneDesk:
    return OneDesk()


@pytest.fixture(scope="session")
def app() -> Starlette:
    return pages(OneDesk(), floor=0)


@pytest.fixture(scope="session")
def address(app: Starlette) -> Iterator[str]:
    with served(app) as address:
        yield address


@pytest.fixture
def visitor(desk: OneDesk, app: Starlette, address: str) -> Iterator[httpx.Client]:
    """Asks the pages, which have this test's desk behind them."""
    app.state.desk, app.state.tries = desk, Tries()
    with httpx.Client(base_url=address) as client:
        yield client
