"""A vault folder in hostile hands: `panoh vault verify` names what is wrong; the rest stays usable.

Each case is one thing done to a copy of a vault, and what the command must say about it.
"""

import json
import os
import shutil
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
import zstandard
from nacl.signing import SigningKey
from tests.security.setting import Scene

from panoh.age import X25519Identity, encrypt
from panoh.casebook.people import people
from panoh.vault.container import MAX_OBJECT, is_keyring, padding, seal, unseal
from panoh.vault.keyring import Keyring, new_keyring, seal_keyring
from panoh.vault.units import Unit, table_text

SOUND, DAMAGED = 0, 29
_SKIPPABLE = 0x184D2A50


@dataclass
class Told:
    """What must be told: codes with the object each is about, and the exit status."""

    codes: set[tuple[str, str]] = field(default_factory=set)
    exit: int = DAMAGED


def keyring(scene: Scene) -> Path:
    (path,) = [path for path in scene.objects() if is_keyring(path)]
    return path


def pack(scene: Scene, which: str = "DESC") -> Path:
    """The object with the last save in it, or with "ASC" the first."""
    with scene.unlock() as vault:
        query = f"SELECT object FROM segments ORDER BY place {which} LIMIT 1"  # noqa: S608 - ours
        ((name,),) = vault.db.execute(query).fetchall()
    return scene.vault / "m" / str(name)


def part(scene: Scene) -> Path:
    (path,) = (scene.vault / "d").glob("*/*.age")
    return path


@cache  # each opening would read all again that was planted before
def ring(scene: Scene) -> Keyring:
    with scene.unlock() as vault:
        return min(vault._log.rings.values(), key=lambda ring: ring.epoch)


def put(folder: Path, data: bytes) -> str:
    name = sha256(data).hexdigest() + ".age"
    (folder / name).write_bytes(data)
    return name


def add(scene: Scene, data: bytes) -> str:
    return put(scene.vault / "m", data)


def flip(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:300] + bytes([data[300] ^ 64]) + data[301:])


def damaged(*paths: Path) -> Told:
    return Told({("object-damaged", path.name) for path in paths})


def pack_cut_short(scene: Scene, other: Scene) -> Told:
    path = pack(scene)
    path.write_bytes(path.read_bytes()[:-17])
    return damaged(path)


def pack_flipped(scene: Scene, other: Scene) -> Told:
    path = pack(scene)
    flip(path)
    return damaged(path)


def packs_swapped(scene: Scene, other: Scene) -> Told:
    last, first = pack(scene), pack(scene, "ASC")
    one, two = last.read_bytes(), first.read_bytes()
    last.write_bytes(two)
    first.write_bytes(one)
    gap = ("history-missing", "m")  # what follows the first no longer follows anything
    return Told({*damaged(last, first).codes, gap})


def pack_missing(scene: Scene, other: Scene) -> Told:
    pack(scene).unlink()
    return Told({("history-missing", "m")})


def keyring_missing(scene: Scene, other: Scene) -> Told:
    path = keyring(scene)
    path.unlink()
    foreign = {("object-foreign", p.name) for p in scene.objects()}
    return Told({("object-missing", path.name), *foreign})


def keyring_flipped(scene: Scene, other: Scene) -> Told:
    path = keyring(scene)
    flip(path)
    foreign = {("object-foreign", p.name) for p in scene.objects() if p != path}
    return Told({("object-damaged", path.name), *foreign})


def keyring_of_another_vault(scene: Scene, other: Scene) -> Told:
    # The other vault's keyring is not even wrapped to this device: it stands there unread.
    path = keyring(scene)
    path.unlink()
    shutil.copy(keyring(other), scene.vault / "m")
    foreign = {("object-foreign", p.name) for p in scene.objects() if not is_keyring(p)}
    return Told({("object-missing", path.name), *foreign})


def keyring_by_a_stranger(scene: Scene, other: Scene) -> Told:
    stranger = SigningKey.generate()
    with scene.unlock() as vault:
        device, ident = vault._log.keys.identity.recipient(), vault.id
    forged = new_keyring(ident, 9, stranger.verify_key.encode().hex())
    return Told({("segment-refused", add(scene, seal_keyring(forged, stranger, [device])))})


def pack_of_another_vault(scene: Scene, other: Scene) -> Told:
    path = pack(other)
    shutil.copy(path, scene.vault / "m")
    return Told({("object-foreign", path.name)})


def pack_of_another_vault_under_our_key(scene: Scene, other: Scene) -> Told:
    path = pack(other)
    text = unseal(path.read_bytes(), [ring(other).log], name=path.name)
    return _refused(scene, text)


