"""What is heard: music under clip sound and voice, ducked, mastered, and handed out piece by piece.

The mix is gone through three times without ever being held: once for where something speaks, once to measure, once to
write. Everything in between is arithmetic on a few numbers a second.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ...timeline import model
from ...timeline.model import Clip, Timeline
from ..look.script import pace, role, whole, word
from .listen import Tape, has_sound
from .loudness import RATE, STEP, Curve, Master, Meter, Samples, loudness, master
from .moods import mood
from .music import compose

LOUDNESS, CEILING = -14.0, -3.6
"""LUFS and true peak dBFS of the master; encoding adds up to 1.7 dB of peak, and -1.5 must hold after it."""
BED = 30
"""Percent at which music on its own is as loud as the master may be; less makes the film quieter."""
PIECE = RATE // 2
DUCKED = 10 ** (-11 / 20)
"""Gain of music under whatever speaks, and of a clip's own sound under the narrator."""
FORESIGHT, HOLD, RELEASE = 0.12, 0.3, 0.45
"""Seconds in which it goes there, stays where a speaker only draws breath, and comes back."""
AUDIBLE = 0.012
"""The sample from which on something counts as speaking."""
SPOKEN, PLAYED = -20.0, -14.5
"""LUFS of the narrator and of composed music at full volume. What was uploaded is brought there, however it was recorded: no
clip drowns the rest and none is lost."""
LIFT, LOWER, NOISE = 9.0, -20.0, -50.0
"""Decibels an upload is changed by at most, and LUFS below which it is left alone: there is nothing to hear in it."""
HEARD = 20 * RATE
"""Samples of an upload that are listened to for that."""
MUSIC, CLIP, VOICE = "music", "clip", "voice"

Take = Callable[[int], Samples]
"""Gives the next so many samples."""


@dataclass(frozen=True)
class Strand:
    """One source from sample `first` to `last`; `aim` is the LUFS it is brought to, None where it has its loudness already;
    `open` starts it from its beginning."""

    first: int
    last: int
    gain: float
    rise: int
    fall: int
    kind: str
    aim: float | None
    open: Callable[[], Take]

    def level(self, at: int, count: int) -> npt.NDArray[np.float32]:
        """Gain of samples at..at+count of the programme, fades included."""
        n = np.arange(at - self.first, at - self.first + count, dtype=np.float32)
        up = np.clip(n / max(1, self.rise), 0, 1)
        down = np.clip((self.last - self.first - n) / max(1, self.fall), 0, 1)
        return (np.float32(self.gain) * up * down).astype(np.float32)


class Mix:
    """The mastered programme, read once from start to end."""

    def __init__(self, strands: Sequence[Strand], total: int, ducking: "Ducking", mastering: Master) -> None:
        self.total, self.position = total, 0
        self._pieces = _run(strands, total, ducking)
        self._master = mastering

    def next(self) -> Samples:
        """The next half second, or what is left of it."""
        samples = next(self._pieces)[:, : self.total - self.position]
        samples = samples * self._master.at(self.position, samples.shape[1])
        self.position += samples.shape[1]
        return samples


Ducking = Mapping[str, Curve]
"""For every kind that makes way, its gain for every step."""


def mixed(timeline: Timeline, sources: Mapping[str, Path], total: int) -> Mix:
    """The sound of a timeline, `total` samples long. Raises UnsupportedFile for broken audio."""
    found = [s for s in _strands(timeline, sources, total) if s.gain > 0 and s.last > s.first]
    volume = max((strand.gain for strand in found), default=0.0) * 100
    strands = [_evened(strand, strand.aim) if strand.aim is not None else strand for strand in found]
    ducking = _ducking(strands, total)
    meter = Meter()
    for piece in _run(strands, total, ducking) if strands else ():
        meter.feed(piece)
    only_music = bool(strands) and all(strand.kind == MUSIC for strand in strands)
    target = LOUDNESS + (20 * np.log10(min(1.0, volume / BED)) if only_music else 0.0)
    return Mix(strands, total, ducking, master(meter.powers, meter.peaks, float(target), CEILING))


