"""What is shipped with the pages: licences with everything foreign, and none of it in git."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from panoh.web.render import HERE, environment

ROOT = Path(__file__).parents[2]
#: Made by a build, or written by others.
MADE = re.compile(r"(^|/)node_modules/|/static/|\.(mo|woff2?|ttf|min\.js|map)$")


def kept() -> list[str]:
    """Every file that git keeps."""
    command = ["git", "ls-files", "-z"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.skip("this is no clone")
    return found.stdout.split("\0")


def test_nothing_foreign_or_generated_is_kept() -> None:
    assert [path for path in kept() if MADE.search(path)] == []


def test_what_is_made_would_be_seen() -> None:
    for path in ("src/panoh/web/static/app.js", "frontend/node_modules/x/index.js", "a/b.mo"):
        assert MADE.search(path)


def test_the_licence_of_everything_foreign_goes_with_it() -> None:
    told = HERE / "static" / "THIRD-PARTY.txt"
    if not told.exists():
        pytest.skip("the web bundle was not built: ./run")
    text = told.read_text(encoding="utf-8")
    asked = json.loads((ROOT / "frontend" / "package.json").read_text(encoding="utf-8"))
    for name in asked["dependencies"]:
        if name != "esbuild":  # makes the bundle and is no part of it
            assert re.search(rf"^{re.escape(name)} [\d.]+\S* \(.+\)$", text, re.MULTILINE), name


def test_a_value_that_a_page_lacks_is_an_error_and_no_empty_place() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ page.nobody_gave_this }}").render(page=object())
