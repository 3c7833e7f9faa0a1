"""Shots made of an uploaded picture or film: full-bleed under a veil, or as a card on its own blurred light."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from ...errors import UnsupportedFile
from ..design import Box, Setting, Stage, hexed, luminance, mix, readable, veil
from .backdrop import CELL, Backdrop, calmed, dithered
from .footage import Reel, reel
from .layers import STILL, Pan, Picture, framed, rounded
from .layouts import Layout
from .paint import Canvas, Floats, Plane, Sprite
from .reader import Sight, glance, sight, still
from .script import Shot
from .sheet import Sheet, band, fade
from .themes import Theme

ZOOM = 1.14
"""How far a slow move over a still goes in."""
NARROWEST, WIDEST, EDGE = 0.78, 1.25, 64
"""On tall and square stages: the shapes to which pictures are cut, and units between a card and the edge."""


@dataclass(frozen=True)
class Moving:
    """A film or animation in a rectangle, as large as it was decoded."""

    reel: Reel
    box: tuple[int, int, int, int]
    radius: int = 0

    @cached_property
    def corners(self) -> list[tuple[int, int, Plane, Plane]]:
        return rounded(self.box[2], self.box[3], self.radius)

    def draw(self, canvas: Canvas, t: float) -> None:
        framed(canvas, self.box, self.corners, 1.0, self._paint, t)

    def _paint(self, window: Canvas, t: float) -> None:
        photo = self.reel.at(t)
        wide, high = window.width, window.height
        left, top = (photo.width - wide) // 4 * 2, (photo.height - high) // 4 * 2  # even, so that nothing is resampled
        photo.draw(window, (left, top, wide, high))


def on_pictures(look: Theme) -> Theme:
    """The theme as it speaks on photographs: always light words, never thin ones, on a dark veil."""
    strong = replace(look, display=replace(look.display, weight=max(650, look.display.weight)))
    if look.dark:
        return strong
    panel = "#15110f"
    light = readable("#ffd98a", panel)
    return replace(strong, ink="#ffffff", soft="#e9e4dc", panel=panel, accent=light, on_accent="#1a1410", align="left")


def pictured(sheet: Sheet, shot: Shot, seconds: float, source: Path, seed: int) -> None:
    """Fills the sheet with the picture and its words; the sheet's look becomes the one for pictures."""
    seen = _seen(source, shot)
    sheet.look = on_pictures(sheet.look)
    small = glance(seen)
    if _fills(seen, sheet.stage, shot.layout):
        _full(sheet, shot, seconds, seen, small, seed)
    else:
        _card(sheet, shot, seconds, seen, small, seed)


def backed(sheet: Sheet, shot: Shot, seconds: float, source: Path, seed: int, layout: Layout) -> None:
    """Any other kind of shot with a picture behind it, dimmed until its words can be read."""
    seen = _seen(source, shot)
    sheet.look = on_pictures(sheet.look)
    stage, look = sheet.stage, sheet.look
    _look(sheet, shot, seconds, seen, (0, 0, stage.width, stage.height), 0, seed)
    sheet.grounds = len(sheet.layers) + 1
    sheet.stage = replace(stage, low=True)
    layout(sheet, shot, seconds)
    sheet.zones += stage.caption_zones(look) if shot.captioned else []
    words, sheet.layers = sheet.layers[sheet.grounds - 1 :], sheet.layers[: sheet.grounds - 1]
    worst = brightest(glance(seen)) if seen.kind == "still" else "#ffffff"
    inks = (look.ink, look.soft, look.accent, *(ink for _, ink in sheet.zones))
    shade = _shade(look)
    top = min((box.y for box, _ in sheet.zones), default=0.0)
    bottom = max((box.bottom for box, _ in sheet.zones), default=0.0)
    shape = band(stage, top, stage.height if bottom > stage.height * 0.6 else bottom, 0.4)
    sheet.place(
        Sprite.flat(shape, shade, max(0.5, veil(min(inks, key=luminance), worst, shade))),
        0,
        0,
        motion=STILL,
        start=-1.0,
    )
    sheet.layers += words


def _shade(look: Theme) -> str:
    """What lies between a photograph and words: the theme's panel, nearly black."""
    return mix(look.panel, "#000000", 0.5)


def _seen(source: Path, shot: Shot) -> Sight:
    seen = sight(source, shot.media)
    if seen.kind == "sound":
        hint = "Use it as music, or choose a picture or film for this scene."
        raise UnsupportedFile(f"The file {seen.name} has sound but no picture.", hint=hint)
    return seen


