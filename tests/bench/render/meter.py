"""Wall and CPU seconds of a piece of work, beside what the rest of the machine was doing; and whether a target is met."""

import os
import resource
import sys
import time
from pathlib import Path
from typing import Self

sys.path.insert(0, str(Path(__file__).parents[3] / "server"))

from ai_to_video.engine.output.render import MEMORY


def busy() -> float:
    """CPU seconds of the whole machine since it started."""
    numbers = [int(part) for part in Path("/proc/stat").read_text().splitlines()[0].split()[1:]]
    return (sum(numbers[:8]) - numbers[3] - numbers[4]) / 100


def ours() -> float:
    """CPU seconds of this process and its finished children."""
    return sum(
        u.ru_utime + u.ru_stime for u in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


class Meter:
    def __enter__(self) -> Self:
        self._wall, self._cpu, self._all = time.perf_counter(), ours(), busy()
        return self

    def __exit__(self, *_: object) -> None:
        self.wall = time.perf_counter() - self._wall
        self.cpu = ours() - self._cpu
        self.foreign = max(0.0, busy() - self._all - self.cpu) / self.wall

    def __str__(self) -> str:
        return f"wall {self.wall:6.2f} s  cpu {self.cpu:6.2f} s  foreign {self.foreign:4.2f} cores"


def highest(parent: int) -> float:
    """The most memory, in MiB, that any child of a process has had so far."""
    found = 0.0
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                status = (entry / "status").read_text()
                if f"PPid:\t{parent}\n" in status:
                    found = max(found, int(status.partition("VmHWM:")[2].split()[0]) / 1024, highest(int(entry.name)))
            except (OSError, IndexError):
                continue
    return found


def verdict(what: str, value: float, *, least: float | None = None, most: float | None = None, unit: str = "") -> None:
    """One line: the figure, its target, and whether it was met."""
    met = (least is None or value >= least) and (most is None or value <= most)
    target = f">= {least:g}" if most is None else f"<= {most:g}"
    print(f"{'met   ' if met else 'MISSED'}  {what}: {value:.4g}{unit} (target {target}{unit})", flush=True)


def as_in_the_child() -> None:
    """Starts this script anew with the memory settings of the render process, where it does not have them yet."""
    if any(os.environ.get(name) != value for name, value in MEMORY.items()):
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **MEMORY})
