"""What somebody with the keys of the vault, but no right to write, can try."""

import io
import json
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nacl.signing import SigningKey
from tests.vault.support import (
    CHEAP,
    PASSPHRASE,
    Listing,
    Place,
    body,
    listed,
    publish,
    statements,
)
from tests.vault.test_segment import signed

from panoh.age import HybridRecipient, X25519Identity
from panoh.vault import Vault
from panoh.vault.container import seal, unseal
from panoh.vault.errors import ObjectForeign
from panoh.vault.keyring import Keyring, new_keyring, seal_keyring
from panoh.vault.merkle import leaf_hash
from panoh.vault.publish import object_name
from panoh.vault.segment import Header
from panoh.vault.units import Unit, table_text


def ring_of(vault: Vault) -> Keyring:
    (ring,) = vault._log.rings.values()
    return ring


def sealed_before(text: bytes, ring: Keyring, name: str, *, table: bool = False) -> bytes:
    """Seal until the object's name sorts before another, so that it is met first."""
    recipient = (ring.table if table else ring.log).recipient()
    while object_name(data := seal(text, recipient)) >= name:
        pass
    return data


def save_one(place: Place, vault: Vault, *bodies: bytes) -> tuple[str, bytes]:
    """Save and return the object's name and the text in it."""
    before = place.objects()
    vault.save(bodies)
    (name,) = place.objects() - before
    data = (place.folder / "m" / name).read_bytes()
    return name, unseal(data, [ring_of(vault).log], name=name)


def reopened(place: Place) -> Iterator[Vault]:
    """Open with the index as it is, then with one built anew."""
    with place.unlock() as vault:
        yield vault
    with place.rebuild() as vault:
        yield vault


def test_a_copied_line_does_not_push_out_the_original(place: Place) -> None:
    stranger = SigningKey.generate()
    with place.create().vault as vault:
        writer, ring = vault.writer, ring_of(vault)
        name, text = save_one(place, vault, body(1))
        line = text.split(b"\n")[2]
        forged = with_line(stranger, line, vault=vault.id)
        publish(place.folder / "m", sealed_before(forged, ring, name))
    for vault in reopened(place):
        assert statements(vault) == listed(vault)[1:] == [body(1)]
        assert [leaf.writer for leaf in vault.all_leaves()] == [writer, writer]
        assert {finding.code for finding in vault.verify().findings} == {"segment-refused"}


def with_line(key: SigningKey, line: bytes, vault: str, seq: int = 0, prev: str = "") -> bytes:
    """Sign a segment whose only leaf is a line copied from elsewhere, salt and all."""
    leaf = leaf_hash(line[:1], b64decode(line[2:26]), line[27:])
    header = Header(
        vault=vault,
        w=key.verify_key.encode().hex(),
        seq=seq,
        prev=prev,
        root=leaf.hex(),
        n=1,
        at="2026-01-01T00:00:00Z",
        ep=0,
        seen={},
    )
    return signed(header, [line], key)


def test_the_same_line_twice_in_one_save_counts_once(place: Place) -> None:
    with place.create().vault as vault:
        _, text = save_one(place, vault, body(1))
        line = text.split(b"\n")[2]
        _, head = vault.db.execute("SELECT seq, hash FROM heads").fetchall()[0]
        key = vault._log.keys.signing
        raw = with_line(key, line, vault=vault.id, seq=2, prev=str(head))
        publish(place.folder / "m", seal(raw, ring_of(vault).log.recipient()))
    for vault in reopened(place):
        assert statements(vault) == listed(vault)[1:] == [body(1)]
        assert vault.verify().findings == ()


def test_a_copy_with_erased_leaves_does_not_erase(place: Place) -> None:
    with place.create().vault as vault:
        name, text = save_one(place, vault, body(1), body(2))
        rows = text.split(b"\n")
        rows[2] = (
            b"x " + next(leaf.id for leaf in vault.all_leaves() if leaf.body == body(1)).encode()
        )
        hollow = b"\n".join(rows)
        publish(place.folder / "m", sealed_before(hollow, ring_of(vault), name))
    for vault in reopened(place):
        assert statements(vault) == listed(vault)[1:] == [body(1), body(2)]
        assert vault.verify().findings == ()
        vault.roll_up()
    with place.rebuild() as vault:
        assert statements(vault) == [body(1), body(2)]


