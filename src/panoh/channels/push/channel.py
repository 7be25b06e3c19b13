"""Push: one POST to the server, whose answer must be that of such a server."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from panoh.channels.channel import Accepted, Failed, Message, Reason, Refused, Result
from panoh.channels.errors import NotEncrypted
from panoh.channels.marks import mark_of
from panoh.channels.site import Reply, Site

_TOPIC = re.compile(r"[A-Za-z0-9_-]{1,64}")
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
        if not self._site.safe:
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
        return _judged(self._site.ask("POST", "/", told), lambda body: _is_ours(body, to))

    def check(self) -> Result:
        """Ask the server whether it is well."""
        return _judged(self._site.ask("GET", "/v1/health"), _is_well)

    @cached_property
    def _site(self) -> Site:
        return Site(
            address=self.server, seconds=self.seconds, token=self.token, ca_file=self.ca_file
        )


def _judged(reply: Reply | Failed, good: Callable[[bytes], bool]) -> Result:
    """What the reply means; 200 alone means nothing, a hotel's sign-in page says it too."""
    if isinstance(reply, Failed):
        return reply
    if reply.status != 200:
        return _of_status(reply.status, reply.retry_after)
    try:
        return Accepted() if good(reply.body) else Failed(Reason.UNEXPECTED)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
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


def _is_ours(body: bytes, topic: str) -> bool:
    return msgspec.json.decode(body, type=Published).topic == topic


def _is_well(body: bytes) -> bool:
    return msgspec.json.decode(body, type=Health).healthy
