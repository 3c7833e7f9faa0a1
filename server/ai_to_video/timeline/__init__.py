"""What a video is. Pure: no I/O, no clock, no async."""

from .describe import line, sentence, sentences, track_name, unnamed
from .diff import Change, diff
from .model import AUDIO, TEXT, VIDEO, Clip, Media, Timeline, Track

__all__ = [
    "AUDIO",
    "TEXT",
    "VIDEO",
    "Change",
    "Clip",
    "Media",
    "Timeline",
    "Track",
    "diff",
    "line",
    "sentence",
    "sentences",
    "track_name",
    "unnamed",
]
