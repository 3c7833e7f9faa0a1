"""How fast a film is made: drawing alone, encoding the same frames alone, and both together.

    python tests/bench/render/speed.py [seconds] [aspect]

Targets on two quiet cores: drawing <= 6 ms CPU a frame, together >= 0.85 of encoding alone, >= 1.8 x real time.
"""

import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from meter import Meter
from sample import film, uploads

from ai_to_video.engine import script
from ai_to_video.engine.encode import RECIPES, Frames, Writer, canvas_of
from ai_to_video.engine.film import Film
from ai_to_video.engine.job import Job
from ai_to_video.engine.produce import produce


def main(seconds: float = 12.0, aspect: str = "16:9") -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources, timeline = uploads(folder), film(seconds, aspect)
        shown = script.read(timeline, "1080p")
        size = (shown.stage.width, shown.stage.height)

        drawing = Film(shown, sources)
        frame = av.VideoFrame(*size, "yuv420p")
        canvas, cpu = canvas_of(frame), []
        with Meter() as whole:
            for number in range(shown.frames):
                before = time.thread_time()
                drawing.draw(canvas, number)
                cpu.append(time.thread_time() - before)
        drawing.close()
        print(f"draw        {whole}  {1000 * whole.cpu / shown.frames:5.2f} ms CPU a frame with preparation,"
              f" {1000 * float(np.mean(cpu)):5.2f} without, median {1000 * float(np.median(cpu)):5.2f}")  # fmt: skip

        kept = []
        again = Film(shown, sources)
        for number in range(0, shown.frames, 3):  # memory: a third of the frames, each encoded three times
            frame = av.VideoFrame(*size, "yuv420p")
            again.draw(canvas_of(frame), number)
            kept.append(frame)
        again.close()
        with Meter() as encoding:
            encode(folder / "alone.mp4", kept, shown, size, 1)
        print(f"encode      {encoding}  {len(kept) / encoding.wall:6.1f} fps (every third frame)")
        with Meter() as both:
            sparse = Film(shown, sources)
            frames = Frames(*size, shown.fps, len(kept), lambda c, n: sparse.draw(c, n * 3))
            encode(folder / "both.mp4", frames, shown, size, 1)
            sparse.close()
        print(
            f"together    {both}  {len(kept) / both.wall:6.1f} fps = {encoding.wall / both.wall:4.2f} of encoding alone"
        )

        shares: list[float] = []
        with Meter() as made:
            produce(
                Job(timeline, sources, folder / "film.mp4", "mp4", "1080p"),
                lambda share: shares.append(time.perf_counter()),
            )
        bits = (folder / "film.mp4").stat().st_size * 8 / seconds / 1e6
        print(
            f"whole film  {made}  {seconds / made.wall:5.2f} x real time, {shown.frames / made.wall:6.1f} fps, {bits:.2f} Mb/s"
        )


def encode(path: Path, frames: object, shown: script.Script, size: tuple[int, int], step: int) -> None:
    writer = Writer(path, RECIPES["mp4"], size=size, fps=shown.fps)
    for number, frame in enumerate(frames):  # type: ignore[arg-type]
        frame.pts, frame.time_base = number * step, Fraction(1, shown.fps)
        writer.picture(frame)
    writer.sound(np.zeros((2, 1024), np.float32))
    writer.close()


if __name__ == "__main__":
    main(*[float(a) if i == 0 else a for i, a in enumerate(sys.argv[1:])])  # type: ignore[arg-type]
