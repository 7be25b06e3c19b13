"""What lies in the two folders, and proofs; signed and sealed after mutation where it must be."""

import base64
import tempfile
from contextlib import suppress
from pathlib import Path

from tests.security.parsers.parser import HYBRID, KEY, SIGNING, PanohErrors, Parser, of_text
from tests.vault.support import CHEAP, PASSPHRASE

from panoh.age import decrypt, encrypt
from panoh.shares import Share, split
from panoh.vault import StoredFile, device, keyring, marks
from panoh.vault.container import seal, unseal
from panoh.vault.control import parse as parse_control
from panoh.vault.drafts import Drafts
from panoh.vault.folder import VaultFolder
from panoh.vault.proof import check_proof
from panoh.vault.segment import CONTROL, STATEMENT, Place, cut, read_pack
from panoh.vault.units import Unit, read_table, table_text


def container() -> Parser:
    honest = decrypt(seal(b"words " * 900, KEY.recipient()), [KEY])
    return Parser(lambda data: unseal(encrypt(data, [KEY.recipient()]), [KEY], name="x"), [honest])


def pack() -> Parser:
    """The header is signed after it was mutated: what a member can do."""
    place = Place(vault="", seq=0, prev="", epoch=0, seen={"a" * 64: (3, "b" * 64)}, at="2026")
    raw = cut(
        SIGNING, place, [(CONTROL, b'{"op":"x"}'), (STATEMENT, b"{}"), (STATEMENT, b"[]")]
    ).raw

    def call(data: bytes) -> None:
        first, _, rest = data.partition(b"\n")
        sig = base64.b64encode(SIGNING.sign(b"panoh-segment-v0\0" + first).signature)
        second = b'[{"alg":"ed25519","sig":"' + sig + b'"}]\n'
        list(read_pack(first + b"\n" + second + rest, name="x", vault=""))
        list(read_pack(data, name="x", vault=""))

    first, _, rest = raw.split(b"\n", 2)
    return Parser(call, [raw, first + b"\n" + rest])


def control() -> Parser:
    seeds = [
        b'{"op":"genesis","format":0,"created":"","sign":"a","device":"b","recovery":"c","recovery_sign":""}',
        b'{"op":"add_device","sign":"ab","device":"age1","by":"recovery","proof":"AAAA"}',
        b'{"op":"erase","leaves":["ab"],"units":["cd"],"basis":"x","epoch":1}',
    ]
    return Parser(parse_control, seeds)


def keyrings() -> Parser:
    ring = keyring.new_keyring("ab" * 32, 0, SIGNING.verify_key.encode().hex())

    def call(data: bytes) -> None:
        signature = base64.b64encode(SIGNING.sign(b"panoh-keyring-v0\0" + data).signature)
        for whole in (data, data + b"# signature " + signature + b"\n"):
            sealed = encrypt(whole, [HYBRID.recipient()])
            keyring.open_keyring(sealed, HYBRID, name="x")

    return Parser(call, [keyring._text(ring)])


def units() -> Parser:
    unit = Unit(id="a" * 32, sha256="b" * 64, size=9, parts=(("c" * 64 + ".age", 9),), key=KEY)
    folder = VaultFolder(Path("/nonexistent"))

    def call(data: bytes) -> None:
        for one in read_table(data, name="x"):
            stored = StoredFile(sha256=one.sha256, size=one.size, unit=one.id, parts=one.parts)
            for name, _ in stored.parts:
                folder.part(name)

    return Parser(call, [table_text([unit, unit])])


def keys_file() -> Parser:
    sealed = device.seal_keys(device.new_keys("ab" * 32), PASSPHRASE, CHEAP)
    path = Path(tempfile.mkdtemp()) / "keys"

    def call(data: bytes) -> None:
        path.write_bytes(data)
        kdf = device._read(path).kdf
        if kdf.memory_kib <= 1024 and kdf.passes <= 4:
            device.open_keys(path, PASSPHRASE)

    return Parser(call, [sealed])


def marks_file() -> Parser:
    path = Path(tempfile.mkdtemp()) / "marks"
    marks.write_marks(path, bytes(32), {"a" * 64: (3, "b" * 64)})
    honest = path.read_bytes()

    def call(data: bytes) -> None:
        path.write_bytes(data)
        marks.read_marks(path, bytes(32))

    return Parser(call, [honest])


def draft() -> Parser:
    """The bytes stand on the disk; mutated words are sealed as well, as an older version might."""
    drafts = Drafts(Path(tempfile.mkdtemp()) / "drafts", bytes(32))
    ident = drafts.keep(b"words")
    path = drafts.folder / ident

    def call(data: bytes) -> None:
        path.write_bytes(data)
        with suppress(*PanohErrors):
            drafts.read(ident)
        assert [each.id for each in drafts.all()] == [ident]
        path.unlink()
        new = drafts.keep(data)
        assert drafts.read(new) == data
        drafts.drop(new)

    return Parser(call, [path.read_bytes(), b"words"])


def proof() -> Parser:
    shown = b'{"header":"{}","signatures":"[]","leaf":"s AAAA {}","position":0,"path":["ab"]}'
    whole = b'{"v":0,"t":"proof","vault":"' + b"ab" * 32 + b'","statement":' + shown
    return Parser(check_proof, [whole + b',"writers":[' + shown + b"]}"])


def shares() -> Parser:
    return Parser(of_text(Share.parse), [text.encode() for text in split(bytes(32))])
