"""Where objects lie in a vault folder, and what the device folder holds beside it."""

import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from panoh.vault.device import derived
from panoh.vault.errors import FolderInUse, ObjectDamaged, VaultNotFound
from panoh.vault.publish import TEMPORARY, make_folder

_TEMPORARY_CONTEXT = b"panoh-temporary-v0"
_NAME = re.compile(r"[0-9a-f]{64}\.age")


@dataclass(frozen=True, slots=True)
class VaultFolder:
    """The folder that travels: `m/` for packs, keyrings and tables, `d/` for parts of files.

    `mine` is the key by which this device knows its own temporary files there; empty for a reader.
    """

    path: Path
    mine: bytes = field(default=b"", repr=False)

    def owned(self, index_key: bytes) -> "VaultFolder":
        """The same folder for the device that has this index key."""
        return replace(self, mine=derived(index_key, _TEMPORARY_CONTEXT))

    @property
    def meta(self) -> Path:
        """The folder that is listed at each opening."""
        return self.path / "m"

    def part(self, name: str) -> Path:
        """Return where a part lies; the 256 shards keep FAT folders small.

        Raises ObjectDamaged for a name that could lead out of the folder.
        """
        if not _NAME.fullmatch(name):
            raise ObjectDamaged(name="a part", reason="its name is not that of an object")
        return self.path / "d" / name[:2] / name

    def meta_names(self) -> set[str]:
        """List the objects in `m/`; raises VaultNotFound when there is no such folder."""
        try:
            # Listed at every save: a Path for each of thousands of names would cost most of it.
            names = os.listdir(self.meta)  # noqa: PTH208 - see above
        except OSError as error:
            raise VaultNotFound(folder=self.path) from error
        return {name for name in names if _NAME.fullmatch(name)}

    def part_names(self) -> set[str]:
        """List the parts in every shard."""
        found = (self.path / "d").glob("[0-9a-f][0-9a-f]/*.age")
        return {path.name for path in found if _NAME.fullmatch(path.name)}

    def leftovers(self) -> list[Path]:
        """List the temporary files that a crash left behind; nobody reads them.

        At each opening: 100 ms for the 65,000 parts of a terabyte, where `glob` takes twice that.
        """
        shards = [Path(entry.path) for entry in _entries(self.path / "d") if entry.is_dir()]
        folders = [self.meta, self.path / "d", *shards]
        entries = (entry for folder in folders for entry in _entries(folder))
        return sorted(Path(each.path) for each in entries if each.name.startswith(TEMPORARY))


@dataclass(frozen=True, slots=True)
class DeviceFolder:
    """The folder that never travels: wrapped keys, index and high-water marks."""

    path: Path

    @property
    def keys(self) -> Path:
        """The keys of this device, sealed by the passphrase."""
        return self.path / "keys"

    @property
    def index(self) -> Path:
        """The encrypted index."""
        return self.path / "index.db"

    @property
    def marks(self) -> Path:
        """What this device has seen, sealed."""
        return self.path / "marks"

    @property
    def drafts(self) -> Path:
        """What is being written and not saved yet, one sealed file each."""
        return self.path / "drafts"

    def leftovers(self) -> list[Path]:
        """List the temporary files that a crash left behind."""
        return sorted(
            path for folder in (self.path, self.drafts) for path in folder.glob(f"{TEMPORARY}*")
        )


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def apart(vault: Path, device: Path) -> tuple[VaultFolder, DeviceFolder]:
    """Resolve both folders; raises FolderInUse when one lies inside the other."""
    vault, device = vault.resolve(), device.resolve()
    if vault.is_relative_to(device) or device.is_relative_to(vault):
        raise FolderInUse(folder=device)
    return VaultFolder(vault), DeviceFolder(device)


def make_vault_folder(folder: VaultFolder) -> None:
    """Make the folders of a new vault; raises FolderInUse when something is there."""
    if folder.path.exists() and (not folder.path.is_dir() or any(folder.path.iterdir())):
        raise FolderInUse(folder=folder.path)
    make_folder(folder.path, point="create.vault")
    make_folder(folder.meta, point="create.meta")
    make_folder(folder.path / "d", point="create.data")


def make_device_folder(folder: DeviceFolder, *, point: str) -> None:
    """Make the folder of a new device; raises FolderInUse when something is there."""
    if folder.path.exists() and (not folder.path.is_dir() or any(folder.path.iterdir())):
        raise FolderInUse(folder=folder.path)
    make_folder(folder.path, point=point)
