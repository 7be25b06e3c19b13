"""The self-test tries all it counts, fast, and a broken part stops the opening of a vault."""

import subprocess
import time
from pathlib import Path

import pytest
from tests.tools.peers import need_age
from tests.vault.support import Place

from panoh.age import HybridIdentity
from panoh.vault import known, selftest
from panoh.vault.errors import SelfTestFailed


def test_all_is_tried_in_under_20_ms() -> None:
    selftest.self_test()
    took = []
    for _ in range(5):
        begun = time.process_time()
        assert selftest.self_test() == selftest.COUNT == 7
        took.append(time.process_time() - begun)
    assert min(took) < 0.020


@pytest.mark.parametrize("name", selftest.CHECKS)
def test_a_missing_check_is_an_error(name: str) -> None:
    left = {each: check for each, check in selftest.CHECKS.items() if each != name}
    with pytest.raises(SelfTestFailed, match="6/7"):
        selftest.self_test(left)


ANSWERS = [name for name in vars(known) if name.isupper()]


@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_is_looked_at(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    value = getattr(known, name)
    other = value[:-1] + (b"~" if isinstance(value, bytes) else "0" if value[-1] != "0" else "1")
    monkeypatch.setattr(known, name, other)
    with pytest.raises(SelfTestFailed):
        selftest.self_test()


def test_a_library_that_verifies_anything_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nacl.signing.VerifyKey.verify", lambda *_: b"")
    with pytest.raises(SelfTestFailed, match="Ed25519"):
        selftest.self_test()


def test_no_vault_is_opened(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.create().vault.close()
    monkeypatch.setattr(known, "MERKLE_ROOT", "00")
    selftest.once.cache_clear()
    try:
        for opened in (place.unlock, place.rebuild, place.create):
            with pytest.raises(SelfTestFailed) as caught:
                opened()
            assert caught.value.hint
    finally:
        selftest.once.cache_clear()


def test_stock_age_opens_the_fixed_file(tmp_path: Path) -> None:
    age = need_age()
    identity = str(HybridIdentity.from_seed(bytes.fromhex(known.SEED)))
    path = tmp_path / "identity"
    path.write_text(identity + "\n")
    done = subprocess.run(
        [age, "-d", "-i", path], input=known.HYBRID_FILE, capture_output=True, check=True
    )
    assert done.stdout == known.PLAIN