def _fills(seen: Sight, stage: Stage, wish: str) -> bool:
    if wish in {"full", "card"}:
        return wish == "full"
    ratio = seen.ratio / (stage.width / stage.height)
    sharp = max(stage.width / seen.width, stage.height / seen.height) < 2.6
    return 0.6 < ratio < 1.67 and sharp and not seen.clear


def _pan(seed: int, photo_ratio: float, ratio: float) -> Pan:
    dice = np.random.default_rng(seed)
    far = 0.38 if not 0.6 < photo_ratio / ratio < 1.67 else 0.22
    drift = 0.5 + (far if dice.random() < 0.5 else -far)
    away = (drift, 0.44, 1.0) if photo_ratio > ratio else (0.5, 0.5 + (drift - 0.5) * 0.6, 1.0)
    near = (1 - drift, 0.46, ZOOM)
    return Pan(away, near) if dice.random() < 0.65 else Pan(near, away)


def _look(
    sheet: Sheet, shot: Shot, seconds: float, seen: Sight, box: tuple[int, int, int, int], radius: int, seed: int
) -> None:
    _, _, wide, high = box
    if seen.kind == "still":
        photo = still(seen, wide, high, ZOOM)
        sheet.layers.append(Picture(photo, box, _pan(seed, seen.ratio, wide / high), seconds, radius))
    else:
        sheet.layers.append(Moving(reel(seen, wide, high, skip=shot.skip, speed=shot.speed), box, radius))


def _full(sheet: Sheet, shot: Shot, seconds: float, seen: Sight, small: Plane, seed: int) -> None:
    stage, look, u = sheet.stage, sheet.look, sheet.unit
    _look(sheet, shot, seconds, seen, (0, 0, stage.width, stage.height), 0, seed)
    box = stage.body(shot.crowded)
    head = sheet.fitted(
        shot.headline, look.display, replace(box, height=box.height * 0.34), most=104, least=54, lines=3
    )
    sub = sheet.fitted(shot.body, look.body, replace(box, height=box.height * 0.2), most=48, least=34, lines=3)
    total = head.height * bool(shot.headline) + (26 * u + sub.height) * bool(shot.body)
    zones = stage.caption_zones(look) if shot.captioned else []
    sheet.grounds = len(sheet.layers)
    if not total and not zones:
        return
    above = bool(zones) and stage.lettering.place == "top"
    y = box.bottom - total - 12 * u if total else stage.captions.y
    worst = "#ffffff" if seen.kind != "still" else brightest(small[24:])
    ink = min((look.ink, look.soft, look.accent, *(ink for _, ink in zones)), key=luminance)
    shade = _shade(look)
    opacity = veil(ink, worst, shade)
    if opacity and above:
        foot = stage.captions.bottom
        shape = fade(stage.width, foot + 380 * u, up=False, plateau=(foot + 30 * u) / (foot + 380 * u))
        sheet.place(Sprite.flat(shape, shade, opacity), 0, 0, motion=STILL, start=-1.0)
    if opacity and (total or not above):
        top = max(0.0, y - 380 * u)
        high = stage.height - top
        shape = fade(stage.width, high, plateau=1 - (y - 30 * u - top) / high)
        sheet.place(Sprite.flat(shape, shade, opacity), 0, top, motion=STILL, start=-1.0)
    sheet.grounds = len(sheet.layers)
    if shot.headline:
        sheet.write(head, look.display, replace(box, y=y), keyword=shot.keyword, mark=look.accent, align="left")
        y += head.height + 26 * u
    if shot.body:
        sheet.write(sub, look.body, replace(box, y=y), ink=look.soft, whole=True, align="left")


def brightest(pixels: npt.NDArray[Any]) -> str:
    """A grey as light as all but the lightest hundredth of these pixels."""
    lights = sorted(luminance(tuple(map(float, pixel))) for pixel in pixels.reshape(-1, 3)[::3])
    light = lights[int(len(lights) * 0.99)]
    level = 255 * (1.055 * light ** (1 / 2.4) - 0.055) if light > 0.0031308 else 255 * 12.92 * light
    return hexed([min(255, level + 6)] * 3)


