"""Background music, composed on the spot: a mood and a seed always give the same piece, of any length.

Eight bars are made once, as four stems in rings (tails run over into the beginning, so a loop has no seam); the
arrangement brings stems in and out bar by bar, so memory does not grow with the film. Where the length is known, the tempo
gives way a little so that a bar ends shortly before it, and the chord of the key rings out there.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from . import instruments as play
from .instruments import Tone, Wave
from .loudness import RATE, Samples
from .moods import MOODS, Mood, mood

BARS = 8


Stored = npt.NDArray[np.int16]
"""Samples times SCALE: half the memory, and noise no one hears."""
SCALE = np.float32(16_000)
Dice = np.random.Generator


class Ring:
    """Two channels of one loop; what runs over the end comes back at the beginning."""

    def __init__(self, length: int) -> None:
        self.samples: Samples = np.zeros((2, length), np.float32)

    def add(self, at: float, wave: Wave, gain: float, side: float = 0.5) -> None:
        """`at` in seconds; `side` 0 is left, 1 right."""
        length = self.samples.shape[1]
        start, done = round(at * RATE) % length, 0
        while done < len(wave):
            count = min(len(wave) - done, length - start)
            piece = wave[done : done + count] * np.float32(gain)
            self.samples[0, start : start + count] += piece * np.float32(np.cos(side * np.pi / 2))
            self.samples[1, start : start + count] += piece * np.float32(np.sin(side * np.pi / 2))
            start, done = 0, done + count


@dataclass(frozen=True)
class Piece:
    """Stems of eight bars, how long a bar is in samples, and the ending."""

    stems: dict[str, Stored]
    bar: int
    ending: Stored | None = None
    end: int = 0
    """Where the ending begins, LEAD before the last bar line; it sounds alone from that line on."""

    @cached_property
    def level(self) -> float:
        """What brings all stems together to one loudness, whatever the mood."""
        length, power = self.bar * BARS, 0.0
        for at in range(0, length, RATE):
            together = np.zeros((2, min(RATE, length - at)), np.float32)
            for stem in self.stems.values():
                together += stem[:, at : at + RATE]
            power += float((together**2).sum())
        return float(0.16 * SCALE / max(1.0, (power / (2 * length)) ** 0.5))

    @cached_property
    def closing(self) -> float:
        """What makes the stroke of the ending a little louder than what came before."""
        if self.ending is None:
            return 0.0
        stroke = self.ending[:, LEAD : LEAD + RATE // 2].astype(np.float32)
        return float(0.2 * SCALE / max(1.0, float((stroke**2).mean()) ** 0.5))

    def read(self, first: int, count: int) -> Samples:
        """Samples first..first+count of the piece, which goes on for ever where it has no ending."""
        out = np.zeros((2, count), np.float32)
        at = np.arange(first, first + count)
        if self.ending is not None:
            begin, stop = max(first, self.end), min(first + count, self.end + self.ending.shape[1])
            if begin < stop:
                tail = self.ending[:, begin - self.end : stop - self.end]
                out[:, begin - first : stop - first] = tail * np.float32(self.closing / SCALE)
            if first >= self.end + LEAD:
                return out
        inside = at % (self.bar * BARS)
        for name, stem in self.stems.items():
            gain = self._gain(name, at)
            if gain.any():
                out += stem[:, inside] * (gain * np.float32(self.level / SCALE))
        return out

    def _gain(self, name: str, at: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Wave:
        """Each bar its own level, joined by ramps of 20 ms."""
        bars = range(int(at[0]) // self.bar, int(at[-1]) // self.bar + 2)
        points, levels = [], []
        for bar in bars:
            points += [bar * self.bar, bar * self.bar + 960]
            levels += [arranged(name, bar - 1) if bar else arranged(name, 0), arranged(name, bar)]
        gain = np.interp(at, points, levels).astype(np.float32)
        if self.ending is not None and at[-1] > self.end:
            gain *= np.clip((self.end + LEAD - at) / np.float32(CLOSING), 0, 1).astype(np.float32)
        return gain


def arranged(stem: str, bar: int) -> float:
    """How loud a stem is in a bar: a short opening, then all, with a breath every sixteen bars."""
    if bar < 2:
        return {"chords": 1.0, "bass": 0.0 if bar < 1 else 0.7, "lead": 0.6, "drums": 0.0}[stem]
    turn = (bar - 2) % 24
    if 16 <= turn < 20:
        return {"chords": 1.0, "bass": 0.5, "lead": 1.0, "drums": 0.0}[stem]
    return {"chords": 1.0, "bass": 1.0, "lead": 1.0 if turn % 8 >= 4 or turn >= 20 else 0.45, "drums": 1.0}[stem]


LEAD, CLOSING = round(0.6 * RATE), round(0.04 * RATE)
"""Samples in which slow sounds of the ending swell up to its bar line, and in which all else stops before it."""
RINGING, LINGERING = 2.2, 3.4
"""Seconds the ending rings: at least, and at most where a tempo near the mood's own allows."""
YIELDING = 0.08
"""Share by which the tempo may give way."""


