"""Any work in any order, with the process killed at any moment, gives what a plain model says.

The short run is part of every test run; `./run test --long` makes ten thousand steps.
"""

import io
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from tests.casebook.test_order import TABLES
from tests.cli.commands import PASSPHRASE
from tests.security.soak_model import Model, name_of, named
from tests.vault.support import CHEAP

from panoh.casebook.index import CasebookIndex
from panoh.casebook.judge import judge, retract, undo_judgement
from panoh.casebook.record import Case, save
from panoh.vault import StoredFile, Vault
from panoh.vault.errors import ObjectMissing

WEIGHTS = {
    "record": 30,
    "record_many": 6,
    "judge_same": 14,
    "judge_different": 5,
    "judge_unsure": 2,
    "suspend_a_joining": 2,
    "undo": 9,
    "hide": 6,
    "show_again": 4,
    "store_file": 3,
    "read_file": 2,
    "reopen": 6,
    "roll_up": 4,
    "lose_the_index": 1,
    "rebuild": 2,
    "import_a_list": 1,
    "kill": 2,
    "keep_a_draft": 8,
    "drop_a_draft": 4,
    "erase_a_statement": 1,
    "erase_a_file": 1,
}


class Soak:
    """One vault, the model it is held against, and the steps that are taken on both."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.device = folder / "vault", folder / "device"
        self.random, self.model, self.number = random.Random(seed), Model(), 0  # noqa: S311
        self.stored: dict[str, StoredFile] = {}
        self.imported = self.suspended = 0
        Vault.create(
            self.folder, self.device, PASSPHRASE, CasebookIndex(), cost=CHEAP
        ).vault.close()
        self.steps = Counter[str]()
        self.open()

    def open(self) -> None:
        self.vault = Vault.unlock(self.folder, self.device, PASSPHRASE, CasebookIndex())
        self.case = Case(self.vault)

    def step(self) -> None:
        (name,) = self.random.choices(list(WEIGHTS), list(WEIGHTS.values()))
        self.steps[name] += 1
        getattr(self, name)()

    def record(self, count: int = 1) -> None:
        numbers = range(self.number, self.number + count)
        idents = save(self.case, [named(self.case, number) for number in numbers])
        for ident, number in zip(idents, numbers, strict=True):
            self.model.told[ident] = (f"{number:032x}", number)
        self.number += count

    def record_many(self) -> None:
        self.record(self.random.randrange(2, 9))

    def _pair(self) -> tuple[str, str] | None:
        """Among few, so that clusters grow and a `different` stands inside them."""
        few = self.random.choice((6, 6, 12, 60))
        recent = [person for person, _ in list(self.model.told.values())[-few:]]
        if len(recent) < 2:
            return None
        low, high = sorted(self.random.sample(recent, 2))
        return low, high

    def _joined_pair(self) -> tuple[str, str] | None:
        """Two who are joined through a third: a `different` between them suspends the joining."""
        large = sorted(sorted(group) for group in self.model.connected() if len(group) > 2)
        if not large:
            return None
        low, high = sorted(self.random.sample(self.random.choice(large), 2))
        return low, high

    def _judge(self, verdict: str, pair: tuple[str, str] | None = None) -> None:
        pair = pair or self._pair()
        if pair:
            about = judge(self.case, *pair, verdict, "soak")
            self.model.verdicts[pair] = (verdict, about)

    def judge_same(self) -> None:
        self._judge("same")

    def judge_different(self) -> None:
        self._judge("different", self._joined_pair() if self.random.random() < 0.5 else None)

    def judge_unsure(self) -> None:
        self._judge("unsure")

    def suspend_a_joining(self) -> None:
        """Three are joined in a row, and somebody says that the ends are two."""
        three = sorted(person for person, _ in list(self.model.told.values())[-3:])
        if len(three) == 3:
            low, middle, high = three
            self._judge("same", (low, middle))
            self._judge("same", (middle, high))
            self._judge("different", (low, high))

    def undo(self) -> None:
        if self.model.verdicts:
            pair = self.random.choice(list(self.model.verdicts))
            undo_judgement(self.case, self.model.verdicts.pop(pair)[1], "soak")

    def hide(self) -> None:
        shown = [ident for ident in self.model.told if ident not in self.model.hidden]
        if shown:
            ident = self.random.choice(shown)
            self.model.hidden[ident] = retract(self.case, self.model.told[ident][0], ident, "soak")

    def show_again(self) -> None:
        if self.model.hidden:
            ident = self.random.choice(list(self.model.hidden))
            person = self.model.told[ident][0]
            retract(self.case, person, self.model.hidden.pop(ident), "soak")

    def store_file(self) -> None:
        content = self.random.randbytes(self.random.randrange(20_000))
        stored = self.vault.put_file(io.BytesIO(content))
        self.stored[stored.sha256], self.model.files[stored.sha256] = stored, content

    def read_file(self) -> None:
        if self.stored:
            digest = self.random.choice(list(self.stored))
            content = b"".join(self.vault.open_file(self.stored[digest]))
            assert content == self.model.files[digest]

    def keep_a_draft(self) -> None:
        words = self.random.randbytes(self.random.randrange(9_000))
        again = sorted(self.model.drafts)[: self.random.randrange(3)]
        ident = self.vault.drafts.keep(words, again[-1] if again else "")
        self.model.drafts[ident] = words

    def drop_a_draft(self) -> None:
        if self.model.drafts:
            ident = self.random.choice(sorted(self.model.drafts))
            del self.model.drafts[ident]
            self.vault.drafts.drop(ident)

    def erase_a_statement(self) -> None:
        """Of some person, joined or hidden or neither; what was judged of them stays."""
        if self.model.told:
            ident = self.random.choice(list(self.model.told))
            self.vault.erase([ident], [], "soak")
            self.model.erase(ident)

    def erase_a_file(self) -> None:
        if self.stored:
            digest = self.random.choice(sorted(self.stored))
            stored = self.stored.pop(digest)
            del self.model.files[digest]
            self.vault.erase([], [stored.unit], "soak")
            with pytest.raises(ObjectMissing):
                self.vault.open_file(stored)

    def reopen(self) -> None:
        self.vault.close()
        self.open()

    def roll_up(self) -> None:
        self.vault.roll_up()

    def lose_the_index(self) -> None:
        self.vault.close()
        for path in self.device.glob("index.db*"):
            path.unlink()
        self.open()

    def rebuild(self) -> None:
        self.vault.close()
        self.vault = Vault.rebuild(self.folder, self.device, PASSPHRASE, CasebookIndex())
        self.case = Case(self.vault)

    def import_a_list(self) -> None:
        """Rows of a list; the names in them are numbers too, but their entities are drawn."""
        from panoh.intake.spreadsheet.layout import as_layout, guess
        from panoh.intake.spreadsheet.reading import read_table
        from panoh.intake.spreadsheet.rows import import_list
        from panoh.model.ids import new_entity
        from panoh.model.kinds import Source

        if not self.imported:
            from panoh.casebook.record import tell

            self.source = new_entity()
            record = Source(code_name="soak", connection="unknown", citation="nothing")
            save(self.case, [tell(self.case, record, self.source)])
        self.imported += 1
        rows = [f"Рустам Рӯйхат{name_of(n)[5:]};1970;дастгир шуд" for n in range(self.imported, 9)]
        text = "\n".join(["Ному насаб;Соли таваллуд;Чӣ шуд", *rows, "Як Нафар;1971;дастгир шуд"])
        table = read_table(text.encode())
        layout = as_layout(guess(table.sheets[0]))
        import_list(self.case, table, "list.csv", self.source, layout)
        again = import_list(self.case, table, "list.csv", self.source, layout)
        assert again.again

    def kill(self) -> None:
        """Another process works on the vault and is killed; half the time while it is open here."""
        if self.random.random() < 0.5:
            self.vault.close()
        command = [sys.executable, "-m", "tests.security.soak_child"]
        command += [str(self.folder), str(self.device), str(self.number)]
        paths = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        with subprocess.Popen(command, env=paths, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            reported = [int(child.stdout.readline()) for _ in range(self.random.randrange(1, 8))]
            time.sleep(self.random.random() * 0.03)
            child.send_signal(signal.SIGKILL)
            reported += [int(line) for line in child.stdout.read().split()]
        self.vault.close()
        self.open()
        self._adopt(reported)
        self._drop_what_the_other_drafted(max(reported))

    def _adopt(self, reported: list[int]) -> None:
        """What was reported is there; at most one pair more; no pair by half."""
        found = {}
        for ident, about in self.vault.db.execute(
            "SELECT id, about FROM statement WHERE kind = 'person' AND about >= ? AND about < ?",
            (f"{self.number:032x}", f"{self.number + 2000:032x}"),
        ):
            found[int(about, 16)] = ident.hex()
        assert set(reported) <= found.keys()
        assert len(found) <= 2 * (len(reported) + 1)
        assert set(found) == set(range(self.number, self.number + len(found)))
        assert len(found) % 2 == 0
        for number, ident in sorted(found.items()):
            self.model.told[ident] = (f"{number:032x}", number)
        self.number += len(found)

    def _drop_what_the_other_drafted(self, reported: int) -> None:
        """It kept a draft before each save: whole, and no older than what it last reported."""
        for draft in self.vault.drafts.all():
            if draft.id not in self.model.drafts:
                assert int(self.vault.drafts.read(draft.id).split()[-1]) >= reported
                self.vault.drafts.drop(draft.id)

    def check(self, *, whole: bool) -> None:
        """Hold the vault against the model."""
        db = self.vault.db
        there = {ident.hex() for (ident,) in db.execute("SELECT id FROM statement")}
        assert there >= self.model.told.keys() | set(self.model.hidden.values())
        assert not there & self.model.erased
        drafts = {each.id: self.vault.drafts.read(each.id) for each in self.vault.drafts.all()}
        assert drafts == self.model.drafts
        joined: dict[str, set[str]] = {}
        for ident, root in db.execute("SELECT id, root FROM entity WHERE kind = 'person'"):
            joined.setdefault(root, set()).add(ident)
        clusters = {frozenset(members) for members in joined.values() if len(members) > 1}
        assert clusters == self.model.clusters()
        self.suspended += len(self.model.suspended())
        shown = dict(db.execute("SELECT root, title FROM view WHERE kind = 'person'"))
        for person, title in self.model.titles().items():
            assert shown[person] == title
        assert self.vault.notices == ()
        if whole:
            assert {each.code for each in self.vault.verify(deep=True).findings} <= {
                "leftover",
                "part-unused",
            }
            before = self._projected()
            self.rebuild()
            assert self._projected() == before

    def _projected(self) -> dict[str, list[tuple[object, ...]]]:
        """What the index says of people, without what depends on the order of arrival."""
        return {
            table: sorted(self.vault.db.execute(TABLES[table]))
            for table in ("entity", "verdict", "name_key", "reference", "view")
        }


def run(soak: Soak, steps: int, every: int) -> None:
    for number in range(1, steps + 1):
        soak.step()
        if number % every == 0:
            soak.check(whole=number % (every * 10) == 0)
    soak.check(whole=True)
    soak.vault.close()
    assert soak.suspended, "no joining was ever suspended: the steps are too tame"


def test_a_short_while(tmp_path: Path) -> None:
    soak = Soak(tmp_path, seed=2)
    for name in WEIGHTS:  # each kind of step at least once, then any
        getattr(soak, name)()
    # How many people there are depends on the moment of the kill: once is made sure of.
    soak.record_many()
    soak.record_many()
    soak.suspend_a_joining()
    soak.check(whole=False)
    run(soak, 250, every=12)


@pytest.mark.long
def test_ten_thousand_steps(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(10**6)
    print("seed", seed)
    soak = Soak(tmp_path, seed)
    run(soak, 10_000, every=50)
    print(dict(soak.steps))
    assert soak.steps.keys() == WEIGHTS.keys()
