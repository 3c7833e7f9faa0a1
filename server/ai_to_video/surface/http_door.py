"""The outer door: a page of another site must not reach this server through a name that points here (DNS rebinding).

A rebound request carries the attacker's name in Host, so names are compared with a list. An address of digits cannot be
rebound; it is let in where the server is open to the network.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Door:
    """`host` is what the server listens on, `public_url` the address under which callers know it, or empty."""

    def __init__(self, app: ASGIApp, *, host: str, public_url: str = "") -> None:
        self._app = app
        public = urlsplit(public_url).hostname or ""
        self._names = {*LOOPBACK, host.lower(), *filter(None, (public,))} - {"0.0.0.0", "::"}  # noqa: S104 - taken out
        self._open = host not in LOOPBACK

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (refusal := self._refusal(Headers(scope=scope))):
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _refusal(self, headers: Headers) -> PlainTextResponse | None:
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        if len(hosts) != 1 or not self._known(name_in(f"//{hosts[0]}")):
            return PlainTextResponse("This server does not go by that name.", 421)
        if any(not self._known(name_in(origin)) for origin in origins):
            return PlainTextResponse("Pages of other sites may not use this server.", 403)
        return None

    def _known(self, name: str) -> bool:
        return name in self._names or (self._open and is_address(name))


def name_in(address: str) -> str:
    """The host, small letters, without brackets and port; "" where there is none."""
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
