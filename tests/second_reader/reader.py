"""A second reader of vaults, written from docs/format.md alone: nothing here imports the program.

python reader.py VAULT RECOVERY_FILE     prints every statement and the digest of every file
"""

import hashlib
import io
import json
import sys
from base64 import b64decode
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import zstandard
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.second_reader.agefile import HYBRID, Identity, NotForUs, first_stanza, open_age

MAX_OBJECT, MAX_TEXT, MAX_WINDOW = 32 << 20, 256 << 20, 8 << 20
MAX_HEADER, MAX_LEAVES = 65_536, 20_000


class Refused(Exception):
    """Something does not follow the format or does not prove itself."""


@dataclass
class Segment:
    header: dict[str, Any]
    hash: str
    leaves: list[tuple[str, str, bytes | None]]  # tag, id, body


@dataclass
class Found:
    """What a vault holds: statements by id in causal order, files by digest, and what is wrong."""

    vault: str = ""
    statements: dict[str, bytes] = field(default_factory=dict)
    erased: list[str] = field(default_factory=list)
    ordered: set[str] = field(default_factory=set)
    files: dict[str, bytes] = field(default_factory=dict)
    writers: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


@dataclass
class Keys:
    rings: list[dict[str, str]] = field(default_factory=list)
    log: list[Identity] = field(default_factory=list)
    table: list[Identity] = field(default_factory=list)


def read_vault(folder: Path, recovery: str) -> Found:
    """Open everything in a vault folder with the recovery identity, checking all there is to."""
    found, objects = Found(), sorted((folder / "m").glob("*.age"))
    keys = keyrings(found, objects, Identity(recovery.strip()))
    segments: dict[str, Segment] = {}
    tables = []
    for path in objects:
        try:
            data = checked(path)
            if first_stanza(data) == HYBRID:
                continue
            text = opened(data, keys)
            if text.startswith(b"# panoh units"):
                tables.append(text)
                continue
            for segment in pack(text):
                keep(segments, segment)
        except (Refused, ValueError, KeyError) as error:
            found.wrong.append(f"{path.name}: {error}")
    apply(found, segments, keys.rings[0]["vault"])
    for ident in found.ordered:  # an old copy may have brought the words back: they do not count
        found.statements.pop(ident, None)
    found.wrong += [
        "a keyring by a stranger" for ring in keys.rings if ring["writer"] not in found.writers
    ]
    for text in tables:
        for unit in units(text):
            stored_file(found, folder, *unit)
    return found


def checked(path: Path) -> bytes:
    data = path.read_bytes()
    if len(data) > MAX_OBJECT or hashlib.sha256(data).hexdigest() + ".age" != path.name:
        raise Refused("its bytes do not fit its name")
    return data


def keyrings(found: Found, objects: list[Path], identity: Identity) -> Keys:
    keys = Keys()
    for path in objects:
        try:
            data = checked(path)
            if first_stanza(data) == HYBRID:
                ring = keyring(open_age(data, [identity]))
                keys.rings.append(ring)
                keys.log.append(Identity(ring["log"]))
                keys.table.append(Identity(ring["table"]))
        except NotForUs:
            continue
        except (Refused, ValueError, KeyError, BadSignatureError) as error:
            found.wrong.append(f"{path.name}: {error}")
    return keys


def keyring(text: bytes) -> dict[str, str]:
    signed, mark, signature = text.partition(b"# signature ")
    lines = signed.decode().splitlines()
    if lines[0] != "# panoh keyring 0" or not mark:
        raise Refused("no keyring of format 0")
    ring = dict(line[2:].split(" ", 1) for line in lines[1:5])
    ring["log"], ring["table"] = lines[lines.index("# log") + 1], lines[lines.index("# table") + 1]
    key = VerifyKey(bytes.fromhex(ring["writer"]))
    key.verify(b"panoh-keyring-v0\0" + signed, b64decode(signature))
    return ring


def opened(data: bytes, keys: Keys) -> bytes:
    return unpacked(open_age(data, [*keys.log, *keys.table]), MAX_TEXT)


def unpacked(frames: bytes, limit: int) -> bytes:
    reader = zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW).stream_reader(
        io.BytesIO(frames), read_across_frames=True
    )
    text = reader.read(limit + 1)
    if len(text) > limit:
        raise Refused("too much when unpacked")
    return text


def pack(text: bytes) -> list[Segment]:
    lines, segments, at = text.split(b"\n"), [], 0
    if lines.pop() != b"":
        raise Refused("cut short")
    while at < len(lines):
        one = segment(lines, at)
        segments.append(one)
        at += 2 + len(one.leaves)
    return segments


def segment(lines: list[bytes], at: int) -> Segment:
    first, header = lines[at], json.loads(lines[at])
    count = header["n"]
    if header["v"] != 0 or header["t"] != "seg" or len(first) > MAX_HEADER:
        raise Refused("no segment of format 0")
    if not 1 <= count <= MAX_LEAVES or at + 2 + count > len(lines):
        raise Refused("its number of leaves is out of bounds")
    (offered,) = [s["sig"] for s in json.loads(lines[at + 1]) if s["alg"] == "ed25519"]
    verify(header["w"], b"panoh-segment-v0\0" + first, b64decode(offered, validate=True))
    leaves = [leaf(line) for line in lines[at + 2 : at + 2 + count]]
    if merkle([bytes.fromhex(ident) for _, ident, _ in leaves]).hex() != header["root"]:
        raise Refused("its leaves do not fit its root")
    return Segment(header, hashlib.sha256(first).hexdigest(), leaves)


