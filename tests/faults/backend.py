"""A scriptable bad service over a real loopback socket: every route can answer, drip, lie, hang, cut or reset.

    async with FaultBackend() as backend:
        backend.on("GET", CREDITS, in_turn(html(502), answer({"available": 7})))
        backend.on("POST", RUN_SSE, stream(b'data: {"error"', reset))
        ... point the code under test at backend.url ...
        assert backend.count("POST", RUN_SSE) == 1
        assert backend.seen[0].headers["x-skill-source"] == "ai-to-video"

A behaviour is an async function of one Exchange; the factories below make the usual ones and `stream` strings steps
together, where a step is bytes (one HTTP chunk) or another async function of the Exchange (`reset`, `cut`, `hang`,
`drip(b"...")`, `until(event)`). A path ending in "*" answers every path with that start; the longest match wins, a
later `on` replaces an earlier one, and an unscripted route answers 404 the way FastAPI does. A request is logged when
its head has arrived, so one that is reset in the middle of its body counts too. Nothing here sleeps: pauses are events.
tests/faults/nemo.py scripts a whole sane service on top of this.
"""

import asyncio
import contextlib
import hashlib
import json
import re
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import unquote, urlsplit


@dataclass
class Seen:
    """One request as it arrived. Header names are lower case; `path` is unquoted, without the query.

    `length` and `sha256` are of the whole body, of which `body` keeps the first `keep_body` bytes.
    """

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes = b""
    length: int = 0
    sha256: str = ""
    complete: bool = False

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Exchange:
    """One request and the means to answer it, well or badly."""

    seen: Seen
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    keep_body: int = 1 << 20
    closed: bool = False

    async def body(self) -> AsyncIterator[bytes]:
        """The rest of the request body, piece by piece; the log is filled in along the way."""
        digest = hashlib.sha256()
        async for piece in self._pieces():
            digest.update(piece)
            self.seen.length += len(piece)
            self.seen.body += piece[: max(0, self.keep_body - len(self.seen.body))]
            yield piece
        self.seen.sha256, self.seen.complete = digest.hexdigest(), True

    async def _pieces(self) -> AsyncIterator[bytes]:
        if self.seen.headers.get("transfer-encoding", "").lower() == "chunked":
            while size := int((await self.reader.readline()).split(b";")[0], 16):
                yield await self.reader.readexactly(size)
                await self.reader.readexactly(2)
            await self.reader.readline()
            return
        left = int(self.seen.headers.get("content-length", 0))
        while left:
            piece = await self.reader.read(min(left, 1 << 16))
            if not piece:
                raise ConnectionResetError
            left -= len(piece)
            yield piece

    async def read(self) -> None:
        async for _ in self.body():
            pass

    async def head(self, status: int, headers: Mapping[str, str]) -> None:
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        await self.raw(f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode())

    async def raw(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def chunk(self, data: bytes) -> None:
        await self.raw(b"%x\r\n%b\r\n" % (len(data), data))

    async def gone(self) -> None:
        """Wait until the client has closed its side."""
        with contextlib.suppress(ConnectionError):
            while await self.reader.read(1 << 16):
                pass
        self.closed = True


Behaviour = Callable[[Exchange], Awaitable[None]]
Step = bytes | Behaviour


class FaultBackend:
    """The service. `seen` is the log of requests, `url` its address, `open` the number of connections now."""

    def __init__(self, *, keep_body: int = 1 << 20) -> None:
        self.seen: list[Seen] = []
        self.url = ""
        self.open = 0
        self.accepted = 0
        self._keep_body = keep_body
        self._script: dict[tuple[str, str], tuple[Behaviour, bool]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Event()
        self._on_connect: Behaviour | None = None

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connection, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    def on(self, method: str, path: str, behaviour: Behaviour, *, early: bool = False) -> None:
        """Script one route. `early` acts as soon as the head is there, before the body has been read."""
        self._script[method, path] = behaviour, early

    def on_connect(self, behaviour: Behaviour | None) -> None:
        """Act on every new connection before a byte is read (`reset` or `cut`); None: back to normal."""
        self._on_connect = behaviour

    def count(self, method: str, path: str = "*") -> int:
        return len(self.calls(method, path))

    def calls(self, method: str, path: str = "*") -> list[Seen]:
        return [one for one in self.seen if one.method == method and _fits(one.path, path)]

    async def wait_for(self, method: str, path: str = "*", times: int = 1) -> Seen:
        """The request number `times` to a route, waiting for it to arrive."""
        while len(found := self.calls(method, path)) < times:
            self._changed.clear()
            await self._changed.wait()
        return found[times - 1]

    async def left_alone(self, connections: int = 0) -> None:
        """Wait until no more than that many connections are open."""
        while self.open > connections:
            self._changed.clear()
            await self._changed.wait()

    def _behaviour(self, seen: Seen) -> tuple[Behaviour, bool]:
        fits = [key for key in self._script if key[0] == seen.method and _fits(seen.path, key[1])]
        if not fits:
            return reply(404, b'{"detail":"Not Found"}'), False
        return self._script[max(fits, key=lambda key: (not key[1].endswith("*"), len(key[1])))]

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        self.open += 1
        self.accepted += 1
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                await self._serve(reader, writer)
        finally:
            self.open -= 1
            self._changed.set()
            self._tasks.discard(task)
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._on_connect is not None:
            await self._on_connect(Exchange(Seen("", "", "", {}), reader, writer))
            return
        while head := await reader.readuntil(b"\r\n\r\n"):
            first, *lines = head.decode("latin-1").strip().split("\r\n")
            method, target, _ = first.split(" ")
            url = urlsplit(target)
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            seen = Seen(method, unquote(url.path), url.query, headers)
            self.seen.append(seen)
            self._changed.set()
            exchange = Exchange(seen, reader, writer, self._keep_body)
            behaviour, early = self._behaviour(seen)
            if not early:
                await exchange.read()
            await behaviour(exchange)
            if exchange.closed or not exchange.seen.complete or headers.get("connection", "").lower() == "close":
                return


def _fits(path: str, pattern: str) -> bool:
    return path.startswith(pattern[:-1]) if pattern.endswith("*") else path == pattern


def closed_port() -> str:
    """A loopback address where nobody listens: a connection is refused."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


# Whole answers


def reply(
    status: int,
    body: bytes = b"",
    *,
    content_type: str = "application/json",
    headers: Mapping[str, str] | None = None,
    length: int | None = None,
) -> Behaviour:
    """One complete answer. `length` lies about Content-Length."""

    async def act(exchange: Exchange) -> None:
        said = len(body) if length is None else length
        await exchange.head(status, {"content-type": content_type, "content-length": str(said), **(headers or {})})
        await exchange.raw(body)
        if said != len(body):
            await cut(exchange)

    return act


def answer(data: Any = None, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Behaviour:
    """A good answer in the service's own envelope."""
    return reply(status, json.dumps({"code": 0, "data": data}).encode(), headers=headers)


def error(code: int, message: str = "no", *, status: int = 200, headers: Mapping[str, str] | None = None) -> Behaviour:
    """An error in the service's own envelope."""
    return reply(status, json.dumps({"code": code, "message": message}).encode(), headers=headers)


def html(status: int, text: str = "<html><body><h1>Bad Gateway</h1>nginx</body></html>") -> Behaviour:
    """What a proxy says."""
    return reply(status, text.encode(), content_type="text/html")


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """The first for the first request, the second for the second ...; the last one stays."""
    left = list(behaviours)

    async def act(exchange: Exchange) -> None:
        await (left.pop(0) if len(left) > 1 else left[0])(exchange)

    return act


def stream(
    *steps: Step, status: int = 200, content_type: str = "text/event-stream; charset=utf-8", end: bool = True
) -> Behaviour:
    """A chunked answer, step by step; `end` closes it properly unless a step has closed the connection."""

    async def act(exchange: Exchange) -> None:
        await exchange.head(status, {"content-type": content_type, "transfer-encoding": "chunked"})
        for step in steps:
            if isinstance(step, bytes):
                await exchange.chunk(step)
            else:
                await step(exchange)
            if exchange.closed:
                return
        if end:
            await exchange.raw(b"0\r\n\r\n")

    return act


def file(
    data: bytes,
    *,
    content_type: str = "video/mp4",
    cut_every: int = 0,
    ranges: bool = True,
    etag: str = '"v1"',
    shift: int = 0,
    length: int | None = None,
) -> Behaviour:
    """A download. `cut_every` resets the connection after that many bytes of each answer, `ranges=False` ignores
    Range, `shift` answers from another offset than asked, `length` lies about the length of the whole file."""

    async def act(exchange: Exchange) -> None:
        asked = re.fullmatch(r"bytes=(\d+)-", exchange.seen.headers.get("range", ""))
        fresh = exchange.seen.headers.get("if-range", etag) == etag
        start = int(asked[1]) if asked and ranges and fresh else 0
        whole = len(data) if length is None else length
        headers = {"content-type": content_type, "etag": etag} if etag else {"content-type": content_type}
        if start and start >= len(data):
            await reply(416, headers={"content-range": f"bytes */{whole}"})(exchange)
            return
        if start:
            start += shift
            headers["content-range"] = f"bytes {start}-{whole - 1}/{whole}"
        await exchange.head(206 if start else 200, {**headers, "content-length": str(whole - start)})
        body = data[start : start + cut_every] if cut_every else data[start:]
        for at in range(0, len(body), 1 << 16):
            await exchange.raw(body[at : at + (1 << 16)])
        if start + len(body) < whole:
            await cut(exchange)

    return act


# Faults: behaviours on their own, and steps of a stream


async def reset(exchange: Exchange) -> None:
    """The connection breaks (RST)."""
    linger = struct.pack("ii", 1, 0)
    exchange.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    exchange.writer.transport.abort()
    exchange.closed = True


async def cut(exchange: Exchange) -> None:
    """The connection is closed in the middle, politely (FIN)."""
    exchange.writer.close()
    exchange.closed = True


async def hang(exchange: Exchange) -> None:
    """Nothing more comes, until the client gives up."""
    await exchange.gone()


def drip(data: bytes) -> Behaviour:
    """One byte per chunk."""

    async def act(exchange: Exchange) -> None:
        for at in range(len(data)):
            await exchange.chunk(data[at : at + 1])

    return act


def forever(data: bytes) -> Behaviour:
    """The same chunk again and again, until the client gives up."""

    async def act(exchange: Exchange) -> None:
        left = asyncio.ensure_future(exchange.gone())
        while not left.done():
            await exchange.chunk(data)
            await asyncio.sleep(0)

    return act


def until(event: asyncio.Event, then: Behaviour | None = None) -> Behaviour:
    """Wait for the test, then go on (as a whole behaviour: then answer with `then`)."""

    async def act(exchange: Exchange) -> None:
        await event.wait()
        if then is not None:
            await then(exchange)

    return act
