"""Any order of saving, locking, opening, rebuilding and rolling up gives back the plain list."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tests.vault.support import Place, body, listed, statements

TEXTS = st.lists(st.text(max_size=30), min_size=1, max_size=4)


class VaultMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.root = tempfile.TemporaryDirectory()
        self.place = Place(Path(self.root.name) / "vault", Path(self.root.name) / "device")
        self.vault = self.place.create().vault
        self.bodies: list[bytes] = []
        self.idents: list[str] = []

    @rule(texts=TEXTS)
    def save(self, texts: list[str]) -> None:
        new = [body(len(self.bodies), text) for text in texts]
        self.idents += self.vault.save(new)
        self.bodies += new

    @rule(texts=TEXTS)
    def save_from_another_window(self, texts: list[str]) -> None:
        with self.place.unlock() as other:
            new = [body(len(self.bodies), text) for text in texts]
            self.idents += other.save(new)
            self.bodies += new

    @rule()
    def reopen(self) -> None:
        self.vault.close()
        self.vault = self.place.unlock()

    @rule()
    def rebuild(self) -> None:
        self.vault.close()
        self.vault = self.place.rebuild()

    @rule()
    def lose_the_index(self) -> None:
        self.vault.close()
        for path in self.place.device.glob("index.db*"):
            path.unlink()
        self.vault = self.place.unlock()

    @rule()
    def roll_up(self) -> None:
        self.vault.roll_up()

    @rule()
    def verify(self) -> None:
        assert self.vault.verify().findings == ()

    @invariant()
    def holds_the_list(self) -> None:
        assert statements(self.vault) == listed(self.vault)[1:] == self.bodies
        assert [leaf.body for leaf in self.vault.leaves(self.idents)] == self.bodies
        assert self.vault.notices == ()

    def teardown(self) -> None:
        self.vault.close()
        self.root.cleanup()


TestVault = VaultMachine.TestCase
TestVault.settings = settings(
    max_examples=12,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
