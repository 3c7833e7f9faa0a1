"""How much memory a render takes, in every shape, and whether it grows with the film.

    python tests/bench/render/memory.py [short seconds] [long seconds, 0 for none]

Each film is rendered by its own process, as exports are.
"""

import os
import sys
import tempfile
from pathlib import Path

import anyio
from meter import Meter, highest, verdict
from sample import film, uploads

from ai_to_video.engine.output.render import render


async def one(seconds: float, aspect: str, folder: Path) -> float:
    """Peak of the render process in MiB."""

    def seen(share: float) -> None:
        nonlocal peak
        peak = max(peak, highest(os.getpid()))

    peak, timeline, sources = 0.0, film(seconds, aspect), uploads(folder)
    with Meter() as meter:
        await render(timeline, sources, folder / "film.mp4", fmt="mp4", resolution="1080p", on_progress=seen)
    print(f"{seconds:5.0f} s film {aspect:>4}  {meter}  {seconds / meter.wall:4.2f} x real time  peak {peak:4.0f} MiB")
    return peak


async def main(short: float = 60.0, long: float = 600.0) -> None:
    with tempfile.TemporaryDirectory() as name:
        peaks = {aspect: await one(short, aspect, Path(name)) for aspect in ("16:9", "1:1", "9:16")}
        verdict(f"peak of a {short:.0f} s film, highest of the shapes", max(peaks.values()), most=400, unit=" MiB")
        if long:
            growth = 100 * (await one(long, "9:16", Path(name)) / peaks["9:16"] - 1)
            verdict(f"growth from {short:.0f} s to {long:.0f} s", growth, most=10, unit=" %")


if __name__ == "__main__":
    anyio.run(main, *map(float, sys.argv[1:]))
