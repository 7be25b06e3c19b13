"""Every error owns a code, a message, a next step and an exit code that the documentation names."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import panoh
from panoh.model.errors import PanohError

FLOW = Path(__file__).resolve().parent.parent / "docs" / "flow.md"


def errors() -> list[type[PanohError]]:
    for module in pkgutil.walk_packages(panoh.__path__, "panoh."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return sorted(set(_under(PanohError)), key=lambda each: each.__qualname__)


def _under(kind: type[PanohError]) -> Iterator[type[PanohError]]:
    for each in kind.__subclasses__():
        if each.__module__.startswith("panoh."):
            yield each
        yield from _under(each)


def documented() -> set[int]:
    """The exit codes in the table of docs/flow.md, ranges written out."""
    table = FLOW.read_text(encoding="utf-8").split("## Exit codes", 1)[1]
    codes: set[int] = set()
    for first, last in re.findall(r"^\| (\d+)(?:–(\d+))? \|", table, re.MULTILINE):
        codes |= set(range(int(first), int(last or first) + 1))
    return codes


def test_the_search_for_errors_finds_them() -> None:
    assert {"WrongPassphrase", "GateClosed", "DateUnreadable"} <= {e.__name__ for e in errors()}


def test_no_two_errors_share_a_code() -> None:
    codes = [each.code for each in errors() if each.code != "error"]
    assert sorted(codes) == sorted(set(codes))


def test_every_error_says_what_to_do_next() -> None:
    raised = [each for each in errors() if not each.__subclasses__()]
    assert [each.__name__ for each in raised if not each.hint] == []


def test_every_exit_code_is_documented() -> None:
    assert {each.exit_status for each in errors()} - documented() == set()


def test_an_exit_code_belongs_to_one_part_of_the_program() -> None:
    owners: dict[int, set[str]] = {}
    for each in errors():
        owners.setdefault(each.exit_status, set()).add(each.__module__.split(".")[1])
    shared = {code: parts for code, parts in owners.items() if len(parts) > 1 and code > 2}
    assert shared == {}
