"""What lies behind everything: a slowly breathing mesh of light, dithered so that it shows no bands."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from ..design import Box, Stage, ceiling, rgb
from .paint import Canvas, Floats, yuv
from .themes import Theme

GRAIN = 1.8
"""Strength of the dither in steps of 8 bits: what is left of it after encoding still hides bands in dark gradients."""
LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)
Halves = npt.NDArray[np.float16]
CELL = 20
"""Pixels of the finished picture to one cell of the mesh, at 1080."""


@dataclass(frozen=True)
class Backdrop:
    """Two poses of the same light, one turning into the other and back every `period` seconds."""

    near: Canvas
    far: Canvas
    period: float
    phase: float

    def draw(self, canvas: Canvas, t: float) -> None:
        share = 0.5 - 0.5 * math.cos(2 * math.pi * t / self.period + self.phase)
        canvas.mix(self.near, self.far, share)


def backdrop(stage: Stage, look: Theme, seed: int, zones: Sequence[tuple[Box, str]]) -> Backdrop:
    """The theme's mesh; inside each zone it is calmed until the zone's ink can be read on it."""
    poses = [_mesh(stage, look, seed, turn, zones) for turn in (0.0, 0.5)]
    near, far = (dithered(calmed(pose, stage, look, zones), stage) for pose in poses)
    return Backdrop(near, far, period=9.0, phase=0.0)


def _mesh(stage: Stage, look: Theme, seed: int, turn: float, zones: Sequence[tuple[Box, str]]) -> Floats:
    """Colours flowing into each other: the ground colour behind the words, the lights around them."""
    cell = CELL * stage.unit
    high, wide = round(stage.height / cell), round(stage.width / cell)
    down, across = np.mgrid[0:high, 0:wide].astype(np.float32)
    down, across = (down + 0.5) / high, (across + 0.5) / wide
    dice = np.random.default_rng(seed)
    bend = dice.uniform(0, 2 * math.pi)
    x = across + 0.07 * np.sin(2 * math.pi * (down * 1.1) + bend + turn)
    y = down + 0.06 * np.sin(2 * math.pi * (across * 0.9) + bend * 2 - turn)
    words = [box for box, _ in zones]
    middle = 0.5, 0.45
    if words:
        middle = tuple(
            np.mean([[(b.x + b.width / 2) / stage.width, (b.y + b.height / 2) / stage.height] for b in words], 0)
        )
    points = [(*middle, 2.3, look.mesh[0])]
    spin, lights = dice.uniform(0, 2 * math.pi), look.mesh[1:]
    for index, light in enumerate(lights):
        angle = (
            spin + index * 2 * math.pi / len(lights) + dice.uniform(-0.3, 0.3) + (turn if index % 2 else -turn) * 0.7
        )
        reach = dice.uniform(0.5, 0.68)
        points.append((0.5 + reach * math.cos(angle), 0.5 + reach * math.sin(angle), dice.uniform(0.75, 1.25), light))
    total, picture = np.zeros((high, wide), np.float32), np.zeros((high, wide, 3), np.float32)
    vivid = np.zeros((high, wide), np.float32)
    for px, py, strength, light in points:
        weight = strength * np.exp(-5.5 * ((x - px) ** 2 + (y - py) ** 2))
        colour = np.array(rgb(light), np.float32)
        total += weight
        picture += weight[..., None] * colour
        vivid += weight * np.linalg.norm(colour - colour @ LUMA)
    return _vivid(picture / total[..., None], vivid / total)


def _vivid(picture: Floats, wanted: Floats) -> Floats:
    """Where lights of opposite hues meet they make grey: such places get back the colourfulness of what was mixed."""
    grey = (picture @ LUMA)[..., None]
    colour = picture - grey
    lack = wanted / np.maximum(np.linalg.norm(colour, axis=-1), 1.0)
    return np.asarray(np.clip(grey + colour * np.clip(lack, 1.0, 1.8)[..., None], 0, 255), np.float32)


def calmed(picture: Floats, stage: Stage, look: Theme, zones: Sequence[tuple[Box, str]]) -> Floats:
    high, wide = picture.shape[:2]
    panel = np.array(rgb(look.panel), np.float32)
    for box, ink in zones:
        low, top = ceiling(ink)
        sx, sy, room = wide / stage.width, high / stage.height, 24 * stage.unit
        x0, y0 = max(0, int((box.x - room) * sx)), max(0, int((box.y - room) * sy))
        inside = np.zeros((high, wide), bool)
        inside[y0 : math.ceil((box.bottom + room) * sy), x0 : math.ceil((box.right + room) * sx)] = True
        share = np.zeros((high, wide), np.float32)
        for step in (0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625):
            light = _luminance(picture + (panel - picture) * share[..., None])
            share += step * (inside & ((light > top) | (light < low)))
        share = cv2.GaussianBlur(cv2.dilate(np.minimum(share * 1.05, 1), np.ones((19, 19))), (0, 0), 6)  # type: ignore[assignment]
        picture = picture + (panel - picture) * share[..., None]
    return picture


def _luminance(picture: Floats) -> Floats:
    linear = ((picture / 255 + 0.055) / 1.055) ** 2.4
    return np.asarray(linear @ LUMA, np.float32)


@lru_cache(maxsize=1)
def _noise(width: int, height: int) -> tuple[Halves, Halves]:
    """Triangular noise; always the same, so that still parts stay still and cost the encoder little."""
    dice = np.random.default_rng(20)
    shapes = ((height, width), (height // 2, width // 2))
    full, small = ((dice.random(s, np.float32) + dice.random(s, np.float32) - 1) * GRAIN + 0.5 for s in shapes)
    return full.astype(np.float16), small.astype(np.float16)


def dithered(rgb_small: Floats, stage: Stage) -> Canvas:
    """A small float picture at full size, without bands."""
    full, small = _noise(stage.width, stage.height)
    planes = []
    for index, plane in enumerate(yuv(rgb_small)):
        noise = small if index else full
        big = cv2.resize(plane, (noise.shape[1], noise.shape[0]), interpolation=cv2.INTER_CUBIC)
        planes.append(np.clip(np.add(big, noise, out=big), 0, 255, out=big).astype(np.uint8))
    return Canvas((planes[0], planes[1], planes[2]))
