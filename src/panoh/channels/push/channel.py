"""Push: one POST to the server, whose answer must be that of such a server."""

import re
import ssl
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import httpx
import msgspec

from panoh.channels.channel import Accepted, Failed, Message, Reason, Refused, Result
from panoh.channels.deadline import Deadline
from panoh.channels.errors import NotEncrypted
from panoh.channels.marks import mark_of

_TOPIC = re.compile(r"[A-Za-z0-9_-]{1,64}")
_MOST = 64 * 1024
_HERE = ("127.0.0.1", "::1", "localhost")
_DAY = 86_400


class Published(msgspec.Struct):
    """What the server says it took."""

    id: str
    topic: str


class Health(msgspec.Struct):
    """What the server says about itself."""

    healthy: bool


@dataclass(frozen=True, kw_only=True)
class Push:
    """A server that passes messages on to whoever follows a topic."""

    name: str
    server: str
    token: str = field(default="", repr=False)
    seconds: float = 20
    #: Certificates to trust instead of the system's, for a server with one of its own.
    ca_file: str | None = None

    def __post_init__(self) -> None:
        parts = urlsplit(self.server)
        if parts.scheme != "https" and (parts.scheme, parts.hostname in _HERE) != ("http", True):
            raise NotEncrypted(channel=self.name)

    def send(self, to: str, message: Message, key: str) -> Result:
        """Publish under the topic `to`; the same message replaces itself on the phone."""
        if not _TOPIC.fullmatch(to):
            return Refused(Reason.ADDRESS)
        # The topic stands in the body: addresses are written into logs by servers on the way.
        told = {
            "topic": to,
            "title": message.subject,
            "message": message.body,
            "priority": 5,
            "sequence_id": mark_of(key, to),
        }
        return self._ask("POST", "/", told, lambda body: _is_ours(body, to))

    def check(self) -> Result:
        """Ask the server whether it is well."""
        return self._ask("GET", "/v1/health", None, _is_well)

    def _ask(
        self,
        method: str,
        path: str,
        told: Mapping[str, object] | None,
        good: Callable[[bytes], bool],
    ) -> Result:
        with Deadline(self.seconds) as deadline:
            try:
                with self._client(deadline) as client:
                    answer = client.send(self._request(client, method, path, told), stream=True)
                    with closing(answer):
                        return _judged(answer, good)
            except httpx.TimeoutException:
                reason = Reason.TIMED_OUT
            except httpx.ConnectError as error:
                reason = Reason.INSECURE if _of_tls(error) else Reason.UNREACHABLE
            except (httpx.HTTPError, OSError):
                reason = Reason.UNREACHABLE
            return Failed(Reason.TIMED_OUT if deadline.passed else reason)

    def _request(
        self, client: httpx.Client, method: str, path: str, told: Mapping[str, object] | None
    ) -> httpx.Request:
        content = msgspec.json.encode(told) if told is not None else None
        request = client.build_request(method, self.server.rstrip("/") + path, content=content)
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


def _judged(answer: httpx.Response, good: Callable[[bytes], bool]) -> Result:
    """What the answer means; 200 alone means nothing, a hotel's sign-in page says it too."""
    if answer.status_code != 200:
        return _of_status(answer.status_code, answer.headers.get("retry-after", ""))
    body = b""
    for piece in answer.iter_raw():
        body += piece
        if len(body) > _MOST:
            return Failed(Reason.UNEXPECTED)
    try:
        return Accepted() if good(body) else Failed(Reason.UNEXPECTED)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Failed(Reason.UNEXPECTED)


def _of_status(status: int, retry_after: str) -> Result:
    """What another status than 200 means."""
    if status == 413:
        return Refused(Reason.TOO_LARGE)
    if status == 400:
        return Refused(Reason.REJECTED)
    if status == 429:
        told = int(retry_after) if re.fullmatch(r"[0-9]{1,9}", retry_after) else 0
        return Failed(Reason.RATE, min(told, _DAY))
    if 300 <= status < 400:
        return Failed(Reason.REDIRECTED)
    if status in (401, 403):
        return Failed(Reason.LOGIN)
    return Failed(Reason.LATER if 500 <= status < 600 else Reason.UNEXPECTED)


def _of_tls(error: BaseException | None) -> bool:
    """Whether what stands behind an error is a failed proof of who the server is."""
    while error is not None and not isinstance(error, ssl.SSLError):
        error = error.__cause__ or error.__context__
    return error is not None


def _is_ours(body: bytes, topic: str) -> bool:
    return msgspec.json.decode(body, type=Published).topic == topic


def _is_well(body: bytes) -> bool:
    return msgspec.json.decode(body, type=Health).healthy
