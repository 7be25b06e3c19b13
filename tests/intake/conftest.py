"""A real vault with a cheap passphrase, a source, and lists written as files."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from panoh.casebook.index.project import CasebookIndex
from panoh.casebook.record import Case, save, tell
from panoh.intake.spreadsheet.rows import ImportReport, import_list
from panoh.model.kinds import KINDS, Source
from panoh.model.statement import Statement, decode
from panoh.vault import KdfCost, Vault

HEADER = ("№", "Фамилия", "Имя", "Дата рождения", "Дата задержания", "Место", "Кем",
          "Что произошло", "Чей родственник", "Освобождён", "Примечание")  # fmt: skip


@dataclass
class Desk:
    """A case, one source, and short ways to take lists in and look at what came of them."""

    case: Case
    source: str

    def take(self, data: Any, name: str = "list.csv", **more: Any) -> ImportReport:
        return import_list(self.case, data, name, self.source, **more)

    def told(self, kind: str = "") -> list[Statement]:
        query = "SELECT l.body FROM statement s JOIN leaves l ON l.id = s.id ORDER BY s.n"
        found = [decode(body) for (body,) in self.case.vault.db.execute(query)]
        return [each for each in found if each.kind == (kind or each.kind)]

    def records(self, kind: str) -> list[Any]:
        struct = KINDS[kind].struct
        return [
            msgspec.convert(msgspec.json.decode(msgspec.json.encode(each.fields)), struct)
            for each in self.told(kind)
        ]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    cheap = KdfCost(memory_kib=8192, passes=1, lanes=1)
    folders = tmp_path / "vault", tmp_path / "device"
    with Vault.create(*folders, "long enough words", CasebookIndex(), cost=cheap).vault as vault:
        case = Case(vault)
        said = tell(case, Source(code_name="Chinor"))
        save(case, [said])
        yield Desk(case, said.about)


@pytest.fixture
def as_csv() -> Callable[..., bytes]:
    def write(
        rows: Sequence[Sequence[str]], encoding: str = "utf-8", delimiter: str = ","
    ) -> bytes:
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=delimiter).writerows(rows)
        return out.getvalue().encode(encoding)

    return write


@pytest.fixture
def people() -> list[list[str]]:
    """A header and six rows about six invented people."""
    return [
        list(HEADER),
        ["1", "Саидова", "Нигина", "1988", "01.10.2023", "Худжанд", "ГКНБ", "задержана",
         "Саидов Парвиз (сестра)", "нет", ""],
        ["2", "Каримов", "Далер", "12.03.1990", "30.09.2023", "Исфара", "милиция",
         "задержан, избит", "Каримов Шариф (брат)", "02.10.2023", "учитель"],
        ["3", "Рахимова", "Зебо", "1955", "02.10.2023", "Восе", "ГКНБ", "угрозы",
         "Рахимов Анвар (мать)", "", ""],
        ["4", "Назаров", "Умед", "", "октябрь 2023", "Душанбе", "неизвестно", "снят на видео",
         "", "неизвестно", ""],
        ["5", "Ятимов", "Сино", "2001", "03.10.2023", "Гиссар", "ГКНБ", "задержан",
         "брат Ятимова Фируза", "", ""],
        ["6", "Шарипова", "Мадина", "1970", "03.10.2023", "Рашт", "ГКНБ", "допрошена",
         "Шарипов Комил (жена)", "", ""],
    ]  # fmt: skip
