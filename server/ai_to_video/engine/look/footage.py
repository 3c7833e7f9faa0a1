"""Moving uploads: films and animated pictures, frame by frame at any time, turned, cut, sped up and looped."""

import io
import math
from collections.abc import Iterator
from typing import Protocol

import av
import numpy as np
from av import VideoFrame
from av.error import FFmpegError
from PIL import Image

from .frames import canvas_of
from .paint import Photo
from .reader import Sight, covering, photo_of, unreadable


class Reel(Protocol):
    """A moving picture of one size."""

    def at(self, t: float) -> Photo:
        """What is seen `t` seconds after its shot began; cheapest when asked in order."""


def reel(seen: Sight, wide: int, high: int, *, skip: float = 0.0, speed: float = 1.0) -> Reel:
    """The film or animation as it covers wide x high, from `skip` seconds on. Raises UnsupportedFile when broken."""
    try:
        if seen.kind == "animation":
            return Animation(seen, wide, high, skip, speed)
        return Footage(seen, wide, high, skip, speed)
    except (FFmpegError, OSError, ValueError, SyntaxError) as error:
        raise unreadable(seen.name) from error


class Animation:
    """An animated GIF or WebP, looped; one frame in memory at a time."""

    def __init__(self, seen: Sight, wide: int, high: int, skip: float, speed: float) -> None:
        self._seen, self._skip, self._speed = seen, skip, speed
        self._image = Image.open(io.BytesIO(seen.path.read_bytes()))
        self._fit = covering(seen.width, seen.height, wide, high)
        self._ends: list[float] = []
        end = 0.0
        for index in range(getattr(self._image, "n_frames", 1)):
            self._image.seek(index)
            if self._image.format == "WEBP":
                self._image.load()  # only then does it say how long the frame lasts
            end += max(0.02, float(self._image.info.get("duration") or 100) / 1000)
            self._ends.append(end)
        self._shown = 0
        self._image.seek(0)
        self._photo = photo_of(self._image, *self._fit, seen.clear)

    def at(self, t: float) -> Photo:
        moment = (self._skip + max(0.0, t) * self._speed) % self._ends[-1]
        index = next((i for i, end in enumerate(self._ends) if moment < end), 0)
        if index != self._shown:
            try:
                self._image.seek(index)
                self._photo = photo_of(self._image, *self._fit, self._seen.clear)
            except (OSError, ValueError, EOFError, SyntaxError):  # a damaged frame: the one before stays
                pass
            self._shown = index
        return self._photo


class Footage:
    """A video, decoded forwards and begun again when it ends; one frame in memory. Damage at its end only shortens it."""

    def __init__(self, seen: Sight, wide: int, high: int, skip: float, speed: float) -> None:
        self._seen, self._size, self._skip, self._speed = seen, (wide, high), skip, speed
        self._past = -1.0
        self._frames = endless(seen, skip)
        _, self._held = next(self._frames)
        self._coming = next(self._frames, None)
        self._photo: Photo | None = None

    def at(self, t: float) -> Photo:
        moment = max(0.0, t) * self._speed
        if moment < self._past:
            self.__init__(self._seen, *self._size, self._skip, self._speed)  # type: ignore[misc]
        self._past = moment
        while self._coming and self._coming[0] <= moment + 1e-6:
            self._held, self._photo = self._coming[1], None
            self._coming = next(self._frames, None)
        if self._photo is None:
            self._photo = self._picture(self._held)
        return self._photo

    def _picture(self, frame: VideoFrame) -> Photo:
        turn = round(frame.rotation / 90) % 4
        wide, high = self._size[::-1] if turn % 2 else self._size
        (w, h), _ = covering(frame.width, frame.height, wide, high)
        scale = max(wide / frame.width, high / frame.height)
        full = (2 * math.ceil(frame.width * scale / 2), 2 * math.ceil(frame.height * scale / 2))
        planar = frame.reformat(*full, "yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG")
        left, top = (full[0] - w) // 4 * 2, (full[1] - h) // 4 * 2
        cut = canvas_of(planar).part(left, top, w, h)
        y, u, v = (np.ascontiguousarray(np.rot90(plane, turn)) for plane in cut.planes)
        return Photo((y, u, v))


# Plain functions, not methods: a generator that knew its Footage would keep it and its decoder alive until the
# garbage collector happens to come by.


def endless(seen: Sight, skip: float) -> Iterator[tuple[float, VideoFrame]]:
    """Frames with the seconds of footage before them, lap after lap; ends only after a single still frame."""
    lap = 0.0
    while True:
        played = 0.0
        for moment, lasting, frame in once(seen, skip):
            yield lap + moment, frame
            played = moment + lasting
        if not played and skip:
            skip = 0.0
        elif not played:
            raise unreadable(seen.name)
        elif played < 0.1:
            return
        lap += played


def once(seen: Sight, skip: float) -> Iterator[tuple[float, float, VideoFrame]]:
    """Frames of one lap from `skip` on: when each is seen, for how long, and itself."""
    with av.open(str(seen.path)) as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        lasting = 1 / float(stream.average_rate or 25)
        start = float((stream.start_time or 0) * (stream.time_base or 0))
        if skip:
            container.seek(int((skip + start) * 1_000_000))
        decoded = container.decode(stream)
        while True:
            try:
                frame = next(decoded)
            except (FFmpegError, StopIteration):
                return
            moment = float(frame.time or 0.0) - start - skip
            if moment > -1e-3:
                yield max(0.0, moment), lasting, frame
