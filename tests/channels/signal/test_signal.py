"""Signal: signal-cli beside the relay, reached on this computer alone."""

import os
import time
from pathlib import Path

import pytest
from tests.channels.signal_server import ACCOUNT, signal_server

from panoh.channels import Accepted, Failed, Message, Reason
from panoh.channels.errors import NotEncrypted
from panoh.channels.signal import Signal

ASKED = Message("unused", "Please open this page: https://x.example/t/7Qk2")


@pytest.mark.parametrize("place", ["192.0.2.7:7583", "signal.example:7583", "[2001:db8::1]:7583"])
def test_a_signal_cli_elsewhere_is_refused_for_its_socket_is_not_encrypted(place: str) -> None:
    with pytest.raises(NotEncrypted):
        Signal(name="signal", socket=place)


@pytest.mark.parametrize(
    "to", ["+992900000002", "u:rustam.42", "0f0e0d0c-1111-4222-8333-444455556666"]
)
def test_numbers_names_and_accounts_are_addresses(tmp_path: Path, to: str) -> None:
    with signal_server(tmp_path) as server:
        assert Signal(name="signal", socket=server.place).send(to, ASKED, "k") == Accepted()
    assert server.sent == [{"recipient": [to], "message": ASKED.body}]


def test_one_account_of_several_is_named_over_a_port() -> None:
    with signal_server(None) as server:
        channel = Signal(name="signal", socket=server.place, account=ACCOUNT)
        assert channel.send("+992900000002", ASKED, "k") == Accepted()
    assert server.sent[0]["account"] == ACCOUNT


def test_the_check_asks_signals_servers_about_our_number(tmp_path: Path) -> None:
    with signal_server(tmp_path) as server:
        assert Signal(name="signal", socket=server.place).check() == Accepted()
        ours = Signal(name="signal", socket=server.place, account=ACCOUNT)
        assert ours.check() == Accepted()
        server.does = "login"
        assert ours.check() == Failed(Reason.LOGIN)
    assert server.methods == ["version", "getUserStatus", "getUserStatus"]
    assert server.sent == []


def test_a_program_that_grows_old_is_told_in_time(tmp_path: Path) -> None:
    program = tmp_path / "signal-cli"
    program.touch()
    with signal_server(tmp_path) as server:
        channel = Signal(name="signal", socket=server.place, program=str(program))
        assert channel.check() == Accepted()
        ago = time.time() - 81 * 86_400
        os.utime(program, (ago, ago))
        assert channel.check() == Failed(Reason.OLD)
        assert channel.send("+992900000002", ASKED, "k") == Accepted(), "it still sends"
        program.unlink()
        assert channel.check() == Failed(Reason.OLD)
