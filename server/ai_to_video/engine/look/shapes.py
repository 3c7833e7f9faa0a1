"""Ornaments of the themes: few, large, faint, near the edges, and swaying slowly."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from ..design import Box, Stage, mix
from .paint import Canvas, Plane, Sprite
from .themes import Theme

Draw = Callable[[ImageDraw.ImageDraw, int, int], object]
"""Draws a white shape on a black picture of that width and height."""


@dataclass(frozen=True)
class Drift:
    """A shape that sways around its place."""

    sprite: Sprite
    x: float
    y: float
    reach: tuple[float, float]
    period: float
    phase: float

    def meets(self, box: Box) -> bool:
        """Whether any of it ever comes over this box."""
        across = self.x - self.reach[0] < box.right and self.x + self.sprite.width + self.reach[0] > box.x
        return across and self.y - self.reach[1] < box.bottom and self.y + self.sprite.height + self.reach[1] > box.y

    def draw(self, canvas: Canvas, t: float) -> None:
        angle = 2 * math.pi * t / self.period + self.phase
        self.sprite.blend(canvas, self.x + self.reach[0] * math.sin(angle), self.y + self.reach[1] * math.cos(angle))


def shapes(stage: Stage, look: Theme, seed: int, zones: Sequence[tuple[Box, str]] = ()) -> list[Drift]:
    """The theme's ornament, on the side where most of it keeps clear of the words; what would not is left out."""
    best: list[Drift] = []
    for turn in range(3):
        drifts = _SHAPES[look.shapes](stage, look, np.random.default_rng(seed + turn))
        clear = [drift for drift in drifts if not any(drift.meets(box) for box, _ in zones)]
        best = max(best, clear, key=len)
        if len(best) == len(drifts):
            break
    return best


def _stamp(size: tuple[float, float], draw: "Draw", ink: str, opacity: float, blur: float = 0.0) -> Sprite:
    wide, high = (max(2, 2 * round(s / 2)) for s in size)
    image = Image.new("L", (wide * 2, high * 2))
    draw(ImageDraw.Draw(image), wide * 2, high * 2)
    image = image.resize((wide, high), Image.Resampling.BOX)
    if blur:
        image = image.filter(ImageFilter.GaussianBlur(blur))
    mask: Plane = np.asarray(image)
    return Sprite.flat(mask, ink, opacity)


def _rings(stage: Stage, look: Theme, dice: np.random.Generator) -> list[Drift]:
    u = stage.unit
    corners = [(1.0, 0.0), (0.0, 1.0)] if dice.random() < 0.5 else [(0.0, 0.0), (1.0, 1.0)]
    out = []
    for index, (cx, cy) in enumerate(corners):
        radius = (300 - 90 * index) * u
        thick = (26, 14)[index] * u

        def ring(draw: ImageDraw.ImageDraw, w: int, h: int, thick: float = thick) -> None:
            draw.ellipse((2, 2, w - 3, h - 3), outline=255, width=max(2, round(thick * 2)))

        sprite = _stamp((radius * 2, radius * 2), ring, look.accent, 0.16)
        out.append(
            Drift(
                sprite,
                cx * stage.width - radius,
                cy * stage.height - radius,
                (26 * u, 34 * u),
                14 + 4 * index,
                index * 2.0,
            )
        )
    return out


def _sun(stage: Stage, look: Theme, dice: np.random.Generator) -> list[Drift]:
    u = stage.unit
    radius = 380 * u
    x = stage.width * (0.92 if dice.random() < 0.5 else 0.06)
    disc = _stamp(
        (radius * 2, radius * 2), lambda d, w, h: d.ellipse((4, 4, w - 5, h - 5), fill=255), look.mesh[-1], 0.20
    )
    halo = _stamp(
        (radius * 1.3, radius * 1.3), lambda d, w, h: d.ellipse((4, 4, w - 5, h - 5), fill=255), look.accent, 0.16
    )
    y = stage.height * 0.93
    return [
        Drift(disc, x - radius, y - radius, (0, 30 * u), 16, 0.0),
        Drift(halo, x - radius * 0.65, y - radius * 0.65, (0, 44 * u), 16, 0.6),
    ]


