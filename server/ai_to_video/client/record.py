"""Traffic on disk as fixtures: what travelled, byte for byte, except for what `redact` hides. For developers only."""

import itertools
import json
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any, cast

import anyio
import httpx
from anyio import to_thread

from ..wire.bodies import CLIENT_ID
from .redact import redact, redact_headers

log = logging.getLogger(__name__)

MOST_BYTES = 8 << 20
"""Of one body; a longer one, or one that is no text (a film), is told by its length only."""


class Recorder(httpx.AsyncBaseTransport):
    """Hands every request to another transport and writes each exchange when its answer is closed.

    In `folder`: `0001-POST-run_sse.json` with both heads and the request body, and beside it `0001-POST-run_sse.sse`
    (or `.body`) with the body of the answer. Nothing is written that redact has not seen. A folder that cannot be
    written stops nothing.
    """

    def __init__(self, transport: httpx.AsyncBaseTransport, folder: Path) -> None:
        self._transport = transport
        self._folder = folder
        self._numbers = itertools.count(1)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        token = request.headers.get("authorization", "").rpartition(" ")[2]
        secrets = [token, request.headers.get(CLIENT_ID, "")]
        words = re.sub(r"[^A-Za-z0-9]+", "_", request.url.path).strip("_")[:80]
        name = f"{next(self._numbers):04d}-{request.method}-{words}"
        sent = b""
        if isinstance(request.stream, httpx.ByteStream):  # which can be read twice, unlike a file on its way
            sent = b"".join([piece async for piece in request.stream])
        length = len(sent) or int(request.headers.get("content-length", 0))
        note: dict[str, Any] = {
            "request": {
                "method": request.method,
                "url": redact(str(request.url), secrets),
                "headers": redact_headers(request.headers, secrets),
                "body": _text(sent, length, secrets),
            }
        }

        async def write(body: bytes | None, failure: str) -> None:
            if failure:
                note["failure"] = failure
            with anyio.CancelScope(shield=True):
                await to_thread.run_sync(self._write, name, note, body)

        try:
            answer = await self._transport.handle_async_request(request)
        except Exception as error:
            await write(None, type(error).__name__)
            raise
        note["answer"] = {"status": answer.status_code, "headers": redact_headers(answer.headers, secrets)}

        async def done(got: bytes, length: int, failure: str) -> None:
            text = _text(got, length, secrets)
            note["answer"]["bytes"] = length
            await write(None if text is None else text.encode(), failure)

        stream = cast(httpx.AsyncByteStream, answer.stream)  # what an async transport gives
        answer.stream = _Tee(stream, done)
        return answer

    async def aclose(self) -> None:
        await self._transport.aclose()

    def _write(self, name: str, note: dict[str, Any], body: bytes | None) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if body is not None:
                kind = note["answer"]["headers"].get("content-type", "")
                note["answer"]["body"] = f"{name}{'.sse' if 'event-stream' in kind else '.body'}"
                (self._folder / note["answer"]["body"]).write_bytes(body)
            text = json.dumps(note, indent=1, ensure_ascii=False)
            (self._folder / f"{name}.json").write_text(text, "utf-8", "replace")
        except OSError:
            log.warning("The traffic cannot be recorded in %s.", self._folder)


class _Tee(httpx.AsyncByteStream):
    """The same bytes, kept on the side up to MOST_BYTES and handed over at the end."""

    def __init__(self, stream: httpx.AsyncByteStream, done: Callable[[bytes, int, str], Awaitable[None]]) -> None:
        self._stream = stream
        self._done: Callable[[bytes, int, str], Awaitable[None]] | None = done
        self._kept = bytearray()
        self._length = 0
        self._failure = "not read to its end"

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for piece in self._stream:
                self._length += len(piece)
                if self._length <= MOST_BYTES:
                    self._kept += piece
                yield piece
            self._failure = ""
        except Exception as error:
            self._failure = type(error).__name__
            raise

    async def aclose(self) -> None:
        await self._stream.aclose()
        if self._done is not None:
            done, self._done = self._done, None
            await done(bytes(self._kept), self._length, self._failure)


def _text(body: bytes, length: int, secrets: list[str]) -> str | None:
    """The body as redacted text; None when it is too long or no text."""
    if length > len(body):
        return None
    try:
        return redact(body.decode("utf-8"), secrets)
    except UnicodeDecodeError:
        return None
