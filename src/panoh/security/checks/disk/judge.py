"""Judges whether what is written lies on encrypted devices. Anything not understood is unknown."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from panoh.model.messages import mark as _
from panoh.security.checks.check import Judged, failed, passed, together, unknown
from panoh.security.checks.disk.tree import Tree
from panoh.security.checks.looking import Everything, Seen
from panoh.security.checks.reading import Mount, mount_of, mounts

#: What must be safe beside the folders of Panoh: the system, what is left behind, people's files.
_FOLDERS = ("/", "/home", "/var", "/tmp")  # noqa: S108 - looked up, never written
_IN_MEMORY = ("tmpfs", "ramfs")
_ON_DISK = (
    "ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "jfs", "reiserfs", "bcachefs", "ntfs3", "ntfs",
    "fuseblk", "exfat", "vfat",
)  # fmt: skip
#: What a computer starts from is never encrypted, and sticks are another matter.
_BESIDE = ("/boot", "/efi", "/media", "/run/media", "/snap")
_UPPER = re.compile(r"(?:^|,)upperdir=([^,]+)")
_LAYERS = 4


def judge(seen: Everything, now: datetime) -> Judged:
    """Every folder that matters and all swapped memory, or unknown."""
    del now
    if not seen["lsblk"].ok or not seen["mounts"].ok:
        return unknown(_("The list of disks could not be read."))
    try:
        tree = Tree(seen["lsblk"].text)
    except ValueError:
        return unknown(_("The list of disks was not understood."))
    among = mounts(seen["mounts"].text)
    if mount_of("/", among) is None:
        return unknown(_("The list of mounted disks was not understood."))
    judged = [*_folders(seen, tree, among), *_swapped(seen["swaps"], tree, among)]
    return together(judged)


def _folders(seen: Everything, tree: Tree, among: Sequence[Mount]) -> Iterator[Judged]:
    own = [line.partition("\t")[2] for line in seen["places"].text.splitlines()]
    told: set[Mount] = set()
    disks = [each.point for each in among if _holds_files(each)]
    for folder in (*_FOLDERS, *filter(None, own), *disks):
        mount = mount_of(folder, among)
        if mount is not None and mount not in told:
            told.add(mount)
            yield _folder(mount, tree, among, seen["zfs"])


def _holds_files(mount: Mount) -> bool:
    """Whether files are written there, on a disk of this computer."""
    read_only = mount.options == "ro" or mount.options.startswith("ro,")
    beside = any(mount.point == each or mount.point.startswith(each + "/") for each in _BESIDE)
    return mount.kind in _ON_DISK and not read_only and not beside


def _folder(mount: Mount, tree: Tree, among: Sequence[Mount], zfs: Seen) -> Judged:
    safe = _safe(mount, tree, among, zfs)
    if safe is None:
        return unknown(
            _("It cannot be seen whether {folder} is encrypted ({kind})."),
            folder=mount.point,
            kind=mount.kind,
        )
    if safe:
        return passed(_("{folder} is encrypted or only in memory."), folder=mount.point)
    return failed(_("{folder} is not encrypted."), folder=mount.point)


def _safe(
    mount: Mount, tree: Tree, among: Sequence[Mount], zfs: Seen, layers: int = _LAYERS
) -> bool | None:
    if mount.kind in _IN_MEMORY:
        return True
    if mount.kind == "zfs":
        return _zfs(mount.source, zfs)
    if mount.kind == "overlay":
        upper = _UPPER.search(mount.options)
        if upper is None:
            return True  # without an upper layer nothing can be written there
        under = mount_of(upper[1], [each for each in among if each != mount])
        # An upper layer outside what we see, as in a container, tells nothing.
        seen = under is not None and under.point != "/" and layers > 0
        return _safe(under, tree, among, zfs, layers - 1) if under and seen else None
    return tree.encrypted(mount.source, mount.device) if mount.kind in _ON_DISK else None


def _zfs(source: str, zfs: Seen) -> bool | None:
    if not zfs.ok:
        return None
    values = dict(line.split("\t", 1) for line in zfs.text.splitlines() if line.count("\t") == 1)
    value = values.get(source, "")
    return False if value == "off" else True if value.startswith("aes-") else None


def _swapped(seen: Seen, tree: Tree, among: Sequence[Mount]) -> Iterator[Judged]:
    lines = seen.text.splitlines()
    if not seen.ok or not lines or not lines[0].startswith("Filename"):
        yield unknown(_("It cannot be seen where memory is swapped out to."))
        return
    for line in lines[1:]:
        path, kind, *_rest = [*line.split(), "", ""]
        if path.startswith("/dev/zram"):
            continue
        mount = mount_of(path, among) if kind == "file" else None
        device = (mount.source, mount.device) if mount else (path,)
        safe = tree.encrypted(*device)
        if safe is None:
            yield unknown(_("It cannot be seen where memory is swapped out to."))
        elif not safe:
            yield failed(
                _("Memory is swapped out to {device}, which is not encrypted."), device=path
            )
