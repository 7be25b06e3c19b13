"""Keys of a device, keyrings, tables and who lets whom in."""

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from nacl.signing import SigningKey
from tests.vault.support import CHEAP

from panoh.age import HybridIdentity, X25519Identity, decrypt, encrypt
from panoh.vault import KdfCost, control
from panoh.vault.device import new_keys, open_keys, seal_keys
from panoh.vault.errors import (
    NewerFormat,
    ObjectDamaged,
    ObjectForeign,
    SegmentRefused,
    VaultError,
    WrongPassphrase,
)
from panoh.vault.keyring import new_keyring, open_keyring, seal_keyring
from panoh.vault.units import Unit, read_table, table_text

VAULT = "ab" * 32
SIGNING = SigningKey(bytes(32))
WRITER = SIGNING.verify_key.encode().hex()


def test_the_default_cost_is_what_the_design_says() -> None:
    assert KdfCost() == KdfCost(memory_kib=262_144, passes=3, lanes=4)


def test_keys_open_with_the_passphrase_only(tmp_path: Path) -> None:
    keys, path = new_keys(VAULT), tmp_path / "keys"
    path.write_bytes(seal_keys(keys, "phrase", CHEAP))
    opened = open_keys(path, "phrase")
    assert (opened.vault, opened.index, opened.writer) == (VAULT, keys.index, keys.writer)
    assert str(opened.identity) == str(keys.identity)
    for wrong in ("", "Phrase", "phrase\n"):
        with pytest.raises(WrongPassphrase):
            open_keys(path, wrong)


def edit(path: Path, change: Callable[[dict[str, object]], None]) -> None:
    content = json.loads(path.read_bytes())
    change(content)
    path.write_bytes(json.dumps(content).encode())


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("memory_kib", 1 << 21, ObjectDamaged),
        ("passes", 17, ObjectDamaged),
        ("lanes", 17, ObjectDamaged),
        ("memory_kib", 1, ObjectDamaged),
        ("passes", 2, WrongPassphrase),
        ("alg", "scrypt", NewerFormat),
    ],
)
def test_what_a_keys_file_may_ask_for_is_capped(
    tmp_path: Path, name: str, value: object, error: type[VaultError]
) -> None:
    path = tmp_path / "keys"
    path.write_bytes(seal_keys(new_keys(VAULT), "phrase", CHEAP))

    def change(content: dict[str, object]) -> None:
        kdf = content["kdf"]
        assert isinstance(kdf, dict)
        kdf[name] = value

    edit(path, change)
    with pytest.raises(error):
        open_keys(path, "phrase")


def test_a_broken_or_newer_keys_file(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    path.write_bytes(b"scribble")
    with pytest.raises(ObjectDamaged):
        open_keys(path, "phrase")
    path.write_bytes(seal_keys(new_keys(VAULT), "phrase", CHEAP))
    edit(path, lambda content: content.update(v=1))
    with pytest.raises(NewerFormat):
        open_keys(path, "phrase")


def test_a_keyring_hides_how_many_devices_there_are() -> None:
    ring = new_keyring(VAULT, 0, WRITER)
    identities = [HybridIdentity.generate() for _ in range(9)]
    lengths = set()
    for count in (1, 2, 8):
        recipients = [identity.recipient() for identity in identities[:count]]
        data = seal_keyring(ring, SIGNING, recipients)
        assert data.count(b"-> mlkem768x25519 ") == 8
        lengths.add(len(data))
        for identity in identities[:count]:
            assert open_keyring(data, identity, name="k") == ring
        with pytest.raises(ObjectForeign):
            open_keyring(data, identities[count], name="k")
    assert len(lengths) == 1
    every = [identity.recipient() for identity in identities]
    assert seal_keyring(ring, SIGNING, every).count(b"-> mlkem768x25519 ") == 16


def test_a_keyring_with_any_word_changed_is_refused() -> None:
    identity = HybridIdentity.generate()
    ring = new_keyring(VAULT, 3, WRITER)
    sealed = seal_keyring(ring, SIGNING, [identity.recipient()])

    def forged(by: Callable[[bytes], bytes]) -> bytes:
        return encrypt(by(decrypt(sealed, [identity])), [identity.recipient()])

    assert open_keyring(forged(bytes), identity, name="k") == ring
    changes: list[Callable[[bytes], bytes]] = [
        lambda text: text.replace(b"# epoch 3", b"# epoch 4"),
        lambda text: text.replace(VAULT.encode(), b"cd" * 32),
        lambda text: text.replace(ring.mac.hex().encode(), bytes(32).hex().encode()),
        lambda text: text.replace(str(ring.log).encode(), str(ring.table).encode()),
        lambda text: text.replace(b"# log\n", b""),
        lambda text: text[:-20],
        lambda text: text.split(b"# signature")[0],
        lambda text: text[:0],
    ]
    for change in changes:
        with pytest.raises(SegmentRefused):
            open_keyring(forged(change), identity, name="k")
    with pytest.raises(NewerFormat):
        open_keyring(
            forged(lambda text: text.replace(b"keyring 0", b"keyring 1")), identity, name="k"
        )


def test_a_table_reads_as_written() -> None:
    units = [
        Unit(id="01", sha256="aa", size=0, parts=(), key=X25519Identity.generate()),
        Unit(
            id="02", sha256="bb", size=9, parts=(("x", 4), ("y", 5)), key=X25519Identity.generate()
        ),
    ]
    text = table_text(units)
    assert read_table(text, name="t") == units
    assert read_table(table_text([]), name="t") == []
    for broken in (b"", b"# other\n", text.rsplit(b"\nAGE", 1)[0], text.replace(b" 9\n", b"\n")):
        with pytest.raises(ObjectDamaged):
            read_table(broken, name="t")
    with pytest.raises(NewerFormat):
        read_table(text.replace(b"units 0", b"units 1"), name="t")


def genesis(recovery: HybridIdentity) -> control.Genesis:
    return control.Genesis(
        format=0,
        created="2026-01-01T00:00:00Z",
        sign=WRITER,
        device="",
        recovery=str(recovery.recipient()),
        recovery_sign=control.recovery_signing(recovery).verify_key.encode().hex(),
    )


@pytest.mark.parametrize("by", [control.RECOVERY, WRITER])
def test_only_the_recovery_identity_or_a_known_writer_lets_in(by: str) -> None:
    recovery, device, new = HybridIdentity.generate(), HybridIdentity.generate(), new_keys(VAULT)
    start, known = genesis(recovery), {WRITER}
    right = control.recovery_signing(recovery) if by == control.RECOVERY else SIGNING
    good = control.add_device(VAULT, device, new.writer, right, by)

    def let_in(statement: control.AddDevice, writer: str = new.writer, vault: str = VAULT) -> bool:
        return control.vouched(msgspec.json.encode(statement), writer, start, vault, known)

    assert let_in(good)
    assert not let_in(good, writer=WRITER)
    assert not let_in(good, vault="cd" * 32)
    other = str(HybridIdentity.generate().recipient())
    assert not let_in(msgspec.structs.replace(good, device=other))
    assert not let_in(msgspec.structs.replace(good, sign=WRITER))
    assert not let_in(msgspec.structs.replace(good, proof=b""))
    assert not let_in(msgspec.structs.replace(good, by=new.writer))
    assert not let_in(control.add_device(VAULT, device, new.writer, new.signing, by))
    assert not control.vouched(b'{"op":"other"}', new.writer, start, VAULT, known)
    assert not control.vouched(b"\xff", new.writer, start, VAULT, known)
