"""Keys as text: the published examples, round trips, and secrets that stay out of sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh import age
from panoh.age import bech32

# The examples of the format's specification: a key of 32 letters B, and its recipient.
_SECRET = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
_PUBLIC = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"


def test_published_example() -> None:
    assert str(age.X25519Identity.parse(_SECRET).recipient()) == _PUBLIC


@given(st.binary(min_size=32, max_size=32))
def test_x25519_text_round_trip(secret: bytes) -> None:
    identity = age.X25519Identity(secret)
    assert age.parse_identity(str(identity)) == identity
    assert age.parse_recipient(str(identity.recipient())) == identity.recipient()


@given(st.binary(min_size=32, max_size=32))
def test_hybrid_text_round_trip(seed: bytes) -> None:
    identity = age.HybridIdentity.from_seed(seed)
    read = age.parse_identity(str(identity))
    assert isinstance(read, age.HybridIdentity)
    assert read.seed == seed
    assert age.parse_recipient(str(identity.recipient())) == identity.recipient()


@pytest.mark.parametrize("kind", [age.X25519Identity, age.HybridIdentity])
def test_generated_keys_differ(kind: type[age.X25519Identity | age.HybridIdentity]) -> None:
    assert len({str(kind.generate()) for _ in range(20)}) == 20


def test_repr_shows_no_secret() -> None:
    identity, hybrid = age.X25519Identity.parse(_SECRET), age.HybridIdentity.from_seed(b"B" * 32)
    shown = repr([identity, hybrid, age.ScryptIdentity("BBBB"), age.ScryptRecipient("BBBB")])
    assert "BBB" not in shown
    assert "GFPYY" not in shown.upper()


@pytest.mark.parametrize(
    "text",
    [
        "",
        _SECRET.lower(),
        _SECRET[:-1],
        _SECRET + " ",
        _SECRET[:30] + _SECRET[30:].lower(),
        _PUBLIC,
        "AGE-PLUGIN-YUBIKEY-1QQQQQQ",
        bech32.encode("age-secret-key-", bytes(31)).upper(),
        bech32.encode("age-secret-key-pq-", bytes(33)).upper(),
    ],
)
def test_bad_identities_are_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(age.IdentityMalformed) as caught:
        age.parse_identity(text)
    assert not text or text not in f"{caught.value} {caught.value.hint}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        _PUBLIC.upper(),
        _PUBLIC[:-1],
        _SECRET,
        "ssh-ed25519 AAAA",
        bech32.encode("age", bytes(33)),
        bech32.encode("age1pq", bytes(1215)),
        bech32.encode("age1pq", bytes(1217)),
        bech32.encode("age1pq", b"\xff" * 1216),  # numbers beyond ML-KEM's modulus
    ],
)
def test_bad_recipients_are_refused(text: str) -> None:
    with pytest.raises(age.RecipientMalformed):
        age.parse_recipient(text)


def test_seed_of_another_length_is_refused() -> None:
    with pytest.raises(age.IdentityMalformed):
        age.HybridIdentity.from_seed(bytes(31))


def test_recipient_of_low_order_is_refused_when_sealing() -> None:
    with pytest.raises(age.RecipientMalformed):
        age.encrypt(b"", [age.X25519Recipient(bytes(32))])


def test_identities_file() -> None:
    first, second = age.X25519Identity.generate(), age.HybridIdentity.generate()
    text = f"# made today\r\n# public key: {first.recipient()}\r\n{first}\r\n\r\n  {second}\n"
    assert age.parse_identities_file(text) == [first, second]
    assert age.parse_identities_file("\n# nothing\n") == []


def test_identities_file_names_the_line_only() -> None:
    wrong = _SECRET.replace("GFPYY", "GFPYX", 1)
    with pytest.raises(age.IdentityLineMalformed, match="Line 3 ") as caught:
        age.parse_identities_file(f"# key\n\n{wrong}\n")
    assert caught.value.values == {"line": 3}
    assert wrong not in repr(caught.value)
    assert caught.value.__suppress_context__
