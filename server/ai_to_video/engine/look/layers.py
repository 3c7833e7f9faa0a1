"""Layers: a picture is a function of time. Each is prepared once and then drawn at any moment, in any order."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from ..design import INDENT, Setting
from ..language.text import Word, left_to_right
from .fonts import Face, mask, width
from .paint import Canvas, Photo, Plane, Sprite, half
from .themes import Motion, Voice


class Layer(Protocol):
    def draw(self, canvas: Canvas, t: float) -> None:
        """Lays itself over the canvas as it is `t` seconds after its shot began to be seen."""


def eased(k: float, overshoot: float = 0.0) -> float:
    """0..1 to 0..1, quick at first and gentle at the end; with overshoot it goes past and comes back."""
    k = min(1.0, max(0.0, k))
    if overshoot:
        return 1 + (overshoot + 1) * (k - 1) ** 3 + overshoot * (k - 1) ** 2
    return 1 - (1 - k) ** 4


HANGING = "“‘"
SOFT, STILL = Motion("fade", 0.4), Motion("fade", 0.01, 0.0)
"""Comes in gently; there at once."""


@dataclass(frozen=True)
class Cel:
    """A sprite that comes in at `start` in the manner of its motion, rests at x, y, and may leave at `end`."""

    sprite: Sprite
    x: int
    y: int
    start: float = 0.0
    motion: Motion = SOFT
    reach: float = 60.0
    end: float = math.inf

    @property
    def settled(self) -> float:
        return self.start + self.motion.seconds

    def draw(self, canvas: Canvas, t: float) -> None:
        if t <= self.start or t >= self.end:
            return
        k = (t - self.start) / self.motion.seconds
        shown = min(1.0, (self.end - t) / 0.35)
        if k >= 1:
            self.sprite.blend(canvas, self.x, self.y, opacity=shown)
            return
        e = eased(k, self.motion.overshoot)
        opacity = min(1.0, k * 2.2) * shown
        if self.motion.style == "rise":
            self.sprite.blend(canvas, self.x, self.y + self.reach * (1 - e), opacity=opacity)
        elif self.motion.style == "slide":
            self.sprite.blend(canvas, self.x - 1.6 * self.reach * (1 - e), self.y, opacity=opacity)
        elif self.motion.style == "pop":
            scale = 0.55 + 0.45 * e
            x, y = self.x + self.sprite.width * (1 - scale) / 2, self.y + self.sprite.height * (1 - scale) / 2
            self.sprite.blend(canvas, x, y, opacity=min(1.0, k * 4) * shown, scale=scale)
        elif self.motion.style == "mask":
            x0, y0 = max(0, self.x), max(0, self.y)
            wide, high = self.x + self.sprite.width - x0, self.y + self.sprite.height - y0
            line = canvas.part(x0, y0, max(0, wide), max(0, high))
            self.sprite.blend(line, self.x - x0, self.y - y0 + self.sprite.height * (1 - e), opacity=shown)
        elif self.motion.style == "reveal":
            self.sprite.blend(canvas, self.x, self.y, opacity=shown, reveal=e)
        else:
            self.sprite.blend(canvas, self.x, self.y, opacity=e * shown)


@dataclass(frozen=True)
class Block:
    """Cels that belong together; once all have come to rest they are one sprite."""

    cels: tuple[Cel, ...]

    @cached_property
    def rest(self) -> tuple[float, Cel]:
        when = max(cel.settled for cel in self.cels)
        sprite, x, y = Sprite.merge([(cel.sprite, cel.x, cel.y) for cel in self.cels])
        return when, Cel(sprite, x, y, -1.0, Motion("fade", 0.5), end=self.cels[0].end)

    def draw(self, canvas: Canvas, t: float) -> None:
        when, whole = self.rest
        if t >= when:
            whole.draw(canvas, t)
            return
        for cel in self.cels:
            cel.draw(canvas, t)


def typeset(
    setting: Setting, voice: Voice, x: float, top: float, wide: float, *, align: str, ink: str, marks: frozenset[int] = frozenset(),
    mark_ink: str = "", start: float = 0.0, motion: Motion = SOFT, end: float = math.inf,
) -> tuple[Cel, ...]:  # fmt: skip
    """One cel for each word of a setting, in the column x..x+wide whose capitals' top is at `top`."""
    face = face_of(setting, voice)
    cels: list[Cel] = []
    for word, pen, baseline in penned(setting, face, x, top, wide, align):
        drawn, left, above = mask(word.text, face, x=pen)
        shape, dx, dy = trimmed(drawn)
        y = 2 * round((baseline + above) / 2) + dy
        sprite = Sprite.flat(shape, mark_ink if len(cels) in marks and mark_ink else ink)
        cels.append(Cel(sprite, left + dx, y, start + len(cels) * motion.stagger, motion, setting.size * 0.5, end))
    return tuple(cels)


def face_of(setting: Setting, voice: Voice) -> Face:
    return Face(voice.family, setting.size, voice.weight, voice.tracking, voice.spacing)


def penned(
    setting: Setting, face: Face, x: float, top: float, wide: float, align: str
) -> list[tuple[Word, float, float]]:
    """Every word of a setting in reading order, with the x of its pen and the y of its baseline."""
    found = []
    for row, line in enumerate(setting.lines):
        turned = setting.verse and row and not setting.lines[row - 1][-1].last
        inner = setting.size * INDENT if turned and align == "left" else 0.0
        pens = [pen + inner for pen in places(line, face, x, wide - inner, align)]
        hang = bearing(line[0].text, face) if align == "left" and pens[0] == x + inner else 0.0
        baseline = top + setting.size * setting.rise + row * setting.advance
        found += [(word, pen - hang, baseline) for word, pen in zip(line, pens, strict=True)]
    return found


