"""The one pooled HTTP client. Making it costs nothing; TLS and connections are made when a request needs them."""

import ipaddress
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import NamedTuple
from urllib.request import getproxies, proxy_bypass

import anyio
import httpx
from anyio import to_thread

from ..errors import BadArgument
from .line import FRESH
from .record import Recorder
from .redact import RedactingFilter

POOLED = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=30)
NEVER_KEPT = httpx.Limits(max_connections=None, max_keepalive_connections=0)

Proxies = Callable[[], Mapping[str, str]]


def build_http(
    *,
    transport: httpx.AsyncBaseTransport | None = None,
    record: Path | None = None,
    user_agent: str = "ai-to-video",
    proxies: Proxies = getproxies,
) -> httpx.AsyncClient:
    """The client every call shares. `transport` instead of the network (the engine in this process); `record` a folder
    that takes the traffic, redacted; `proxies` as the system has them set, never used for this machine itself."""
    quiet = logging.getLogger("httpx")
    if not any(isinstance(one, RedactingFilter) for one in quiet.filters):
        quiet.addFilter(RedactingFilter())  # its INFO lines hold whole addresses
    logging.getLogger("httpcore").setLevel(logging.WARNING)  # its DEBUG lines hold whole headers
    door = transport or Door(proxies)
    return httpx.AsyncClient(
        transport=Recorder(door, record) if record else door,
        trust_env=False,
        follow_redirects=False,
        headers={"User-Agent": user_agent},
    )


class _Way(NamedTuple):
    scheme: str
    proxy: str
    fresh: bool


class Door(httpx.AsyncBaseTransport):
    """The network, one pool per way out: by scheme, by proxy, and with connections kept or used once."""

    def __init__(self, proxies: Proxies = getproxies) -> None:
        self._proxies = proxies
        self._ways: dict[_Way, httpx.AsyncHTTPTransport] = {}
        self._opening = anyio.Lock()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        way = _Way(request.url.scheme, self._proxy(request.url), FRESH.items() <= request.extensions.items())
        if way not in self._ways:
            async with self._opening:
                if way not in self._ways:
                    self._ways[way] = await to_thread.run_sync(_open, way)
        return await self._ways[way].handle_async_request(request)

    async def aclose(self) -> None:
        for transport in self._ways.values():
            await transport.aclose()

    async def __aexit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        await self.aclose()

    def _proxy(self, url: httpx.URL) -> str:
        """The proxy for an address, or "" for the direct way."""
        known = self._proxies()
        if not known or _this_machine(url.host) or proxy_bypass(url.host):
            return ""
        found = known.get(url.scheme) or known.get("all") or ""
        return found if "://" in found or not found else f"http://{found}"


def _open(way: _Way) -> httpx.AsyncHTTPTransport:
    """Raises BadArgument for a proxy that httpx cannot use."""
    try:
        return httpx.AsyncHTTPTransport(
            # Reading the certificate store takes 40 ms, which plain HTTP can do without.
            verify=way.scheme != "http",
            proxy=way.proxy or None,
            limits=NEVER_KEPT if way.fresh else POOLED,
        )
    except (ImportError, ValueError, httpx.InvalidURL) as error:
        raise BadArgument(
            "The proxy set for this machine cannot be used.", hint="Set HTTPS_PROXY to an http:// address, or unset it."
        ) from error


def _this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
