# /// script
# requires-python = ">=3.11"
# dependencies = ["moviepy==2.2.1", "imageio-ffmpeg==0.8.1"]
# ///
"""The scene of scene.py by moviepy; in an interpreter of its own, for moviepy wants an older Pillow.

montage.py: says which ffmpeg comes with it. montage.py folder target "x264 options as JSON": renders.
"""

import json
import sys
from pathlib import Path

import imageio_ffmpeg
import numpy as np
from moviepy import AudioFileClip, CompositeVideoClip, ImageClip, VideoClip, vfx
from PIL import Image


def render(folder: Path, target: Path, options: dict[str, str]) -> None:
    scene = json.loads((folder / "scene.json").read_text())
    seconds = scene["seconds"]
    x, y, wide, high = scene["box"]
    photo = Image.open(folder / scene["photo"]).convert("RGB")
    widest = min(photo.width / wide, photo.height / high)

    def card(t: float) -> np.ndarray:
        """Pillow's cheapest: crop and scale in one step, to fractions of a pixel."""
        cx, cy, zoom = (a + (b - a) * t / seconds for a, b in zip(scene["start"], scene["stop"], strict=True))
        w, h = wide * widest / zoom, high * widest / zoom
        left, top = max(0.0, photo.width - w) * cx, max(0.0, photo.height - h) * cy
        box = (left, top, min(photo.width, left + w), min(photo.height, top + h))
        return np.asarray(photo.resize((wide, high), Image.Resampling.BILINEAR, box=box))

    def still(name: str) -> ImageClip:
        return ImageClip(str(folder / name))

    clips = [
        still(scene["near"]).with_duration(seconds),
        still(scene["far"]).with_duration(seconds).with_effects([vfx.CrossFadeIn(seconds)]),
        VideoClip(card, duration=seconds).with_position((x, y)),
    ]
    for line in scene["lines"]:
        clip = still(line["file"]).with_start(line["start"]).with_duration(seconds - line["start"])
        clips.append(clip.with_position((line["x"], line["y"])).with_effects([vfx.CrossFadeIn(line["seconds"])]))
    film = CompositeVideoClip(clips, size=tuple(scene["size"])).with_audio(AudioFileClip(str(folder / scene["sound"])))
    more = [part for name, value in options.items() if name != "preset" for part in (f"-{name}", value)]
    film.write_videofile(
        str(target), fps=scene["fps"], codec="libx264", preset=options["preset"], audio_codec="aac", audio_bitrate="192k",
        ffmpeg_params=[*more, "-pix_fmt", "yuv420p", "-movflags", "+faststart"], logger=None,
    )  # fmt: skip


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print(imageio_ffmpeg.get_ffmpeg_exe())
    else:
        render(Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3]))
