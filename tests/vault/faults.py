"""Trying a fault at a named point: a real process of its own that is killed or refused there."""

import ast
import errno
import json
import os
import signal
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import panoh.vault
from panoh.model.errors import PanohError
from panoh.vault.points import on_reach

SOURCE = Path(panoh.vault.__file__).parent
# What changes something on a disk; whoever calls one of these must have named a point before it.
CHANGES = {"fsync", "replace", "rename", "unlink", "mkdir", "touch", "write", "rmdir", "truncate"}
# These are reached through functions that name the points themselves, or change no file.
EXEMPT = {"sync_folder"}

Action = Callable[[], None]


@dataclass(frozen=True)
class Out:
    """What a child tells its parent, at once, so that it is heard even if it is killed."""

    pipe: int

    def tell(self, *words: str) -> None:
        os.write(self.pipe, json.dumps(words).encode() + b"\n")

    def said(self, word: str) -> None:
        self.tell("said", word)

    def failed(self, error: PanohError) -> None:
        self.tell("error", error.code, str(error), error.hint)


def points() -> list[str]:
    """Find every point in the source: literals, and literals handed on as `point=`."""
    plain, suffixes, stems = set(), dict[str, set[str]](), set[tuple[str, str]]()
    for function, call in _calls():
        name = _name(call)
        if name == "reach":
            (said,) = call.args
            if isinstance(said, ast.Constant):
                plain.add(str(said.value))
            else:
                suffixes.setdefault(function, set()).add(_suffix(said))
        else:
            stems |= {(name, stem) for stem in _stems(name, call)}
    found = set(plain)
    for name, stem in stems:
        found |= {stem + suffix for suffix in suffixes[MAKERS[name]]}
    return sorted(found)


# Functions that take the name of a place, and the function whose points it completes.
MAKERS = {
    "make_folder": "make_folder",
    "make_device_folder": "make_folder",
    "publish": "write_durably",
    "publish_as": "write_durably",
    "write_durably": "write_durably",
    "writing": "writing",
    "merge_packs": "write_durably",
    "merge_tables": "write_durably",
    "remove": "remove",
}


def unnamed(source: str | None = None) -> list[str]:
    """Find functions of the vault (or of a source) that change the disk and name no point."""
    changing, naming = set(), set()
    for function, call in _calls() if source is None else _calls_in(source):
        if _name(call) == "reach":
            naming.add(function)
        elif isinstance(call.func, ast.Attribute) and call.func.attr in CHANGES:
            owner = call.func.value
            text = isinstance(owner, ast.Constant) or "isoformat" in ast.dump(owner)
            if not text and "replace" not in _of_text(call):
                changing.add(function)
    return sorted(changing - naming - EXEMPT)


def _of_text(call: ast.Call) -> str:
    """Strings have a `replace` of two arguments, paths one of one."""
    assert isinstance(call.func, ast.Attribute)
    return call.func.attr if len(call.args) > 1 and call.func.attr == "replace" else ""


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(SOURCE.glob("*.py")):
        yield from _calls_in(path.read_text())


def _calls_in(source: str) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            for call in ast.walk(node):
                if isinstance(call, ast.Call):
                    yield node.name, call


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _suffix(said: ast.expr) -> str:
    match said:
        case ast.JoinedStr(
            values=[ast.FormattedValue(value=ast.Name(id="point")), ast.Constant(value=str(suffix))]
        ):
            return suffix
    raise AssertionError(f"a point must be a literal or begin with {{point}}: {ast.dump(said)}")


def _stems(name: str, call: ast.Call) -> Iterator[str]:
    given = [word.value for word in call.keywords if word.arg == "point"]
    if name == "writing":
        given += call.args
    for value in given:
        if isinstance(value, ast.Constant):
            yield str(value.value)
        else:
            assert ast.unparse(value) == "point", "a point must be told apart by a literal"


@dataclass(frozen=True)
class Trial:
    """What came of a flow in its own process."""

    killed: bool
    reached: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    errors: list[tuple[str, str, str]] = field(default_factory=list)


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def refuse(number: int) -> Action:
    def action() -> None:
        raise OSError(number, os.strerror(number))

    return action


FULL, READ_ONLY = refuse(errno.ENOSPC), refuse(errno.EROFS)


def run(work: Callable[[Out], None], faults: Mapping[str, Action], turn: int = 1) -> Trial:
    """Do the work in a child; at the `turn`-th time it reaches a point its fault happens, once."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # Newer versions warn of threads in the parent; nothing of theirs is used in the child.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        _in_child(work, faults, turn, Out(writing))
    os.close(writing)
    with os.fdopen(reading, "r") as told:
        lines = [json.loads(line) for line in told]
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    assert killed or status == 0, [line for line in lines if line[0] == "fault"]
    return Trial(
        killed,
        [line[1] for line in lines if line[0] == "reach"],
        [line[1] for line in lines if line[0] == "said"],
        [tuple(line[1:]) for line in lines if line[0] == "error"],
    )


def _in_child(
    work: Callable[[Out], None], faults: Mapping[str, Action], turn: int, out: Out
) -> None:
    left = dict.fromkeys(faults, turn)

    def reached(point: str) -> None:
        out.tell("reach", point)
        if point in left:
            left[point] -= 1
            if left[point] == 0:
                faults[point]()

    try:
        on_reach(reached)
        work(out)
    except PanohError as error:
        out.failed(error)
    except BaseException as error:  # noqa: BLE001 - the child must never return into pytest
        out.tell("fault", repr(error))
        os._exit(1)
    os._exit(0)
