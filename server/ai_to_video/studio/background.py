"""Work that belongs to the studio and not to the call that began it."""

import logging
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self, TypeVar

import anyio
from anyio.abc import TaskGroup

T = TypeVar("T")
Work = Callable[[], Awaitable[T]]

log = logging.getLogger(__name__)


class Background:
    """A task group that no failure of its work can end; leaving it cancels what is left."""

    def __init__(self) -> None:
        self._stack = AsyncExitStack()
        self._group: TaskGroup | None = None

    @property
    def group(self) -> TaskGroup:
        assert self._group is not None  # noqa: S101 - entered before it is used
        return self._group

    async def __aenter__(self) -> Self:
        self._group = await self._stack.enter_async_context(anyio.create_task_group())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        self.group.cancel_scope.cancel()
        return await self._stack.__aexit__(kind, error, trace)

    def aside(self, work: Work[object]) -> None:
        """Do it without anybody waiting; a failure is only logged."""

        async def run() -> None:
            try:
                await work()
            except Exception:
                log.exception("Work in the background failed")

        self.group.start_soon(run)

    async def outlive(self, work: Work[T], seconds: float, late: Exception) -> T:
        """What `work` gives. It goes on when the caller goes away; a caller who waited `seconds` gets `late` raised."""
        done = anyio.Event()
        answers: list[T] = []
        failures: list[Exception] = []

        async def run() -> None:
            try:
                answers.append(await work())
            except Exception as error:  # noqa: BLE001 - raised again where the caller waits
                failures.append(error)
            finally:
                done.set()

        self.group.start_soon(run)
        with anyio.move_on_after(seconds):
            await done.wait()
        if failures:
            raise failures[0]
        if not answers:
            raise late
        return answers[0]
