"""What a video is: a Timeline of Tracks of Clips, and the Media they show.

Frozen values. Times are integer milliseconds in half-open ranges [start, end); None means "the source did not say".
`metadata` carries whatever else belongs to a thing (style, transitions, unknown keys) and survives every edit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

VIDEO, AUDIO, TEXT = "video", "audio", "text"


@dataclass(frozen=True, slots=True)
class Media:
    """A source file: `kind` is video, image, audio or text; `source` a URL or path; 0 where unknown."""

    name: str
    kind: str
    source: str = ""
    duration_ms: int = 0
    width: int = 0
    height: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class Clip:
    """A stretch of a track. `volume` is percent; `text` is what a text clip shows; `source` names its media."""

    start_ms: int | None = None
    end_ms: int | None = None
    name: str = ""
    text: str = ""
    volume: int | None = None
    source: str = ""
    metadata: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Track:
    """`kind` is video, audio, text, or "type N" for the types nobody has documented."""

    kind: str
    clips: tuple[Clip, ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Timeline:
    tracks: tuple[Track, ...] = ()
    duration_ms: int | None = None
    title: str = ""
    width: int | None = None
    height: int | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)

    @property
    def lasts_ms(self) -> int:
        """As long as it says itself, else until its last clip ends."""
        return self.duration_ms or max((clip.end_ms or 0 for track in self.tracks for clip in track.clips), default=0)
