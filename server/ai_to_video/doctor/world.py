"""What the doctor touches: the network, the clock, programs. One value, so that a test can break any layer of it."""

import os
import shutil
import socket
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import anyio
import httpx

from ..client import build_http
from ..install import Machine

PATIENCE = 10
"""Seconds to wait for each answer."""


def resolve(host: str, port: int) -> None:
    """Raises OSError where the name has no address."""
    socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)


def connect(host: str, port: int) -> None:
    """Raises OSError where nothing takes a connection."""
    socket.create_connection((host, port), PATIENCE).close()


def shake_hands(host: str, port: int) -> None:
    """Trusts whom the client trusts. Raises ssl.SSLError, or OSError where nothing takes a connection."""
    context = httpx.create_ssl_context()
    with socket.create_connection((host, port), PATIENCE) as line, context.wrap_socket(line, server_hostname=host):
        pass


def knock(url: str) -> str:
    """The Date of an answer, whatever its status: "" without one. Raises OSError where there is no answer."""

    async def ask() -> str:
        async with build_http() as http:
            answer = await http.head(url, timeout=PATIENCE)
            return str(answer.headers.get("date", ""))

    try:
        return anyio.run(ask)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise OSError("no answer") from error


def proxy_for(url: str) -> str:
    """The proxy the system has set for an address, "" for the direct way; this machine itself is never behind one."""
    parts = urlsplit(url)
    host, known = parts.hostname or "", getproxies()
    local = host == "localhost" or host.startswith("127.") or host == "::1"
    if not known or local or proxy_bypass(host):
        return ""
    return known.get(parts.scheme) or known.get("all") or ""


def this_machine() -> Machine:
    return Machine(sys.platform, Path.home(), os.environ, lambda path: Path(path).exists())


@dataclass(frozen=True, slots=True)
class World:
    version: tuple[int, ...] = sys.version_info[:3]
    resolve: Callable[[str, int], None] = resolve
    connect: Callable[[str, int], None] = connect
    shake_hands: Callable[[str, int], None] = shake_hands
    knock: Callable[[str], str] = knock
    proxy_for: Callable[[str], str] = proxy_for
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    free_bytes: Callable[[Path], int] = lambda path: shutil.disk_usage(path).free
    which: Callable[[str], str | None] = shutil.which
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    machine: Machine = field(default_factory=this_machine)
