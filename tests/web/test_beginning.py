"""Making a vault in the browser, trying its recovery key, and getting back in with it."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import CHEAP, PASSPHRASE, person
from tests.web.running import Running, running

from panoh.age import HybridIdentity
from panoh.casebook.search import find_people
from panoh.shares import split
from panoh.shares.passphrase import suggested
from panoh.vault import Vault
from panoh.web.beginning.aside import put_aside

NEW = "quite another passphrase of words"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    """An interface where no vault is yet, and where trying a passphrase costs next to nothing."""
    for name in ("create", "recover"):
        monkeypatch.setitem(vars(Vault)[name].__func__.__kwdefaults__, "cost", CHEAP)
    with running(tmp_path) as found:
        yield found


def follow(owner: httpx.Client, answer: httpx.Response) -> httpx.Response:
    """Go where an answer leads, waiting for what takes long."""
    for _ in range(200):
        if answer.status_code == 303:
            answer = owner.get(answer.headers["location"])
        elif 'http-equiv="refresh"' in answer.text:
            answer = owner.get("/wait")
        else:
            break
    return answer


def made(owner: httpx.Client) -> str:
    """Make a vault and try its recovery key; the key."""
    page = follow(owner, owner.post("/new", data={"passphrase": PASSPHRASE}))
    key = html.unescape(re.findall(r'id="key"[^>]*>([^<]+)<', page.text)[0])
    assert key.startswith("AGE-SE")
    assert "The recovery key works" in owner.post("/new/key", data={"key": key}).text
    return key


def test_without_a_vault_everything_leads_to_making_one(site: Running) -> None:
    owner = site.owner()
    assert 'href="/new"' in owner.get("/what-now").text
    assert owner.get("/unlock").headers["location"] == "/new"
    page = owner.get("/new").text
    words = re.findall(r'id="suggestion"[^>]*>([^<]+)<', page)[0].split()
    assert len(words) == 6
    assert words != re.findall(r'id="suggestion"[^>]*>([^<]+)<', owner.get("/new").text)[0].split()


def test_a_short_passphrase_makes_nothing(site: Running, tmp_path: Path) -> None:
    answer = site.owner().post("/new", data={"passphrase": "short"})
    assert answer.status_code == 422
    assert "at least twelve characters" in answer.text
    assert "short<" not in answer.text
    assert not (tmp_path / "vault").exists()


def test_the_recovery_key_is_shown_until_it_was_tried(site: Running) -> None:
    owner = site.owner()
    page = follow(owner, owner.post("/new", data={"passphrase": PASSPHRASE}))
    key = html.unescape(re.findall(r'id="key"[^>]*>([^<]+)<', page.text)[0])
    wrong = owner.post("/new/key", data={"key": key[:-4] + "AAAA"})
    assert wrong.status_code == 422
    assert "That is not the key" in wrong.text
    assert key in html.unescape(owner.get("/new/key").text)
    assert "The recovery key works" in owner.post("/new/key", data={"key": key}).text
    assert owner.get("/new/key").headers["location"] == "/today"
    assert owner.get("/new").headers["location"] == "/unlock"
    assert site.desk.tray == {}


def test_locking_forgets_a_key_that_nobody_tried(site: Running) -> None:
    owner = site.owner()
    follow(owner, owner.post("/new", data={"passphrase": PASSPHRASE}))
    owner.post("/lock")
    assert site.desk.tray == {}
    assert owner.get("/new/key").headers["location"] == "/unlock"


def test_back_in_with_the_key_on_a_computer_without_keys(site: Running, tmp_path: Path) -> None:
    owner = site.owner()
    key = made(owner)
    with site.desk.held() as case:
        person(case, "Zarina Nazarova")
    owner.post("/lock")
    (tmp_path / "device").rename(tmp_path / "lost")
    assert owner.get("/unlock").headers["location"] == "/recover"
    other = str(HybridIdentity.generate())
    for typed in ("", "nothing of the kind", other):
        answer = owner.post("/recover", data={"key": typed, "passphrase": NEW})
        assert answer.status_code == 422
        assert not (tmp_path / "device" / "keys").exists()
    answer = follow(owner, owner.post("/recover", data={"key": key, "passphrase": NEW}))
    assert "Today" in answer.text
    with site.desk.held() as case:
        assert find_people(case.vault.db, "Zarina")


def test_back_in_with_shares_where_the_passphrase_is_forgotten(
    site: Running, tmp_path: Path
) -> None:
    owner = site.owner()
    key = made(owner)
    owner.post("/lock")
    shares = split(HybridIdentity.parse("".join(key.split())).seed, 2, 3)
    few = owner.post("/recover", data={"key": shares[0], "passphrase": NEW})
    assert few.status_code == 422
    assert (tmp_path / "device" / "keys").exists()
    typed = f"{shares[2]}\n\n{shares[0]}"
    assert (
        "Today"
        in follow(owner, owner.post("/recover", data={"key": typed, "passphrase": NEW})).text
    )
    assert (tmp_path / "device-before-1" / "keys").exists()
    owner.post("/lock")
    assert owner.post("/unlock", data={"passphrase": PASSPHRASE}).status_code == 422
    assert follow(owner, owner.post("/unlock", data={"passphrase": NEW})).status_code == 200


def test_what_was_typed_is_never_shown_again(site: Running) -> None:
    owner = site.owner()
    key = made(owner)
    owner.post("/lock")
    answer = owner.post("/recover", data={"key": key, "passphrase": "short"})
    assert answer.status_code == 422
    assert key[7:20] not in answer.text


def fail_half_way(device: Path) -> None:
    device.mkdir()
    (device / "index.db").write_text("half")
    raise RuntimeError


def test_keys_put_aside_come_back_when_no_new_ones_were_made(tmp_path: Path) -> None:
    device = tmp_path / "device"
    device.mkdir()
    (device / "keys").write_text("old")
    with pytest.raises(RuntimeError), put_aside(device):
        fail_half_way(device)
    assert [path.name for path in device.iterdir()] == ["keys"]
    with put_aside(device):
        device.mkdir()
        (device / "keys").write_text("new")
    assert (tmp_path / "device-before-1" / "keys").read_text() == "old"


def test_suggested_words_are_never_the_same() -> None:
    assert len({suggested() for _ in range(100)}) == 100
