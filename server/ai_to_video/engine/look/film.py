"""The film: shots one after another, one turning into the next, words on top; every frame a function of its number."""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

import cv2
import numpy as np

from ..design import Box
from ..language.text import right_to_left
from .backdrop import backdrop
from .captions import Captions
from .frames import stand_back
from .layers import Layer
from .layouts import LAYOUTS
from .paint import NEUTRAL, Canvas, Floats, Photo
from .pictures import backed, pictured
from .script import Script
from .shapes import shapes
from .sheet import Sheet
from .themes import Theme


@dataclass(frozen=True)
class Take:
    """A shot ready to be drawn: its layers back to front, the theme as this shot wears it, and where its words stand.

    The first `grounds` layers are what lies behind words; `zones` are boxes with the ink that must be readable there.
    """

    layers: tuple[Layer, ...]
    look: Theme
    zones: tuple[tuple[Box, str], ...]
    grounds: int
    pictured: bool = False


def prepared(script: Script, index: int, sources: Mapping[str, Path]) -> Take:
    shot = script.shots[index]
    seconds = (shot.last - shot.first) / script.fps
    seed = script.seed * 101 + index
    stage = replace(script.stage, banner=shot.banner)
    sheet = Sheet(stage, script.look, clock=0.12 + shot.lead / script.fps * 0.4)
    source = sources.get(shot.media) if shot.media else None
    said = max((shot.headline, shot.body, *shot.items), key=len)
    sheet.mirrored = right_to_left(said) and not (source and shot.kind not in LAYOUTS)
    layout = LAYOUTS.get(shot.kind, LAYOUTS["statement"])
    if source:
        if shot.kind in LAYOUTS:
            backed(sheet, shot, seconds, source, seed, layout)
        else:
            pictured(sheet, shot, seconds, source, seed)
        return Take(tuple(sheet.layers), sheet.look, tuple(sheet.zones), sheet.grounds, True)
    layout(sheet, shot, seconds)
    if shot.captioned:
        sheet.zones += script.stage.caption_zones(script.look)
    ground = backdrop(script.stage, script.look, seed, sheet.zones)
    grounds: tuple[Layer, ...] = (ground, *shapes(script.stage, script.look, seed, sheet.zones))
    return Take((*grounds, *sheet.layers), script.look, tuple(sheet.zones), len(grounds))


@dataclass
class Film:
    """Draws frames in order; prepares the next shot while the present one is drawn, and never holds more than two."""

    script: Script
    sources: Mapping[str, Path]
    _ahead: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "prepare", stand_back))
    _ready: dict[int, "Future[Take]"] = field(default_factory=dict)

    def __post_init__(self) -> None:
        stage = self.script.stage
        self._spare = (Canvas.blank(stage.width, stage.height), Canvas.blank(stage.width, stage.height))
        self._captions = Captions(self.script)

    def close(self) -> None:
        self._ahead.shutdown(wait=False, cancel_futures=True)

    def _hold(self, first: int) -> None:
        """Has two shots, from `first` on, ready or in the making; lets go of all others."""
        wanted = range(first, min(first + 2, len(self.script.shots)))
        for number in self._ready.keys() - set(wanted):
            del self._ready[number]
        for number in wanted:
            if number not in self._ready:
                self._ready[number] = self._ahead.submit(prepared, self.script, number, self.sources)

    def _take(self, index: int) -> Take:
        return self._ready[index].result()

    def draw(self, canvas: Canvas, frame: int) -> None:
        """Paints frame number `frame` all over the canvas."""
        shots = self.script.shots
        index = max((i for i, shot in enumerate(shots) if shot.first <= frame), default=0)
        shot = shots[index]
        passed = frame - shot.first
        self._hold(index - 1 if passed < shot.lead else index)
        if passed >= shot.lead:
            self._layers(canvas, index, frame)
        else:
            self._turn(canvas, index, frame, (passed + 1) / (shot.lead + 1))
        self._captions.draw(canvas, frame / self.script.fps, self._take(index).look, shot.captioned)
        self._lit(canvas, frame)

    def _layers(self, canvas: Canvas, index: int, frame: int, first: int = 0, last: int | None = None) -> None:
        t = (frame - self.script.shots[index].first) / self.script.fps
        for layer in self._take(index).layers[first:last]:
            layer.draw(canvas, t)

    def _turn(self, canvas: Canvas, index: int, frame: int, k: float) -> None:
        """One ground turns into the next; the old words leave before the new ones come, so that they never mix."""
        old, new = self._take(index - 1), self._take(index)
        turn = self.script.shots[index].transition
        if turn == "slide" and not (old.pictured or new.pictured):
            turn = "drift"
        before, after = self._spare
        rides = turn in RIDING
        self._layers(before, index - 1, frame, 0, None if rides else old.grounds)
        self._layers(after, index, frame, 0, new.grounds)
        TURNS[turn](canvas, before, after, k)
        if not rides:
            self._leave(canvas, index - 1, frame, turn, k)
        self._layers(canvas, index, frame, new.grounds)

    def _leave(self, canvas: Canvas, index: int, frame: int, turn: str, k: float) -> None:
        """The words of a shot on their way out, over whatever ground there is by now."""
        shown = 1 - smooth(min(1.0, k / GONE))
        if shown <= 0:
            return
        aside = 2 * round(canvas.width * 0.06 * (k / GONE) ** 2 / 2) if turn == "drift" else 0
        moved, _ = self._spare
        for here, there in zip(moved.planes, canvas.planes, strict=True):
            by = aside * here.shape[1] // canvas.width
            here[:, by:] = there[:, : there.shape[1] - by]
        self._layers(moved, index, frame, self._take(index).grounds)
        for here, there in zip(moved.planes, canvas.planes, strict=True):
            by = aside * here.shape[1] // canvas.width
            part = there[:, : there.shape[1] - by]
            cv2.addWeighted(part, 1 - shown, here[:, by:], shown, 0, dst=part)

    def _lit(self, canvas: Canvas, frame: int) -> None:
        """Out of black at the beginning, back into it at the end."""
        script = self.script
        since, left = (frame + 1) / script.fps, (script.frames - frame) / script.fps
        light = min(since / script.dawn if script.dawn else 1.0, left / script.dusk if script.dusk else 1.0)
        if light < 1:
            share = smooth(light)
            for plane, black in zip(canvas.planes, NEUTRAL, strict=True):
                cv2.convertScaleAbs(plane, dst=plane, alpha=share, beta=black * (1 - share))