def test_a_whole_copy_that_comes_late_fills_in(place: Place) -> None:
    with place.create().vault as vault:
        name, text = save_one(place, vault, body(1))
        ident = next(leaf.id for leaf in vault.all_leaves() if leaf.body == body(1))
        rows = text.split(b"\n")
        rows[2] = b"x " + ident.encode()
        path = place.folder / "m" / name
        whole = path.read_bytes()
        path.unlink()
        hollow = seal(b"\n".join(rows), ring_of(vault).log.recipient())
        publish(place.folder / "m", hollow)
    with place.rebuild() as vault:
        assert statements(vault) == [None]
    path.write_bytes(whole)
    for _ in range(2):
        with place.unlock() as vault:
            assert statements(vault) == [body(1)]
    with place.unlock() as vault:
        assert listed(vault)[1:] == [body(1)]


def test_a_forged_key_does_not_lock_a_file(place: Place) -> None:
    with place.create().vault as vault:
        before = place.objects()
        stored = vault.put_file(io.BytesIO(b"film"))
        (name,) = place.objects() - before
        forged = Unit(
            id=stored.unit,
            sha256=stored.sha256,
            size=stored.size,
            parts=stored.parts,
            key=X25519Identity.generate(),
        )
        text = table_text([forged])
        publish(place.folder / "m", sealed_before(text, ring_of(vault), name, table=True))
    for vault in reopened(place):
        assert b"".join(vault.open_file(stored)) == b"film"
        vault.roll_up()
        assert b"".join(vault.open_file(stored)) == b"film"


@pytest.mark.parametrize(
    "deletion",
    [
        "DELETE FROM units",
        "DELETE FROM leaves WHERE n = 2",
        "DELETE FROM segments WHERE n = 2",
    ],
)
def test_an_index_that_lost_rows_is_found_and_rebuilt(place: Place, deletion: str) -> None:
    with place.create().vault as vault:
        vault.save([body(1), body(2)])
        vault.put_file(io.BytesIO(b"film"))
        assert vault.verify().sound
        vault.db.execute(deletion)
        assert {finding.code for finding in vault.verify().findings} == {"index-differs"}
    with place.rebuild() as vault:
        assert vault.verify().findings == ()


def test_an_altered_word_in_the_index_is_found(place: Place) -> None:
    with place.create().vault as vault:
        vault.save([body(1)])
        vault.db.execute("UPDATE leaves SET body = ? WHERE tag = 's'", (body(9),))
        assert {finding.code for finding in vault.verify().findings} == {"index-differs"}


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_whatever_is_sealed_with_our_keys_the_vault_opens(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    root = tmp_path_factory.mktemp("hostile")
    place = Place(root / "vault", root / "device")
    with place.create().vault as vault:
        _, text = save_one(place, vault, body(1))
        ring = ring_of(vault)
        good = table_text([Unit(id="a", sha256="b", size=1, parts=(), key=ring.log)])
        base = data.draw(st.sampled_from([text, good, b""]))
        at = data.draw(st.integers(0, len(base)))
        until = data.draw(st.integers(at, min(len(base), at + 40)))
        noise = data.draw(st.one_of(st.binary(max_size=40), st.just(b"9" * 30)))
        identity = data.draw(st.sampled_from([ring.log, ring.table]))
        mangled = base[:at] + noise + base[until:]
        publish(place.folder / "m", seal(mangled, identity.recipient()))
        vault.save([body(2)])
        assert statements(vault) == [body(1), body(2)]
    for vault in reopened(place):
        assert statements(vault) == [body(1), body(2)]
        vault.verify(deep=True)


def test_a_planted_keyring_does_not_catch_who_recovers(place: Place, tmp_path: Path) -> None:
    """Someone who read a proof knows vault id and recipients, and can write to the folder."""
    stranger = SigningKey.generate()
    created = place.create()
    with created.vault as vault:
        (ident,) = vault.save([body(1)])
        shown = json.loads(vault.prove(ident))
        genesis = json.loads(shown["writers"][0]["leaf"].split(" ", 2)[2])
        planted = new_keyring(shown["vault"], 99, stranger.verify_key.encode().hex())
        recipients = [HybridRecipient.parse(genesis[one]) for one in ("device", "recovery")]
        publish(place.folder / "m", seal_keyring(planted, stranger, recipients))
    args = (place.folder, tmp_path / "new", created.recovery_identity, PASSPHRASE, Listing())
    with Vault.recover(*args, cost=CHEAP) as second:
        assert statements(second) == [body(1)]
        before = place.objects()
        second.save([body(2)])
        (name,) = place.objects() - before
        with pytest.raises(ObjectForeign):
            unseal((place.folder / "m" / name).read_bytes(), [planted.log], name=name)
    with place.unlock() as vault:
        assert statements(vault) == [body(1), body(2)]
        vault.erase([ident], [], "mistake")
        assert vault._log.ring(vault.db).epoch == 1
