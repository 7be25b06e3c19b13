"""The pages on a port of this computer, as `panoh relay serve` puts them there."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import sleep

from starlette.types import ASGIApp

from panoh.relay.listening import LONGEST, listener


@contextmanager
def served(app: ASGIApp, longest: float = LONGEST) -> Iterator[str]:
    """Gives the address; the server ends with the block."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = listener(app, "127.0.0.1", 0, longest=longest)
        thread = Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)
