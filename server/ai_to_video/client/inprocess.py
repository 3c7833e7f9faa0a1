"""An httpx transport into an ASGI app in this process, as true as a socket: both directions stream, with back-pressure.

httpx's own ASGI transport gives an answer only when the app has finished it. Here each request is an asyncio task of
its own, as in a server, so no cancel scope of a caller reaches into the app and none of the app's leaks out.
"""

import asyncio
import contextvars
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, MutableMapping
from types import TracebackType
from typing import Any, Self, cast

import anyio
import httpx

log = logging.getLogger(__name__)

Message = MutableMapping[str, Any]
App = Callable[
    [MutableMapping[str, Any], Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]
]

IN_FLIGHT = 8
"""Pieces of an answer that wait for their reader before the app's send waits too."""
GRACE = 0.2
"""Seconds the app's tasks get to notice that everybody has left, and the app to close its lifespan, before they are
cancelled: a host expects the whole process to be gone within one."""


class InProcessTransport(httpx.AsyncBaseTransport):
    """Requests to any host go to `app`. Its lifespan runs from the first request (or entering) to closing.

    May be entered, used and closed in different tasks. Closing tells the app that its clients are gone.
    """

    def __init__(self, app: App) -> None:
        self._app = app
        self._lifespan = _Lifespan(app)
        self._open: dict[asyncio.Task[None], _Exchange] = {}

    async def __aenter__(self) -> Self:
        await self._lifespan.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        await self.aclose()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await self._lifespan.start()
        exchange = _Exchange(request, self._lifespan.state)
        task = asyncio.get_running_loop().create_task(exchange.serve(self._app), context=contextvars.Context())
        self._open[task] = exchange
        task.add_done_callback(self._open.pop)
        return await exchange.answer()

    async def aclose(self) -> None:
        with anyio.CancelScope(shield=True):
            for exchange in self._open.values():
                exchange.leave()
            await _end(tuple(self._open))
            await self._lifespan.stop()


async def _end(tasks: tuple[asyncio.Task[None], ...]) -> None:
    """Wait a moment for tasks to end, then make them."""
    if tasks:
        await asyncio.wait(tasks, timeout=GRACE)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks, timeout=GRACE)


