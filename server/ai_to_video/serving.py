"""Listening on a port: MCP for other programs and people, or the local engine for other clients of its API."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from . import __version__
from .access import LOOPBACK, authentication, links, own_limit
from .app import build_server, desk, fetcher, require_local_parts
from .errors import BadArgument
from .settings import Settings

if TYPE_CHECKING:
    import anyio
    from starlette.applications import Starlette

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Served(NamedTuple):
    """An app, and the event that its calls in flight listen to."""

    app: "Starlette"
    leaving: "anyio.Event"


def http_app(settings: Settings, host: str = LOOPBACK[0]) -> "Served":
    """MCP at /mcp with everything around it that callers elsewhere need; see surface/http.py.

    Raises BadArgument for settings that leave open who may come in, and for an address that others can reach without
    a key or token.
    """
    settings.require("serve")
    from .surface.http import Gatehouse

    verifiers, resource = authentication(settings, host)
    elsewhere = bool(verifiers or settings.public_url)
    gatehouse = Gatehouse(
        lambda: desk(settings, elsewhere=elsewhere, own_limit=own_limit(settings)),
        links(settings),
        verifiers=verifiers,
        resource=resource,
        public_url=settings.public_url,
    )
    server = build_server(settings, gatehouse)
    return Served(gatehouse.app(server, host=host, version=__version__), gatehouse.leaving)


def serve_http(settings: Settings, host: str, port: int) -> None:
    """Raises BadArgument for an address that others can reach: without authentication anybody could spend credits."""
    app, leaving = http_app(settings, host)
    serve(app, host, port, "MCP", "/mcp", leaving.set)


def serve_engine(settings: Settings, port: int) -> None:
    require_local_parts()
    from .engine import create_app

    serve(create_app(settings.home / "engine", fetch=fetcher()), LOOPBACK[0], port, "the NemoVideo API", "")


def serve(
    app: "Starlette", host: str, port: int, what: str, path: str, leave: Callable[[], None] = lambda: None
) -> None:
    """Until a signal comes; `leave` is called then, before answers in flight are waited for.

    Raises BadArgument when the port is taken.
    """
    import socket

    import uvicorn

    class Server(uvicorn.Server):
        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            """As uvicorn's own, but SIGTERM is a good end, and libraries that cut streams on it find nothing to hold."""
            before = {sig: signal.signal(sig, lambda sig, _: self.depart(sig)) for sig in SIGNALS}
            self.interrupted = False
            try:
                yield
            finally:
                for sig, handler in before.items():
                    signal.signal(sig, handler)
            if self.interrupted:
                raise KeyboardInterrupt

        def depart(self, sig: int) -> None:
            self.interrupted = self.interrupted or sig == signal.SIGINT
            self.force_exit = self.should_exit and sig == signal.SIGINT
            self.should_exit = True

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            leave()
            await super().shutdown(sockets)

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
    except OSError:
        raise BadArgument(f"Port {port} cannot be used.", hint="Choose another one with --port.") from None
    config = uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=5, server_header=False)
    name = f"[{host}]" if ":" in host else host
    print(f"Serving {what} at http://{name}:{listening.getsockname()[1]}{path}", file=sys.stderr, flush=True)  # noqa: T201
    Server(config).run(sockets=[listening])
