"""How true a film is: its encoded frames to the drawn ones, its slow motion to evenness, its sound to its pictures.

    python tests/bench/render/fidelity.py [seconds]

VMAF is judged by the ffmpeg that comes with montage.py (needs uv the first time); the rest needs nothing.
"""

import json
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
from meter import verdict
from peers import strangers
from sample import film, uploads

from ai_to_video.engine.look import script
from ai_to_video.engine.look.film import Film
from ai_to_video.engine.look.frames import canvas_of
from ai_to_video.engine.look.paint import Photo, Plane, planes_of
from ai_to_video.engine.output.encode import RECIPES, Writer
from ai_to_video.engine.output.job import Job
from ai_to_video.engine.output.produce import produce
from ai_to_video.engine.sound.loudness import RATE
from ai_to_video.timeline import Clip, Timeline, Track

FPS, PAN = 30, 0.37
"""Pixels a frame: as slow as a Ken Burns move is, and never whole."""


def likeness(folder: Path, seconds: float) -> None:
    """VMAF of the sample against its drawn frames, which go to the judge as they are."""
    _, ffmpeg = strangers()
    sources, timeline, made, log = uploads(folder), film(seconds), folder / "film.mp4", folder / "vmaf.json"
    produce(Job(timeline, sources, made, "mp4", "1080p"), lambda share: None)
    shown = script.read(timeline, "1080p")
    size, painting = (shown.stage.width, shown.stage.height), Film(shown, sources)
    command = [ffmpeg, "-v", "error", "-r", str(FPS), "-i", str(made)]
    command += ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "{}x{}".format(*size), "-r", str(FPS), "-i", "-"]
    named = "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"  # else it would be converted
    command += ["-lavfi", f"[1:v]{named}[drawn];[0:v][drawn]libvmaf=log_fmt=json:log_path={log}:n_threads=2"]
    command += ["-f", "null", "-"]
    frame = av.VideoFrame(*size, "yuv420p")
    with subprocess.Popen(command, stdin=subprocess.PIPE) as judge:
        for number in range(shown.frames):
            canvas = canvas_of(frame)
            painting.draw(canvas, number)
            for plane in canvas.planes:
                judge.stdin.write(np.ascontiguousarray(plane))  # type: ignore[union-attr]
        judge.stdin.close()  # type: ignore[union-attr]
    painting.close()
    found = [one["metrics"]["vmaf"] for one in json.loads(log.read_text())["frames"]]
    print(f"VMAF of {len(found)} frames: mean {np.mean(found):.1f}, lowest {min(found):.1f}")
    verdict("VMAF, mean", float(np.mean(found)), least=93)
    verdict("rate of the whole file", made.stat().st_size * 8 / seconds / 1e6, most=3, unit=" Mb/s")


def evenness(folder: Path) -> None:
    """How much the step from frame to frame varies in a slow pan, as drawn and as played."""
    photo = cv2.imread(str(folder / "photo.jpg"))
    assert photo is not None
    still = Photo(planes_of(np.ascontiguousarray(cv2.resize(photo, (1500, 1000), interpolation=cv2.INTER_AREA))))  # type: ignore[arg-type]
    writer, drawn = Writer(folder / "pan.mp4", RECIPES["mp4"], size=(1280, 720), fps=FPS), []
    for number in range(90):
        frame = av.VideoFrame(1280, 720, "yuv420p")
        still.draw(canvas_of(frame), (40 + number * PAN, 60, 1280, 720))
        drawn.append(canvas_of(frame).planes[0].copy())
        frame.pts, frame.time_base = number, Fraction(1, FPS)
        writer.picture(frame)
    writer.sound(np.zeros((2, 1024), np.float32))
    writer.close()
    with av.open(str(folder / "pan.mp4")) as container:
        played = [canvas_of(frame).planes[0].copy() for frame in container.decode(video=0)]
    for what, frames in (("as drawn", drawn), ("as played", played)):
        places = [shift(frames[0], frame, number * PAN) for number, frame in enumerate(frames)]
        steps = np.diff(places)
        print(f"pan {what}: {np.mean(steps):.3f} px a frame, wanted {PAN}")
        verdict(f"jitter of a slow pan {what}", float(np.std(steps)), most=0.05, unit=" px")


