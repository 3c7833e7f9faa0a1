"""One render as a value that can travel to another process."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ...timeline.model import Clip, Timeline, Track

SHEET = "sheet"
"""The format of a job that asks for a contact sheet."""


@dataclass(frozen=True)
class Job:
    """`part` is the file to write; the format decides what goes into it."""

    timeline: Timeline
    sources: Mapping[str, Path]
    part: Path
    fmt: str
    resolution: str

    def written(self) -> dict[str, Any]:
        return {
            "timeline": asdict(self.timeline),
            "sources": {name: str(path) for name, path in self.sources.items()},
            "part": str(self.part),
            "fmt": self.fmt,
            "resolution": self.resolution,
        }

    @staticmethod
    def read(data: Mapping[str, Any]) -> "Job":
        timeline = dict(data["timeline"])
        tracks = tuple(
            Track(**{**track, "clips": tuple(Clip(**clip) for clip in track["clips"])})
            for track in timeline.pop("tracks")
        )
        sources = {name: Path(path) for name, path in data["sources"].items()}
        return Job(Timeline(tracks=tracks, **timeline), sources, Path(data["part"]), data["fmt"], data["resolution"])
