"""One run of the agent: one POST, and its events as they come. A POST that may have arrived is never sent again."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass

import anyio
import httpx
from httpx_sse import aconnect_sse

from ..errors import AiToVideoError, Unreachable
from ..wire.bodies import RUN_SSE, run_body, to_bytes
from ..wire.events import AgentEvent, SSEReader
from .answer import understood
from .failures import translated
from .line import CONNECT, FRESH, JSON, READ, Line

_LATER = "The work may still go on at the service; the project's state will tell."


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds a run may be silent, may send nothing but heartbeats, and may take in all."""

    silence: float = 600.0
    heartbeats: float = 600.0
    total: float = 900.0


async def run(
    line: Line, session_id: str, message: str, patience: Patience, *, deadline: float | None
) -> AsyncGenerator[AgentEvent]:
    """See Client.run. `deadline` ends the tries to begin, not a run under way."""
    body = to_bytes(run_body(session_id, message))
    timeout = httpx.Timeout(patience.silence, connect=CONNECT, pool=CONNECT, write=READ)
    began = line.clock()
    async with AsyncExitStack() as stack:

        async def attempt(headers: dict[str, str]) -> httpx.Response | None:
            source = await stack.enter_async_context(
                aconnect_sse(
                    line.http,
                    "POST",
                    line.url(RUN_SSE),
                    content=body,
                    headers={**headers, **JSON, "Accept-Encoding": "identity"},
                    timeout=timeout,
                    extensions=FRESH,
                )
            )
            answer = source.response
            if answer.is_success and _is_stream(answer):
                return answer
            await understood(answer, lambda payload: None, "run")
            return None  # taken, but told outside a stream: the state will show what came of it

        answer = await line.ask("run", attempt, deadline=deadline, patient=True)
        if answer is None:
            return
        # The bytes go to our reader as they are: httpx-sse drops a last frame without its blank line, bare heartbeat
        # lines and the continuation lines of a broken error.
        reader, pieces = SSEReader(), answer.aiter_bytes()
        progress = line.clock()
        while data := await _next(pieces, min(patience.silence, began + patience.total - line.clock())):
            for event in reader.feed(data):
                if event.kind != "heartbeat":
                    progress = line.clock()
                yield event
            if line.clock() - progress >= patience.heartbeats:
                raise Unreachable("The agent sends signs of life, but no progress.", hint=_LATER)
            if line.clock() - began >= patience.total:
                raise Unreachable("The agent takes too long.", hint=_LATER)
        for event in reader.close():
            yield event


async def _next(pieces: AsyncIterator[bytes], seconds: float) -> bytes:
    """The next bytes of the stream, b"" at its end. Raises Unreachable when they do not come."""
    try:
        with translated(), anyio.fail_after(max(0.0, seconds)):
            return await anext(pieces, b"")
    except TimeoutError as late:
        raise Unreachable("The agent is silent for too long.", hint=_LATER) from late
    except AiToVideoError as lost:
        raise Unreachable(str(lost), hint=_LATER) from lost


def _is_stream(answer: httpx.Response) -> bool:
    """Anything but a JSON answer or a web page; a stream whose type a proxy has mangled is still one."""
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    return not kind.endswith(("/json", "+json", "/html", "+xml", "/xml"))
