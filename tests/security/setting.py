"""A vault with a list taken in, made once and copied for every attack; its passphrase is cheap."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.cli.commands import PASSPHRASE, Desk, new_desk
from tests.vault.support import CHEAP

from panoh.casebook.index import CasebookIndex
from panoh.vault import Vault

LIST = """Ному насаб;Соли таваллуд;Ноҳия;Санаи дастгирӣ;Чӣ шуд;Эзоҳ
Зарина Саломова;1969;Рӯдакӣ;30.09.2023;дастгир шуд;{}
Рустам Саломов;1971;Рӯдакӣ;30.09.2023;дастгир шуд;
"""


@dataclass(frozen=True)
class Scene:
    """A desk, and the recovery identity of its vault."""

    desk: Desk
    recovery: str

    @property
    def vault(self) -> Path:
        return self.desk.folder / "vault"

    @property
    def device(self) -> Path:
        return self.desk.folder / "device"

    def objects(self) -> set[Path]:
        return set((self.vault / "m").iterdir())

    def written_by(self, act: Callable[[], object]) -> Path:
        """The one object of `m/` that an act leaves behind; the largest if there are several."""
        before = self.objects()
        act()
        return max(self.objects() - before, key=lambda path: path.stat().st_size)

    def copied(self, folder: Path) -> "Scene":
        shutil.copytree(self.desk.folder, folder, dirs_exist_ok=True)
        return Scene(Desk(folder), self.recovery)

    def unlock(self) -> Vault:
        return Vault.unlock(self.vault, self.device, PASSPHRASE, CasebookIndex())


def make_scene(folder: Path, *, note: str = "") -> Scene:
    """A new vault with the list above taken in by the command."""
    folder.mkdir(parents=True, exist_ok=True)
    desk = new_desk(folder)
    created = Vault.create(
        folder / "vault", folder / "device", PASSPHRASE, CasebookIndex(), cost=CHEAP
    )
    created.vault.close()
    (folder / "list.csv").write_text(LIST.format(note), encoding="utf-8")
    desk.run("import", "list.csv", "--source", "niso", "--yes")
    return Scene(desk, created.recovery_identity)
