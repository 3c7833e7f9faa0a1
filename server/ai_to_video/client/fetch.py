"""Reads public web addresses for a person, and only public ones.

    name ── resolve ──▶ addresses ── judge all ──▶ connect to a judged one, keeping the name for Host and TLS
      ▲                                                    │
      └───────────── redirect (at most 5, by hand) ◀───────┘

The name is resolved once a hop, so that it cannot mean something else between the judgement and the connection.
"""

import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import anyio
import httpx
from anyio import to_thread

from ..errors import AiToVideoError, BadArgument, FileTooLarge, Forbidden, NotFound, Unreachable
from .addresses import Address, is_local_name, is_public, literal

Resolve = Callable[[str, int], Awaitable[Sequence[Address]]]

MOST_REDIRECTS = 5
_REDIRECTS = {301, 302, 303, 307, 308}
_TIMEOUT = httpx.Timeout(10, read=20)
_HEADERS = {"User-Agent": "ai-to-video", "Accept": "text/html, */*;q=0.8", "Accept-Encoding": "identity"}


class Page:
    """An open answer: `url` is where it was found in the end, `bytes` its stated length, 0 where unknown."""

    def __init__(self, url: str, response: httpx.Response) -> None:
        length = response.headers.get("content-length", "")
        self.url = url
        self.content_type = response.headers.get("content-type", "")
        self.charset = response.charset_encoding or ""
        self.bytes = int(length) if length.isascii() and length.isdigit() else 0
        self._chunks = response.aiter_bytes(64 * 1024)
        self._read = bytearray()

    async def head(self, count: int) -> bytes:
        """The first `count` bytes; `read` will give them again."""
        while len(self._read) < count:
            chunk = await anext(self._chunks, b"")
            if not chunk:
                break
            self._read += chunk
        return bytes(self._read[:count])

    async def read(self, most: int) -> bytes:
        """Everything. Raises FileTooLarge as soon as there is more than `most`, whatever length was stated."""
        if max(self.bytes, len(await self.head(most + 1))) > most:
            raise FileTooLarge(
                f"What is at that address is larger than {most // 1_000_000} MB.",
                hint="Give the address of a smaller page.",
            )
        return bytes(self._read)


class Fetcher:
    """`resolve` and `allow` are the two judgements, `seconds` the time for one address with all its redirects."""

    def __init__(
        self,
        *,
        resolve: Resolve | None = None,
        allow: Callable[[Address], bool] = is_public,
        seconds: float = 30,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._resolve = resolve or _resolve
        self._allow = allow
        self._seconds = seconds
        self._tls = tls

    async def judge(self, url: str) -> None:
        """Raise Forbidden when the address leads into a private network.

        A name that this machine cannot resolve passes: somebody else is going to fetch it, not this machine.
        """
        try:
            await self._addresses(_parsed(url))
        except Unreachable:
            return

    @asynccontextmanager
    async def open(self, url: str) -> AsyncIterator[Page]:
        """Raises Forbidden, NotFound, Unreachable, BadArgument; the same while the page is being read."""
        try:
            with anyio.fail_after(self._seconds):
                async with httpx.AsyncClient(
                    verify=await self._context(), trust_env=False, timeout=_TIMEOUT, headers=_HEADERS
                ) as http:
                    final, response = await self._follow(http, _parsed(url))
                    try:
                        _refuse(response.status_code, final.host)
                        yield Page(str(final), response)
                    finally:
                        await response.aclose()
        except TimeoutError:
            raise _silent(_parsed(url).host, "takes too long to answer") from None
        except httpx.TimeoutException:
            raise _silent(_parsed(url).host, "does not answer in time") from None
        except (httpx.HTTPError, httpx.StreamError):
            raise _silent(_parsed(url).host, "broke the connection off") from None

    async def fetch(self, url: str, most: int) -> bytes:
        """What is at an address. Raises like `open`, and FileTooLarge for more than `most` bytes."""
        async with self.open(url) as page:
            return await page.read(most)

    async def _context(self) -> ssl.SSLContext:
        if self._tls is None:  # reads the bundle of certificates from disk: not on the event loop
            self._tls = await to_thread.run_sync(httpx.create_ssl_context)
        return self._tls

    async def _follow(self, http: httpx.AsyncClient, url: httpx.URL) -> tuple[httpx.URL, httpx.Response]:
        for _ in range(MOST_REDIRECTS + 1):
            response = await self._get(http, url)
            target = response.headers.get("location", "")
            if response.status_code not in _REDIRECTS or not target:
                return url, response
            await response.aclose()
            url = _parsed(target, url)
        raise NotFound("That address sends its visitors round in a circle.", hint="Give the address it should lead to.")

    async def _get(self, http: httpx.AsyncClient, url: httpx.URL) -> httpx.Response:
        """Ask the first judged address that takes the connection."""
        for address in await self._addresses(url):
            pinned = url.copy_with(host=str(address))
            named = {} if literal(url.host) else {"sni_hostname": _ascii(url)}
            request = http.build_request("GET", pinned, headers={"Host": url.netloc.decode()}, extensions=named)
            try:
                return await http.send(request, stream=True)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
            except httpx.InvalidURL:  # it reads the Location header even when it is not to follow it
                raise _no_address() from None
        raise _silent(url.host, "does not take a connection")

    async def _addresses(self, url: httpx.URL) -> Sequence[Address]:
        """Every address of the host, all of them allowed. Raises Forbidden, or Unreachable when there is none."""
        written = literal(url.host)
        port = url.port or (443 if url.scheme == "https" else 80)
        try:
            found = [written] if written else await self._resolve(_ascii(url), port)
        except (OSError, UnicodeError):
            found = []
        if (not found and is_local_name(url.host)) or not all(map(self._allow, found)):
            raise Forbidden(
                f"The address of '{url.host}' lies inside a private network, which this server does not open.",
                hint="Give a public address, or save the file and give its path.",
            )
        if not found:
            raise _silent(url.host, "is not known")
        return found


async def _resolve(host: str, port: int) -> Sequence[Address]:
    rows = await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    found = (literal(str(row[4][0])) for row in rows)
    return list(dict.fromkeys(address for address in found if address is not None))


def _ascii(url: httpx.URL) -> str:
    return url.raw_host.decode("ascii")


def _parsed(url: str, base: httpx.URL | None = None) -> httpx.URL:
    try:
        parsed = base.join(url) if base else httpx.URL(url)
    except (httpx.InvalidURL, ValueError):
        parsed = httpx.URL()
    if parsed.scheme not in {"http", "https"} or not parsed.host or parsed.userinfo:
        raise _no_address()
    return parsed


def _no_address() -> BadArgument:
    return BadArgument(
        "Only public http and https addresses are read.", hint="Give one such as https://example.com/page."
    )


def _refuse(status: int, host: str) -> None:
    if status in {404, 410}:
        raise NotFound(f"There is nothing at that address on '{host}'.", hint="Open it in a browser to check it.")
    if status in {401, 402, 403, 407, 451}:
        raise Forbidden(
            f"'{host}' shows that page only to some visitors.", hint="Save it and give the path of the file."
        )
    if status >= 300:
        raise _silent(host, "did not give the page out")


def _silent(host: str, what: str) -> AiToVideoError:
    return Unreachable(
        f"The web server '{host}' {what}.", hint="Check the address, or try again later.", maybe_sent=False
    )
