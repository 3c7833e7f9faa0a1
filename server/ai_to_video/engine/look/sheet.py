"""A sheet to lay a shot out on: words, bars, pills and panels, each coming in a moment after the one before it."""

import math
from dataclasses import dataclass, field, replace

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from ..design import Box, Setting, Stage, fit
from ..language.text import Word, stressed, typographic, words
from . import fonts
from .layers import Block, Cel, Layer, typeset
from .paint import Plane, Sprite
from .themes import Motion, Theme, Voice

MOST_WORDS = 120
"""More than anyone reads in one shot."""


def ems(text: str, voice: Voice) -> float:
    """Width in em, as `design.fit` asks for it."""
    return fonts.width(text, fonts.Face(voice.family, 100, voice.weight, voice.tracking, voice.spacing)) / 100


def spoken(text: str, voice: Voice) -> tuple[Word, ...]:
    """The words of a text that can be drawn, in capitals where the voice wants them; a wall of text is cut short."""
    lines = typographic(text[: MOST_WORDS * 12]).splitlines()
    found = words("\n".join(fonts.drawable(line).strip() for line in lines))
    if len(found) > MOST_WORDS:
        found = (*found[: MOST_WORDS - 1], Word("…"))
    return tuple(replace(word, text=word.text.upper()) for word in found) if voice.capitals else found


