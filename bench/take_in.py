"""Taking in a list of 10,000 rows: read in confinement, every row kept raw, all of it durable.

`python bench/take_in.py [--quick]`. There is no peer in this run; Bayanat was measured at 11 rows
a second.

It is short of its bar. A row becomes more than five statements, and nearly all of its time is
Python on one core: a quarter reads the cells and makes the statements, a fifth makes the keys of
names (two of three rows name a relative whom no other row names), a third is the rest of the fold,
a tenth is what SQLite inserts, and the rest signs, packs and writes. Nothing in it grows with what
the vault already holds.
"""

import csv
import io
import sys
import tempfile
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))
from measuring import CHEAP, PASSPHRASE, figure, quickly
from unkind import Maker

from panoh.casebook.index import CasebookIndex
from panoh.casebook.record import Case, save, tell
from panoh.intake.spreadsheet.rows import import_list
from panoh.model.kinds import Source
from panoh.vault import Vault

RATE = 2_000
HEADER = ("№", "Фамилия Имя", "Дата рождения", "Дата задержания", "Место", "Что произошло",
          "Чей родственник", "Освобождён", "Примечание")  # fmt: skip


def main() -> None:
    """Measure and print one line per figure."""
    count = 1_000 if quickly("taking in a list of 10,000 rows") else 10_000
    with tempfile.TemporaryDirectory() as name:
        folders = Path(name) / "vault", Path(name) / "device"
        with Vault.create(*folders, PASSPHRASE, CasebookIndex(), cost=CHEAP).vault as vault:
            case = Case(vault)
            said = tell(case, Source(code_name="Chinor"))
            save(case, [said])
            data = a_list(count)
            before, cpu = time.perf_counter(), time.process_time()
            report = import_list(case, data, "list.csv", said.about)
            taken, used = time.perf_counter() - before, time.process_time() - cpu
            statements = vault.db.execute("SELECT count(*) FROM said").fetchone()
    print(f"{count} rows: {report.people} people, {report.acts} acts, {statements[0]} statements")
    print(f"{taken:.2f} s on the clock, {used:.2f} s CPU of this process")
    rate = count / taken
    print(figure("import", f"{rate:.0f}rows/s", f"{RATE}rows/s", ok=rate >= RATE))


def a_list(count: int) -> bytes:
    """A list of unkind people as CSV: three scripts, long notes, dates written in several ways."""
    maker, random = Maker(3), Random(4)  # noqa: S311 - the same list every time
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(HEADER)
    words = list(maker.words.values())
    for number in range(count):
        long = 500 if random.random() < 0.02 else random.randint(4, 40)
        rows.writerow(
            (
                number + 1,
                maker.name(),
                random.choice((f"{random.randint(1940, 2005)}", "12.03.1971", "1.1.1980", "")),
                f"{random.randint(1, 28):02}.{random.randint(1, 12):02}.2023",
                random.choice(("Душанбе", "Хуҷанд", "Рӯдакӣ", "в селе")),
                random.choice(("задержан", "избит, задержан", "допрошен", "видео")),
                random.choice(("", f"{maker.name()} (брат)", f"{maker.name()} (отец)")),
                random.choice(("да", "нет", "04.10.2023", "")),
                random.choice(words).text(random, long),
            )
        )
    return out.getvalue().encode()


if __name__ == "__main__":
    main()