def old_pack_replayed(scene: Scene, other: Scene) -> Told:
    kept = {path.name: path.read_bytes() for path in scene.objects()}
    with scene.unlock() as vault:
        vault.roll_up()
    for name, data in kept.items():
        (scene.vault / "m" / name).write_bytes(data)
    return Told(exit=SOUND)


def whole_folder_replayed(scene: Scene, other: Scene) -> Told:
    before = scene.objects()
    with scene.unlock() as vault:
        vault.save([b'{"about":"x","kind":"later","by":"m","recorded":"","fields":{}}'])
    for path in scene.objects() - before:
        path.unlink()
    return Told({("history-missing", "m")})


def object_beyond_the_limit(scene: Scene, other: Scene) -> Told:
    path = scene.vault / "m" / ("ab" * 32 + ".age")
    with path.open("wb") as file:
        file.truncate(40 << 30)
    return damaged(path)


def header_of_many_stanzas(scene: Scene, other: Scene) -> Told:
    stanza = b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n"
    data = b"age-encryption.org/v1\n" + stanza * 200_000 + b"--- " + b"A" * 43 + b"\n" + bytes(99)
    return Told({("object-damaged", add(scene, data))})


def header_without_end(scene: Scene, other: Scene) -> Told:
    return Told({("object-damaged", add(scene, b"age-encryption.org/v1\n-> " + b"a" * (8 << 20)))})


def passphrase_stanza(scene: Scene, other: Scene) -> Told:
    data = b"age-encryption.org/v1\n-> scrypt " + b"A" * 22 + b" 30\n" + b"A" * 43 + b"\n--- "
    return Told({("object-foreign", add(scene, data + b"A" * 43 + b"\n" + bytes(99)))})


def zeros(mebibytes: int) -> bytes:
    """One frame that unpacks to so many MiB of nothing."""
    writer, piece = zstandard.ZstdCompressor(level=1).compressobj(), bytes(1 << 20)
    return b"".join(writer.compress(piece) for _ in range(mebibytes)) + writer.flush()


def bomb(scene: Scene, other: Scene) -> Told:
    return _sealed(scene, zeros(300))


def bomb_of_many_frames(scene: Scene, other: Scene) -> Told:
    return _sealed(scene, zeros(1) * 300)


def window_beyond_the_limit(scene: Scene, other: Scene) -> Told:
    parameters = zstandard.ZstdCompressionParameters(window_log=27)
    writer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    frame = writer.compress(os.urandom(200_000)) + writer.flush()
    return _sealed(scene, frame)


def padding_that_lies(scene: Scene, other: Scene) -> Told:
    """An object that says it is 4 GiB of padding: it is empty, takes nothing and tells nothing."""
    _sealed(scene, struct.pack("<II", _SKIPPABLE, 0xFFFFFFFF) + bytes(100))
    return Told()


def _sealed(scene: Scene, frames: bytes) -> Told:
    return Told({("object-damaged", add(scene, encrypt(frames, [ring(scene).log.recipient()])))})


def _refused(scene: Scene, text: bytes) -> Told:
    return Told({("segment-refused", add(scene, seal(text, ring(scene).log.recipient())))})


def header_of_deep_json(scene: Scene, other: Scene) -> Told:
    return _refused(scene, b'{"seen":' + b"[" * 60_000 + b"\n")


def header_of_a_megabyte(scene: Scene, other: Scene) -> Told:
    return _refused(scene, b'{"at":"' + b"a" * (1 << 20) + b'"}\n')


def leaves_beyond_the_limit(scene: Scene, other: Scene) -> Told:
    header = {"v": 0, "t": "seg", "vault": "", "w": "", "seq": 0, "prev": "", "root": ""}
    header |= {"n": 10**15, "at": "", "ep": 0, "seen": {}}
    return _refused(scene, json.dumps(header).encode() + b"\n[]\n")


def number_of_four_thousand_digits(scene: Scene, other: Scene) -> Told:
    return _refused(scene, b'{"n":' + b"9" * 4000 + b"}\n")


def link_in_place_of_an_object(scene: Scene, other: Scene) -> Told:
    path = pack(scene)
    path.rename(scene.desk.folder / "elsewhere")
    path.symlink_to(scene.desk.folder / "elsewhere")
    return damaged(path)


def link_to_a_file_of_the_system(scene: Scene, other: Scene) -> Told:
    path = scene.vault / "m" / ("cd" * 32 + ".age")
    path.symlink_to("/etc/passwd")
    return damaged(path)


def pipe_in_place_of_an_object(scene: Scene, other: Scene) -> Told:
    path = pack(scene)
    path.unlink()
    os.mkfifo(path)
    return damaged(path)


def part_missing(scene: Scene, other: Scene) -> Told:
    path = part(scene)
    path.unlink()
    return Told({("object-missing", path.name)})


