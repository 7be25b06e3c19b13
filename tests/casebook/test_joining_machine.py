"""Joining and undoing at random, in a real vault, against a model that only remembers answers.

The model keeps the last answer for each pair. Who is together is worked out from scratch each
time by walking the answers; the casebook must agree, also after the index is rebuilt.
"""

import shutil
import tempfile
from itertools import combinations
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.casebook.building import PASSPHRASE, act, noon, open_case, person

from panoh.casebook.index import CasebookIndex
from panoh.casebook.index.reading import root_of
from panoh.casebook.judge import judge, undo_judgement
from panoh.casebook.people import people
from panoh.casebook.record import Case
from panoh.vault import Vault

NAMES = ["Зарина Саломова", "Рустам Саломов", "Salomov Rustam", "Фирдавс", "زرینه"]
pairs = st.sampled_from(list(combinations(range(len(NAMES)), 2)))


class Joining(RuleBasedStateMachine):
    """Five entries of two lists, each with one act; answers come and go."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.case = open_case(self.folder)
        self.entries = [person(self.case, name) for name in NAMES]
        for entry in self.entries:
            act(self.case, entry, "detention", "2023-09-30")
        self.answers: dict[tuple[int, int], str] = {}
        self.made: dict[tuple[int, int], str] = {}

    @rule(pair=pairs, verdict=st.sampled_from(["same", "same", "different", "unsure"]))
    def answer(self, pair: tuple[int, int], verdict: str) -> None:
        a, b = (self.entries[number] for number in pair)
        self.made[pair] = judge(self.case, a, b, verdict, "because")
        self.answers[pair] = verdict

    @precondition(lambda self: self.answers)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        pair = data.draw(st.sampled_from(sorted(self.answers)))
        undo_judgement(self.case, self.made[pair], "asked again")
        del self.answers[pair]

    @rule()
    def rebuild(self) -> None:
        self.case.vault.close()
        vault = Vault.rebuild(
            self.folder / "vault", self.folder / "device", PASSPHRASE, CasebookIndex()
        )
        self.case = Case(vault, noon)

    @invariant()
    def together_are_those_whom_the_answers_connect(self) -> None:
        roots = [root_of(self.case.vault.db, entry) for entry in self.entries]
        for a, b in combinations(range(len(NAMES)), 2):
            assert (roots[a] == roots[b]) == self.connected(a, b)

    @invariant()
    def nobody_is_lost_from_the_list(self) -> None:
        groups = {root_of(self.case.vault.db, entry) for entry in self.entries}
        assert {row.root for row in people(self.case.vault.db)} == groups
        assert sum(row.acts for row in people(self.case.vault.db)) == len(NAMES)

    def connected(self, a: int, b: int) -> bool:
        """Whether a walk over `same` leads from a to b in a group without a `different` inside."""
        group, border = {a}, [a]
        while border:
            here = border.pop()
            for pair, verdict in self.answers.items():
                if verdict == "same" and here in pair:
                    there = pair[0] + pair[1] - here
                    if there not in group:
                        group.add(there)
                        border.append(there)
        torn = any(
            verdict == "different" and set(pair) <= group for pair, verdict in self.answers.items()
        )
        return b in group and not torn

    def teardown(self) -> None:
        self.case.vault.close()
        shutil.rmtree(self.folder)


TestJoining = Joining.TestCase
TestJoining.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)
