"""docs/security.md tells of attacks; each names a test that exists, and says so when asked.

`./run test tests/security/test_document.py -s -n 0` prints the list.
"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "security.md"
HEADING = "attack | what must come of it | test"
NODE = re.compile(r"`([\w/]+\.py)::(\w+)`")


def rows(text: str) -> list[list[str]]:
    """The rows of the tables of attacks, as cells."""
    found, within = [], False
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        if not line.startswith("|"):
            within = False
        elif " | ".join(cells) == HEADING:
            within = True
        elif within and not set(line) <= set("|-"):
            found.append(cells)
    return found


@cache
def written_in(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def faults(text: str) -> list[str]:
    """What is wrong with the tables: an attack without a test, a test that is not there."""
    wrong = []
    for attack, *rest in rows(text):
        named = NODE.findall(rest[-1]) if len(rest) == 2 else []
        if not named:
            wrong.append(f"{attack}: no test")
        for file, name in named:
            path = ROOT / file
            if not path.is_file() or name not in written_in(path):
                wrong.append(f"{attack}: {file}::{name} does not exist")
    return wrong


def test_every_attack_has_a_test() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for attack, *_, tests in rows(text):
        print(attack, *("→ " + "::".join(node) for node in NODE.findall(tests)), sep="\n    ")
    assert faults(text) == []
    assert len(rows(text)) > 30


def test_every_attacker_is_attacked_with() -> None:
    text = PAGE.read_text(encoding="utf-8")
    attackers = re.findall(r"^\| \*\*([a-z ]+)\*\* \|", text, re.MULTILINE)
    headings = [line[4:].lower() for line in text.splitlines() if line.startswith("### ")]
    assert len(attackers) == 12
    assert all(any(head.startswith(who) for head in headings) for who in attackers)


def test_what_is_tried_here_stands_in_the_document() -> None:
    """Tests of this folder that no attack names are controls, and few."""
    named = {
        name for row in rows(PAGE.read_text(encoding="utf-8")) for _, name in NODE.findall(row[-1])
    }
    controls = {
        "test_every_spelling_would_be_found",
        "test_the_trace_sees_every_way_of_writing",
        "test_the_limit_of_depth_counts_brackets_and_not_words",
        "test_deep_json_is_refused_by_each_reader",
        "test_another_device_folder_opens_nothing",
        "test_for_minutes",
        "test_for_minutes_deeper_and_deeper",
        "test_a_planted_fault_is_reached",
        "test_every_file_that_decodes_is_fuzzed_or_reads_nothing_from_outside",
        "test_a_new_parser_would_be_seen",
        "test_found_before_the_gate_reads_no_code_of_thousands_of_digits",
        "test_ten_thousand_steps",
    }
    here = {
        name
        for path in Path(__file__).parent.glob("test_*.py")
        if path != Path(__file__)
        for name in written_in(path)
    }
    assert here - named == controls


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("| steals | nothing | `tests/security/test_thief.py::test_of_nothing` |", 1),
        ("| steals | nothing | `tests/security/test_no.py::test_every_attack_has_a_test` |", 1),
        ("| steals | nothing | |", 1),
        ("| steals | nothing |", 1),
        (
            "| steals | nothing | `tests/security/test_fuzz.py::test_for_minutes` |",
            0,
        ),
    ],
)
def test_a_planted_gap_is_seen(row: str, wrong: int) -> None:
    assert len(faults(f"| {HEADING} |\n|---|---|---|\n{row}\n")) == wrong