def _evened(strand: Strand, aim: float) -> Strand:
    meter, take = Meter(), strand.open()
    for _ in range(0, min(strand.last - strand.first, HEARD), PIECE):
        meter.feed(take(PIECE))
    found = loudness(meter.powers)
    change = min(LIFT, max(LOWER, aim - found)) if found > NOISE else 0.0
    return replace(strand, gain=strand.gain * 10 ** (change / 20))


def _run(strands: Sequence[Strand], total: int, ducking: Ducking) -> Iterator[Samples]:
    """The mix before mastering, in pieces of half a second; the last is filled up with silence."""
    taking: dict[int, Take] = {}
    for at in range(0, total, PIECE):
        out = np.zeros((2, PIECE), np.float32)
        steps = np.arange(at, at + PIECE)
        duck = {
            kind: np.interp(steps, np.arange(len(curve)) * STEP, curve).astype(np.float32)
            for kind, curve in ducking.items()
        }
        for index, strand in enumerate(strands):
            first, last = max(at, strand.first), min(at + PIECE, strand.last)
            if first >= last:
                continue
            if index not in taking:
                taking[index] = strand.open()
            samples = taking[index](last - first) * strand.level(first, last - first)
            if strand.kind in duck:
                samples = samples * duck[strand.kind][first - at : last - at]
            out[:, first - at : last - at] += samples
            if last == strand.last:
                del taking[index]  # and with it the file it reads
        yield out


def _ducking(strands: Sequence[Strand], total: int) -> Ducking:
    """Music makes way for clips and the narrator, clips for the narrator."""
    kinds = {strand.kind for strand in strands}
    found = {}
    for kind, speakers in ((CLIP, {VOICE}), (MUSIC, {VOICE, CLIP})):
        if kind in kinds and speakers & kinds:
            found[kind] = _making_way([strand for strand in strands if strand.kind in speakers], total)
    return found


def _making_way(speaking: Sequence[Strand], total: int) -> Curve:
    """A gain for every step: down a little before anything speaks, up slowly after it."""
    steps = -(-total // STEP)
    pieces = (np.abs(piece).max(0).reshape(-1, STEP).max(1) for piece in _run(speaking, total, {}))
    loud = np.concatenate(list(pieces))[:steps] > AUDIBLE
    ahead, hold, release = (round(seconds * RATE / STEP) for seconds in (FORESIGHT, HOLD, RELEASE))
    so_far, at = np.concatenate([[0], np.cumsum(loud)]), np.arange(steps)
    reach = so_far[np.minimum(at + ahead + 1, steps)] > so_far[np.maximum(at - hold, 0)]
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
                kind = MUSIC if music else VOICE
                aim = None if path is None or role(track, clip) == VOICE else PLAYED if music else SPOKEN
                yield Strand(first, last, gain, *fades, kind, aim, _opened(clip, path, media, seed, last - first))
            elif track.kind == model.VIDEO and path and has_sound(path):
                yield Strand(
                    first, last, gain, *_fades(clip, 40, 60), CLIP, SPOKEN, _opened(clip, path, media, seed, 0)
                )


def _fades(clip: Clip, rise: int, fall: int) -> tuple[int, int]:
    up, down = (
        max(0, whole(clip.metadata.get(key), fallback))
        for key, fallback in (("fade_in_ms", rise), ("fade_out_ms", fall))
    )
    return up * RATE // 1000, down * RATE // 1000


def _opened(clip: Clip, path: Path | None, media: str, seed: int, length: int) -> Callable[[], Take]:
    if path is not None:
        skip = max(0, whole(clip.metadata.get("in_ms"), 0)) / 1000
        speed = pace(clip.metadata.get("speed"))
        return lambda: Tape(path, media, skip, speed).take
    kind = mood(word(clip.metadata.get("mood")) or clip.name)
    return lambda: _playing(kind, seed, length)


def _playing(kind: str, seed: int, length: int) -> Take:
    piece, at = compose(kind, seed, length), 0

    def take(count: int) -> Samples:
        nonlocal at
        at += count
        return piece.read(at - count, count)

    return take