@lru_cache(maxsize=2)
def compose(name: str, seed: int, length: int = 0) -> Piece:
    """The piece for a mood and a seed; one that ends after `length` samples where that leaves room for a bar."""
    kind = MOODS[mood(name)]
    origin = zlib.crc32(f"{mood(name)}:{seed}".encode())
    dice = np.random.default_rng(origin)
    bar, bars = timed(240 / kind.bpm * RATE, length)
    chosen = int(dice.integers(len(kind.chords)))
    shift = int(dice.integers(-2, 4))
    chords = [tuple(key + shift for key in chord) for chord in kind.chords[chosen]]
    room = _room(bar * BARS)
    stems: dict[str, Stored] = {}
    for number, (stem, play_bar) in enumerate(PLAYERS.items()):
        ring, own = Ring(bar * BARS), np.random.default_rng(origin + number)
        for turn, chord in enumerate(chords):
            notes = Notes()  # of one chord at a time: they are what takes memory here
            for index in range(turn, BARS, len(chords)):
                play_bar(ring, kind, notes, chord, index * bar / RATE, bar / RATE / 4, own)
        if stem == "chords" and kind.dust:
            _dust(ring, kind.dust, own)
        stems[stem] = _finished(ring.samples, kind, stem, room)
    if not bars:
        return Piece(stems, bar)
    return Piece(stems, bar, _ending(kind, chords[kind.home[chosen]], bar / RATE / 4), bars * bar - LEAD)


