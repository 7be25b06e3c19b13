"""A stand-in for signal-cli's daemon: it speaks its JSON-RPC, line by line, on a local socket."""

import json
import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Any

ACCOUNT = "+992900000001"

#: What it passes on unasked: somebody wrote to our number.
PASSED_ON = {
    "jsonrpc": "2.0",
    "method": "receive",
    "params": {
        "account": ACCOUNT,
        "envelope": {
            "sourceNumber": "+992900000077",
            "dataMessage": {"message": "a stranger's words"},
        },
    },
}


@dataclass
class SignalServer:
    """What it does next, and what it has taken."""

    place: str = ""
    does: str = "takes"
    sent: list[dict[str, Any]] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)

    def answer(self, question: dict[str, Any]) -> dict[str, Any] | None:
        """The answer; nothing to hang up."""
        self.methods.append(question["method"])
        params = question.get("params", {})
        if question["method"] == "version":
            return {"result": {"version": "0.13.24"}}
        if question["method"] == "getUserStatus":
            known = self.does != "login"
            if self.does == "later":
                return {"error": {"code": -32603, "message": "down", "data": None}}
            return {"result": [{"recipient": params["recipient"][0], "isRegistered": known}]}
        return self.of_message(params)

    def of_message(self, params: dict[str, Any]) -> dict[str, Any] | None:
        """What becomes of a message."""
        types = {
            "nobody": "UNREGISTERED_FAILURE",
            "changed key": "IDENTITY_FAILURE",
            "rate": "RATE_LIMIT_FAILURE",
            "no network": "NETWORK_FAILURE",
            "bad pre-key": "INVALID_PRE_KEY_FAILURE",
            "is newer than we": "ANOTHER_FAILURE",
        }
        if self.does in types:
            outcome: dict[str, Any] = {
                "recipientAddress": {"number": params["recipient"][0]},
                "type": types[self.does],
            }
            if self.does == "rate":
                outcome |= {"token": "t", "retryAfterSeconds": 86_400}
            data = {"response": {"timestamp": 1, "results": [outcome]}}
            return {"error": {"code": -1, "message": "Failed to send message", "data": data}}
        codes = {"later": -32603, "untrusted": -4, "no way out": -3, "too often": -5}
        if self.does in codes:
            return {"error": {"code": codes[self.does], "message": "no", "data": None}}
        self.sent.append(params)
        good = {"recipientAddress": {"number": params["recipient"][0]}, "type": "SUCCESS"}
        answers: dict[str, dict[str, Any] | None] = {
            "takes": {"result": {"timestamp": 1, "results": [good]}},
            "is older": {"result": {"timestamp": 999}},
            "drops": None,
            "answers in another way": {"result": {"ok": True}},
        }
        return answers[self.does]


@contextmanager
def signal_server(folder: Path | None) -> Iterator[SignalServer]:
    """The stand-in, on a socket in the folder or on a port of this computer."""
    kept, over = SignalServer(), Event()

    class Here(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.say(PASSED_ON)
            for line in self.rfile:
                question = json.loads(line)
                if kept.does == "falls silent":
                    over.wait(30)
                    return
                answer = kept.answer(question)
                if answer is None:
                    return
                self.say(PASSED_ON)
                self.say({"jsonrpc": "2.0", "result": {}, "id": "another question"})
                self.say({"jsonrpc": "2.0", **answer, "id": question["id"]})

        def say(self, told: dict[str, Any]) -> None:
            self.wfile.write(json.dumps(told).encode() + b"\n")

    class OnPath(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
        daemon_threads = True

    class OnPort(socketserver.ThreadingMixIn, socketserver.TCPServer):
        daemon_threads = True

    with OnPath(str(folder / "s"), Here) if folder else OnPort(("127.0.0.1", 0), Here) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        kept.place = str(folder / "s") if folder else f"127.0.0.1:{server.socket.getsockname()[1]}"
        thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield kept
        finally:
            over.set()
            server.shutdown()
            thread.join(5)
