"""Apprise: one addressee a call, quiet, neutral, and honest about being absent."""

import sys

import pytest
from tests.channels.push_server import push_server

from panoh.channels import Accepted, Message, Reason, Refused
from panoh.channels.apprise import Apprise
from panoh.channels.errors import ExtraMissing, SettingWrong

ASKED = Message("A question", "Please open this page.")


def test_the_library_names_neither_itself_nor_us() -> None:
    with push_server() as server:
        channel = Apprise(name="other", url=f"json://127.0.0.1:{server.port}/{{to}}")
        assert channel.send("rustam", ASKED, "k") == Accepted()
    (told,) = server.published
    (headers,) = server.headers
    assert "apprise" not in str(told).lower()
    assert headers["user-agent"] == "Message"


def test_a_redirect_is_not_followed() -> None:
    with push_server() as server:
        server.does = "redirects"
        channel = Apprise(name="other", url=f"json://127.0.0.1:{server.port}/{{to}}")
        assert channel.send("rustam", ASKED, "k") != Accepted()
    assert server.paths == ["/rustam"]


def test_an_address_that_stands_for_several_people_is_refused() -> None:
    channel = Apprise(name="other", url="tgram://123456789:abcdefg_hijklmnop/111/{to}")
    assert channel.send("222", ASKED, "k") == Refused(Reason.ADDRESS)


@pytest.mark.parametrize("url", ["json://127.0.0.1/", "json://127.0.0.1/{to}/{to}", ""])
def test_the_setting_says_where_the_one_addressee_stands(url: str) -> None:
    with pytest.raises(SettingWrong):
        Apprise(name="other", url=url)


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "apprise", raising=False)
    monkeypatch.setattr(
        "panoh.channels.apprise.channel.find_spec", lambda name: None if name == "apprise" else name
    )
    with pytest.raises(ExtraMissing) as error:
        Apprise(name="other", url="json://127.0.0.1/{to}")
    assert "panoh[apprise]" in error.value.hint
