"""Reading what several checks are shown: the system's name, its mounts, settings in sections."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_OCTAL = re.compile(r"\\([0-7]{3})")


def os_release(text: str) -> dict[str, str]:
    """The fields of /etc/os-release, without quotation marks."""
    found = {}
    for line in text.splitlines():
        name, equals, value = line.strip().partition("=")
        if equals and name.replace("_", "").isalnum():
            found[name] = value.strip("\"'")
    return found


def is_tails(release: dict[str, str]) -> bool:
    """Whether this is Tails, which calls itself Debian in other fields."""
    return "TAILS_VERSION_ID" in release or release.get("ID") == "tails"


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of /proc/self/mountinfo."""

    device: str
    point: str
    kind: str
    source: str
    options: str


def mounts(text: str) -> list[Mount]:
    """The mounts in their order; lines that are none are left out."""
    found = []
    for line in text.splitlines():
        before, dash, after = line.partition(" - ")
        left, right = before.split(" "), after.split(" ")
        if dash and len(left) >= 6 and len(right) >= 3:
            found.append(
                Mount(left[2], _plain(left[4]), right[0], _plain(right[1]), " ".join(right[2:]))
            )
    return found


def mount_of(path: str, among: Sequence[Mount]) -> Mount | None:
    """The mount on which a path lies: the longest that contains it, the latest of those."""
    path = posixpath.normpath(path)
    best = None
    for mount in among:
        inside = mount.point in ("/", path) or path.startswith(mount.point + "/")
        if inside and (best is None or len(mount.point) >= len(best.point)):
            best = mount
    return best


def _plain(text: str) -> str:
    """Spaces and the like are written as three octal digits there."""
    return _OCTAL.sub(lambda match: chr(int(match[1], 8)), text)


def settings(text: str) -> Iterator[tuple[str, str, str]]:
    """Section, name and value of every setting that is no remark; values keep their letters."""
    section = ""
    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith("==> "):
            section = ""
        elif line.startswith("[") and line.endswith("]"):
            section = line[1:-1].strip().casefold()
        elif line and line[0] not in "#;":
            name, equals, value = line.partition("=")
            if equals:
                yield section, name.strip().casefold(), value.strip()
