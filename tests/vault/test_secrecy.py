"""Nothing readable is written; each search has a control that shows it would have found it."""

import io
from base64 import b64encode
from pathlib import Path

import pytest
from tests.vault.support import PASSPHRASE, Place, body

from panoh.vault import Vault

CANARY = "Гулбаҳор-canary-7731"


def spellings(text: str) -> list[bytes]:
    plain = text.encode()
    return [plain, plain.hex().encode(), b64encode(plain)[:-4], text.encode("utf-16-le")]


def found(folders: list[Path], needles: list[bytes]) -> set[Path]:
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {p for p in paths if any(needle in p.read_bytes() for needle in needles)}


@pytest.fixture
def vault(place: Place) -> Vault:
    vault = place.create().vault
    vault.save([body(1, CANARY), *(body(n, CANARY * 50) for n in range(300))])
    vault.put_file(io.BytesIO(CANARY.encode() * 3000))
    return vault


def test_no_word_is_readable_while_open_or_locked(place: Place, vault: Vault) -> None:
    needles = spellings(CANARY)
    assert (place.device / "index.db-wal").stat().st_size > 0
    assert found([place.folder, place.device], needles) == set()
    vault.roll_up()
    vault.close()
    assert found([place.folder, place.device], needles) == set()
    # The control: the same search sees the word in each spelling.
    for number, needle in enumerate(needles):
        (place.folder / f"control-{number}").write_bytes(b"..." + needle + b"...")
    assert len(found([place.folder, place.device], needles)) == len(needles)


def test_no_key_or_passphrase_is_readable(place: Place, vault: Vault) -> None:
    keys, (ring,) = vault._log.keys, vault._log.rings.values()
    vault.close()
    secrets = [
        PASSPHRASE.encode(),
        keys.signing.encode(),
        keys.index,
        ring.mac,
        b"AGE-SECRET-KEY",
        keys.writer.encode(),
        bytes.fromhex(keys.writer),
        keys.vault.encode(),
        str(ring.log.recipient()).encode(),
        str(keys.identity.recipient()).encode(),
    ]
    folders = [place.folder, place.device]
    needles = [form for one in secrets for form in (one, one.hex().encode(), b64encode(one)[:-4])]
    assert found(folders, needles) == set()
    (place.device / "control").write_bytes(b64encode(keys.index))
    assert found(folders, needles) == {place.device / "control"}


def test_no_key_shows_in_texts_for_people(vault: Vault) -> None:
    keys, (ring,) = vault._log.keys, vault._log.rings.values()
    shown = repr(keys) + repr(ring)
    assert "AGE-SECRET" not in shown
    assert repr(keys.index) not in shown
    vault.close()


def test_sizes_tell_little(place: Place, vault: Vault) -> None:
    before = place.objects()
    vault.save([body(1)])
    vault.save([body(1, "x" * 2000)])
    sizes = {(place.folder / "m" / name).stat().st_size for name in place.objects() - before}
    assert len(sizes) == 1
    vault.close()