class _Exchange(httpx.AsyncByteStream):
    """One request with its answer, which is this stream."""

    def __init__(self, request: httpx.Request, state: Mapping[str, Any]) -> None:
        self._request = request
        self._state = state
        self._patience: float | None = request.extensions.get("timeout", {}).get("read")
        self._sending: asyncio.Task[None] | None = None
        self._sent: asyncio.Queue[bytes | None] = asyncio.Queue(IN_FLIGHT)
        self._all_sent = False
        self._head: asyncio.Future[tuple[int, list[tuple[bytes, bytes]]]] = asyncio.Future()
        self._pieces: asyncio.Queue[bytes | None] = asyncio.Queue(IN_FLIGHT)
        self._complete = False
        self._left = asyncio.Event()
        self._broken: Exception | None = None

    async def serve(self, app: App) -> None:
        """Run the app, and end the answer whatever the app did."""
        try:
            await app(self._scope(), self._receive, self._send)
        except asyncio.CancelledError:
            self._broken = self._broken or self._cut()
            raise
        except Exception:
            if not self._left.is_set():
                log.exception("the service in this process failed")
        finally:
            if not self._head.done():
                if self._left.is_set():
                    self._broken = self._broken or self._cut()
                self._head.set_result((500, []))
                self._complete = True
            if not self._left.is_set():
                await self._pieces.put(None)
            if self._sending is not None:
                self._sending.cancel()

    async def answer(self) -> httpx.Response:
        """The answer as soon as its head is known. Raises what httpx raises, and what the request body raised."""
        try:
            async with asyncio.timeout(self._patience):
                status, headers = await asyncio.shield(self._head)
        except TimeoutError as late:
            self.leave()
            raise httpx.ReadTimeout("", request=self._request) from late
        except BaseException:
            self.leave()
            raise
        if self._broken is not None:
            raise self._broken
        return httpx.Response(status, headers=headers, stream=self)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            try:
                async with asyncio.timeout(self._patience):
                    piece = await self._pieces.get()
            except TimeoutError as late:
                raise httpx.ReadTimeout("", request=self._request) from late
            if piece is None:
                break
            yield piece
        if not self._complete:
            raise self._broken or self._cut()

    async def aclose(self) -> None:
        self.leave()

    def leave(self) -> None:
        """The client is gone: the app hears it from receive, and what it sends goes nowhere. Whoever waits at either
        queue is woken."""
        self._left.set()
        if self._sending is not None:
            self._sending.cancel()
        for queue in (self._sent, self._pieces):
            while not queue.empty():
                queue.get_nowait()
            queue.put_nowait(None)

    def _cut(self) -> Exception:
        return httpx.RemoteProtocolError("the app left the answer unfinished", request=self._request)

    def _scope(self) -> dict[str, Any]:
        url = self._request.url
        return {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": self._request.method,
            "scheme": url.scheme,
            "path": url.path,
            "raw_path": url.raw_path.partition(b"?")[0],
            "query_string": url.query,
            "root_path": "",
            "headers": [(name.lower(), value) for name, value in self._request.headers.raw],
            "client": ("127.0.0.1", 0),
            "server": (url.host, url.port),
            "state": dict(self._state),
        }

    async def _send_body(self) -> None:
        """The client's side of the request, in a task of its own: an app may stop listening at any moment, and that
        must not stop the sender in the middle of a piece."""
        try:
            async for piece in cast(httpx.AsyncByteStream, self._request.stream):  # what an async client sends
                if piece:
                    await self._sent.put(piece)
            await self._sent.put(None)
        except Exception as error:  # noqa: BLE001 whatever reading the body raises belongs to its sender
            self._broken = error
            if not self._head.done():
                self._head.set_result((400, []))
            self.leave()

    async def _receive(self) -> Message:
        if self._sending is None:
            self._sending = asyncio.get_running_loop().create_task(self._send_body())
        if not self._all_sent and not self._left.is_set():
            piece = await self._sent.get()
            if not self._left.is_set():
                self._all_sent = piece is None
                return {"type": "http.request", "body": piece or b"", "more_body": piece is not None}
        await self._left.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Message) -> None:
        if self._left.is_set():
            await asyncio.sleep(0)  # an app that only sends would never let anybody tell it
            return
        if message["type"] == "http.response.start":
            if not self._head.done():
                self._head.set_result((message["status"], list(message.get("headers", ()))))
        elif message["type"] == "http.response.body" and not self._complete:
            if message.get("body") and self._request.method != "HEAD":
                await self._pieces.put(bytes(message["body"]))
            if not message.get("more_body", False):
                self._complete = True
                await self._pieces.put(None)


class _Lifespan:
    """The app's lifespan, in one task from beginning to end, because its context managers are entered there."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._task: asyncio.Task[None] | None = None
        self._started: asyncio.Future[bool] | None = None
        self._leaving = asyncio.Event()
        self.state: dict[str, Any] = {}

    async def start(self) -> None:
        """Begin once; everybody waits for it. Raises httpx.ConnectError when the app is not up."""
        if self._started is None:
            loop = asyncio.get_running_loop()
            self._started = loop.create_future()
            self._task = loop.create_task(self._run(self._started), context=contextvars.Context())
        if not await asyncio.shield(self._started) or self._leaving.is_set():
            raise httpx.ConnectError("the app in this process is not up")

    async def stop(self) -> None:
        self._leaving.set()
        await _end((self._task,) if self._task else ())

    async def _run(self, started: asyncio.Future[bool]) -> None:
        told = False

        async def receive() -> Message:
            nonlocal told
            if not told:
                told = True
                return {"type": "lifespan.startup"}
            await self._leaving.wait()
            return {"type": "lifespan.shutdown"}

        async def send(message: Message) -> None:
            if not started.done():
                started.set_result(message["type"] == "lifespan.startup.complete")
            if message["type"].endswith(".failed"):
                log.error("the service in this process did not come up or go down: %s", message.get("message", ""))

        scope = {"type": "lifespan", "asgi": {"version": "3.0", "spec_version": "2.0"}, "state": self.state}
        try:
            await self._app(scope, receive, send)
        except Exception:
            if started.done():
                log.exception("the service in this process did not close well")
        finally:
            if not started.done():
                started.set_result(True)  # an app without a lifespan
