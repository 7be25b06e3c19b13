"""The one place where the relay listens: bounded in size and time, and no record of who came."""

import asyncio
from typing import cast

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

_KIB = 1024
#: A page and an order pass in far less, even over Tor. Without an end to it, five hundred silent
#: connections would keep everybody else out.
LONGEST = 60.0


class Impatient(H11Protocol):
    """HTTP on one connection, which is over after a while whatever happens on it."""

    longest = LONGEST

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin, and fix the end."""
        super().connection_made(transport)
        self._end = self.loop.call_later(self.longest, transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        """It ended before its time."""
        self._end.cancel()
        super().connection_lost(exc)


def listener(app: ASGIApp, host: str, port: int, *, longest: float = LONGEST) -> uvicorn.Server:
    """A server for the pages. It writes no line for a request and believes no forwarded address."""
    patience = cast("type[Impatient]", type("Patience", (Impatient,), {"longest": longest}))
    return uvicorn.Server(
        uvicorn.Config(
            app,
            host=host,
            port=port,
            http=patience,
            ws="none",
            lifespan="off",
            access_log=False,
            log_config=None,
            log_level="critical",
            server_header=False,
            date_header=False,
            proxy_headers=False,
            h11_max_incomplete_event_size=16 * _KIB,
            limit_concurrency=500,
            backlog=128,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=5,
        )
    )