def leaf(line: bytes) -> tuple[str, str, bytes | None]:
    tag, rest = line.split(b" ", 1)
    if tag == b"x":
        return "x", rest.decode(), None
    salt, body = rest.split(b" ", 1)
    if tag not in (b"s", b"c") or len(b64decode(salt, validate=True)) != 16:
        raise Refused("no leaf")
    digest = hashlib.sha256(b"\0" + tag + b64decode(salt) + body).hexdigest()
    return tag.decode(), digest, body


def merkle(hashes: list[bytes]) -> bytes:
    """RFC 6962: the left side is the largest full tree that leaves something for the right."""
    if len(hashes) == 1:
        return hashes[0]
    left = 1 << (len(hashes) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + merkle(hashes[:left]) + merkle(hashes[left:])).digest()


def verify(key: str, message: bytes, signature: bytes) -> None:
    try:
        VerifyKey(bytes.fromhex(key)).verify(message, signature)
    except BadSignatureError:
        raise Refused("its signature is wrong") from None


def keep(segments: dict[str, Segment], new: Segment) -> None:
    """Of two copies of one segment, a leaf that is whole in either counts as whole."""
    old = segments.setdefault(new.hash, new)
    old.leaves = [b if a[0] == "x" else a for a, b in zip(old.leaves, new.leaves, strict=True)]


def apply(found: Found, segments: dict[str, Segment], vault: str) -> None:
    """Apply each segment after the one before it and all that its writer had seen."""
    done: dict[str, Segment] = {}
    genesis: dict[str, Any] = {}
    found.vault = vault
    waiting = dict(segments)
    while waiting:
        ready = [s for s in waiting.values() if needed(s, vault) <= done.keys()]
        if not ready:
            found.wrong.append(f"{len(waiting)} segments wait for others")
            return
        for one in ready:
            del waiting[one.hash]
            if one.hash == vault:
                genesis = json.loads(one.leaves[0][2] or b"{}")
            if not may_write(found, one, genesis, done, vault):
                found.wrong.append(f"segment {one.hash[:8]} may not be in this vault")
                continue
            done[one.hash] = one
            take(found, one)


def needed(one: Segment, vault: str) -> set[str]:
    before = {one.header["prev"]} if one.header["seq"] else set()
    seen = {digest for _, digest in one.header["seen"].values()}
    return before | seen | ({vault} if one.hash != vault else set())


def may_write(
    found: Found, one: Segment, genesis: dict[str, Any], done: dict[str, Segment], vault: str
) -> bool:
    writer, seq = one.header["w"], one.header["seq"]
    if one.hash == vault:
        return bool(genesis["op"] == "genesis" and seq == 0 and genesis["sign"] == writer)
    if one.header["vault"] != vault:
        return False
    if seq:
        before = done[one.header["prev"]].header
        return bool(before["w"] == writer and before["seq"] == seq - 1)
    return let_in(found, one, genesis, vault)


def let_in(found: Found, one: Segment, genesis: dict[str, Any], vault: str) -> bool:
    writer, (tag, _, body) = one.header["w"], one.leaves[0]
    told = json.loads(body or b"{}") if tag == "c" else {}
    if told.get("op") != "add_device" or told["sign"] != writer:
        return False
    if told["by"] != "recovery" and told["by"] not in found.writers:
        return False
    voucher = genesis["recovery_sign"] if told["by"] == "recovery" else told["by"]
    device = hashlib.sha256(told["device"].encode()).digest()
    claim = b"panoh-device-v0\0" + bytes.fromhex(vault) + bytes.fromhex(writer) + device
    try:
        verify(voucher, claim, b64decode(told["proof"]))
    except Refused:
        return False
    return True


def take(found: Found, one: Segment) -> None:
    if one.header["w"] not in found.writers:
        found.writers.append(one.header["w"])
    for tag, ident, body in one.leaves:
        if tag == "s" and body is not None:
            found.statements.setdefault(ident, body)
        elif tag == "x":
            found.erased.append(ident)
        elif tag == "c" and body is not None:
            told = json.loads(body)
            found.ordered |= set(told["leaves"]) if told.get("op") == "erase" else set()


def units(text: bytes) -> list[tuple[str, int, list[tuple[str, int]], str]]:
    """Each stored file of a table: digest, size, parts in order, key."""
    lines = text.decode().splitlines()
    if lines[0] != "# panoh units 0":
        raise Refused("no table of format 0")
    found, parts, digest, size = [], list[tuple[str, int]](), "", 0
    for line in lines[1:]:
        match line.split(" "):
            case ["#", "unit", _]:
                parts = []
            case ["#", "file", digest, length]:
                size = int(length)
            case ["#", "part", name, length]:
                parts.append((name, int(length)))
            case [key]:
                found.append((digest, size, parts, key))
    return found


def stored_file(
    found: Found, folder: Path, digest: str, size: int, parts: list[tuple[str, int]], key: str
) -> None:
    whole = []
    for name, length in parts:
        sealed = checked(folder / "d" / name[:2] / name)
        piece = unpacked(open_age(sealed, [Identity(key)]), (16 << 20) - (4 << 10))
        if len(piece) != length:
            found.wrong.append(f"{name}: another length than the table says")
        whole.append(piece)
    content = b"".join(whole)
    if len(content) != size or hashlib.sha256(content).hexdigest() != digest:
        found.wrong.append(f"file {digest[:8]} does not fit its digest")
    found.files[digest] = content


def main() -> int:
    """Print what is there as lines, and what is wrong on standard error."""
    found = read_vault(Path(sys.argv[1]), Path(sys.argv[2]).read_text())
    for ident, body in found.statements.items():
        print("statement", ident, body.decode())
    for digest, content in found.files.items():
        print("file", digest, len(content))
    for line in found.wrong:
        print(line, file=sys.stderr)
    return bool(found.wrong)


if __name__ == "__main__":
    sys.exit(main())
