"""A real interface on loopback for tests: the server in a thread, a vault under a folder."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from tests.casebook.building import PASSPHRASE

from panoh.web.desk import Desk
from panoh.web.gate import Key
from panoh.web.serve import loopback, server


@dataclass(frozen=True)
class Running:
    """An interface that answers, and what a browser of its owner would know."""

    desk: Desk
    key: Key
    port: int
    clients: list[httpx.Client] = field(default_factory=list)

    @property
    def origin(self) -> str:
        return f"http://{self.key.host}:{self.port}"

    def link(self) -> str:
        """A fresh one-time link."""
        return self.origin + self.key.new_link()

    def client(self) -> httpx.Client:
        """Somebody on this computer who knows the port and the host, and has no cookie."""
        made = httpx.Client(
            base_url=f"http://127.0.0.1:{self.port}",
            headers={"host": f"{self.key.host}:{self.port}"},
            trust_env=False,
            timeout=30,
        )
        self.clients.append(made)
        return made

    def unlocked(self) -> httpx.Client:
        """The owner's browser, with the vault open."""
        owner = self.owner()
        self.desk.unlock(PASSPHRASE)
        return owner

    def owner(self) -> httpx.Client:
        """The owner's browser, let in by the one-time link, asking from pages of ours."""
        client = self.client()
        answer = client.get(self.key.new_link(), headers={"sec-fetch-site": "cross-site"})
        cookie = answer.headers["set-cookie"].split(";")[0]
        client.headers.update({"cookie": cookie, "sec-fetch-site": "same-origin"})
        return client


@contextmanager
def running(folder: Path, *, idle: float = 600.0) -> Iterator[Running]:
    """Serve the vault under a folder, locked, until the end of the block."""
    desk = Desk(folder / "vault", folder / "device", idle)
    key, sockets = Key(), loopback()
    port = sockets[0].getsockname()[1]
    serving = server(desk, key, port)
    thread = threading.Thread(target=lambda: asyncio.run(serving.serve(sockets=sockets)))
    thread.start()
    site = Running(desk, key, port)
    try:
        yield site
    finally:
        for client in site.clients:
            client.close()
        serving.should_exit = True
        thread.join(10)
        desk.lock()
