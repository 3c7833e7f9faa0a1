"""Words that come as they are said, the one being said lit up by a pill."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..language.text import CLOSING, is_han
from .fonts import Face, mask, width
from .layers import Block, Cel, eased, trimmed
from .paint import Canvas, Sprite
from .script import Said
from .sheet import panel
from .themes import Motion, Theme

EARLY = 0.03
"""Seconds a word lights up before it is said: eyes are quicker than ears."""


@dataclass(frozen=True)
class Pill:
    """One word on a rounded ground of the accent colour, ready at its place."""

    sprite: Sprite
    x: int
    y: int

    @staticmethod
    def of(text: str, face: Face, pen: float, baseline: float, look: Theme) -> "Pill":
        size = face.size
        said = (text.rstrip("".join(CLOSING)) or text) if is_han(text) else text
        room = size * (0.07 if is_han(said) else 0.15)
        ground = Sprite.flat(panel(width(said, face) + 2 * room, size * 1.14, size * 0.24), look.accent)
        drawn, left, above = mask(said, face, x=pen)
        letters, dx, dy = trimmed(drawn)
        place = 2 * round((pen - room) / 2), 2 * round((baseline - size * 0.93) / 2)
        front = (Sprite.flat(letters, look.on_accent), left + dx, 2 * round((baseline + above) / 2) + dy)
        return Pill(*Sprite.merge([(ground, *place), front]))

    def draw(self, canvas: Canvas, seconds: float) -> None:
        """`seconds` since it lit up: it swells a little and rests."""
        grown = eased(seconds / 0.14, 1.6)
        scale = 1.0 if grown == 1 else 0.84 + 0.16 * grown
        x = self.x + self.sprite.width * (1 - scale) / 2
        self.sprite.blend(canvas, x, self.y + self.sprite.height * (1 - scale) / 2, scale=scale)


def recital(cels: Sequence[Cel], times: Sequence[float], size: float, motion: Motion) -> Block:
    """A whole sentence, each word appearing when it is said; `cels` are the words as they stand."""
    style = motion.style if motion.style in {"pop", "mask"} else "rise"
    quick = Motion(style, 0.26, 0.0, motion.overshoot)
    return Block(
        tuple(
            replace(cel, start=max(0.0, time - 0.06), motion=quick, reach=size * 0.22)
            for cel, time in zip(cels, times, strict=True)
        )
    )


def spread(texts: Sequence[str], said: Sequence[Said]) -> list[float]:
    """When each of these words begins, where the same text was said in other pieces."""
    letters = [max(1, len(text.strip("".join(CLOSING)))) for text, _, _ in said]
    total, mine = sum(letters), [max(1, len(text.strip("".join(CLOSING)))) for text in texts]
    scale = total / max(1, sum(mine))
    found, at = [], 0.0
    for size in mine:
        rest, time = at * scale, said[-1][2] if said else 0.0
        for length, (_, start, end) in zip(letters, said, strict=True):
            if rest < length:
                time = start + (end - start) * rest / length
                break
            rest -= length
        found.append(time)
        at += size
    return found
