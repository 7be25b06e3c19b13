"""Judges whether Panoh's folders lie in one that is copied elsewhere, or on another computer."""

import posixpath
import re
from collections.abc import Iterator
from datetime import datetime

from panoh.model.messages import mark as _
from panoh.security.checks.check import Judged, failed, passed, together, unknown
from panoh.security.checks.looking import Everything, State
from panoh.security.checks.reading import mount_of, mounts

#: Each program's settings, and how a folder stands in them.
_SETTINGS = {
    "dropbox": re.compile(r'"path"\s*:\s*"((?:[^"\\]|\\.)*)"'),
    "nextcloud": re.compile(
        r"^[\d\\]*(?:folders\\\d+\\)?localPath=(.+)$", re.IGNORECASE | re.MULTILINE
    ),
    "owncloud": re.compile(
        r"^[\d\\]*(?:folders\\\d+\\)?localPath=(.+)$", re.IGNORECASE | re.MULTILINE
    ),
    "onedrive": re.compile(r'^\s*sync_dir\s*=\s*"(.+)"', re.MULTILINE),
    "yandex": re.compile(r'^\s*dir\s*=\s*"(.+)"', re.MULTILINE),
    "syncthing": re.compile(r'<folder\b[^>]*\bpath="([^"]*)"'),
}
#: Names by which these programs call their folder in a home.
_NAMES = (
    "dropbox", "nextcloud", "owncloud", "onedrive", "google drive", "googledrive", "insync",
    "megasync", "pcloud", "pclouddrive", "seafile", "icloud", "icloud drive", "yandex.disk",
    "yandex disk", "syncthing", "proton drive", "tresorit",
)  # fmt: skip
_ELSEWHERE = ("nfs", "nfs4", "cifs", "smb3", "9p", "davfs", "ceph", "afs", "virtiofs")


def judge(seen: Everything, now: datetime) -> Judged:
    """Each of Panoh's folders; the folder with the keys weighs more than the sealed one."""
    del now
    places = [line.split("\t", 1) for line in seen["places"].text.splitlines() if "\t" in line]
    if not seen["places"].ok or not places:
        return unknown(_("No vault was named, so there is no folder to look at."))
    unread = [
        key for key in (*_SETTINGS, "mounts") if seen[key].state not in (State.OK, State.ABSENT)
    ]
    if unread or not seen["mounts"].ok or not mounts(seen["mounts"].text):
        return unknown(_("The settings of a program that copies folders could not be read."))
    synced = list(_synced(seen))
    return together([_place(what, path, synced, seen) for what, path in places])


def _place(what: str, path: str, synced: list[str], seen: Everything) -> Judged:
    mount = mount_of(path, mounts(seen["mounts"].text))
    kind = mount.kind if mount else ""
    elsewhere = kind in _ELSEWHERE or kind.startswith("fuse.")
    inside = next((each for each in synced if _within(path, each)), "")
    if inside or _by_name(path):
        if what == "device":
            return failed(
                _("The folder with this computer's keys is copied to a cloud: {folder}."),
                folder=path,
            )
        return failed(
            _("The vault is copied to a cloud: {folder}. It is sealed; its size and times show."),
            folder=path,
        )
    if mount is None or elsewhere:
        return unknown(_("{folder} lies on another computer or a program's own disk."), folder=path)
    return passed(_("{folder} is not copied by any program we know."), folder=path)


def _synced(seen: Everything) -> Iterator[str]:
    home = seen["home"].text.removeprefix("HOME=")
    for key, pattern in _SETTINGS.items():
        for found in pattern.findall(seen[key].text) if seen[key].ok else ():
            folder = found.replace("\\/", "/")
            if folder.startswith("~") and home:
                folder = home + folder[1:]
            if folder.startswith("/"):
                yield posixpath.normpath(folder)
    if seen["onedrive"].ok and home:
        yield f"{home}/OneDrive"


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _by_name(path: str) -> bool:
    return any(part.casefold() in _NAMES for part in path.split("/"))
