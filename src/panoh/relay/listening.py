"""The one place where the relay listens: bounded, and with no record of who came."""

import uvicorn
from starlette.types import ASGIApp

_KIB = 1024


def listener(app: ASGIApp, host: str, port: int) -> uvicorn.Server:
    """A server for the pages. It writes no line for a request and believes no forwarded address."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            host=host,
            port=port,
            http="h11",
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
