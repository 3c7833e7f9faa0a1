"""A figure that counts up to itself."""

import re
from dataclasses import dataclass

from ..design import Box
from .fonts import Face, mask, width
from .layers import bearing, eased, trimmed
from .paint import Canvas, Sprite
from .themes import Voice


@dataclass(frozen=True)
class Counter:
    """Every number on the way is set as type is, so its digits never overlap and it has no holes.

    `glyphs` are sprites with their offset from the pen, `steps` how far the pen goes on; it starts at `left` and fills
    `wide` when the figure has come to rest, which is as wide as it gets within `room`.
    """

    figure: str
    glyphs: dict[str, tuple[Sprite, int, int]]
    steps: dict[str, float]
    value: int
    left: float
    wide: float
    room: float
    side: float
    baseline: float
    start: float
    seconds: float

    @staticmethod
    def of(
        figure: str, size: float, voice: Voice, box: Box, align: str, ink: str, start: float, seconds: float
    ) -> "Counter":
        face = Face(voice.family, size, voice.weight, voice.tracking)
        drawn = {*figure, *("0123456789" if any(map(str.isdecimal, figure)) else "")}
        steps = {char: width(char, face) for char in drawn}
        wide, side = sum(steps[char] for char in figure), {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        left = box.x + (box.width - wide) * side
        left -= bearing(figure[:1], face) if align == "left" and figure else 0.0
        glyphs = {}
        for char in drawn:
            full, x, above = mask(char, face)
            shape, dx, dy = trimmed(full)
            glyphs[char] = (Sprite.flat(shape, ink), x + dx, above + dy)
        value = int("".join(re.findall(r"\d", figure)) or 0)
        room = max(wide, box.width)
        return Counter(figure, glyphs, steps, value, left, wide, room, side, box.y + size * 0.74, start, seconds)

    def draw(self, canvas: Canvas, t: float) -> None:
        if t <= self.start:
            return
        shown = self.counted(eased((t - self.start) / self.seconds))
        wide = sum(self.steps[char] for char in shown)
        tight = min(1.0, self.room / wide) if wide else 1.0
        pen = self.left + (self.wide - wide * tight) * self.side
        opacity = min(1.0, (t - self.start) / 0.25)
        for char in shown:
            sprite, dx, dy = self.glyphs[char]
            sprite.blend(canvas, 2 * round((pen + dx) / 2), 2 * round((self.baseline + dy) / 2), opacity=opacity)
            pen += self.steps[char] * tight

    def counted(self, share: float) -> str:
        """The figure as it is on the way: its own signs around a smaller number, without leading zeros."""
        count = sum(map(str.isdecimal, self.figure))
        digits = iter(str(round(self.value * share)).zfill(count))
        whole = "".join(next(digits) if char.isdecimal() else char for char in self.figure)
        return re.sub(r"^(\D*)(?:0(?=\d)|0[,.](?=\d{3}(?!\d)))+", r"\1", whole) if share < 1 else self.figure
