"""A channel from what somebody wrote down: what is wrong is named, and no value is repeated."""

from typing import Any

import pytest

from panoh.channels import Reason
from panoh.channels.errors import ChannelsError, KindUnknown, SettingMissing, SettingWrong
from panoh.channels.kinds import KINDS, make, words
from panoh.channels.reasons import REASONS

GOOD: dict[str, Any] = {"kind": "email", "host": "mail.example", "sender": "relay@mail.example"}


def test_what_is_not_said_has_its_usual_value() -> None:
    assert make("mail", GOOD).name == "mail"


@pytest.mark.parametrize(
    ("change", "error", "told"),
    [
        ({"kind": "pigeon"}, KindUnknown, "email, push, signal, handover, apprise"),
        ({"kind": 7}, KindUnknown, "email"),
        ({"port": "tulips"}, SettingWrong, "port"),
        ({"tulips-in-april": 1}, SettingWrong, "tulips-in-april"),
        ({"name": "another"}, SettingWrong, "name"),
        ({"sender": "tulips"}, SettingWrong, "sender"),
        ({"host": None}, SettingWrong, "host"),
        ({"seconds": 41}, SettingWrong, "seconds"),
        ({"seconds": 0}, SettingWrong, "seconds"),
    ],
)
def test_what_cannot_be_used_is_named(
    change: dict[str, Any], error: type[ChannelsError], told: str
) -> None:
    with pytest.raises(error) as raised:
        make("mail", GOOD | change)
    assert told in str(raised.value)
    assert change.get("port", "?") not in str(raised.value)


def test_what_is_missing_is_named() -> None:
    with pytest.raises(SettingMissing) as raised:
        make("mail", {key: value for key, value in GOOD.items() if key != "host"})
    assert "host" in str(raised.value)


def test_every_kind_and_every_reason_has_its_words() -> None:
    assert set(REASONS) == set(Reason)
    for kind in KINDS:
        label, learns = words(kind)
        assert label
        assert learns.endswith(".")
