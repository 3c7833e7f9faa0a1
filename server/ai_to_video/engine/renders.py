"""Render jobs: started once, watched, cancelled, and taken up again when the process that ran them died.

renders/<hash of account and id>/state/000000002.json   what was asked and how it stands
                                /progress               0-1, touched while somebody renders
                                /film.<ext>             only when whole
"""

import asyncio
import hashlib
import os
import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from errno import ENOSPC
from pathlib import Path
from typing import Any, Protocol

import anyio
from anyio import to_thread

from ..errors import AiToVideoError
from ..timeline import Timeline
from ..wire.draft import read_draft
from .records import Conflict, Record
from .store import Store
from .terms import Terms

OPEN = {"pending", "processing"}
BEAT = 2.0
STALE = 20.0
"""Seconds between signs of life of a render, and after how many without one somebody else takes it over."""
TRIES = 3
"""A render that took its process with it this often has failed."""


class Renderer(Protocol):
    def __call__(
        self,
        timeline: Timeline,
        sources: Mapping[str, Path],
        target: Path,
        *,
        fmt: str,
        resolution: str,
        on_progress: Callable[[float], None],
    ) -> Awaitable[None]: ...


async def render(
    timeline: Timeline,
    sources: Mapping[str, Path],
    target: Path,
    *,
    fmt: str,
    resolution: str,
    on_progress: Callable[[float], None],
) -> None:
    """The engine's own renderer, brought in when it is first needed."""
    from .output import render as child  # brings numpy, OpenCV and the codecs

    await child.render(timeline, sources, target, fmt=fmt, resolution=resolution, on_progress=on_progress)


