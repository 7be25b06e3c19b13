"""The tree of disks: is a device encrypted, whatever it lies on?"""

from typing import Any

import msgspec

#: Disks of a virtual machine: whether the disk of the machine around it is encrypted is not seen.
_VIRTUAL = ("vd", "xvd", "sr")
#: File systems that may lie on several devices, of which only one is told as mounted.
_SPREAD = ("btrfs", "bcachefs")


class Node(msgspec.Struct, frozen=True):
    """A disk, a part of it, or what is made of parts."""

    name: str
    type: str
    kname: str = ""
    path: str = ""
    fstype: str | None = None
    uuid: str | None = None
    number: str = msgspec.field(name="maj:min", default="")
    children: tuple["Node", ...] = ()


class _Tree(msgspec.Struct, frozen=True):
    blockdevices: tuple[Node, ...]


_decode = msgspec.json.Decoder(_Tree).decode


class Tree:
    """Every device with all the ways down to the disks it lies on."""

    def __init__(self, text: str) -> None:
        """Raises `ValueError` if the text is not such a tree."""
        self._ways: dict[str, list[tuple[Node, ...]]] = {}
        self._shared: dict[str, list[tuple[Node, ...]]] = {}
        try:
            roots = _decode(text).blockdevices
        except (msgspec.MsgspecError, RecursionError):
            raise ValueError from None
        if not roots:
            raise ValueError
        todo: list[tuple[Node, ...]] = [(root,) for root in roots]
        while todo:
            way = todo.pop()
            node = way[-1]
            for key in {node.path, f"/dev/{node.kname}", f"/dev/mapper/{node.name}", node.number}:
                if key:
                    self._ways.setdefault(key, []).append(way)
            if node.uuid and node.fstype in _SPREAD:
                self._shared.setdefault(node.uuid, []).append(way)
            todo.extend((*way, child) for child in node.children)

    def encrypted(self, *keys: str) -> bool | None:
        """Whether every way down passes an encrypted device; `None` if that cannot be told.

        Keys are paths or numbers; the first that is known counts.
        """
        ways: list[Any] = next((self._ways[key] for key in keys if key in self._ways), [])
        if not ways:
            return None
        # A file system may lie on several devices, and then each must be encrypted.
        ways = [*ways, *(each for way in ways for each in self._shared.get(way[-1].uuid or "", ()))]
        if all(any(node.type == "crypt" for node in way) for way in ways):
            return True
        if any(way[0].name.startswith(_VIRTUAL) for way in ways):
            return None
        return False
