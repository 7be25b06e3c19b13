"""The files of the example, as they ship with the package."""

import json
from importlib.resources import files
from typing import Any

FOLDER = files("panoh.demo") / "example"


def read(name: str) -> Any:
    """The content of one of the example's JSON files."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def data(name: str) -> bytes:
    """The bytes of one of the example's lists, as a group sent it."""
    return (FOLDER / name).read_bytes()