def _waves(stage: Stage, look: Theme, dice: np.random.Generator) -> list[Drift]:
    u = stage.unit
    out = []
    for index in range(3):
        wide, high = stage.width + 320 * u, (170 + 84 * index) * u
        length, tall = (620 + 160 * index) * u, (34 + 8 * index) * u

        def wave(draw: ImageDraw.ImageDraw, w: int, h: int, length: float = length, tall: float = tall) -> None:
            points = [(x, tall * 2.2 + tall * 2 * math.sin(2 * math.pi * x / (length * 2))) for x in range(0, w + 8, 8)]
            draw.polygon([(0, h), *points, (w, h)], fill=255)

        sprite = _stamp((wide, high), wave, look.mesh[3], 0.13)
        y = stage.height - high + 40 * u  # below the edge, so that its own foot is never seen
        out.append(Drift(sprite, -160 * u, y, (130 * u, 6 * u), 18 + 5 * index, dice.uniform(0, 6)))
    return out


def _leaves(stage: Stage, look: Theme, dice: np.random.Generator) -> list[Drift]:
    u = stage.unit
    out = []
    side = dice.random() < 0.5
    for index in range(3):
        size = (520 - 90 * index) * u

        def leaf(draw: ImageDraw.ImageDraw, w: int, h: int) -> None:
            curve = [(t / 40, math.sin(math.pi * t / 40) ** 1.2 * 0.24) for t in range(41)]
            draw.polygon(
                [((a - b) * w, (1 - a - b) * h) for a, b in curve]
                + [((a + b) * w, (1 - a + b) * h) for a, b in reversed(curve)],
                fill=255,
            )

        sprite = _stamp((size, size), leaf, (look.mesh[3], look.accent, look.mesh[2])[index], 0.15)
        x = (stage.width - size * 0.72 + index * 70 * u) if side else (-size * 0.3 - index * 50 * u + 60 * u)
        out.append(
            Drift(sprite, x, stage.height - size * (0.78 + 0.26 * index), (20 * u, 14 * u), 13 + 3 * index, index * 1.3)
        )
    return out


def _frame(stage: Stage, look: Theme, dice: np.random.Generator) -> list[Drift]:
    u = stage.unit
    disc = _stamp((430 * u, 430 * u), lambda d, w, h: d.ellipse((2, 2, w - 3, h - 3), fill=255), look.accent, 0.10)
    x = stage.width * (0.88 if dice.random() < 0.5 else 0.02) - 215 * u
    margin = 34 * u

    def edge(draw: ImageDraw.ImageDraw, w: int, h: int) -> None:
        draw.rectangle((0, 0, w - 1, h - 1), outline=255, width=max(2, round(3 * u)))

    border = _stamp((stage.width - 2 * margin, stage.height - 2 * margin), edge, look.ink, 0.22)
    at = 2 * round(margin / 2)
    return [Drift(disc, x, stage.height * 0.86 - 215 * u, (18 * u, 26 * u), 15, 0.0), *_strips(border, at)]


