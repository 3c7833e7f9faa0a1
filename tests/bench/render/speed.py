"""How fast a film is made: drawing alone, encoding the same frames and samples alone, and all of it together.

    python tests/bench/render/speed.py [seconds] [aspect] [repeats]

Encoding alone takes finished frames and samples from memory; together is everything from timeline to file. They take
turns, and the median of the ratios counts. Takes 3 MiB a frame: 2.8 GB for the 30 seconds it does by itself.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import anyio
import av
import numpy as np
from meter import Meter, as_in_the_child, ours, verdict
from sample import film, uploads

from ai_to_video.engine.look import script
from ai_to_video.engine.look.film import Film
from ai_to_video.engine.look.frames import canvas_of
from ai_to_video.engine.output.encode import RECIPES, Writer
from ai_to_video.engine.output.job import Job
from ai_to_video.engine.output.produce import produce
from ai_to_video.engine.output.render import render
from ai_to_video.engine.sound.loudness import RATE, Samples
from ai_to_video.engine.sound.mix import mixed
from ai_to_video.engine.sound.music import compose
from ai_to_video.timeline import Timeline

Sources = dict[str, Path]


def main(seconds: float = 30.0, aspect: str = "16:9", repeats: float = 5) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources, timeline = uploads(folder), film(seconds, aspect)
        anyio.run(begun, timeline, sources, folder / "first.mp4")
        shown = script.read(timeline, "1080p")
        kept = drawn(shown, sources)
        samples = heard(timeline, sources, shown)
        encode(folder / "alone.mp4", kept, samples, shown)  # to warm up
        ratios: dict[str, list[float]] = {"composed before": [], "composing too": []}
        rates = []
        for _ in range(int(repeats)):
            with Meter() as alone:
                encode(folder / "alone.mp4", kept, samples, shown)
            print(f"{'alone':16}{alone}  {1000 * alone.cpu / len(kept):5.2f} ms CPU a frame")
            for music, found in ratios.items():
                if music == "composing too":
                    compose.cache_clear()
                with Meter() as whole:
                    produce(Job(timeline, sources, folder / "film.mp4", "mp4", "1080p"), lambda share: None)
                found.append(alone.wall / whole.wall)
                print(f"{music:16}{whole}  {1000 * whole.cpu / len(kept):5.2f} ms CPU a frame  ratio {found[-1]:.2f}")
            rates.append(seconds / whole.wall)
        for music, found in ratios.items():
            verdict(f"drawn and encoded / encoded alone, music {music}", statistics.median(found), least=0.85)
        verdict("speed of a 1080p30 film", statistics.median(rates), least=1.8, unit=" x real time")


async def begun(timeline: Timeline, sources: Sources, target: Path) -> None:
    """How soon the caller hears of the first frame, process start included."""
    waits = []
    for _ in range(3):
        with anyio.CancelScope() as scope:
            start, told = time.perf_counter(), []

            def first(share: float, start: float = start, told: list[float] = told) -> None:
                if share > 0 and not told:
                    told.append(time.perf_counter() - start)
                    scope.cancel()

            await render(timeline, sources, target, fmt="mp4", resolution="1080p", on_progress=first)
        waits += told
    verdict("first frame told of", statistics.median(waits), most=1.0, unit=" s")


def drawn(shown: script.Script, sources: Sources) -> list[av.VideoFrame]:
    """All frames. Timed is drawing into one frame again and again, as a render does; each is then put aside."""
    painting, kept, cpu, before = Film(shown, sources), [], [], ours()
    frame = av.VideoFrame(shown.stage.width, shown.stage.height, "yuv420p")
    canvas, aside = canvas_of(frame), 0.0
    for number in range(shown.frames):
        start = time.thread_time()
        painting.draw(canvas, number)
        done = time.thread_time()
        kept.append(av.VideoFrame(canvas.width, canvas.height, "yuv420p"))
        canvas_of(kept[-1]).put(canvas)
        cpu.append(1000 * (done - start))
        aside += time.thread_time() - done
    painting.close()
    print(f"drawing   median {np.median(cpu):.2f}, mean {np.mean(cpu):.2f} ms CPU a frame without preparation")
    whole = 1000 * (ours() - before - aside) / shown.frames
    verdict("drawing with preparation", whole, most=6.0, unit=" ms CPU a frame")
    return kept


def heard(timeline: Timeline, sources: Sources, shown: script.Script) -> list[Samples]:
    mix, samples = mixed(timeline, sources, round(shown.frames * RATE / shown.fps)), []
    while mix.position < mix.total:
        samples.append(mix.next())
    return samples


def encode(path: Path, frames: Sequence[av.VideoFrame], samples: Sequence[Samples], shown: script.Script) -> None:
    writer = Writer(path, RECIPES["mp4"], size=(shown.stage.width, shown.stage.height), fps=shown.fps)
    sounds, fed = iter(samples), 0
    for number, frame in enumerate(frames):
        frame.pts, frame.time_base = number, Fraction(1, shown.fps)
        frame.colorspace, frame.color_range = 1, 1
        writer.picture(frame)
        while fed < (number + 1) * RATE / shown.fps:
            piece = next(sounds)
            writer.sound(piece)
            fed += piece.shape[1]
    writer.close()


if __name__ == "__main__":
    as_in_the_child()
    main(*[a if i == 1 else float(a) for i, a in enumerate(sys.argv[1:])])  # type: ignore[arg-type]
