"""An event loop whose clock jumps to the next timer whenever nothing is left to do, so that minutes pass in no time.

Real threads are waited for: the clock stands still while one is at work (see `counted`).
"""

import asyncio
import selectors
from collections.abc import Iterator
from contextlib import contextmanager

import anyio.to_thread


class Busyness:
    """How many threads are at work."""

    threads = 0


class _Selector(selectors.DefaultSelector):
    def __init__(self, loop: "VirtualLoop") -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None or timeout <= 0:
            return super().select(timeout)
        if Busyness.threads:
            return super().select(0.02)
        ready = super().select(0)
        if not ready:
            self._loop.now += timeout
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.now = 1000.0
        super().__init__(_Selector(self))

    def time(self) -> float:
        return self.now


@contextmanager
def counted() -> Iterator[None]:
    """Make threads known to the clock."""
    run_sync = anyio.to_thread.run_sync

    async def counting(*args, **kwargs):
        Busyness.threads += 1
        try:
            return await run_sync(*args, **kwargs)
        finally:
            Busyness.threads -= 1

    anyio.to_thread.run_sync = counting
    try:
        yield
    finally:
        anyio.to_thread.run_sync = run_sync
