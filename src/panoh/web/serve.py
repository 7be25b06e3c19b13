"""The server on loopback, and the one-time link by which a browser comes in."""

import asyncio
import html
import logging
import os
import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from panoh.web.app import application
from panoh.web.desk import Desk
from panoh.web.gate import Key

LINK = "open.html"
LOOK_SECONDS = 5.0
_TRIES = 20


def serve(desk: Desk, *, show: bool, said: Callable[[Path], None]) -> None:
    """Serve the interface until the process is ended; the vault is locked then.

    1. Take a port on every loopback address, so that nobody else can answer in our name. 2. Write
    the one-time link to a file that only its owner can read: a process list shows arguments to
    everybody. It goes when it was used. 3. Open the file in the browser if `show`, and say where
    it is. 4. Answer.
    """
    silence()
    key, sockets = Key(lambda: remove_link(desk.device / LINK)), loopback()
    port = sockets[0].getsockname()[1]
    link = write_link(desk.device, f"http://{key.host}:{port}{key.new_link()}")
    try:
        said(link)
        if show:
            webbrowser.open(link.as_uri())
        asyncio.run(_answer(desk, key, port, sockets))
    finally:
        desk.lock()
        remove_link(link)


def silence() -> None:
    """Let no library print what it stumbled over: it may be somebody's words."""
    logging.getLogger().addHandler(logging.NullHandler())


def loopback() -> list[socket.socket]:
    """One free port, taken on 127.0.0.1 and, where there is IPv6, on ::1."""
    for _ in range(_TRIES):
        four = _prompt(socket.create_server(("127.0.0.1", 0)))
        try:
            port = four.getsockname()[1]
            six = _prompt(socket.create_server(("::1", port), family=socket.AF_INET6))
        except OSError as error:
            if _no_ipv6():
                return [four]
            four.close()
            taken = error
            continue
        return [four, six]
    raise taken


def _prompt(taken: socket.socket) -> socket.socket:
    """A page goes out in two pieces; the second must not wait till the first is confirmed."""
    taken.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return taken


def _no_ipv6() -> bool:
    """Whether this computer has no ::1 at all."""
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return False
    except OSError:
        return True


def write_link(device: Path, address: str) -> Path:
    """Write the page that leads to the one-time link; only its owner can read it."""
    device.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = device / LINK
    with suppress(FileNotFoundError):
        path.unlink()
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    target = html.escape(address, quote=True)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(
            '<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">'
            f'<meta http-equiv="refresh" content="0;url={target}"><title>Panoh</title>'
            f'<p><a href="{target}" rel="noreferrer">Panoh</a></p>\n'
        )
    return path


def remove_link(link: Path) -> None:
    """Take the link away, and the device folder if it was made for nothing else."""
    with suppress(FileNotFoundError):
        link.unlink()
    with suppress(OSError):
        link.parent.rmdir()


def server(desk: Desk, key: Key, port: int) -> uvicorn.Server:
    """The server over a desk; it keeps no log and says nothing of itself."""
    config = uvicorn.Config(
        application(desk, key, port),
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        lifespan="off",
        ws="none",
        limit_concurrency=64,
        timeout_graceful_shutdown=2,
    )
    return uvicorn.Server(config)


async def _answer(desk: Desk, key: Key, port: int, sockets: list[socket.socket]) -> None:
    looking = asyncio.create_task(_look(desk))
    try:
        await server(desk, key, port).serve(sockets=sockets)
    finally:
        looking.cancel()


async def _look(desk: Desk) -> None:
    """Lock when nobody is here any more."""
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        await asyncio.to_thread(desk.lock_if_idle)
