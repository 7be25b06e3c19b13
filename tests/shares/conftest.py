"""One key, one set of five sheets of it, and one mistake on a sheet at a time."""

import pytest

from panoh.age import HybridIdentity
from panoh.shares import split, verifier_of

SEED = bytes(range(32))


@pytest.fixture(scope="session")
def seed() -> bytes:
    return SEED


@pytest.fixture(scope="session")
def verifier() -> str:
    return verifier_of(str(HybridIdentity.from_seed(SEED).recipient()))


@pytest.fixture(scope="session")
def five() -> list[str]:
    return split(SEED)
