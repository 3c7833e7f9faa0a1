"""One scene for every renderer: a gradient that moves, a photograph in a card under a slow zoom, lines that fade in.

Ours gets it as a timeline; the others get the very layers our engine makes of it, as pictures, places and times.
Their share is the smaller one: shadow and glow are already in their gradients, and their card keeps square corners.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import av
import cv2
import numpy as np
from meter import Meter  # noqa: F401 - finds the engine
from PIL import Image
from sample import uploads

from ai_to_video.engine.look import script
from ai_to_video.engine.look.backdrop import Backdrop
from ai_to_video.engine.look.captions import banner
from ai_to_video.engine.look.film import prepared
from ai_to_video.engine.look.frames import canvas_of
from ai_to_video.engine.look.layers import Block, Cel, Picture
from ai_to_video.engine.look.paint import Canvas, Sprite
from ai_to_video.timeline import Clip, Timeline, Track

FPS, SECONDS = 30, 10.0


@dataclass(frozen=True)
class Line:
    """A picture with alpha that fades in."""

    file: str
    x: int
    y: int
    start: float
    seconds: float


@dataclass(frozen=True)
class Scene:
    """Files in one folder. The gradient goes from `near` to `far` and the window over `photo` from `start` to `stop`, evenly.

    `box` is x, y, width, height of the card; a window is the centre's place in the photograph (0..1) and a zoom.
    """

    seconds: float
    fps: int
    size: tuple[int, int]
    near: str
    far: str
    photo: str
    box: tuple[int, int, int, int]
    start: tuple[float, float, float]
    stop: tuple[float, float, float]
    lines: tuple[Line, ...]
    sound: str


def timeline(seconds: float = SECONDS, sound: str = "") -> Timeline:
    """With the file `sound` under it, or with music of our own."""
    end = round(seconds * 1000)
    card = Clip(0, end, "photo", metadata={"scene": "photo", "media": "photo.jpg", "layout": "card"})
    said = "Roasted slowly, in small batches: eighteen hours that you can taste"
    label = Clip(500, end, text=said, metadata={"role": "title"})
    music = Clip(0, end, "Lo-fi", volume=35, metadata={"role": "music", "mood": "lofi", "media": sound})
    tracks = (Track("video", (card,)), Track("text", (label,)), Track("audio", (music,)))
    return Timeline(tracks, end, metadata={"aspect": "16:9", "theme": "aurora", "seed": 3, "fps": FPS})


def taken_apart(folder: Path, seconds: float = SECONDS) -> Scene:
    """Writes the scene's layers and scene.json into the folder."""
    sources = uploads(folder)
    shown = script.read(timeline(seconds), "1080p")
    take = prepared(shown, 0, sources)
    size = shown.stage.width, shown.stage.height
    picture = next(layer for layer in take.layers if isinstance(layer, Picture))
    ground = next(layer for layer in take.layers if isinstance(layer, Backdrop))
    for name, pose in (("near", ground.near), ("far", ground.far)):
        canvas = pose.copy()
        for layer in take.layers[: take.layers.index(picture)]:
            if layer is not ground:
                layer.draw(canvas, seconds / 2)
        _pixels(canvas).save(folder / f"{name}.png", compress_level=1)
    lines: list[Line] = []
    labels = [cel for note in shown.banners for cel in banner(note, shown.stage, take.look, shown.fps)]
    for layer in (*take.layers[take.layers.index(picture) + 1 :], *labels):
        cel = layer.rest[1] if isinstance(layer, Block) else layer
        first = layer.cels[0] if isinstance(layer, Block) else layer
        if isinstance(cel, Cel) and isinstance(first, Cel):
            name = f"line{len(lines)}.png"
            _see_through(cel.sprite).save(folder / name, compress_level=1)
            lines.append(Line(name, cel.x, cel.y, max(0.0, first.start), first.motion.seconds))
    scene = Scene(
        seconds, FPS, size, "near.png", "far.png", "photo.jpg", picture.box, picture.pan.start, picture.pan.stop,
        tuple(lines), "sound.wav",
    )  # fmt: skip
    (folder / "scene.json").write_text(json.dumps(asdict(scene)))
    return scene


def _pixels(canvas: Canvas) -> Image.Image:
    frame = av.VideoFrame(canvas.width, canvas.height, "yuv420p")
    canvas_of(frame).put(canvas)
    frame.colorspace = frame.color_range = 1
    return Image.fromarray(frame.to_ndarray(format="rgb24"))


def _see_through(sprite: Sprite) -> Image.Image:
    """Straight alpha of a premultiplied sprite."""
    ink, cover = [], []
    for plane, alpha in zip(sprite.ink, (sprite.alpha, sprite.thin, sprite.thin), strict=True):
        straight = plane.astype(np.float32) * 255 / np.maximum(alpha, 1)
        ink.append(np.clip(straight, 16, 240).astype(np.uint8))
        cover.append(alpha)
    rgb = np.asarray(_pixels(Canvas((ink[0], ink[1], ink[2]))))
    return Image.fromarray(cv2.merge([*cv2.split(rgb), cover[0]]))
