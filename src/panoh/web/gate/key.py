"""What opens the interface for one browser: a host name, a one-time link and a cookie."""

import secrets
from collections.abc import Callable
from hmac import compare_digest

COOKIE = "key"


class Key:
    """The secrets of one run. They live in memory and die with the process.

    `used` is called when somebody has come in by the one-time link.

    The host is drawn at random: cookies are shared between all ports of a host, and no other
    program on this computer can guess a host to receive ours under. Browsers take every name
    under `localhost` for this computer without asking anybody.
    """

    def __init__(self, used: Callable[[], None] = lambda: None) -> None:
        self._used = used
        self.host = f"{secrets.token_hex(8)}.localhost"
        self._cookie = secrets.token_urlsafe(32)
        self._once = ""

    def new_link(self) -> str:
        """A path that lets one browser in, once; an earlier one is void."""
        self._once = secrets.token_urlsafe(32)
        return f"/enter?once={self._once}"

    def enter(self, once: str) -> str:
        """The cookie for whoever comes with the one-time link; empty if it is not that link."""
        if not self._once or not compare_digest(once.encode(), self._once.encode()):
            return ""
        self._once = ""
        self._used()
        return self._cookie

    def fits(self, cookie: str) -> bool:
        """Whether this is the cookie that the link sets."""
        return compare_digest(cookie.encode(), self._cookie.encode())
