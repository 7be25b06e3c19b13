"""The files of the example as the tests read them: with the standard library alone."""

import csv
import io
import json
from pathlib import Path
from typing import Any

EXAMPLE = Path(__file__).parents[2] / "src" / "panoh" / "demo" / "example"
FOLD = str.maketrans({"ӯ": "у", "ҳ": "х", "қ": "к", "ғ": "г", "ӣ": "и", "ъ": "", "ё": "е"})

Row = tuple[str, int]


def load(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((EXAMPLE / f"{name}.json").read_text(encoding="utf-8"))
    return data


def rows(which: str) -> dict[Row, dict[str, str]]:
    """Data rows of one list by (list, row number); the header is row 1."""
    raw = (EXAMPLE / f"list_{which}.csv").read_bytes()
    text = raw.decode("utf-8-sig" if which == "a" else "cp1251")
    header, *body = csv.reader(io.StringIO(text), delimiter=";" if which == "a" else ",")
    return {
        (which, number): dict(zip(header, cells, strict=True))
        for number, cells in enumerate(body, start=2)
    }


LISTS = {**rows("a"), **rows("b")}
TRUTH, JUDGED, CONSENTS, CASE = (load(n) for n in ("truth", "judgements", "consents", "case"))
PEOPLE: dict[str, dict[str, Any]] = {person["id"]: person for person in TRUTH["people"]}
EXILES: dict[str, dict[str, str]] = {exile["id"]: exile for exile in load("exiles")["exiles"]}
UNREADABLE = {(entry["list"], entry["row"]) for entry in TRUTH["unreadable"]}
TOLD: dict[Row, list[str]] = {
    (which, int(row)): types for which in "ab" for row, types in TRUTH[f"told_{which}"].items()
}


def rows_of(person: dict[str, Any]) -> list[Row]:
    return [("a", row) for row in person["list_a"]] + [("b", row) for row in person["list_b"]]


OWNER = {row: person["id"] for person in PEOPLE.values() for row in rows_of(person)}


def at(reference: dict[str, Any]) -> Row:
    return reference["list"], reference["row"]


def pair(entry: dict[str, Any]) -> tuple[Row, Row]:
    return at(entry["a"]), at(entry["b"])


def cell(row: Row, tajik: str, russian: str) -> str:
    return LISTS[row][tajik if row[0] == "a" else russian]
