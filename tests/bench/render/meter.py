"""Wall and CPU seconds of a piece of work, beside what the rest of the machine was doing."""

import resource
import time
from pathlib import Path
from typing import Self


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
