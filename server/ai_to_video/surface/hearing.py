"""What a client writes on stdin, with half characters mended: a text cut in the middle of an emoji holds one, JSON can
write it and strict readers refuse the whole line, so that its request would never be answered."""

import contextvars
import json
from types import TracebackType
from typing import Protocol, Self

import anyio
from mcp.shared.message import SessionMessage
from mcp.types import jsonrpc_message_adapter
from pydantic import ValidationError

Heard = SessionMessage | Exception


class Stream(Protocol):
    async def receive(self) -> Heard: ...

    async def aclose(self) -> None: ...


class Hearing:
    """A stream of messages as the SDK reads it."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    @property
    def last_context(self) -> contextvars.Context | None:
        return getattr(self._stream, "last_context", None)

    async def receive(self) -> Heard:
        return mended(await self._stream.receive())

    async def aclose(self) -> None:
        await self._stream.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Heard:
        try:
            return await self.receive()
        except anyio.EndOfStream:
            raise StopAsyncIteration from None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


def mended(heard: Heard) -> Heard:
    """The message of a line that was refused only for half characters, which become "?"; all else as it came."""
    if not isinstance(heard, ValidationError):
        return heard
    line = next((error["input"] for error in heard.errors() if error["type"] == "json_invalid"), "")
    try:
        whole = json.dumps(json.loads(line), ensure_ascii=False).encode("utf-8", "replace")
        return SessionMessage(jsonrpc_message_adapter.validate_json(whole, by_name=False))
    except (ValueError, TypeError, RecursionError):
        return heard
