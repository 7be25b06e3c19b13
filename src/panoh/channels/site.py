"""One question to a web service: encrypted to a proven server, in bounded time and size.

No redirect is followed, no proxy of the environment asked, and nothing says which program asks.
"""

import ssl
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import httpx
import msgspec

from panoh.channels.channel import Failed, Reason
from panoh.channels.deadline import Deadline

_MOST = 64 * 1024
_Told = Mapping[str, object] | bytes | None
_HERE = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back; the body only of an answer whose status the site `reads`."""

    status: int
    retry_after: str = ""
    body: bytes = b""


@dataclass(frozen=True, kw_only=True)
class Site:
    """A service at an address."""

    address: str
    seconds: float
    token: str = field(default="", repr=False)
    ca_file: str | None = None
    reads: tuple[int, ...] = (200,)

    @property
    def safe(self) -> bool:
        """Whether what is said there can be read by nobody on the way."""
        try:
            parts = urlsplit(self.address)
        except ValueError:
            return False  # brackets that are no address
        return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)

    def ask(self, method: str, path: str, told: _Told = None) -> Reply | Failed:
        """The reply, or why there is none."""
        with Deadline(self.seconds) as deadline:
            try:
                with self._client(deadline) as client:
                    answer = client.send(self._request(client, method, path, told), stream=True)
                    with closing(answer):
                        return _read(answer, self.reads)
            except httpx.TimeoutException:
                reason = Reason.TIMED_OUT
            except httpx.ConnectError as error:
                reason = Reason.INSECURE if _of_tls(error) else Reason.UNREACHABLE
            except (httpx.HTTPError, OSError):
                reason = Reason.UNREACHABLE
            return Failed(Reason.TIMED_OUT if deadline.passed else reason)

    def _request(self, client: httpx.Client, method: str, path: str, told: _Told) -> httpx.Request:
        content = msgspec.json.encode(told) if isinstance(told, Mapping) else told
        request = client.build_request(method, self.address.rstrip("/") + path, content=content)
        for header in ("user-agent", "accept-encoding"):
            del request.headers[header]
        if self.token:
            request.headers["authorization"] = f"Bearer {self.token}"
        return request

    def _client(self, deadline: Deadline) -> httpx.Client:
        def watch(event: str, info: Mapping[str, Any]) -> None:
            if event == "connection.connect_tcp.complete":
                deadline.watch(info["return_value"].get_extra_info("socket"))

        def watched(request: httpx.Request) -> None:
            request.extensions["trace"] = watch

        return httpx.Client(
            verify=self._context,
            trust_env=False,
            follow_redirects=False,
            timeout=deadline.left(),
            event_hooks={"request": [watched]},
        )

    @cached_property
    def _context(self) -> ssl.SSLContext:
        context = ssl.create_default_context(cafile=self.ca_file)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        return context


def _read(answer: httpx.Response, reads: tuple[int, ...]) -> Reply | Failed:
    if answer.status_code not in reads:
        return Reply(answer.status_code, answer.headers.get("retry-after", ""))
    body = b""
    for piece in answer.iter_raw():
        body += piece
        if len(body) > _MOST:
            return Failed(Reason.UNEXPECTED)
    return Reply(answer.status_code, body=body)


def _of_tls(error: BaseException | None) -> bool:
    """Whether what stands behind an error is a failed proof of who the server is."""
    while error is not None and not isinstance(error, ssl.SSLError):
        error = error.__cause__ or error.__context__
    return error is not None
