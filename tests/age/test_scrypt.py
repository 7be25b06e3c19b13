"""Passphrases: round trip, the cap on work, and no oracle over several."""

import pytest

from panoh import age
from panoh.age import scrypt
from panoh.age.format import Stanza, encode_base64

_CHEAP = 4


def test_round_trip_in_any_script() -> None:
    sealed = age.encrypt(b"plain", [age.ScryptRecipient("паноҳ ва умед", _CHEAP)])
    assert age.decrypt(sealed, [age.ScryptIdentity("паноҳ ва умед")]) == b"plain"
    with pytest.raises(age.NoIdentityMatches):
        age.decrypt(sealed, [age.ScryptIdentity("паноҳ ва умеда")])


def test_written_at_two_to_the_eighteenth() -> None:
    sealed = age.encrypt(b"", [age.ScryptRecipient("passphrase")])
    assert sealed.splitlines()[1].endswith(b" 18")
    assert age.decrypt(sealed, [age.ScryptIdentity("passphrase")]) == b""


@pytest.mark.parametrize("factor", ["21", "23", "99", "18446744073709551616", "9" * 5000])
def test_work_is_refused_before_it_is_done(factor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = age.encrypt(b"", [age.ScryptRecipient("passphrase", _CHEAP)])
    asked = sealed.replace(b" 4\n", f" {factor}\n".encode(), 1)
    # A positive control for the line below: the derivation is what the name says it is.
    assert len(scrypt._derive("passphrase", bytes(16), 1)) == 32
    monkeypatch.setattr(scrypt, "_derive", None)
    with pytest.raises(age.WorkFactorTooHigh, match="at most 20 is accepted"):
        age.decrypt(asked, [age.ScryptIdentity("passphrase")])


def test_up_to_two_to_the_twentieth_is_read() -> None:
    stanza = Stanza(("scrypt", encode_base64(bytes(16)), "20"), bytes(32))
    assert scrypt._parameters(stanza) == (bytes(16), 20)


@pytest.mark.parametrize("factor", [-1, 0, 21, 64])
def test_what_would_not_be_read_is_not_written(factor: int) -> None:
    with pytest.raises(age.WorkFactorTooHigh):
        age.encrypt(b"", [age.ScryptRecipient("passphrase", factor)])


def test_other_identities_pass_over_a_passphrase() -> None:
    sealed = age.encrypt(b"plain", [age.ScryptRecipient("passphrase", _CHEAP)])
    keys: list[age.Identity] = [age.X25519Identity.generate(), age.HybridIdentity.generate()]
    with pytest.raises(age.NoIdentityMatches):
        age.decrypt(sealed, keys)
    assert age.decrypt(sealed, [*keys, age.ScryptIdentity("passphrase")]) == b"plain"
