"""A server that publishes as ntfy does, polite or not, and keeps what it was told."""

import json
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

TOKEN = "tk_tulipsinapril"


@dataclass
class PushServer:
    """What it does next, and what it has taken and been told."""

    port: int = 0
    does: str = "takes"
    published: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def answer(self, path: str, told: dict[str, Any]) -> tuple[int, dict[str, str], bytes] | None:
        """Status, headers and body; nothing to hang up."""
        if path == "/v1/health":
            return 200, {}, json.dumps({"healthy": self.does == "takes"}).encode()
        taken = {"id": "x1", "event": "message", **told}
        if self.does in ("takes", "drops"):
            self.published.append({"path": path, **told})
        return {
            "takes": (200, {}, json.dumps(taken).encode()),
            "drops": None,
            "later": (503, {}, b""),
            "full": (507, {}, b""),
            "rate": (429, {"Retry-After": "120"}, b""),
            "login": (403, {}, b""),
            "dislikes": (400, {}, b""),
            "too large": (413, {}, b""),
            "redirects": (307, {"Location": f"http://127.0.0.1:{self.port}/elsewhere"}, b""),
            "signs in first": (200, {}, b"<html>Welcome to the hotel</html>"),
            "answers for another": (200, {}, json.dumps({**taken, "topic": "other"}).encode()),
            "nothing here": (404, {}, b""),
        }[self.does]


@contextmanager
def push_server(tls: ssl.SSLContext | None = None) -> Iterator[PushServer]:
    """The server."""
    kept, over = PushServer(), Event()

    class Here(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.reply({})

        def do_POST(self) -> None:
            told = self.rfile.read(int(self.headers["Content-Length"]))
            self.reply(json.loads(told))

        def reply(self, told: dict[str, Any]) -> None:
            kept.paths.append(self.path)
            kept.headers.append({name.lower(): value for name, value in self.headers.items()})
            if kept.does == "falls silent":
                over.wait(30)
                return
            answer = kept.answer(self.path, told)
            if answer is None:
                return
            status, headers, body = answer
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Here) as server:
        server.daemon_threads = True
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        kept.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield kept
        finally:
            over.set()
            server.shutdown()
            thread.join(5)
