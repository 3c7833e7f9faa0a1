"""A film with every kind of shot, of any length, for benchmarks; its pictures are made, not shipped."""

import sys
from dataclasses import replace
from pathlib import Path

import av
import cv2
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[3] / "server"))

from ai_to_video.timeline import Clip, Timeline, Track

SCENES = (
    (
        "title",
        3.0,
        {"headline": "The Future of Coffee Is Slow", "body": "Why patience tastes better", "keyword": "Slow"},
    ),
    (
        "statement",
        3.5,
        {"body": "Cold brew takes eighteen hours, and every one of them matters.", "transition": "slide"},
    ),
    ("number", 3.5, {"number": "35%", "headline": "more sweetness in every cup", "transition": "zoom"}),
    (
        "photo",
        4.0,
        {"headline": "Roasted in small batches", "keyword": "small", "media": "photo.jpg", "transition": "fade"},
    ),
    ("list", 4.0, {"headline": "Remember", "items": ["Grind late", "Brew cool", "Wait long"], "transition": "wipe"}),
    ("clip", 3.5, {"headline": "See it happen", "media": "clip.mp4", "transition": "fade"}),
    ("quote", 3.0, {"body": "Coffee is a language in itself", "headline": "Jackie Chan", "transition": "fade"}),
    ("close", 2.5, {"headline": "Brew slower.", "body": "Follow for more", "transition": "slide"}),
)


def film(seconds: float, aspect: str = "16:9", theme: str = "aurora") -> Timeline:
    clips, at, turn = [], 0, 0
    while at < seconds * 1000:
        kind, length, facts = SCENES[turn % len(SCENES)]
        end = min(round(seconds * 1000), at + round(length * 1000))
        clips.append(Clip(at, end, kind, metadata={"scene": kind, **facts}))
        at, turn = end, turn + 1
    music = Clip(0, at, "Lo-fi", volume=35, metadata={"role": "music", "mood": "lofi"})
    meta = {"aspect": aspect, "theme": theme, "seed": 3, "fps": 30}
    return Timeline((Track("video", tuple(clips)), Track("audio", (music,))), at, metadata=meta)


def without(timeline: Timeline, kind: str) -> Timeline:
    """The same film with shots of a kind turned into statements."""
    video, *rest = timeline.tracks
    clips = tuple(
        replace(c, metadata={**c.metadata, "scene": "statement"}) if c.name == kind else c for c in video.clips
    )
    return replace(timeline, tracks=(replace(video, clips=clips), *rest))


def uploads(folder: Path) -> dict[str, Path]:
    """A grainy photograph of 2400x1600 and three seconds of 720p film with sound."""
    dice = np.random.default_rng(1)
    small = dice.integers(20, 235, (50, 75, 3), np.uint8)
    grain = dice.normal(0, 6, (1600, 2400, 1))
    photo = np.clip(cv2.resize(small, (2400, 1600), interpolation=cv2.INTER_CUBIC) + grain, 0, 255).astype(np.uint8)
    cv2.imwrite(str(folder / "photo.jpg"), photo, [cv2.IMWRITE_JPEG_QUALITY, 92])
    with av.open(str(folder / "clip.mp4"), "w") as container:
        stream = container.add_stream("libx264", rate=30)
        stream.width, stream.height, stream.pix_fmt = 1280, 720, "yuv420p"
        sound = container.add_stream("aac", rate=48_000, layout="stereo")
        for number in range(90):
            window = np.ascontiguousarray(photo[number * 4 : number * 4 + 720, number * 6 : number * 6 + 1280])
            container.mux(stream.encode(av.VideoFrame.from_ndarray(window, format="bgr24")))
        tone = (np.sin(np.arange(144_000) * 0.05) * 0.3 * np.ones((2, 1))).astype(np.float32)
        frame = av.AudioFrame.from_ndarray(tone, format="fltp", layout="stereo")
        frame.sample_rate = 48_000
        container.mux(sound.encode(frame))
        container.mux(sound.encode(None))
        container.mux(stream.encode(None))
    return {name: folder / name for name in ("photo.jpg", "clip.mp4")}
