"""Frames drawn ahead of whoever wants them, in the memory of the encoder, by threads that stand back for it."""

import os
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from queue import Queue
from threading import Thread, get_native_id

import av
import numpy as np

from .paint import Canvas

Draw = Callable[[Canvas, int], None]
AHEAD = 5
"""Frames in memory: one being encoded, one being drawn, the rest waiting, so that a slow one holds nobody up."""

BEHIND = 10
"""How many steps of priority the threads that draw ahead stay behind the others."""


def canvas_of(frame: av.VideoFrame) -> Canvas:
    """The encoder's own memory, to be drawn into."""
    planes = [np.frombuffer(p, np.uint8).reshape(p.height, p.line_size)[:, : p.width] for p in frame.planes]  # type: ignore[call-overload]
    return Canvas((planes[0], planes[1], planes[2]))


def stand_back() -> None:
    """Lets the encoder go before the calling thread: what is made ahead then fills the time in which a core is idle."""
    if sys.platform == "linux":  # where threads have a priority of their own
        os.setpriority(os.PRIO_PROCESS, get_native_id(), BEHIND)


class Frames:
    """Draws frames 0..count on one thread of its own, a few ahead; iterating gives them in order.

    A frame is only valid until the next one is asked for: its memory is drawn into again.
    """

    def __init__(self, width: int, height: int, fps: int, count: int, draw: Draw) -> None:
        self._ready: Queue[av.VideoFrame | BaseException | None] = Queue()
        self._free: Queue[av.VideoFrame | None] = Queue()
        for _ in range(min(count, AHEAD)):
            self._free.put(av.VideoFrame(width, height, "yuv420p"))
        self._fps, self._count, self._draw = fps, count, draw
        self._thread = Thread(target=self._run, name="draw", daemon=True)

    def _run(self) -> None:
        stand_back()
        try:
            for number in range(self._count):
                frame = self._free.get()
                if frame is None:
                    return
                frame.make_writable()
                self._draw(canvas_of(frame), number)
                frame.pts, frame.time_base = number, Fraction(1, self._fps)
                frame.colorspace, frame.color_range = 1, 1
                self._ready.put(frame)
        except BaseException as error:  # noqa: BLE001 - handed to the thread that waits for frames
            self._ready.put(error)
        else:
            self._ready.put(None)

    def __iter__(self) -> Iterator[av.VideoFrame]:
        self._thread.start()
        try:
            while (item := self._ready.get()) is not None:
                if isinstance(item, BaseException):
                    raise item
                yield item
                self._free.put(item)
        finally:
            self._free.queue.clear()
            self._free.put(None)
            self._thread.join()
