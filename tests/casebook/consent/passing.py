"""Short words for the tests of the gate: what stops a text, and files made for it."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

from panoh.casebook.consent.answers import Use
from panoh.casebook.consent.gate import Outgoing, Stop, inspect
from panoh.casebook.record import Case

DAY = date(2023, 10, 20)
USE = Use("wgad", "complaint", DAY)


def stops(case: Case, data: str | bytes, name: str = "paper.bin", use: Use = USE) -> list[Stop]:
    """What keeps one file from going out."""
    raw = data.encode() if isinstance(data, str) else data
    return inspect(case.vault.db, [Outgoing(name, raw)], use)


def hard(case: Case, data: str | bytes, name: str = "paper.bin", use: Use = USE) -> set[str]:
    """Whose words stop a file for good, whatever a human says."""
    return {stop.root for stop in stops(case, data, name, use) if not stop.human}


def looks(case: Case, data: str | bytes, name: str = "paper.bin") -> bool:
    """Whether a file waits for a human look, and for nothing else."""
    found = stops(case, data, name)
    return bool(found) and all(stop.human for stop in found)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()
