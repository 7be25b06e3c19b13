"""Push: encrypted unless the server is on this computer, and nothing that names us."""

from pathlib import Path

import pytest
from tests.channels.certificates import ELSEWHERE, certificate, context
from tests.channels.push_server import TOKEN, push_server

from panoh.channels import Accepted, Failed, Message, Reason
from panoh.channels.errors import NotEncrypted
from panoh.channels.push import Push

ASKED = Message("Савол", "Лутфан ин саҳифаро кушоед.")


@pytest.mark.parametrize(
    "server",
    ["http://push.example", "ftp://127.0.0.1", "push.example", "", "http://127.0.0.1.example"],
)
def test_an_address_without_encryption_is_refused(server: str) -> None:
    with pytest.raises(NotEncrypted):
        Push(name="push", server=server)


def test_a_server_on_this_computer_needs_none() -> None:
    with push_server() as server:
        channel = Push(name="push", server=f"http://127.0.0.1:{server.port}/", token=TOKEN)
        assert channel.send("tulips", ASKED, "k") == Accepted()
    assert server.paths == ["/"]


def test_headers_name_no_program_and_the_topic_stands_in_the_body(pem: Path) -> None:
    with push_server(context(pem)) as server:
        channel = Push(
            name="push", server=f"https://localhost:{server.port}", token=TOKEN, ca_file=str(pem)
        )
        assert channel.send("tulips", ASKED, "k") == Accepted()
    (headers,) = server.headers
    assert set(headers) == {"host", "accept", "connection", "content-length", "authorization"}
    assert server.paths == ["/"]
    (told,) = server.published
    assert (told["topic"], told["title"], told["priority"]) == ("tulips", ASKED.subject, 5)


def test_a_redirect_is_not_followed(pem: Path) -> None:
    with push_server(context(pem)) as server:
        server.does = "redirects"
        channel = Push(name="push", server=f"https://localhost:{server.port}", ca_file=str(pem))
        assert channel.send("tulips", ASKED, "k") == Failed(Reason.REDIRECTED)
    assert server.paths == ["/"]


def test_a_server_that_proves_to_be_another_gets_nothing(pem: Path, tmp_path: Path) -> None:
    of_another = certificate(tmp_path, ELSEWHERE)
    with push_server(context(of_another)) as server:
        for trusted in (of_another, pem, None):
            channel = Push(
                name="push",
                server=f"https://localhost:{server.port}",
                token=TOKEN,
                ca_file=str(trusted) if trusted else None,
            )
            assert channel.send("tulips", ASKED, "k") == Failed(Reason.INSECURE)
    assert server.paths == []


def test_a_proxy_of_the_environment_is_not_asked(
    pem: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTPS_PROXY", "ALL_PROXY", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with push_server(context(pem)) as server:
        channel = Push(name="push", server=f"https://localhost:{server.port}", ca_file=str(pem))
        assert channel.send("tulips", ASKED, "k") == Accepted()
