"""How much memory a render takes, and whether it grows with the film.

    python tests/bench/render/memory.py [short seconds] [long seconds]

Targets: <= 400 MiB for 60 s, and at most a tenth more for 600 s. Each film is rendered by its own process.
"""

import os
import sys
import tempfile
from pathlib import Path

import anyio
from meter import Meter
from sample import film, uploads

from ai_to_video.engine.render import render


async def one(seconds: float, folder: Path) -> float:
    async def made() -> None:
        await render(
            film(seconds, "9:16"), sources, folder / "film.mp4", fmt="mp4", resolution="1080p", on_progress=seen
        )

    def seen(share: float) -> None:
        nonlocal peak
        for entry in Path("/proc").iterdir():
            if entry.name.isdecimal():
                try:
                    status = (entry / "status").read_text()
                    if f"PPid:\t{os.getpid()}\n" in status:
                        peak = max(peak, int(status.partition("VmHWM:")[2].split()[0]) / 1024)
                except (OSError, IndexError):
                    continue

    sources, peak = uploads(folder), 0.0
    with Meter() as meter:
        await made()
    print(f"{seconds:5.0f} s film  {meter}  {seconds / meter.wall:4.2f} x real time  peak {peak:4.0f} MiB")
    return peak


async def main(short: float = 60.0, long: float = 600.0) -> None:
    with tempfile.TemporaryDirectory() as name:
        one_peak = await one(short, Path(name))
        two_peak = await one(long, Path(name))
    print(f"growth {100 * (two_peak / one_peak - 1):.1f} %")


if __name__ == "__main__":
    anyio.run(main, *map(float, sys.argv[1:]))
