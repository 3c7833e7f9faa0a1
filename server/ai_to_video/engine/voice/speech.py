"""What a voice has said: samples, and when each written word is heard in them. Pure arithmetic on arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

RATE = 24_000
FRAME = 600
"""Samples to a frame, the grid on which the voice model places sounds: 25 ms."""
LEAD = 4 * FRAME
"""Samples by which sounds come before their place on that grid: measured on the onsets of sibilants (tests/bench)."""
BEFORE, AFTER = 0.05, 0.12
"""Seconds kept around what is said."""
GAPS = {".": 0.34, "!": 0.34, "?": 0.36, "…": 0.4, ";": 0.26, ":": 0.24, ",": 0.16, "—": 0.2, "": 0.1}
"""Seconds of silence between two breaths, by the punctuation between them."""
LEVEL, PEAK = 0.11, 0.89
"""Root mean square of the spoken stretches, and the highest sample."""
QUIET = 0.01
"""Share of the mean power under which a sound is over."""

Mono = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Speech:
    """`samples` are mono at `rate`; `words` are the written words with the milliseconds [start, end) they sound in.

    A word that is not said (an emoji) has no length.
    """

    samples: Mono
    words: tuple[tuple[str, int, int], ...] = ()
    rate: int = RATE

    @property
    def duration_ms(self) -> int:
        return round(len(self.samples) * 1000 / self.rate)


@dataclass(frozen=True, slots=True)
class Breath:
    """One line as the model said it: `frames` is how long each symbol lasts, `owners` which word it belongs to.

    `frames` has one more at either end: the silence before and after.
    """

    samples: Mono
    frames: Sequence[int]
    owners: Sequence[int]
    pause: str = ""


def joined(breaths: Sequence[Breath], written: Sequence[str]) -> Speech:
    """The breaths one after another, silence around them cut to measure, with the times of the written words."""
    parts: list[Mono] = []
    times: dict[int, tuple[float, float]] = {}
    at = 0.0
    for number, breath in enumerate(breaths):
        starts = np.maximum(0, np.cumsum([0, *breath.frames]) * FRAME - LEAD) / RATE
        spoken = [place for place, owner in enumerate(breath.owners) if owner >= 0]
        first, last = starts[spoken[0] + 1], _faded(breath.samples, starts[spoken[-1] + 1], starts[spoken[-1] + 2])
        begin = max(0, round((first - BEFORE) * RATE))
        end = min(len(breath.samples), round((last + AFTER) * RATE))
        for place in spoken:
            owner, start = breath.owners[place], starts[place + 1]
            stop = _faded(breath.samples, start, starts[place + 2])
            known = times.get(owner, (start - begin / RATE + at, 0.0))
            times[owner] = (known[0], stop - begin / RATE + at)
        parts.append(_softened(breath.samples[begin:end] - np.float32(breath.samples.mean())))
        at += (end - begin) / RATE
        if number + 1 < len(breaths):
            silence = np.zeros(round(GAPS.get(breath.pause, 0.1) * RATE), np.float32)
            parts.append(silence)
            at += len(silence) / RATE
    samples = levelled(np.concatenate(parts)) if parts else np.zeros(0, np.float32)
    return Speech(samples, _timed(written, times))


def _faded(samples: Mono, start: float, stop: float) -> float:
    """When a sound has died away: the model counts the silence before a pause to the sound before it."""
    steps = round((stop - start) * RATE / FRAME)
    if steps < 5:
        return stop
    first = round(start * RATE)
    blocks = samples[first : first + steps * FRAME][: len(samples[first : first + steps * FRAME]) // FRAME * FRAME]
    heard = np.flatnonzero((blocks.reshape(-1, FRAME) ** 2).mean(1) > float((samples**2).mean()) * QUIET)
    return start + (int(heard[-1]) + 1 if len(heard) else 1) * FRAME / RATE


def _timed(written: Sequence[str], times: dict[int, tuple[float, float]]) -> tuple[tuple[str, int, int], ...]:
    found, before = [], 0
    for place, word in enumerate(written):
        start, end = times.get(place, (before / 1000, before / 1000))
        found.append((word, round(start * 1000), round(end * 1000)))
        before = found[-1][2]
    return tuple(found)


def _softened(samples: Mono) -> Mono:
    """Without a click at either end."""
    edge = min(len(samples) // 2, RATE // 200)
    ramp = np.linspace(0, 1, edge, dtype=np.float32)
    out = samples.astype(np.float32, copy=True)
    out[:edge] *= ramp
    out[len(out) - edge :] *= ramp[::-1]
    return out


def levelled(samples: Mono) -> Mono:
    """As loud as any other speech: pauses do not count."""
    blocks = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME)
    powers = (blocks**2).mean(1) if len(blocks) else np.zeros(1)
    loud = powers[powers > powers.max() * 1e-3]
    power = float(loud.mean()) if len(loud) else 0.0
    if power <= 0:
        return samples
    gain = min(LEVEL / power**0.5, PEAK / float(np.abs(samples).max()))
    return (samples * np.float32(gain)).astype(np.float32)
