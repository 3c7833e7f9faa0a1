"""What a media file holds, found by playing it and not by its name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Probe:
    """`kind` is video, image or audio; 0 and "" where there is nothing to tell."""

    kind: str
    seconds: float = 0
    width: int = 0
    height: int = 0
    video_codec: str = ""
    audio_codec: str = ""