def _card(sheet: Sheet, shot: Shot, seconds: float, seen: Sight, small: Plane, seed: int) -> None:
    """Beside the words on a wide stage, above them on others."""
    stage, look, u = sheet.stage, sheet.look, sheet.unit
    box = stage.body(shot.crowded)
    words = bool(shot.headline or shot.body)
    narrow, broad = (0.62, 1.9) if stage.shape == "wide" or seen.clear else (NARROWEST, WIDEST)
    ratio = min(max(seen.ratio, narrow), broad)
    if stage.shape == "wide" and words:
        high = box.height
        wide = min(high * ratio, box.width * 0.54)
        high = min(high, wide / ratio) if ratio > 1 else high
        right = seed % 2 == 0
        card = Box(box.right - wide if right else box.x, box.y + (box.height - high) / 2, wide, high)
        column = Box(box.x if right else card.right + 80 * u, box.y, box.width - wide - 80 * u, box.height)
    elif stage.shape == "wide":
        wide = min(box.width * 0.8, box.height * ratio)
        card = Box(box.x + (box.width - wide) / 2, box.y + (box.height - wide / ratio) / 2, wide, wide / ratio)
        column = card
    else:
        words_high = box.height * 0.34 if words else 0.0
        most = stage.width - 2 * EDGE * u if not seen.clear else box.width
        wide = min(most, (box.height - words_high) * ratio)
        column = Box(box.x, 0, box.width, max(words_high, box.height - wide / ratio) - 56 * u)
        high = wide / ratio + (56 * u + _words(sheet, shot, column)[2] if words else 0)
        card = Box((stage.width - wide) / 2, box.y + max(0.0, box.height - high) * stage.middle, wide, wide / ratio)
        column = replace(column, y=card.bottom + 56 * u)
    align = "left" if stage.shape == "wide" or wide > box.width else "center"
    edges = card.even()
    radius = round(36 * u)
    layers, sheet.layers = sheet.layers, []
    if not seen.clear:
        sheet.glow(Box(*map(float, edges)), radius)
    _look(sheet, shot, seconds, seen, edges, 0 if seen.clear else radius, seed)
    sheet.grounds = len(layers) + 1 + len(sheet.layers)
    if words:
        head, sub, total = _words(sheet, shot, column)
        y = column.y + (column.height - total) * stage.middle if stage.shape == "wide" else column.y
        if shot.headline:
            sheet.write(head, look.display, replace(column, y=y), keyword=shot.keyword, mark=look.accent, align=align)
            y += head.height + 28 * u
        if shot.body:
            sheet.write(sub, look.body, replace(column, y=y), ink=look.soft, whole=True, align=align)
    if shot.captioned:
        sheet.zones += stage.caption_zones(look)
    sheet.layers = [*layers, lit(stage, look, small, sheet.zones), *sheet.layers]


def _words(sheet: Sheet, shot: Shot, column: Box) -> tuple[Setting, Setting, float]:
    """Headline and body set into a column, and how high both are."""
    look, u = sheet.look, sheet.unit
    room = replace(column, height=column.height * (0.62 if shot.body else 0.96))
    head = sheet.fitted(shot.headline, look.display, room, most=116, least=44)
    sub = sheet.fitted(shot.body, look.body, replace(column, height=column.height * 0.34), most=54, least=36)
    return head, sub, head.height * bool(shot.headline) + (28 * u + sub.height) * bool(shot.body)


def lit(stage: Stage, look: Theme, small: Plane, zones: list[tuple[Box, str]]) -> Backdrop:
    """The picture's own colours, far out of focus, as the ground of its card."""
    cell = CELL * stage.unit
    size = (round(stage.width / cell), round(stage.height / cell))
    soft = cv2.GaussianBlur(small.astype(np.float32), (0, 0), 9, borderType=cv2.BORDER_REPLICATE)
    ground: Floats = cv2.resize(soft, size, interpolation=cv2.INTER_CUBIC)  # type: ignore[assignment]
    panel = np.array([int(look.panel[i : i + 2], 16) for i in (1, 3, 5)], np.float32)
    inks = [ink for _, ink in zones]
    share = max(0.38, veil(min(inks, key=luminance), brightest(soft), look.panel)) if inks else 0.38
    poses = (ground + (panel - ground) * share, ground[:, ::-1] + (panel - ground[:, ::-1]) * max(0.5, share))
    near, far = (dithered(calmed(np.clip(pose, 0, 255), stage, look, zones), stage) for pose in poses)
    return Backdrop(near, far, period=11.0, phase=0.0)
