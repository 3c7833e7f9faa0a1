"""Timeline to file, in a process of its own: cannot block the event loop, cannot take the server down."""

import contextlib
import json
import os
import sys
import uuid
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import Any

import anyio
from anyio.abc import Process
from anyio.streams.text import TextReceiveStream

from ... import errors
from ...errors import AiToVideoError, RenderFailed
from ...timeline.model import Timeline
from .job import Job

KNOWN = {
    kind.code: kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, AiToVideoError)
}


async def render(
    timeline: Timeline,
    sources: Mapping[str, Path],
    target: Path,
    *,
    fmt: str,
    resolution: str,
    on_progress: Callable[[float], None],
) -> None:
    """Writes `target` at once or not at all; `sources` maps media names to files, `on_progress` hears 0.0 to 1.0.

    Cancelling the caller kills the render. Raises RenderFailed, UnsupportedFile, FileTooLarge or BadArgument.
    """
    part = target.with_name(f".{uuid.uuid4().hex}.part")
    job = Job(timeline, sources, part, fmt.lower(), resolution)
    command = [sys.executable, "-P", "-m", "ai_to_video.engine.output.worker"]
    env = _environment()
    try:
        await anyio.to_thread.run_sync(lambda: target.parent.mkdir(parents=True, exist_ok=True))
        async with await anyio.open_process(
            command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=env, start_new_session=True
        ) as process:
            try:
                await _watch(process, job, on_progress)
            finally:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
        await anyio.to_thread.run_sync(os.replace, part, target)
    except OSError as error:
        raise RenderFailed(
            "The video could not be put in its place.", hint="Check the output folder, then export again."
        ) from error
    finally:
        with anyio.CancelScope(shield=True):
            await anyio.to_thread.run_sync(_removed, part)


def _removed(part: Path) -> None:
    with contextlib.suppress(OSError):
        part.unlink(missing_ok=True)


MEMORY = {
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_MMAP_THRESHOLD_": "2097152",  # what is larger goes back to the system at once
    "MALLOC_TRIM_THRESHOLD_": "8388608",  # the rest is kept for the next frame, which needs the same again
}
"""How the C library hands out memory in the render process; others than glibc's take no notice."""


def _environment() -> dict[str, str]:
    """The child's: it finds the same packages as its parent, and knows none of the parent's secrets."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMPDIR") if name in os.environ}
    return {**kept, **MEMORY, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"}


async def _watch(process: Process, job: Job, on_progress: Callable[[float], None]) -> None:
    if process.stdin is None or process.stdout is None:
        raise RenderFailed
    try:
        await process.stdin.send(await anyio.to_thread.run_sync(lambda: json.dumps(job.written()).encode() + b"\n"))
    except (anyio.BrokenResourceError, anyio.ClosedResourceError) as error:
        raise RenderFailed from error
    async for message in _messages(TextReceiveStream(process.stdout)):
        if "progress" in message:
            on_progress(float(message["progress"]))
        elif "error" in message:
            told = message["error"]
            raise KNOWN.get(told["code"], RenderFailed)(told["message"], hint=told["hint"])
        elif message.get("done"):
            await process.wait()
            return
    with anyio.move_on_after(2):  # it is gone; whoever kills it now would take its exit code from the event loop
        await process.wait()
    raise RenderFailed("The render stopped before it was done; the machine may be short of memory.")


async def _messages(stream: TextReceiveStream) -> AsyncIterator[dict[str, Any]]:
    rest = ""
    async for text in stream:
        *lines, rest = (rest + text).split("\n")
        for line in lines:
            yield json.loads(line)