def shift(first: Plane, then: Plane, about: float) -> float:
    """Pixels by which a picture has moved to the left, about so many: by least squares on its slopes."""
    one, two = (cv2.GaussianBlur(plane, (0, 0), 2).astype(np.float32) for plane in (first, then))
    moved = about
    for _ in range(4):
        back = cv2.warpAffine(two, np.array([[1, 0, moved], [0, 1, 0]], np.float32), (two.shape[1], two.shape[0]))
        slope = cv2.Sobel(back, cv2.CV_32F, 1, 0, scale=0.125)
        inside = np.s_[60:-60, 60:-60]
        moved += float((slope[inside] * (back - one)[inside]).sum() / (slope[inside] ** 2).sum())
    return moved


def togetherness(folder: Path) -> None:
    """A film that flashes and clicks at once, through decoder, mixer and encoders: how far apart the two come out."""
    flashes, samples = (30, 75, 140), np.zeros((2, RATE * 6), np.float32)
    with av.open(str(folder / "flash.mov"), "w") as container:
        stream = container.add_stream("libx264", rate=FPS, options={"crf": "10", "bf": "0"})
        stream.width, stream.height, stream.pix_fmt = 640, 360, "yuv420p"
        sound = container.add_stream("pcm_s16le", rate=RATE, layout="stereo")
        for number in range(FPS * 6):
            light = 235 if number in flashes else 40
            container.mux(stream.encode(av.VideoFrame.from_ndarray(np.full((360, 640, 3), light, np.uint8), "rgb24")))
        container.mux(stream.encode(None))
        for number in flashes:
            at = number * RATE // FPS
            samples[:, at : at + 96] = 0.8 * np.hanning(96)
        pcm = np.ascontiguousarray((samples.T * 32_000).astype(np.int16).reshape(1, -1))
        frame = av.AudioFrame.from_ndarray(pcm, format="s16", layout="stereo")
        frame.sample_rate = RATE
        container.mux(sound.encode(frame))
        container.mux(sound.encode(None))
    shot = Clip(0, 6000, "clip", metadata={"scene": "clip", "media": "flash.mov", "layout": "full"})
    timeline = Timeline((Track("video", (shot,)),), 6000, metadata={"aspect": "16:9", "seed": 1})
    produce(Job(timeline, {"flash.mov": folder / "flash.mov"}, folder / "skew.mp4", "mp4", "720p"), lambda share: None)
    lights, heard = np.zeros(FPS * 7), np.zeros(RATE * 7)
    with av.open(str(folder / "skew.mp4")) as container:
        for picture in container.decode(video=0):
            lights[round(float(picture.time or 0) * FPS)] = picture.to_ndarray(format="gray").mean()
    with av.open(str(folder / "skew.mp4")) as container:
        for piece in container.decode(audio=0):
            heard[round(float(piece.time or 0) * RATE) :][: piece.samples] = np.abs(piece.to_ndarray()).max(0)
    apart = []
    for number in flashes:
        near = range(number - 8, number + 8)
        seen = max(near, key=lambda n: lights[n])
        at = number * RATE // FPS
        click = at - RATE // 5 + int(np.argmax(heard[at - RATE // 5 : at + RATE // 5])) - 48
        apart.append(click - seen * RATE // FPS)
    print(f"sound after picture, in samples: {apart}")
    verdict("sound and picture apart, at worst", max(map(abs, apart)), most=1024, unit=" samples")


def main(seconds: float = 12.0) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        likeness(folder, seconds)
        evenness(folder)
        togetherness(folder)


if __name__ == "__main__":
    main(*map(float, sys.argv[1:]))