@dataclass
class Sheet:
    """Grows while a shot is laid out: `layers` from back to front, `zones` where which ink must stay readable.

    `grounds` counts the layers that lie behind the words.
    """

    stage: Stage
    look: Theme
    clock: float = 0.25
    layers: list[Layer] = field(default_factory=list)
    zones: list[tuple[Box, str]] = field(default_factory=list)
    grounds: int = 0
    mirrored: bool = False
    """Whether words run from the right: what stands at the left then stands at the right."""

    @property
    def unit(self) -> float:
        return self.stage.unit

    def side(self, x: float, wide: float) -> float:
        """Where something of this width stands that is meant for `x`."""
        return self.stage.width - x - wide if self.mirrored else x

    @property
    def align(self) -> str:
        return self.aligned(self.look.align)

    def aligned(self, align: str) -> str:
        return "right" if self.mirrored and align == "left" else align

    def fitted(
        self, text: str, voice: Voice, box: Box, *, most: int, least: int = 36, lines: int = 99, fill: bool = False
    ) -> Setting:
        return fit(spoken(text, voice), voice, box, self.unit, ems, most=most, least=least, lines=lines, fill=fill)

    def write(
        self, setting: Setting, voice: Voice, box: Box, *, ink: str = "", align: str = "", keyword: str = "", mark: str = "",
        motion: Motion | None = None, end: float = math.inf, whole: bool = False, zoned: bool = True,
    ) -> Box:  # fmt: skip
        """Sets the words from the top of the box; returns the box they take.

        `whole` brings them in as one; not `zoned` are words that bring their own ground.
        """
        if not setting.lines:
            return replace(box, height=0)
        ink, align, motion = ink or self.look.ink, self.aligned(align or self.look.align), motion or self.look.motion
        box = replace(box, x=self.side(box.x, box.width))
        parts = [word for line in setting.lines for word in line]
        marks = stressed(parts, keyword)
        marks = marks if len(marks) < len(parts) else frozenset()
        cels = typeset(setting, voice, box.x, box.y, box.width, align=align, ink=ink, marks=marks, mark_ink=mark,
                       start=self.clock, motion=replace(motion, stagger=0) if whole else motion, end=end)  # fmt: skip
        self.layers.append(Block(cels))
        left = box.x + (box.width - setting.wide) * {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        taken = Box(left, box.y - setting.size * 0.06, setting.wide, setting.height)
        if zoned:
            self.zones += [(taken, ink)] + ([(taken, mark)] if mark and marks else [])
        self.clock = min(self.clock + 0.14 + (0 if whole else len(cels) * motion.stagger * 0.6), self.clock + 0.9)
        return taken

    def place(
        self,
        sprite: Sprite,
        x: float,
        y: float,
        *,
        motion: Motion | None = None,
        start: float | None = None,
        end: float = math.inf,
    ) -> None:
        when = self.clock if start is None else start
        self.layers.append(
            Cel(sprite, 2 * round(x / 2), 2 * round(y / 2), when, motion or self.look.motion, 40 * self.unit, end)
        )

    def bar(self, x: float, y: float, wide: float, high: float, ink: str = "", *, motion: Motion | None = None) -> None:
        """A rounded bar that grows from its left end."""
        shape = panel(wide, high, high / 2)
        sprite = Sprite.flat(shape, ink or self.look.accent)
        self.place(sprite, self.side(x, wide), y, motion=motion or Motion("reveal", 0.7))
        self.clock += 0.1

    def slab(self, box: Box, radius: float, *, start: float) -> None:
        """A faint panel under words, lighter or darker than its surroundings as the ink needs it."""
        shape = panel(box.width, box.height, radius)
        sprite = Sprite.flat(shape, self.look.panel, 0.42 if self.look.dark else 0.62)
        self.place(sprite, self.side(box.x, box.width), box.y, motion=Motion("fade", 0.45), start=start)

    def glow(self, box: Box, radius: float) -> None:
        """A soft shadow under a card, there from the start."""
        spread = 44 * self.unit
        shape = shadow(box.width, box.height, radius, spread)
        dark = "#000000" if self.look.dark else "#3b2a1a"
        self.place(
            Sprite.flat(shape, dark, 0.5 if self.look.dark else 0.3),
            box.x - spread * 2,
            box.y - spread * 1.6,
            motion=Motion("fade", 0.01),
            start=-1.0,
        )


def panel(wide: float, high: float, radius: float) -> Plane:
    """A rounded rectangle as a smooth mask."""
    w, h = max(2, 2 * round(wide / 2)), max(2, 2 * round(high / 2))
    image = Image.new("L", (w * 3, h * 3))
    ImageDraw.Draw(image).rounded_rectangle((0, 0, w * 3 - 1, h * 3 - 1), radius * 3, fill=255)
    return np.asarray(image.resize((w, h), Image.Resampling.BOX))


def boxed(words: Box, ink: str, edge: float) -> tuple[Sprite, int, int]:
    """A ground of one colour under words, `edge` wider than they are, and its place."""
    x, y, wide, high = words.inset(-edge).even()
    return Sprite.flat(panel(wide, high, edge), ink), x, y


def shadow(wide: float, high: float, radius: float, spread: float) -> Plane:
    """A rounded rectangle blurred by `spread`, with two spreads of room on every side."""
    small = 6
    w, h = (2 * round((side + 4 * spread) / 2) for side in (wide, high))
    image = Image.new("L", (max(1, w // small), max(1, h // small)))
    edges = (2 * spread / small, 2 * spread / small, (2 * spread + wide) / small, (2 * spread + high) / small)
    ImageDraw.Draw(image).rounded_rectangle(edges, radius / small, fill=255)
    return np.asarray(image.filter(ImageFilter.GaussianBlur(spread / small)).resize((w, h), Image.Resampling.BICUBIC))


def band(stage: Stage, top: float, bottom: float, least: float) -> Plane:
    """A mask of the whole stage: full from row `top` to row `bottom`, softly down to `least` of that beyond them."""
    rows = np.arange(stage.height, dtype=np.float32)
    away = np.clip(np.maximum(top - rows, rows - bottom) / (360 * stage.unit), 0, 1)
    ramp = 1 - (1 - least) * away * away * (3 - 2 * away)
    shape = np.random.default_rng(6).random((stage.height, stage.width), np.float32)
    shape += ramp[:, None] * 255 - 0.5
    return np.clip(shape, 0, 255, out=shape).astype(np.uint8)


def fade(wide: float, high: float, *, up: bool = True, plateau: float = 0.55) -> Plane:
    """A gradient to lay words on: full for the `plateau` share at one end, smoothly nothing at the other."""
    w, h = max(2, 2 * round(wide / 2)), max(2, 2 * round(high / 2))
    ramp = np.clip(np.linspace(0, 1, h) / max(0.01, 1 - plateau), 0, 1)
    ramp = ramp * ramp * (3 - 2 * ramp)
    shape = np.random.default_rng(5).random((h, w), np.float32)  # dithered, like every gradient
    shape += (ramp if up else ramp[::-1])[:, None].astype(np.float32) * 255 - 0.5
    return np.clip(shape, 0, 255, out=shape).astype(np.uint8)
