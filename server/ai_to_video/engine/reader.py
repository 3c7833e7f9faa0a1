"""Uploaded pictures and films, decoded once, at the size they are shown. Broken ones are told plainly."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol

import av
import numpy as np
from av.error import FFmpegError
from PIL import Image, ImageOps, UnidentifiedImageError

from ..errors import FileTooLarge, UnsupportedFile
from .paint import Canvas, Photo, Plane, bytes_of, half, planes_of, yuv

Image.MAX_IMAGE_PIXELS = None  # checked here, in words, before a picture is unpacked
MOST_PIXELS = 220_000_000
STRETCH = 1.5
"""How much longer than its frame a picture is kept before its ends are cut off."""


class Reel(Protocol):
    """A moving picture of one size."""

    def at(self, t: float) -> Photo: ...


@dataclass(frozen=True, slots=True)
class Sight:
    """What a file shows, before it is decoded for good."""

    path: Path
    name: str
    kind: str
    width: int
    height: int
    clear: bool = False

    @property
    def ratio(self) -> float:
        return self.width / self.height


def unreadable(name: str) -> UnsupportedFile:
    return UnsupportedFile(
        f"The file {name} is damaged or not what its name says.", hint="Upload it again, or use another file."
    )


def sight(path: Path, name: str = "") -> Sight:
    """Looks at a file: kind is "still", "animation", "film" or "sound". Raises UnsupportedFile or FileTooLarge."""
    name = name or path.name
    try:
        with Image.open(path) as image:
            if image.width * image.height > MOST_PIXELS:
                raise FileTooLarge(
                    f"The picture {name} has too many pixels.", hint="Use one of at most 14,000 x 14,000 pixels."
                )
            moving = getattr(image, "n_frames", 1) > 1
            turned = image.getexif().get(274, 1) >= 5
            size = (image.height, image.width) if turned else (image.width, image.height)
            clear = image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
            return Sight(path, name, "animation" if moving else "still", *size, clear)
    except UnidentifiedImageError:
        pass
    except (OSError, ValueError, SyntaxError) as error:
        raise unreadable(name) from error
    try:
        with av.open(str(path)) as container:
            if not container.streams.video:
                if container.streams.audio:
                    return Sight(path, name, "sound", 0, 0)
                raise unreadable(name)
            frame = next(container.decode(video=0))
            wide, high = _upright(frame)
            return Sight(path, name, "film", wide, high)
    except (FFmpegError, StopIteration, ValueError, OSError) as error:
        raise unreadable(name) from error


def still(seen: Sight, wide: int, high: int, zoom: float = 1.0) -> Photo:
    """A picture large enough to cover wide x high at that zoom; rather more of it than that where its shape differs."""
    try:
        with Image.open(seen.path) as image:
            image.draft("RGB", (round(wide * zoom * 2), round(high * zoom * 2)))
            upright = ImageOps.exif_transpose(image)
            return _photo(upright, *_covering(upright.width, upright.height, wide * zoom, high * zoom), seen.clear)
    except (OSError, ValueError, SyntaxError) as error:
        raise unreadable(seen.name) from error


def glance(seen: Sight) -> Plane:
    """A (64, 64, 3) miniature, for choosing colours and veils."""
    try:
        if seen.kind == "film":
            with av.open(str(seen.path)) as container:
                return next(container.decode(video=0)).reformat(64, 64, "rgb24").to_ndarray()  # type: ignore[return-value]
        with Image.open(seen.path) as image:
            image.draft("RGB", (128, 128))
            return np.asarray(
                ImageOps.exif_transpose(image).convert("RGB").resize((64, 64), Image.Resampling.BOX, reducing_gap=2.0)
            )
    except (FFmpegError, OSError, ValueError, SyntaxError, StopIteration) as error:
        raise unreadable(seen.name) from error


def _covering(
    width: int, height: int, wide: float, high: float
) -> tuple[tuple[int, int], tuple[float, float, float, float]]:
    """The even size to scale to, and the part of the source (left, top, right, bottom) that fills it."""
    scale = max(wide / width, high / height)
    w, h = min(width * scale, wide * STRETCH), min(height * scale, high * STRETCH)
    left, top = (width - w / scale) / 2, (height - h / scale) / 2
    return (2 * math.ceil(w / 2), 2 * math.ceil(h / 2)), (left, top, left + w / scale, top + h / scale)


def _photo(image: Image.Image, size: tuple[int, int], part: tuple[float, float, float, float], clear: bool) -> Photo:
    mode = "RGBA" if clear else "RGB"
    if image.mode in {"I;16", "I;16B", "I"}:
        image = Image.fromarray((np.asarray(image).astype(np.uint32) >> 8).clip(0, 255).astype(np.uint8))
    scaled = image.convert(mode).resize(size, Image.Resampling.LANCZOS, box=part, reducing_gap=3.0)
    pixels = np.asarray(scaled)
    if not clear:
        return Photo(planes_of(pixels))
    alpha = pixels[..., 3].astype(np.float32)
    y, u, v = (plane * alpha / 255 for plane in yuv(pixels[..., :3].astype(np.float32)))
    return Photo((bytes_of(y), bytes_of(half(u)), bytes_of(half(v))), (pixels[..., 3].copy(), bytes_of(half(alpha))))


class Animation:
    """An animated GIF or WebP, looped; one frame in memory at a time."""

    def __init__(self, seen: Sight, wide: int, high: int, *, skip: float = 0.0, speed: float = 1.0) -> None:
        self._seen, self._skip, self._speed = seen, skip, speed
        self._image = Image.open(seen.path)
        self._fit = _covering(seen.width, seen.height, wide, high)
        self._ends: list[float] = []
        end = 0.0
        for index in range(getattr(self._image, "n_frames", 1)):
            self._image.seek(index)
            end += max(0.02, float(self._image.info.get("duration") or 100) / 1000)
            self._ends.append(end)
        self._shown, self._photo = -1, Photo(Canvas.blank(2, 2).planes)

    def at(self, t: float) -> Photo:
        moment = (self._skip + max(0.0, t) * self._speed) % self._ends[-1]
        index = next(i for i, end in enumerate(self._ends) if moment < end)
        if index != self._shown:
            try:
                self._image.seek(index)
                self._photo, self._shown = _photo(self._image, *self._fit, self._seen.clear), index
            except (OSError, ValueError, EOFError, SyntaxError) as error:
                if self._shown < 0:
                    raise unreadable(self._seen.name) from error
        return self._photo


class Footage:
    """A video from `skip` seconds on, at `speed`, looped when it ends; decoded forwards, one frame in memory."""

    def __init__(self, seen: Sight, wide: int, high: int, *, skip: float = 0.0, speed: float = 1.0) -> None:
        self._seen, self._skip, self._speed, self._size = seen, skip, speed, (wide, high)
        self._container = av.open(str(seen.path))
        self._stream = self._container.streams.video[0]
        self._stream.thread_type = "AUTO"
        self._lap, self._past = 0.0, -1.0
        self._frames: Iterator[Any] = iter(())
        self._held: Any = None
        self._coming: Any = None
        self._photo: Photo | None = None
        self._rewind(self._skip)

    def at(self, t: float) -> Photo:
        t = max(0.0, t)
        if t < self._past:
            self._lap = 0.0
            self._rewind(self._skip)
        self._past = t
        while self._coming is not None and self._time(self._coming) <= self._skip + t * self._speed - self._lap + 1e-6:
            self._held, self._photo = self._coming, None
            self._advance()
            if self._coming is None:
                played = self._time(self._held) - self._skip + 1 / float(self._stream.average_rate or 25)
                if played < 0.05:  # a single frame is a still
                    break
                self._lap += played
                self._rewind(self._skip)
        if self._photo is None:
            self._photo = self._picture(self._held if self._held is not None else self._coming)
        return self._photo

    def _time(self, frame: Any) -> float:
        start = float((self._stream.start_time or 0) * (self._stream.time_base or 0))
        return float(frame.time or 0.0) - start

    def _rewind(self, to: float) -> None:
        base = self._stream.time_base or Fraction(1, 1000)
        try:
            self._container.seek(int(to / base) + (self._stream.start_time or 0), stream=self._stream)
        except FFmpegError:
            self._container.close()
            self._container = av.open(str(self._seen.path))
            self._stream = self._container.streams.video[0]
        self._frames = self._container.decode(self._stream)
        self._advance()
        if self._coming is None and to > 0:
            self._skip = 0.0
            self._rewind(0.0)
            return
        while self._coming is not None and self._time(self._coming) < to - 1e-3:
            before = self._coming
            self._advance()
            if self._coming is None:
                self._coming = before
                break
        if self._coming is None and self._held is None:
            raise unreadable(self._seen.name)

    def _advance(self) -> None:
        try:
            self._coming = next(self._frames, None)
        except (FFmpegError, ValueError):  # the rest is damaged: what there was has to do
            self._coming = None

    def _picture(self, frame: Any) -> Photo:
        turn = round(float(getattr(frame, "rotation", 0) or 0) / 90) % 4
        wide, high = self._size[::-1] if turn % 2 else self._size
        (w, h), _ = _covering(frame.width, frame.height, wide, high)
        scale = max(wide / frame.width, high / frame.height)
        full = (2 * math.ceil(frame.width * scale / 2), 2 * math.ceil(frame.height * scale / 2))
        planar = frame.reformat(*full, "yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG")
        planes = []
        for index, plane in enumerate(planar.planes):
            step = 2 if index else 1
            pixels = np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width]
            x, y = (full[0] - w) // 4 * 2 // step, (full[1] - h) // 4 * 2 // step
            cut = pixels[y : y + h // step, x : x + w // step]
            planes.append(np.ascontiguousarray(np.rot90(cut, turn)))
        return Photo((planes[0], planes[1], planes[2]))


def _upright(frame: Any) -> tuple[int, int]:
    turned = round(float(getattr(frame, "rotation", 0) or 0) / 90) % 2
    return (frame.height, frame.width) if turned else (frame.width, frame.height)


def reel(seen: Sight, wide: int, high: int, *, skip: float = 0.0, speed: float = 1.0) -> Reel:
    kind = Animation if seen.kind == "animation" else Footage
    try:
        return kind(seen, wide, high, skip=skip, speed=speed)
    except (FFmpegError, OSError, ValueError, SyntaxError) as error:
        raise unreadable(seen.name) from error
