"""Pixels: the Y, U and V planes of a frame, and everything that may be laid over them.

All colours are BT.709, limited range, 8 bit, 4:2:0. A sprite is premultiplied once and then only blended inside its
own rectangle; whole pixels take the quick way, fractions are resampled so that slow motion never steps.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

cv2.setNumThreads(1)  # the encoder owns the other cores; one producer thread keeps frames in order

Plane = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Planes = tuple[Plane, Plane, Plane]
NEUTRAL = (16, 128, 128)


@dataclass(frozen=True)
class Canvas:
    """Three writable planes: luma at full size, both chroma at half."""

    planes: Planes

    @property
    def width(self) -> int:
        return int(self.planes[0].shape[1])

    @property
    def height(self) -> int:
        return int(self.planes[0].shape[0])

    @staticmethod
    def blank(width: int, height: int) -> "Canvas":
        small = (height // 2, width // 2)
        return Canvas((np.full((height, width), 16, np.uint8), *(np.full(small, 128, np.uint8) for _ in range(2))))  # type: ignore[arg-type]

    def part(self, x: int, y: int, width: int, height: int) -> "Canvas":
        """A window into the same pixels; all four numbers even."""
        y_, u, v = self.planes
        small = np.s_[y // 2 : (y + height) // 2, x // 2 : (x + width) // 2]
        return Canvas((y_[y : y + height, x : x + width], u[small], v[small]))

    def copy(self) -> "Canvas":
        y, u, v = self.planes
        return Canvas((y.copy(), u.copy(), v.copy()))

    def put(self, other: "Canvas") -> None:
        for here, there in zip(self.planes, other.planes, strict=True):
            np.copyto(here, there)

    def mix(self, one: "Canvas", two: "Canvas", share: float) -> None:
        """Becomes `one` at share 0 and `two` at share 1."""
        for here, a, b in zip(self.planes, one.planes, two.planes, strict=True):
            cv2.addWeighted(a, 1 - share, b, share, 0, dst=here)


def yuv(rgb: Floats) -> tuple[Floats, Floats, Floats]:
    """(..., 3) red, green, blue in 0..255 to float Y, U, V."""
    r, g, b = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    return y * (219 / 255) + 16, (b - y) * (224 / 255 / 1.8556) + 128, (r - y) * (224 / 255 / 1.5748) + 128


def colour(text: str) -> tuple[float, float, float]:
    """'#rrggbb' to its Y, U, V."""
    rgb = np.array([int(text[i : i + 2], 16) for i in (1, 3, 5)], np.float32)
    y, u, v = yuv(rgb)
    return float(y), float(u), float(v)


def half(plane: npt.NDArray[Any]) -> npt.NDArray[Any]:
    return cv2.resize(plane, (plane.shape[1] // 2, plane.shape[0] // 2), interpolation=cv2.INTER_AREA)


def bytes_of(values: npt.NDArray[Any]) -> Plane:
    return np.clip(values + 0.5, 0, 255).astype(np.uint8)


def planes_of(rgb: Plane) -> Planes:
    """An (h, w, 3) picture of even size as planes; strips of rows keep the memory small."""
    height, width = rgb.shape[:2]
    out = Canvas.blank(width, height).planes
    for top in range(0, height, 256):
        y, u, v = yuv(rgb[top : top + 256].astype(np.float32))
        rows = slice(top // 2, top // 2 + y.shape[0] // 2)
        out[0][top : top + 256] = bytes_of(y)
        out[1][rows], out[2][rows] = bytes_of(half(u)), bytes_of(half(v))
    return out


def scaled(plane: Plane, by: float) -> Plane:
    return cv2.convertScaleAbs(plane, alpha=by)  # type: ignore[return-value]


def even(mask: Plane) -> Plane:
    height, width = mask.shape
    return np.pad(mask, ((0, height % 2), (0, width % 2)))


@dataclass(frozen=True)
class Sprite:
    """A small premultiplied picture: `ink` the Y, U, V already times alpha; `alpha` and `thin` cover luma and chroma.

    One of a single colour knows its `tint` (Y, U, V in 0..1), so that only its covers need be resampled.
    """

    ink: Planes
    alpha: Plane
    thin: Plane
    tint: tuple[float, float, float] | None = None

    @property
    def width(self) -> int:
        return int(self.alpha.shape[1])

    @property
    def height(self) -> int:
        return int(self.alpha.shape[0])

    @cached_property
    def holes(self) -> tuple[Plane, Plane]:
        return 255 - self.alpha, 255 - self.thin

    @staticmethod
    def flat(mask: Plane, ink: str, opacity: float = 1.0) -> "Sprite":
        """One colour through a mask."""
        full = scaled(even(mask), opacity)
        thin = half(full)
        y, u, v = (part / 255 for part in colour(ink))
        return Sprite((scaled(full, y), scaled(thin, u), scaled(thin, v)), full, thin, (y, u, v))

    @staticmethod
    def rgba(picture: Plane) -> "Sprite":
        """An (h, w, 4) picture of even size, straight alpha."""
        alpha = picture[..., 3].astype(np.float32)
        y, u, v = (plane * alpha / 255 for plane in yuv(picture[..., :3].astype(np.float32)))
        return Sprite((bytes_of(y), bytes_of(half(u)), bytes_of(half(v))), bytes_of(alpha), bytes_of(half(alpha)))

    @staticmethod
    def merge(parts: Sequence[tuple["Sprite", int, int]]) -> tuple["Sprite", int, int]:
        """Several placed sprites as one, later ones on top; positions even. Returns it with its own place."""
        left, top = min(x for _, x, _ in parts), min(y for _, _, y in parts)
        width = max(x + part.width for part, x, _ in parts) - left
        height = max(y + part.height for part, _, y in parts) - top
        small = (height // 2, width // 2)
        ink = (np.zeros((height, width), np.uint8), np.zeros(small, np.uint8), np.zeros(small, np.uint8))
        alpha, thin = np.zeros((height, width), np.uint8), np.zeros(small, np.uint8)
        for part, x, y in parts:
            big = np.s_[y - top : y - top + part.height, x - left : x - left + part.width]
            little = np.s_[
                (y - top) // 2 : (y - top + part.height) // 2, (x - left) // 2 : (x - left + part.width) // 2
            ]
            _over(ink[0][big], part.ink[0], part.holes[0])
            _over(alpha[big], part.alpha, part.holes[0])
            for here, there in ((ink[1], part.ink[1]), (ink[2], part.ink[2]), (thin, part.thin)):
                _over(here[little], there, part.holes[1])
        return Sprite(ink, alpha, thin), left, top

    def blend(
        self, canvas: Canvas, x: float, y: float, *, opacity: float = 1.0, scale: float = 1.0, reveal: float = 1.0
    ) -> None:
        """Lays it down with its left top corner at x, y; `reveal` shows that share of it from the left."""
        if opacity <= 0.004 or reveal <= 0 or scale <= 0.01:
            return
        flat = scale == 1 and abs(x / 2 - round(x / 2)) < 0.01 and abs(y / 2 - round(y / 2)) < 0.01
        if flat:
            left, top = 2 * round(x / 2), 2 * round(y / 2)
            right, bottom = left + self.width, top + self.height
        else:
            left, top = 2 * math.floor(x / 2), 2 * math.floor(y / 2)
            right = 2 * math.ceil((x + self.width * scale) / 2)
            bottom = 2 * math.ceil((y + self.height * scale) / 2)
        if reveal < 1:
            right = min(right, 2 * round((x + self.width * scale * reveal) / 2))
        x0, y0, x1, y1 = max(left, 0), max(top, 0), min(right, canvas.width), min(bottom, canvas.height)
        if x1 <= x0 or y1 <= y0:
            return
        thin: Plane | None = None
        for index, plane in enumerate(canvas.planes):
            step = 1 if index == 0 else 2
            here = plane[y0 // step : y1 // step, x0 // step : x1 // step]
            cover = self.thin if index else self.alpha
            if flat:
                cut = np.s_[(y0 - top) // step : (y1 - top) // step, (x0 - left) // step : (x1 - left) // step]
                ink, hole, cover = self.ink[index][cut], self.holes[index > 0][cut], cover[cut]
            else:
                shift = (x0 / step - x / step, y0 / step - y / step)
                size = ((x1 - x0) // step, (y1 - y0) // step)
                cover = thin if thin is not None else warp(cover, size, shift, 1 / scale)
                thin = cover if index else None
                ink = scaled(cover, self.tint[index]) if self.tint else warp(self.ink[index], size, shift, 1 / scale)
                hole = 255 - cover if opacity >= 1 else cover
            if opacity < 1:
                ink = cv2.convertScaleAbs(ink, alpha=opacity)  # type: ignore[assignment]
                hole = cv2.convertScaleAbs(cover, alpha=-opacity, beta=255)  # type: ignore[assignment]
            _over(here, ink, hole)


def _over(here: Plane, ink: Plane, hole: Plane) -> None:
    cv2.multiply(here, hole, dst=here, scale=1 / 255)
    cv2.add(here, ink, dst=here)


def warp(source: Plane, size: tuple[int, int], shift: tuple[float, float], step: float) -> Plane:
    """Resamples: pixel (0, 0) of the answer looks at `shift` (target pixels) times `step` (source pixels each).

    Beyond the source there is nothing."""
    centre = 0.5 * step - 0.5
    matrix = np.array([[step, 0, shift[0] * step + centre], [0, step, shift[1] * step + centre]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(source, matrix, size, flags=flags)  # type: ignore[return-value]


@dataclass(frozen=True)
class Photo:
    """A still picture as planes, maybe with alpha (full and half size), ready to be looked at through a window."""

    planes: Planes
    alpha: tuple[Plane, Plane] | None = None

    @property
    def width(self) -> int:
        return int(self.planes[0].shape[1])

    @property
    def height(self) -> int:
        return int(self.planes[0].shape[0])

    def draw(self, canvas: Canvas, window: tuple[float, float, float, float]) -> None:
        """Fills the canvas with the window (x, y, width, height in own pixels, any fraction)."""
        left, top, wide, high = window
        if self.alpha is None and (wide, high) == (canvas.width, canvas.height) and left % 2 == top % 2 == 0:
            canvas.put(Canvas(self.planes).part(int(left), int(top), canvas.width, canvas.height))
            return
        for index, plane in enumerate(canvas.planes):
            step = 1 if index == 0 else 2
            target = (int(plane.shape[1]), int(plane.shape[0]))
            a, b = wide / step / target[0], high / step / target[1]
            matrix = np.array([[a, 0, left / step + (a - 1) / 2], [0, b, top / step + (b - 1) / 2]])
            flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
            if self.alpha is None:
                cv2.warpAffine(
                    self.planes[index], matrix, target, dst=plane, flags=flags, borderMode=cv2.BORDER_REPLICATE
                )
            else:
                ink, cover = (
                    cv2.warpAffine(p, matrix, target, flags=flags) for p in (self.planes[index], self.alpha[step - 1])
                )
                _over(plane, ink, 255 - cover)  # type: ignore[arg-type]
