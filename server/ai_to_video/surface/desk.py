"""Where tools ask for the Studio: opened at the first call that needs it, closed when the host has gone.

One task of the server's lifespan does both, because a task group must be left by the task that entered it.
"""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING

import anyio
from anyio.abc import TaskGroup, TaskStatus

from ..errors import AiToVideoError

if TYPE_CHECKING:
    from ..studio import Studio

log = logging.getLogger(__name__)

FAREWELL = 0.6
"""Seconds the Studio may take to close; a host expects a server to be gone within one."""

Admit = Callable[[str], None]
Build = Callable[[], AbstractAsyncContextManager["Studio"]]


class FrontDesk:
    """`admit` raises the AiToVideoError that says why a tool cannot work here; `build` opens a Studio."""

    def __init__(self, admit: Admit, build: Build, group: TaskGroup) -> None:
        self._admit = admit
        self._build = build
        self._group = group
        self._opening = anyio.Lock()
        self._leaving = anyio.Event()
        self._studio: Studio | None = None

    async def studio(self, tool: str) -> "Studio":
        """Raises what `admit` and `build` raise; the next call tries again."""
        self._admit(tool)
        async with self._opening:
            if self._studio is None:
                self._studio = await self._group.start(self._keep_open)
        return self._studio

    def open_soon(self) -> None:
        """Do not wait for the first call: jobs of an earlier life of this server go on."""
        self._group.start_soon(self._open_early)

    async def _open_early(self) -> None:
        try:
            await self.studio("get_state")
        except AiToVideoError as error:
            log.warning("Nothing can be made here yet: %s %s", error, error.hint)

    async def _keep_open(self, *, task_status: TaskStatus["Studio"]) -> None:
        opened = False
        try:
            async with self._build() as studio:
                task_status.started(studio)
                opened = True
                await self._leaving.wait()
        except Exception:
            if not opened:
                raise
            log.exception("the studio closed unexpectedly; the next call opens it again")
        finally:
            self._studio = None

    def leave(self) -> None:
        self._leaving.set()
        self._group.cancel_scope.deadline = anyio.current_time() + FAREWELL


@asynccontextmanager
async def front_desk(admit: Admit, build: Build) -> AsyncIterator[FrontDesk]:
    async with anyio.create_task_group() as group:
        desk = FrontDesk(admit, build, group)
        yield desk
        desk.leave()
