"""The middleware that every request passes before anything of ours looks at it."""

from collections.abc import Callable, Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from panoh.web.gate.body import FORM_BYTES, FORM_SECONDS, bounded
from panoh.web.gate.headers import HEADERS
from panoh.web.gate.key import COOKIE, Key

SAFE = frozenset({"GET", "HEAD"})
ENTER, STATIC = "/enter", "/static/"
Refuse = Callable[[Request, int], Response]


class Gate:
    """Lets a request through, or answers it with the reason in words.

    1. The host is ours. 2. The method is one we know. 3. No other site or port caused it. 4. It
    carries the cookie, or is the one-time link, or asks for the bundle. 5. Its body keeps to its
    size and time. `uploads` are the paths that take more than a form, with their sizes.
    """

    def __init__(
        self, app: ASGIApp, key: Key, port: int, refuse: Refuse, uploads: Mapping[str, int]
    ) -> None:
        self._app, self._key, self._refuse, self._uploads = app, key, refuse, uploads
        self._origin = f"http://{key.host}:{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # nothing here speaks anything else
        request = Request(scope)
        send = _with_headers(send)
        status = self._status(request)
        if status:
            await self._refuse(request, status)(scope, receive, send)
            return
        path = request.url.path
        seconds = 0.0 if path in self._uploads else FORM_SECONDS
        await self._app(scope, bounded(receive, self._most(path), seconds), send)

    def _status(self, request: Request) -> int:
        """0 for what may pass, else the status that refuses it."""
        headers, method, path = request.headers, request.method, request.url.path
        if headers.getlist("host") != [self._origin.removeprefix("http://")]:
            return 400
        if method not in SAFE | {"POST"}:
            return 405
        if not self._own(headers, method, path):
            return 403
        if path == ENTER or path.startswith(STATIC):
            return 0
        if not self._key.fits(request.cookies.get(COOKIE, "")):
            return 401
        return 413 if self._swollen(headers, path) else 0

    def _own(self, headers: Headers, method: str, path: str) -> bool:
        """Whether this comes from a page of ours, or from the address bar."""
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if origin is not None and origin != self._origin:
            return False
        if method in SAFE:
            # The link that opens the browser is followed from a file, which is another site.
            return site in (None, "same-origin", "none") or path == ENTER
        return site == "same-origin" or (site is None and origin == self._origin)

    def _swollen(self, headers: Headers, path: str) -> bool:
        length = headers.get("content-length", "0")
        return not length.isascii() or not length.isdigit() or int(length) > self._most(path)

    def _most(self, path: str) -> int:
        return self._uploads.get(path, FORM_BYTES)


def _with_headers(send: Send) -> Send:
    async def send_with(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return send_with