# Transitions -----------------------------------------------------------------------------------------------------


def smooth(k: float) -> float:
    return k * k * (3 - 2 * k)


def _fade(canvas: Canvas, before: Canvas, after: Canvas, k: float) -> None:
    canvas.mix(before, after, smooth(min(1.0, max(0.0, k * 1.4 - 0.2))))


def _slide(canvas: Canvas, before: Canvas, after: Canvas, k: float) -> None:
    """The new shot pushes the old one out to the left."""
    e = 4 * k**3 if k < 0.5 else 1 - 4 * (1 - k) ** 3
    edge = canvas.width * (1 - e)
    whole = 2 * round(edge / 2)
    for here, old, new in zip(canvas.planes, before.planes, after.planes, strict=True):
        step = canvas.width // here.shape[1]
        at = whole // step
        here[:, :at] = old[:, old.shape[1] - at :]
        here[:, at:] = new[:, : new.shape[1] - at]


def _wipe(canvas: Canvas, before: Canvas, after: Canvas, k: float) -> None:
    """A soft slanted edge runs across."""
    for here, old, new in zip(canvas.planes, before.planes, after.planes, strict=True):
        high, wide = here.shape
        ramp = _slant(wide, high)
        cover = np.clip((smooth(k) * 1.25 - ramp) * (255 / 0.25), 0, 255).astype(np.uint8)
        cv2.multiply(old, 255 - cover, dst=here, scale=1 / 255)
        cv2.add(here, cv2.multiply(new, cover, scale=1 / 255), dst=here)


def _slant(wide: int, high: int) -> Floats:
    across = np.linspace(0, 0.8, wide, dtype=np.float32)[None, :]
    return across + np.linspace(0.2, 0, high, dtype=np.float32)[:, None]


def _zoom(canvas: Canvas, before: Canvas, after: Canvas, k: float) -> None:
    """The old shot comes closer and lets the new one through."""
    e, share = smooth(k), smooth(min(1.0, max(0.0, k * 1.6 - 0.3)))
    if share < 1:
        _closer(canvas, before, 1 + 0.22 * e)
    if share:
        _closer(before, after, 1.16 - 0.16 * e)
        canvas.mix(canvas, before, share)


def _closer(canvas: Canvas, picture: Canvas, zoom: float) -> None:
    wide, high = picture.width / zoom, picture.height / zoom
    window = ((picture.width - wide) / 2, (picture.height - high) / 2, wide, high)
    Photo(picture.planes).draw(canvas, window)


TURNS = {"fade": _fade, "drift": _fade, "slide": _slide, "wipe": _wipe, "zoom": _zoom, "cut": _fade}
RIDING = {"slide", "wipe"}
"""Those in which the old words go together with their ground."""
GONE = 0.5
"""The share of a transition after which the old words have left."""
