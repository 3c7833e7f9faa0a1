"""What a video is. Pure: no I/O, no clock, no async."""

from .model import AUDIO, TEXT, VIDEO, Clip, Media, Timeline, Track

__all__ = ["AUDIO", "TEXT", "VIDEO", "Clip", "Media", "Timeline", "Track"]