def timed(bar: float, length: int) -> tuple[int, int]:
    """(samples to a bar, bars before the ending): the tempo nearest to a wished one that lets the ending ring as it should."""
    usual = smooth(round(bar))
    fitting = []
    size = smooth(round(bar * (1 - YIELDING)))
    while size <= bar * (1 + YIELDING):
        bars = int((length - RINGING * RATE) // size)
        ringing = (length - bars * size) / RATE
        if bars > 0:
            fitting.append((max(0.0, ringing - LINGERING), abs(size - bar), size, bars))
        size = smooth(size + 1)
    return min(fitting)[2:] if fitting else (usual, 0)


def _ending(kind: Mood, chord: Sequence[int], beat: float) -> Stored:
    """The chord of the key, struck once by everybody and left to ring."""
    ring, notes = Ring(smooth(9 * RATE)), Notes()
    line = LEAD / RATE
    for index, key in enumerate(chord):
        side = 0.2 + 0.6 * index / 3
        ring.add(0.0, notes(kind.under or play.pad, key, 3.4), 0.1, side)
        slow = 0.3 if kind.harmony is play.strings else 0.0
        for octave, gain in ((0, 0.2), (12, 0.1)):
            high = (key if key >= 52 else key + 12) + octave
            ring.add(line - slow + index * 0.03, notes(kind.harmony, high, 3.4), gain, side)
    ring.add(line, notes(play.bass, chord[0] - 12 if chord[0] > 45 else chord[0], 3.0), kind.low)
    ring.add(line + 0.09, notes(play.bell, chord[0] + 24, 3.0), 0.07, 0.6)
    if kind.drums:
        hit, _, gain = kind.drums[0]
        ring.add(line, hit(1), gain * 0.8)
    return _finished(ring.samples, kind, "chords", _room(ring.samples.shape[1]))


class Notes:
    """Waves already made, since a loop says the same things again and again."""

    def __init__(self) -> None:
        self._made: dict[tuple[Tone, float, int], Wave] = {}

    def __call__(self, tone: Tone, key: float, seconds: float) -> Wave:
        wanted = (tone, key, round(seconds * 20))
        if wanted not in self._made:
            self._made[wanted] = tone(key, seconds)
        return self._made[wanted]


def _bass(ring: Ring, kind: Mood, notes: Notes, chord: Sequence[int], start: float, beat: float, dice: Dice) -> None:
    length = beat * (2.0 if kind.bass.count("x") < 3 else 0.9)
    key = chord[0] - 12 if chord[0] > 45 else chord[0]
    for step in _steps(kind.bass):
        ring.add(start + step * beat / 4, notes(play.bass, key, length), kind.low)


def _steps(pattern: str) -> list[int]:
    return [index for index, sign in enumerate(pattern) if sign == "x"]


def _harmony(ring: Ring, kind: Mood, notes: Notes, chord: Sequence[int], start: float, beat: float, dice: Dice) -> None:
    if kind.under:
        for index, key in enumerate(chord):
            ring.add(start, notes(kind.under, key, 4 * beat), 0.09, 0.2 + 0.6 * index / 3)
    upper = [key if key >= 52 else key + 12 for key in chord]
    if kind.strum in {"block", "strum"}:
        for index, key in enumerate(upper):
            late = index * 0.018 if kind.strum == "strum" else 0
            ring.add(start + late, notes(kind.harmony, key, 4 * beat), 0.2, 0.24 + 0.52 * index / 3)
        return
    order = {
        "arpeggio": (0, 1, 2, 3, 2, 1, 3, 2),
        "eighths": (0, 2, 1, 2, 3, 2, 1, 2),
        "offbeat": (0, 2, 1, 3, 0, 3, 1, 2),
    }[kind.strum]
    for step, index in enumerate(order):
        if kind.strum == "offbeat" and step % 2 == 0 and step:
            continue
        late = kind.swing * beat / 2 if step % 2 else 0
        length = 2.4 * beat if kind.strum == "arpeggio" else beat
        strength = 0.2 * (1.0 if step % 2 == 0 else 0.8) * float(dice.uniform(0.9, 1.06))
        ring.add(start + step * beat / 2 + late, notes(kind.harmony, upper[index], length), strength, 0.2 + 0.2 * index)
        if kind.strum in {"eighths", "offbeat"}:
            ring.add(
                start + step * beat / 2 + late,
                notes(kind.harmony, upper[(index + 1) % 4] + 12, length),
                strength * 0.5,
                0.74,
            )


def _melody(ring: Ring, kind: Mood, notes: Notes, chord: Sequence[int], start: float, beat: float, dice: Dice) -> None:
    previous = chord[2] + 12
    for step in range(1, 8):
        if dice.random() >= kind.lead_chance:
            continue
        choices = sorted({key + octave for key in chord for octave in (12, 24)}, key=lambda key: abs(key - previous))
        previous = choices[int(dice.integers(min(4, len(choices))))]
        late = kind.swing * beat / 2 if step % 2 else 0
        ring.add(
            start + step * beat / 2 + late,
            notes(kind.lead, previous, 1.5 * beat),
            0.15,
            float(dice.uniform(0.28, 0.72)),
        )


def _drums(ring: Ring, kind: Mood, notes: Notes, chord: Sequence[int], start: float, beat: float, dice: Dice) -> None:
    for hit, pattern, gain in kind.drums:
        for step in _steps(pattern):
            late = kind.swing * beat / 2 if step % 4 == 2 else 0
            soft = float(dice.uniform(0.82, 1.0)) if gain < 0.4 else 1.0
            side = 0.5 if gain > 0.3 else 0.58
            ring.add(start + step * beat / 4 + late, hit(step % 3 + 1), gain * soft, side)


def _dust(ring: Ring, amount: float, dice: np.random.Generator) -> None:
    """The crackle of a record."""
    length = ring.samples.shape[1]
    spots = dice.integers(0, length, length // 6000)
    ring.samples[:, spots] += dice.normal(0, 0.016 * amount, (2, len(spots))).astype(np.float32)
    ring.samples += dice.normal(0, 0.0006 * amount, ring.samples.shape).astype(np.float32)


def smooth(count: int) -> int:
    """The next number with no prime factor above 5, for which transforms are quick."""
    while True:
        rest = count
        for prime in (2, 3, 5):
            while rest % prime == 0:
                rest //= prime
        if rest == 1:
            return count
        count += 1


def _room(count: int) -> npt.NDArray[np.complex64]:
    """The response of a room to a loop of `count` samples."""
    dice = np.random.default_rng(11)
    tail = np.arange(round(1.6 * RATE), dtype=np.float32) / RATE
    echo = dice.standard_normal((2, len(tail)), np.float32) * np.exp(-tail * 3.6) * (1 - np.exp(-tail * 60))
    return np.fft.rfft(echo / np.sqrt((echo**2).sum(1, keepdims=True)), count)  # type: ignore[return-value]


def _finished(samples: Samples, kind: Mood, stem: str, room: npt.NDArray[np.complex64]) -> Stored:
    """Darkened, brought forward where voices are heard best and put into a room, all of it round the ring."""
    count = samples.shape[1]
    at = np.fft.rfftfreq(count, 1 / RATE).astype(np.float32)
    cut = kind.dark * (0.8 if stem == "drums" else 1.0)
    tone = at**2 / (at**2 + 28.0**2) / np.sqrt(1 + (at / cut) ** 4)
    if stem in {"chords", "lead"}:
        tone *= np.sqrt((1 + (at / 420) ** 2) / (1 + (at / 420 / kind.presence) ** 2))
    wet = np.float32(kind.room * {"chords": 1.0, "bass": 0.1, "lead": 1.2, "drums": 0.4}[stem])
    out = np.empty((2, count), np.int16)
    for side in range(2):
        spectrum = np.fft.rfft(samples[side])
        spectrum *= tone
        spectrum *= 1 + wet * room[side]
        out[side] = np.clip(np.fft.irfft(spectrum, count) * SCALE, -32_768, 32_767)
    return out


PLAYERS = {"chords": _harmony, "bass": _bass, "lead": _melody, "drums": _drums}
"""Who plays each stem, bar by bar."""
