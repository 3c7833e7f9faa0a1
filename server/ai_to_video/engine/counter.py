"""A figure that counts up to itself."""

import re
from dataclasses import dataclass

from .design import Box
from .fonts import Face, mask, width
from .layers import bearing, eased, trimmed
from .paint import Canvas, Sprite
from .themes import Voice


@dataclass(frozen=True)
class Counter:
    """Each digit runs in the place it will end in, so nothing dances while they change.

    `cells` are the figure's characters with the x of their middle; `glyphs` sprites with their offset from there.
    """

    cells: tuple[tuple[str, float], ...]
    glyphs: dict[str, tuple[Sprite, int, int]]
    value: int
    left: float
    wide: float
    baseline: float
    start: float
    seconds: float

    @staticmethod
    def of(
        figure: str, size: float, voice: Voice, box: Box, align: str, ink: str, start: float, seconds: float
    ) -> "Counter":
        face = Face(voice.family, size, voice.weight, voice.tracking)
        sizes = [width(char, face) for char in figure]
        wide = sum(sizes)
        left = box.x + (box.width - wide) * {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        left -= bearing(figure[:1], face) if align == "left" and figure else 0.0
        cells, pen = [], left
        for char, step in zip(figure, sizes, strict=True):
            cells.append((char, pen + step / 2))
            pen += step
        glyphs = {}
        for char in {*figure, *("0123456789" if any(map(str.isdecimal, figure)) else "")}:
            drawn, x, above = mask(char, face, x=-width(char, face) / 2)
            shape, dx, dy = trimmed(drawn)
            glyphs[char] = (Sprite.flat(shape, ink), x + dx, above + dy)
        value = int("".join(re.findall(r"\d", figure)) or 0)
        return Counter(tuple(cells), glyphs, value, left, wide, box.y + size * 0.74, start, seconds)

    def draw(self, canvas: Canvas, t: float) -> None:
        if t <= self.start:
            return
        k = eased((t - self.start) / self.seconds)
        digits = sum(char.isdecimal() for char, _ in self.cells)
        shown = str(round(self.value * k)).zfill(digits) if digits else ""
        first = next((i for i, d in enumerate(shown) if d != "0"), digits - 1)
        opacity = min(1.0, (t - self.start) / 0.25)
        index = 0
        for char, x in self.cells:
            if char.isdecimal():
                char, index = shown[index], index + 1
                if index - 1 < first:
                    continue
            elif 0 < index <= first:
                continue
            sprite, dx, dy = self.glyphs[char]
            sprite.blend(canvas, 2 * round((x + dx) / 2), 2 * round((self.baseline + dy) / 2), opacity=opacity)
