"""The map, the README and the import contract tell one order, and the tree keeps its measures."""

import ast
import re
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

import panoh

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "panoh"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 40


class Folder(NamedTuple):
    """One line of the map."""

    name: str
    planned: bool


def folders(text: str) -> list[Folder]:
    """Read the lines `name/   [planned: ]words` of a map."""
    lines = re.findall(r"^ +([a-z]+)/ +(planned: )?\S", text, re.MULTILINE)
    return [Folder(name, bool(planned)) for name, planned in lines]


def contract() -> list[Folder]:
    """Read the layers of the import contract, first stage first; brackets mean planned."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(c for c in settings["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    names = [name.strip() for layer in layers["layers"] for name in layer.split("|")]
    return [Folder(name.strip("()"), name.startswith("(")) for name in reversed(names)]


def readme() -> str:
    """Give the README's part about the folders."""
    return (ROOT / "README.md").read_text(encoding="utf-8").partition("## The folders")[2]


def test_docstring_readme_and_contract_tell_one_order() -> None:
    told = folders(panoh.__doc__ or "")
    assert told[-1].name == "locale", "locale is data and stands last, outside the contract"
    assert told[:-1] == contract()
    assert folders(readme()) == told


def test_planned_is_what_does_not_exist_yet() -> None:
    for folder in contract():
        exists = (PACKAGE / folder.name / "__init__.py").exists()
        assert exists != folder.planned, (
            f"{folder.name}/ {'exists' if exists else 'does not exist'}; say so in the docstring "
            "of panoh, the README and the contract in pyproject.toml (brackets)"
        )


def faults(path: Path, source: str) -> list[str]:
    """Tell where a module leaves the house's measures: docstring, length, length of functions."""
    tree = ast.parse(source)
    wrong = [] if ast.get_docstring(tree) else [f"{path}: no docstring"]
    lines = len(source.splitlines())
    if lines > LONGEST_FILE:
        wrong.append(f"{path}: {lines} lines")
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            length = node.end_lineno - node.lineno + 1
            if length > LONGEST_FUNCTION:
                wrong.append(f"{path}:{node.lineno} {node.name}: {length} lines")
    return wrong


def test_files_and_functions_stay_readable() -> None:
    wrong = [
        fault
        for path in MODULES
        for fault in faults(path.relative_to(ROOT), path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "source",
    [
        "x = 1\n",
        '"""Long."""\n' + "x = 1\n" * LONGEST_FILE,
        '"""Long."""\ndef f():\n' + "    x = 1\n" * LONGEST_FUNCTION,
    ],
)
def test_a_planted_excess_is_seen(source: str) -> None:
    assert len(faults(Path("planted.py"), source)) == 1


def strangers(source: str, own: tuple[str, ...] = ("panoh.model.",)) -> set[str]:
    """Give what a module imports and pure data may not: third parties and later stages."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module or "")
    allowed = {*sys.stdlib_module_names, "msgspec"} - {"sqlite3", "socket", "subprocess", "urllib"}
    return {
        name
        for name in found
        if name.partition(".")[0] not in allowed and not f"{name}.".startswith(own)
    }


def test_the_words_need_the_standard_library_and_msgspec_only() -> None:
    for path in sorted((PACKAGE / "model").rglob("*.py")):
        assert strangers(path.read_text(encoding="utf-8")) == set(), path.relative_to(ROOT)
    for path in sorted((PACKAGE / "guidance").rglob("*.py")):
        found = strangers(path.read_text(encoding="utf-8"), ("panoh.model.", "panoh.guidance."))
        assert found == set(), path.relative_to(ROOT)


def test_a_planted_stranger_is_seen() -> None:
    source = "import re, rapidfuzz.distance\nfrom panoh.vault import store\nfrom . import dates\n"
    assert strangers(source) == {"rapidfuzz.distance", "panoh.vault"}
    assert strangers("import sqlite3\nfrom panoh.model.errors import PanohError\n") == {"sqlite3"}
