"""What is heard: music under clip sound and voice, ducked, mastered, and handed out piece by piece.

The mix is gone through three times without ever being held: once for where something speaks, once to measure, once to
write. Everything in between is arithmetic on a few numbers a second.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ..timeline import model
from ..timeline.model import Clip, Timeline
from .listen import Tape, has_sound
from .loudness import RATE, STEP, Curve, Master, Meter, Samples, master
from .music import compose
from .script import role, whole, word

LOUDNESS, CEILING = -14.0, -2.4
"""LUFS and true peak dBFS of the master; encoding adds up to a decibel of peak, and -1.5 must hold after it."""
BED = 30
"""Percent at which music on its own is as loud as the master may be; less makes the film quieter."""
PIECE = RATE // 2
DUCKED, FORESIGHT, RELEASE = 0.3, 0.15, 0.6
"""Gain of music under speech, and in how many seconds it goes there and back."""
AUDIBLE = 0.012
"""The sample from which on something counts as speaking."""

Take = Callable[[int], Samples]
"""Gives the next so many samples."""


@dataclass(frozen=True)
class Strand:
    """One source from sample `first` to `last`: `open` starts it from its beginning."""

    first: int
    last: int
    gain: float
    rise: int
    fall: int
    music: bool
    open: Callable[[], Take]

    def level(self, at: int, count: int) -> npt.NDArray[np.float32]:
        """Gain of samples at..at+count of the programme, fades included."""
        n = np.arange(at - self.first, at - self.first + count, dtype=np.float32)
        up = np.clip(n / max(1, self.rise), 0, 1)
        down = np.clip((self.last - self.first - n) / max(1, self.fall), 0, 1)
        return (np.float32(self.gain) * up * down).astype(np.float32)


class Mix:
    """The mastered programme, read once from start to end."""

    def __init__(self, strands: Sequence[Strand], total: int, ducking: Curve, mastering: Master) -> None:
        self.total, self.position = total, 0
        self._pieces = _run(strands, total, ducking)
        self._master = mastering

    def next(self) -> Samples:
        """The next half second, or what is left of it."""
        samples = next(self._pieces)[:, : self.total - self.position]
        samples = samples * self._master.at(self.position, samples.shape[1])
        self.position += samples.shape[1]
        return samples


def compose_for(timeline: Timeline, sources: Mapping[str, Path]) -> None:
    """Makes the music a timeline needs, so that `mixed` finds it ready."""
    for strand in _strands(timeline, sources, 1):
        if strand.music and strand.gain > 0:
            strand.open()


def mixed(timeline: Timeline, sources: Mapping[str, Path], total: int) -> Mix:
    """The sound of a timeline, `total` samples long. Raises UnsupportedFile for broken audio."""
    strands = [s for s in _strands(timeline, sources, total) if s.gain > 0 and s.last > s.first]
    speaking = [s for s in strands if not s.music]
    ducking = _ducking(speaking, total) if len(speaking) < len(strands) else np.ones(1)
    meter = Meter()
    for piece in _run(strands, total, ducking) if strands else ():
        meter.feed(piece)
    volume = max((s.gain for s in strands), default=0.0) * 100
    target = LOUDNESS + (20 * np.log10(min(1.0, volume / BED)) if strands and not speaking else 0.0)
    return Mix(strands, total, ducking, master(meter.powers, meter.peaks, float(target), CEILING))


def _run(strands: Sequence[Strand], total: int, ducking: Curve) -> Iterator[Samples]:
    """The mix before mastering, in pieces of half a second; the last is filled up with silence."""
    taking: dict[int, Take] = {}
    for at in range(0, total, PIECE):
        out = np.zeros((2, PIECE), np.float32)
        steps = np.arange(at, at + PIECE)
        duck = np.interp(steps, np.arange(len(ducking)) * STEP, ducking).astype(np.float32) if len(ducking) > 1 else 1.0
        for index, strand in enumerate(strands):
            first, last = max(at, strand.first), min(at + PIECE, strand.last)
            if first >= last:
                continue
            if index not in taking:
                taking[index] = strand.open()
            samples = taking[index](last - first) * strand.level(first, last - first)
            if strand.music and len(ducking) > 1:
                samples = samples * duck[first - at : last - at]  # type: ignore[index]
            out[:, first - at : last - at] += samples
            if last == strand.last:
                del taking[index]  # and with it the file it reads
        yield out


def _ducking(speaking: Sequence[Strand], total: int) -> Curve:
    """A gain for music for every step: down a little before anything speaks, up slowly after it."""
    steps = -(-total // STEP)
    if not speaking:
        return np.ones(1)
    pieces = (np.abs(piece).max(0).reshape(-1, STEP).max(1) for piece in _run(speaking, total, np.ones(1)))
    loud = np.concatenate(list(pieces))[:steps] > AUDIBLE
    ahead, release = round(FORESIGHT * RATE / STEP), round(RELEASE * RATE / STEP)
    so_far = np.concatenate([[0], np.cumsum(loud)])
    reach = so_far[np.minimum(np.arange(steps) + ahead + 1, steps)] > so_far[:-1]
    curve, level = np.ones(steps), 1.0
    for index, low in enumerate(reach):
        level = max(DUCKED, level - (1 - DUCKED) / ahead) if low else min(1.0, level + (1 - DUCKED) / release)
        curve[index] = level
    return curve


def _strands(timeline: Timeline, sources: Mapping[str, Path], total: int) -> Iterator[Strand]:
    seed = whole(timeline.metadata.get("seed"), 1)
    for track in timeline.tracks:
        for clip in track.clips:
            first = min(total, round((clip.start_ms or 0) * RATE / 1000))
            last = total if clip.end_ms is None else min(total, round(clip.end_ms * RATE / 1000))
            gain = (100 if clip.volume is None else max(0, min(400, clip.volume))) / 100
            media = word(clip.metadata.get("media")) or clip.source
            path = sources.get(media)
            if track.kind == model.AUDIO:
                music = role(track, clip) in {"music", "title"}
                if path is None and not music:
                    continue  # a voice whose recording is not at hand is silent, not a song
                fades = _fades(clip, 300, 1400) if music else _fades(clip, 5, 20)
                yield Strand(first, last, gain, *fades, music, _opened(clip, path, media, seed))
            elif track.kind == model.VIDEO and path and has_sound(path):
                yield Strand(first, last, gain, *_fades(clip, 40, 60), False, _opened(clip, path, media, seed))


def _fades(clip: Clip, rise: int, fall: int) -> tuple[int, int]:
    up, down = (
        max(0, whole(clip.metadata.get(key), fallback))
        for key, fallback in (("fade_in_ms", rise), ("fade_out_ms", fall))
    )
    return up * RATE // 1000, down * RATE // 1000


def _opened(clip: Clip, path: Path | None, media: str, seed: int) -> Callable[[], Take]:
    if path is not None:
        skip = max(0, whole(clip.metadata.get("in_ms"), 0)) / 1000
        speed = clip.metadata.get("speed")
        pace = min(8.0, max(0.125, float(speed))) if isinstance(speed, int | float) and speed else 1.0
        return lambda: Tape(path, media, skip, pace).take
    mood = word(clip.metadata.get("mood")) or clip.name
    return lambda: _playing(mood, seed)


def _playing(mood: str, seed: int) -> Take:
    piece, at = compose(mood, seed), 0

    def take(count: int) -> Samples:
        nonlocal at
        at += count
        return piece.read(at - count, count)

    return take
