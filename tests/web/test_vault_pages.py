"""The page of the vault: checking it, the way back, everything out, the index anew."""

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import PASSPHRASE, open_case, person
from tests.web.running import Running, running

from panoh.age import ScryptIdentity, decrypt

FILE_WORDS = "other words for the file"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    case = open_case(tmp_path)
    with case.vault:
        person(case, "Jahongir")
    with running(tmp_path) as found:
        yield found


def finished(owner: httpx.Client) -> str:
    """Wait as the page does; where the work leads in the end."""
    for _ in range(100):
        answer = owner.get("/wait")
        if answer.status_code == 303:
            return answer.headers["location"]
        assert answer.status_code == 200
        time.sleep(0.05)
    raise AssertionError("the work does not end")


def test_a_check_says_that_everything_is_whole(site: Running) -> None:
    owner = site.unlocked()
    assert owner.post("/vault/check", data={"deep": "yes"}).headers["location"] == "/wait"
    assert finished(owner) == "/vault/checked"
    assert "Everything that was checked is whole." in owner.get("/vault/checked").text


def test_damage_is_told_with_what_to_do(site: Running, tmp_path: Path) -> None:
    owner = site.unlocked()
    victim = max((tmp_path / "vault" / "m").iterdir(), key=lambda path: path.stat().st_mtime)
    victim.write_bytes(victim.read_bytes()[:-1])
    owner.post("/vault/check")
    finished(owner)
    page = owner.get("/vault/checked").text
    assert "Something is wrong." in page
    assert "look for a copy" in page


def test_the_sheet_is_a_pdf(site: Running) -> None:
    answer = site.unlocked().post("/vault/sheet")
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["content-disposition"] == 'attachment; filename="way-back.pdf"'


def test_everything_out_is_sealed_and_goes_when_locked(site: Running, tmp_path: Path) -> None:
    owner = site.unlocked()
    assert owner.post("/vault/export", data={"new": "short", "again": "short"}).status_code == 422
    unlike = {"new": FILE_WORDS, "again": FILE_WORDS + "!"}
    assert owner.post("/vault/export", data=unlike).status_code == 422
    owner.post("/vault/export", data={"new": FILE_WORDS, "again": FILE_WORDS})
    assert finished(owner) == "/vault/exported"
    assert "consents were not asked" in owner.get("/vault/exported").text
    sealed = owner.post("/vault/export/file").content
    assert b"Jahongir" not in sealed
    plain = decrypt(sealed, [ScryptIdentity(FILE_WORDS)])
    assert b"Jahongir" in plain
    left = list((tmp_path / "device").glob("*.age"))
    assert left
    site.desk.lock()
    assert not any(path.exists() for path in left)


def test_the_index_is_made_anew_by_who_knows_the_passphrase(site: Running) -> None:
    owner = site.unlocked()
    wrong = owner.post("/vault/rebuild", data={"passphrase": "wrong words here"})
    assert wrong.status_code == 422
    assert site.desk.open
    owner.post("/vault/rebuild", data={"passphrase": PASSPHRASE})
    assert finished(owner) == "/vault"
    found = owner.post("/search", data={"words": "jahongir"})
    assert "Jahongir" in found.text


def test_locking_ends_long_work_at_its_next_step(site: Running) -> None:
    owner = site.unlocked()

    def work(_case: object, step: object) -> str:
        for _ in range(1000):
            time.sleep(0.01)
            step(1, 1000)  # type: ignore[operator]
        return "/never"

    site.desk.start_with_case("Checking", work)
    assert "1 of 1000" in owner.get("/wait").text or site.desk.job is not None
    began = time.monotonic()
    site.desk.lock()
    assert time.monotonic() - began < 3
    assert owner.get("/vault").headers["location"] == "/unlock"


def test_a_page_says_that_other_work_holds_the_vault(
    site: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("panoh.web.desk.PATIENCE_SECONDS", 0.2)
    owner = site.unlocked()

    def work(_case: object, _step: object) -> str:
        time.sleep(1.5)
        return "/vault"

    site.desk.start_with_case("Checking", work)
    time.sleep(0.1)
    answer = owner.get("/people")
    assert answer.status_code == 503
    assert 'http-equiv="refresh"' in answer.text