def bearing(text: str, face: Face) -> float:
    """How far a word reaches left of its own first stem: the white there, which would make large type look indented,
    or an opening quotation mark, which hangs in the margin. Tails below the line do not count."""
    hanging = min(width(text[0], face), face.size * 0.5) if text[0] in HANGING and len(text) > 1 else 0.0
    drawn, left, above = mask(text[1:] if hanging else text, face)
    columns = np.flatnonzero((drawn[:-above] > 96).any(0))
    return hanging + min(float(left + columns[0]), face.size * 0.12) if len(columns) else 0.0


def places(line: Sequence[Word], face: Face, x: float, wide: float, align: str) -> list[float]:
    """Where the pen of each word of a line starts."""
    order = left_to_right(line)
    space = width(" ", face)
    between = [space if word.space else 0.0 for word in line]
    if order != tuple(range(len(line))):
        between = [space] * len(line)
        align = "right" if align == "left" else align
    sizes = [width(word.text, face) for word in line]
    total = sum(sizes) + sum(between[:-1])
    pen = x + (wide - total) * {"left": 0.0, "center": 0.5, "right": 1.0}[align]
    pens = [0.0] * len(line)
    for index in order:
        pens[index] = pen
        pen += sizes[index] + between[index]
    return pens


def trimmed(shape: Plane) -> tuple[Plane, int, int]:
    """A mask without its empty border, cut on even pixels; and how far its corner moved."""
    rows, columns = np.flatnonzero(shape.any(1)), np.flatnonzero(shape.any(0))
    if not len(rows):
        return shape[:2, :2], 0, 0
    top, left = int(rows[0]) // 2 * 2, int(columns[0]) // 2 * 2
    return shape[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1], left, top


@dataclass(frozen=True)
class Pan:
    """A slow move over a picture: from one window to another, each (centre x, centre y, zoom)."""

    start: tuple[float, float, float]
    stop: tuple[float, float, float]

    def window(self, k: float, photo: Photo, wide: int, high: int) -> tuple[float, float, float, float]:
        cx, cy, zoom = (a + (b - a) * k for a, b in zip(self.start, self.stop, strict=True))
        scale = min(photo.width / wide, photo.height / high) / zoom
        w, h = wide * scale, high * scale
        return (photo.width - w) * cx, (photo.height - h) * cy, w, h


@dataclass(frozen=True)
class Picture:
    """A photograph in a rectangle (even numbers), moving under it; `radius` rounds its corners."""

    photo: Photo
    box: tuple[int, int, int, int]
    pan: Pan
    seconds: float
    radius: int = 0
    start: float = 0.0

    @cached_property
    def corners(self) -> list[tuple[int, int, Plane, Plane]]:
        return rounded(self.box[2], self.box[3], self.radius)

    def draw(self, canvas: Canvas, t: float) -> None:
        framed(canvas, self.box, self.corners, eased((t - self.start) / 0.7) if self.start else 1.0, self._paint, t)

    def _paint(self, window: Canvas, t: float) -> None:
        self.photo.draw(window, self.pan.window(min(1.0, max(0.0, t / self.seconds)), self.photo, *self.box[2:]))


class Painter(Protocol):
    def __call__(self, window: Canvas, t: float, /) -> None: ...


def framed(
    canvas: Canvas, box: tuple[int, int, int, int], corners: list[tuple[int, int, Plane, Plane]], shown: float, paint: Painter, t: float
) -> None:  # fmt: skip
    """Lets `paint` fill a rectangle of the canvas, then gives back its round corners and, while it fades in, its ground."""
    if shown <= 0:
        return
    window = canvas.part(*box)
    under = window.copy() if shown < 1 else None
    kept = [window.part(x, y, m.shape[1], m.shape[0]).copy() for x, y, m, _ in corners]
    paint(window, t)
    for (x, y, full, thin), ground in zip(corners, kept, strict=True):
        spot = window.part(x, y, full.shape[1], full.shape[0])
        for index, (here, there) in enumerate(zip(spot.planes, ground.planes, strict=True)):
            cover = (thin if index else full).astype(np.uint16)
            here[...] = (here * (255 - cover) + there * cover + 127) // 255
    if under:
        window.mix(under, window.copy(), shown)


def rounded(wide: int, high: int, radius: int) -> list[tuple[int, int, Plane, Plane]]:
    """The four corners outside a rounded rectangle: x, y and how much of the ground shows, full and half size."""
    if radius < 2:
        return []
    r = 2 * round(radius / 2)
    steps = (np.arange(r * 4) + 0.5) / 4
    out = np.hypot(r - steps[None, :], r - steps[:, None]) > r
    full = (out.reshape(r, 4, r, 4).mean((1, 3)) * 255).astype(np.uint8)
    found = []
    for x, y, turned in (
        (0, 0, full),
        (wide - r, 0, full[:, ::-1]),
        (0, high - r, full[::-1]),
        (wide - r, high - r, full[::-1, ::-1]),
    ):
        whole = np.ascontiguousarray(turned)
        found.append((x, y, whole, half(whole)))
    return found