def _strips(border: Sprite, at: int) -> list[Drift]:
    """A hollow sprite as four thin ones, so that its empty middle costs nothing."""
    w, h, thick = border.width, border.height, 8
    cuts = (
        (0, 0, w, thick),
        (0, h - thick, w, thick),
        (0, thick, thick, h - 2 * thick),
        (w - thick, thick, thick, h - 2 * thick),
    )
    out = []
    for x, y, wide, high in cuts:
        big = np.s_[y : y + high, x : x + wide]
        small = np.s_[y // 2 : (y + high) // 2, x // 2 : (x + wide) // 2]
        ink = (border.ink[0][big], border.ink[1][small], border.ink[2][small])
        out.append(Drift(Sprite(ink, border.alpha[big], border.thin[small]), at + x, at + y, (0, 0), 10, 0))
    return out


def _lines(stage: Stage, look: Theme, dice: np.random.Generator) -> list[Drift]:
    u = stage.unit
    out = []
    for index in range(2):
        size = (620, 420)[index] * u

        def stripes(draw: ImageDraw.ImageDraw, w: int, h: int) -> None:
            for k in range(9):
                start = k * w / 9
                draw.line((start, h, start + w * 0.5, 0), fill=255, width=max(2, round(5 * u)))

        sprite = _stamp((size * 1.5, size), stripes, look.accent, 0.13)
        x = stage.width - size * 0.9 if index == 0 else -size * 0.7
        y = -size * 0.25 if index == 0 else stage.height - size * 0.7
        out.append(Drift(sprite, x, y, (60 * u, 0), 17, index * math.pi))
    return out


def _confetti(stage: Stage, look: Theme, dice: np.random.Generator) -> list[Drift]:
    u = stage.unit
    inks = (look.accent, mix(look.mesh[2], look.ink, 0.12), "#ff5d8f", "#19b5d8")
    drawn = (
        lambda d, w, h: d.ellipse((0, 0, w - 1, h - 1), fill=255),
        lambda d, w, h: d.ellipse((w * 0.08, h * 0.08, w * 0.92, h * 0.92), outline=255, width=round(w * 0.18)),
        lambda d, w, h: d.polygon([(w * 0.5, h * 0.06), (w * 0.97, h * 0.9), (w * 0.03, h * 0.9)], fill=255),
        lambda d, w, h: (
            d.rectangle((w * 0.38, 0, w * 0.62, h), fill=255),
            d.rectangle((0, h * 0.38, w, h * 0.62), fill=255),
        ),
    )
    out = []
    for index in range(14):
        size = dice.uniform(34, 92) * u
        along, depth = (index + dice.uniform(0.1, 0.9)) / 14, dice.uniform(-0.01, 0.065)
        edge = along * 4
        x, y = ((edge, depth), (1 - depth, edge - 1), (3 - edge, 1 - depth), (depth, 4 - edge))[int(edge) % 4]
        sprite = _stamp((size, size), drawn[index % 4], inks[int(dice.integers(4))], 0.8)
        out.append(
            Drift(
                sprite,
                x * stage.width - size / 2,
                y * stage.height - size / 2,
                (10 * u, 16 * u),
                dice.uniform(5, 9),
                dice.uniform(0, 6),
            )
        )
    return out


def _grid(stage: Stage, look: Theme, dice: np.random.Generator) -> list[Drift]:
    u = stage.unit
    gap, count = 46 * u, 9
    size = gap * count

    def dots(draw: ImageDraw.ImageDraw, w: int, h: int) -> None:
        for row in range(count):
            for column in range(count):
                x, y, r = (column + 0.5) * w / count, (row + 0.5) * h / count, 5.2 * u * 2 * (0.4 + 0.6 * row / count)
                draw.ellipse((x - r, y - r, x + r, y + r), fill=255)

    left = dice.random() < 0.5
    sprite = _stamp((size, size), dots, look.accent, 0.30)
    low = Drift(
        sprite, -gap * 2 if left else stage.width - size + gap * 2, stage.height - size * 0.72, (0, 22 * u), 12, 0
    )
    high = Drift(sprite, stage.width - size * 0.5 if left else -size * 0.5, -size * 0.45, (0, 22 * u), 12, 2)
    return [low, high]


_SHAPES = {"rings": _rings, "sun": _sun, "waves": _waves, "leaves": _leaves, "frame": _frame, "lines": _lines,
           "confetti": _confetti, "grid": _grid}  # fmt: skip