def part_flipped(scene: Scene, other: Scene) -> Told:
    path = part(scene)
    flip(path)
    return damaged(path)


def part_beyond_the_limit(scene: Scene, other: Scene) -> Told:
    path = part(scene)
    with path.open("r+b") as file:
        file.truncate(MAX_OBJECT + 1)
    return damaged(path)


def part_is_a_link(scene: Scene, other: Scene) -> Told:
    path = part(scene)
    path.unlink()
    path.symlink_to("/etc/passwd")
    return damaged(path)


def table_that_leads_out(scene: Scene, other: Scene) -> Told:
    key = X25519Identity.generate()
    name = "../../../../etc/passwd"
    forged = Unit(id="0" * 32, sha256="0" * 64, size=9, parts=((name, 9),), key=key)
    add(scene, seal(table_text([forged]), ring(scene).table.recipient()))
    return Told({("object-missing", name)})


def part_with_a_bomb(scene: Scene, other: Scene) -> Told:
    key = X25519Identity.generate()
    frame, size = zeros(64), 64 << 20
    data = encrypt(frame + padding(len(frame)), [key.recipient()])
    shard = scene.vault / "d" / sha256(data).hexdigest()[:2]
    shard.mkdir(exist_ok=True)
    name = put(shard, data)
    forged = Unit(id="0" * 32, sha256="0" * 64, size=size, parts=((name, size),), key=key)
    add(scene, seal(table_text([forged]), ring(scene).table.recipient()))
    return Told({("object-damaged", name)})


def marks_flipped(scene: Scene, other: Scene) -> Told:
    path = scene.device / "marks"
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    return damaged(path)


def index_with_altered_words(scene: Scene, other: Scene) -> Told:
    with scene.unlock() as vault:
        vault.db.execute("UPDATE leaves SET body = replace(body, '1969', '1970')")
    return Told({("index-differs", "index.db")})


#: What can be put beside what is there; all of it at once, and each must be told apart.
PLANTED: list[Callable[[Scene, Scene], Told]] = [
    keyring_by_a_stranger,
    pack_of_another_vault,
    pack_of_another_vault_under_our_key,
    object_beyond_the_limit,
    header_of_many_stanzas,
    header_without_end,
    passphrase_stanza,
    bomb,
    bomb_of_many_frames,
    window_beyond_the_limit,
    header_of_deep_json,
    header_of_a_megabyte,
    leaves_beyond_the_limit,
    number_of_four_thousand_digits,
    link_to_a_file_of_the_system,
    table_that_leads_out,
    part_with_a_bomb,
    padding_that_lies,
]

#: What is done to what is there.
ATTACKS: list[Callable[[Scene, Scene], Told]] = [
    pack_cut_short,
    pack_flipped,
    packs_swapped,
    pack_missing,
    keyring_missing,
    keyring_flipped,
    keyring_of_another_vault,
    old_pack_replayed,
    whole_folder_replayed,
    link_in_place_of_an_object,
    pipe_in_place_of_an_object,
    part_missing,
    part_flipped,
    part_beyond_the_limit,
    part_is_a_link,
    marks_flipped,
    index_with_altered_words,
]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_what_is_wrong_is_named(
    attack: Callable[[Scene, Scene], Told], scene: Scene, other: Scene
) -> None:
    told = attack(scene, other)
    done = scene.desk.run("vault", "verify", "--deep", "--json", code=told.exit)
    assert "Traceback" not in done.stderr
    report = json.loads(done.stdout)
    assert {(f["code"], f["object"]) for f in report["findings"]} == told.codes
    assert all(finding["hint"] for finding in report["findings"])
    with scene.unlock() as vault:
        shown = {row.title for row in people(vault.db)}
    assert shown == {"Зарина Саломова", "Рустам Саломов"}


def test_whatever_is_planted_is_told_apart(scene: Scene, other: Scene) -> None:
    expected = set().union(*(plant(scene, other).codes for plant in PLANTED))
    done = scene.desk.run("vault", "verify", "--deep", "--json", code=DAMAGED)
    found = json.loads(done.stdout)["findings"]
    assert {(f["code"], f["object"]) for f in found} == expected
    assert len(expected) == len(PLANTED) - 1
    with scene.unlock() as vault:
        assert len(people(vault.db)) == 2


def test_what_is_safe_is_said_beside_what_is_wrong(scene: Scene) -> None:
    whole = scene.desk.run("vault", "verify").stdout
    assert "Whole: 3 saves with 10 statements." in whole
    assert scene.desk.json("vault", "verify", "--deep")["findings"] == []
    path = pack(scene)
    flip(path)
    harmed = scene.desk.run("vault", "verify", code=DAMAGED).stdout
    assert path.name in harmed
    assert "Whole: 2 saves with" in harmed