class Renders:
    def __init__(
        self,
        folder: Path,
        store: Store,
        terms: Terms,
        *,
        clock: Callable[[], float] = time.time,
        render: Renderer = render,
    ) -> None:
        self._folder = folder / "renders"
        self._store = store
        self._terms = terms
        self._clock = clock
        self._render = render
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._progress: dict[str, float] = {}
        self._turn: anyio.Semaphore | None = None
        self._me = f"{os.getpid()}-{secrets.token_hex(4)}"

    async def submit(
        self, user_id: str, render_id: str, session_id: str, draft: object, fmt: str, resolution: str
    ) -> dict[str, Any]:
        """Start a render; the same id gives the job it already names."""
        name = _name(user_id, render_id)
        state = {
            "id": render_id,
            "session_id": session_id,
            "draft": draft,
            "format": fmt,
            "resolution": resolution,
            "status": "pending",
            "key": secrets.token_urlsafe(24),
            "created_at": self._clock(),
            "tries": 0,
        }
        with suppress(Conflict):
            await to_thread.run_sync(self._record(name).put, 0, state)
            await to_thread.run_sync(self._tidy)
        return await self._seen(name) or state

    async def status(self, user_id: str, render_id: str) -> dict[str, Any] | None:
        """How a render stands; None for one that was never submitted. Looking at it keeps it going."""
        return await self._seen(_name(user_id, render_id))

    async def cancel(self, user_id: str, render_id: str) -> dict[str, Any] | None:
        name = _name(user_id, render_id)
        version, state = await to_thread.run_sync(self._record(name).latest)
        if not version:
            return None
        if state["status"] in OPEN:
            await self._change(name, {"status": "cancelled", "error": "The render was cancelled."}, anybodys=True)
        task = self._tasks.get(name)
        if task:
            task.cancel()
            await asyncio.wait([task])
        return await self._seen(name)

    async def film(self, name: str, key: str) -> tuple[Path, str] | None:
        """(file, format) behind a download link; the key in it is the right to fetch."""
        _, state = await to_thread.run_sync(self._record(name).latest)
        if state.get("status") != "completed" or not secrets.compare_digest(str(state["key"]), key):
            return None
        path = self._film(name, state["format"])
        return (path, state["format"]) if await to_thread.run_sync(path.is_file) else None

    async def close(self) -> None:
        """Stop what this process renders; whoever asks next goes on with it."""
        tasks = dict(self._tasks)
        for task in tasks.values():
            task.cancel()
        if tasks:
            await asyncio.wait(tasks.values())
        for name in tasks:
            await self._change(name, {"status": "pending", "owner": "", "tries": 0})

    # --- inside -----------------------------------------------------------------------------------------------------

    async def _seen(self, name: str) -> dict[str, Any] | None:
        version, state = await to_thread.run_sync(self._record(name).latest)
        if not version:
            return None
        if (
            state["status"] in OPEN
            and name not in self._tasks
            and await to_thread.run_sync(self._orphaned, name, state)
        ):
            state = await self._take(name, version, state)
        if state["status"] == "completed" and not await to_thread.run_sync(self._film(name, state["format"]).is_file):
            state = {**state, "status": "failed", "error": "The finished video is not kept any more."}
        progress = self._progress.get(name)
        if progress is None and state["status"] in OPEN:
            progress = await to_thread.run_sync(self._told, name)
        return {**state, "name": name, "progress": 1.0 if state["status"] == "completed" else progress or 0.0}

    async def _take(self, name: str, version: int, state: dict[str, Any]) -> dict[str, Any]:
        """Begin, or go on after somebody's death; only one process wins."""
        if state["tries"] >= TRIES:
            taken = {**state, "status": "failed", "error": "The render ended too early several times."}
        else:
            taken = {**state, "owner": self._me, "taken_at": self._clock(), "tries": state["tries"] + 1}
        try:
            await to_thread.run_sync(self._record(name).put, version, taken)
        except Conflict:
            return (await to_thread.run_sync(self._record(name).latest))[1]
        if taken["status"] in OPEN and name not in self._tasks:
            self._progress[name] = 0.0
            task = asyncio.create_task(self._work(name, taken))
            self._tasks[name] = task
            task.add_done_callback(lambda _: self._tasks.pop(name, None))
        return taken

    def _orphaned(self, name: str, state: dict[str, Any]) -> bool:
        """Does nobody render this? Its owner is this process without a task, dead, or silent for long."""
        owner = str(state.get("owner", ""))
        if not owner or owner == self._me:
            return True
        if os.name == "posix" and not _alive(int(owner.partition("-")[0])):
            return True
        try:
            beat = (self._folder / name / "progress").stat().st_mtime
        except OSError:
            beat = 0.0
        return self._clock() - max(beat, float(state.get("taken_at", 0))) > STALE

    async def _work(self, name: str, state: dict[str, Any]) -> None:
        if self._turn is None:
            self._turn = anyio.Semaphore(self._terms.renders_at_once)
        folder = self._folder / name
        working = folder / f"working-{secrets.token_hex(4)}.{state['format']}"
        beat = asyncio.create_task(self._beat(name))
        try:
            async with self._turn:
                await self._change(name, {"status": "processing"})
                await to_thread.run_sync(self._swept, name)
                sources = await to_thread.run_sync(self._store.sources, state["session_id"])
                timeline = await to_thread.run_sync(read_draft, state["draft"])
                await self._render(
                    timeline,
                    sources,
                    working,
                    fmt=state["format"],
                    resolution=state["resolution"],
                    on_progress=lambda share: self._advance(name, share),
                )
            size = await to_thread.run_sync(self._finish, working, self._film(name, state["format"]))
            await self._change(name, {"status": "completed", "size": size, "seconds": timeline.lasts_ms / 1000})
        except asyncio.CancelledError:
            raise
        except AiToVideoError as error:
            await self._failed(name, str(error))
        except OSError as error:
            await self._failed(name, "The disk is full." if error.errno == ENOSPC else "The disk refused the file.")
        except Exception:  # noqa: BLE001 a child process may fail in any way; the job must not stay open
            await self._failed(name, "The render stopped unexpectedly.")
        finally:
            beat.cancel()
            self._progress.pop(name, None)
            with suppress(OSError):
                working.unlink(missing_ok=True)

    def _advance(self, name: str, share: float) -> None:
        self._progress[name] = max(self._progress.get(name, 0.0), min(0.999, max(0.0, share)))

    async def _beat(self, name: str) -> None:
        """Tell other processes that this one is at work, and how far."""
        path = self._folder / name / "progress"
        while True:
            with suppress(OSError):  # a full disk ends no heartbeat
                await to_thread.run_sync(path.write_text, f"{self._progress.get(name, 0.0):.3f}")
            await asyncio.sleep(BEAT)

    def _told(self, name: str) -> float:
        try:
            return float((self._folder / name / "progress").read_text())
        except (OSError, ValueError):
            return 0.0

    async def _change(self, name: str, changes: Mapping[str, Any], *, anybodys: bool = False) -> None:
        """Nothing changes once a render is over: a cancelled one does not complete. Nor when somebody else has taken it
        over, who thought this process dead, unless it may be `anybodys`."""

        def change() -> None:
            record = self._record(name)
            while True:
                version, state = record.latest()
                if state.get("status") not in OPEN or not (anybodys or state.get("owner") == self._me):
                    return
                with suppress(Conflict):
                    record.put(version, {**state, **changes})
                    return

        await to_thread.run_sync(change)

    async def _failed(self, name: str, why: str) -> None:
        with suppress(OSError):  # a disk that takes not even this: whoever asks next tries the render again
            await self._change(name, {"status": "failed", "error": why})

    def _swept(self, name: str) -> None:
        """What a process left here that died in the middle goes."""
        for pattern in ("working-*", ".*.part"):
            for scrap in (self._folder / name).glob(pattern):
                with suppress(OSError):
                    scrap.unlink()

    @staticmethod
    def _finish(working: Path, film: Path) -> int:
        working.replace(film)
        return film.stat().st_size

    def _film(self, name: str, fmt: str) -> Path:
        return self._folder / name / f"film.{fmt}"

    def _record(self, name: str) -> Record:
        return Record(self._folder / name / "state", kept=8)

    def _tidy(self) -> None:
        """Old films go, then the oldest until they fit the terms."""
        films = []
        with suppress(FileNotFoundError):
            for job in os.scandir(self._folder):
                with suppress(OSError):
                    films += [(e.stat(), Path(e.path)) for e in os.scandir(job.path) if e.name.startswith("film.")]
        now, total = self._clock(), sum(facts.st_size for facts, _ in films)
        for facts, path in sorted(films, key=lambda item: item[0].st_mtime):
            if facts.st_mtime > now - self._terms.kept_seconds and total <= self._terms.kept_bytes:
                break
            total -= facts.st_size
            path.unlink(missing_ok=True)


def _name(user_id: str, render_id: str) -> str:
    return hashlib.sha256(f"{user_id}\n{render_id}".encode("utf-8", "replace")).hexdigest()[:32]


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
