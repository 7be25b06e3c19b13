"""Two vaults, made once; each test gets copies that it may spoil."""

from pathlib import Path

import pytest
from tests.security.setting import Scene, make_scene


@pytest.fixture(scope="session")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Scene, Scene]:
    return make_scene(tmp_path_factory.mktemp("ours")), make_scene(tmp_path_factory.mktemp("other"))


@pytest.fixture
def scene(scenes: tuple[Scene, Scene], tmp_path: Path) -> Scene:
    return scenes[0].copied(tmp_path)


@pytest.fixture
def other(scenes: tuple[Scene, Scene], tmp_path: Path) -> Scene:
    return scenes[1].copied(tmp_path / "other")
