"""Unit tables: which key opens which stored file, and which parts it has.

A table is a plain age identities file, so stock tools recover a file with it. It also lets the
vault check and erase files without understanding a single statement.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from panoh.age import AgeError, X25519Identity
from panoh.vault.errors import NewerFormat, ObjectDamaged

FIRST = "# panoh units 0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The key and the parts, in order as (object name, plain bytes), of one stored file."""

    id: str
    sha256: str
    size: int
    parts: tuple[tuple[str, int], ...]
    key: X25519Identity = field(repr=False)


def table_text(units: Iterable[Unit]) -> bytes:
    """Write a table; blocks of lines in the order given."""
    lines = [FIRST]
    for unit in units:
        lines += [f"# unit {unit.id}", f"# file {unit.sha256} {unit.size}"]
        lines += [f"# part {name} {size}" for name, size in unit.parts]
        lines.append(str(unit.key))
    return ("\n".join(lines) + "\n").encode()


def read_table(text: bytes, *, name: str) -> list[Unit]:
    """Read a table; raises ObjectDamaged or NewerFormat."""
    lines = text.decode("utf-8", "replace").splitlines()
    if not lines or not lines[0].startswith("# panoh units "):
        raise ObjectDamaged(name=name, reason="it is no table of units")
    if lines[0] != FIRST:
        raise NewerFormat(name=name)
    units, block = [], list[list[str]]()
    try:
        for line in lines[1:]:
            if line.startswith("# "):
                block.append(line.split(" ")[1:])
            else:
                units.append(_unit(block, line))
                block = []
    except (ValueError, AgeError) as error:
        raise ObjectDamaged(name=name, reason="a table of units does not decode") from error
    if block:
        raise ObjectDamaged(name=name, reason="a table of units is cut short")
    return units


def _unit(block: list[list[str]], key: str) -> Unit:
    (unit, ident), (file, digest, size), *parts = block
    if unit != "unit" or file != "file" or any(part[0] != "part" for part in parts):
        raise ValueError
    return Unit(
        id=ident,
        sha256=digest,
        size=_number(size),
        parts=tuple((name, _number(length)) for _, name, length in parts),
        key=X25519Identity.parse(key),
    )


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 18:
        raise ValueError
    return int(text)
