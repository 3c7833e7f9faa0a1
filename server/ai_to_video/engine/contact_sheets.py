"""The contact sheet of each project behind a link: drawn when somebody first looks, once for each draft.

sessions/<session id>/sheets/<hash of the draft>.jpg
"""

import asyncio
from contextlib import suppress
from pathlib import Path

from anyio import to_thread

from .. import __version__
from ..errors import RenderFailed
from ..wire.draft import fingerprint
from .output.job import SHEET
from .renders import Renderer
from .store import Project, Store
from .terms import Terms

RESOLUTION = "480p"
"""Of the frames before they are made smaller."""
LONGEST = 60.0
"""Seconds a drawing may take before it is given up."""


class ContactSheets:
    def __init__(self, store: Store, terms: Terms, *, render: Renderer) -> None:
        self._store = store
        self._render = render
        self._turn = asyncio.Semaphore(terms.renders_at_once)
        self._drawing: dict[Path, asyncio.Task[bytes]] = {}

    async def close(self) -> None:
        """Stop what is being drawn; whoever looks next has it drawn again."""
        drawing = tuple(self._drawing.values())
        for task in drawing:
            task.cancel()
        if drawing:
            await asyncio.wait(drawing)

    async def sheet(self, session_id: str, key: str, file: str) -> bytes | None:
        """The JPEG behind a link; None for no link of ours, and for one of an earlier draft.

        A drawing goes on when whoever asked has left. Raises AiToVideoError where it fails, OSError.
        """
        project = await to_thread.run_sync(self._store.linked, session_id, key)
        if project is None or not file or file != file_of(project):
            return None
        path = self._store.sheet_folder(session_id) / file
        task = self._drawing.get(path)
        if task is None:
            task = self._drawing[path] = asyncio.create_task(self._drawn(project, path))
            task.add_done_callback(lambda done: self._over(path, done))
        await asyncio.wait([task])
        if task.cancelled():
            raise RenderFailed
        return task.result()

    async def _drawn(self, project: Project, path: Path) -> bytes:
        with suppress(FileNotFoundError):
            return await to_thread.run_sync(path.read_bytes)
        async with self._turn:
            sources = await to_thread.run_sync(self._store.sources, project.session_id)
            try:
                async with asyncio.timeout(LONGEST):
                    await self._render(
                        project.timeline, sources, path, fmt=SHEET, resolution=RESOLUTION, on_progress=lambda _: None
                    )
            except TimeoutError:
                raise RenderFailed from None
        return await to_thread.run_sync(_alone, path)

    def _over(self, path: Path, done: asyncio.Task[bytes]) -> None:
        del self._drawing[path]
        if not done.cancelled():
            done.exception()  # nobody may be left to hear of it


def link_of(project: Project) -> str:
    """The path at which the sheet of a project as it stands is fetched; "" when there is nothing to draw."""
    file = file_of(project)
    return f"/files/sheet/{project.session_id}/{project.state['key']}/{file}" if file else ""


def file_of(project: Project) -> str:
    """The name of its sheet; another version may draw the same draft otherwise."""
    timeline = project.timeline
    drawable = timeline.duration_ms and any(track.clips for track in timeline.tracks)
    return f"{fingerprint(project.state['draft'], __version__)[:32]}.jpg" if drawable else ""


def _alone(path: Path) -> bytes:
    """A sheet just drawn; those of earlier drafts go."""
    for other in path.parent.glob("*.jpg"):
        if other != path:
            other.unlink(missing_ok=True)
    return path.read_bytes()
