"""Notes and hits as short mono waves, made of sines, decays and noise."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from .loudness import RATE

Wave = npt.NDArray[np.float32]
TAU = 2 * np.pi


def hertz(key: float) -> float:
    """Frequency of a MIDI key."""
    return float(440 * 2 ** ((key - 69) / 12))


def _time(seconds: float) -> Wave:
    return np.arange(round(seconds * RATE), dtype=np.float32) / np.float32(RATE)


def _released(wave: Wave, seconds: float = 0.06) -> Wave:
    """Ends in a short fade so that nothing clicks."""
    tail = min(len(wave), round(seconds * RATE))
    wave[len(wave) - tail :] *= np.linspace(1, 0, tail, dtype=np.float32)
    return wave


def keys(key: float, seconds: float) -> Wave:
    """Electric piano: two sines, one bending the other."""
    t, f = _time(seconds), hertz(key)
    bend = np.exp(-t * 5) * 1.1 * np.sin(TAU * 2 * f * t, dtype=np.float32) + 0.12 * np.sin(
        TAU * 4.6 * t, dtype=np.float32
    )
    return _released((np.exp(-t * 1.3) * (1 - np.exp(-t * 240)) * np.sin(TAU * f * t + bend)).astype(np.float32))


def piano(key: float, seconds: float) -> Wave:
    """Partials slightly out of tune with each other, the high ones gone first."""
    t, f = _time(seconds), hertz(key)
    wave = np.zeros_like(t)
    for n in range(1, 7):
        pitch = f * n * (1 + 0.00035 * n * n)
        if pitch < 9000:
            wave += (np.exp(-t * (0.9 + 0.75 * n)) / n**1.35 * np.sin(TAU * pitch * t)).astype(np.float32)
    return _released((wave * (1 - np.exp(-t * 400)) * 0.6).astype(np.float32), 0.12)


def pluck(key: float, seconds: float) -> Wave:
    """A short bright string."""
    t, f = _time(min(seconds, 0.9)), hertz(key)
    wave = np.zeros_like(t)
    for n in range(1, 9):
        if f * n < 10_000:
            wave += (np.exp(-t * (5 + 2.6 * n)) / n * np.sin(TAU * f * n * t)).astype(np.float32)
    return _released((wave * (1 - np.exp(-t * 900)) * 0.7).astype(np.float32))


def marimba(key: float, seconds: float) -> Wave:
    t, f = _time(min(seconds, 0.7)), hertz(key)
    wave = np.exp(-t * 9) * np.sin(TAU * f * t) + 0.35 * np.exp(-t * 26) * np.sin(TAU * 3.93 * f * t)
    return _released((wave * (1 - np.exp(-t * 1200))).astype(np.float32))


def bell(key: float, seconds: float) -> Wave:
    t, f = _time(max(seconds, 1.6)), hertz(key)
    wave = np.exp(-t * 2.2) * np.sin(TAU * f * t + 1.3 * np.exp(-t * 4) * np.sin(TAU * 3.5 * f * t))
    return _released((wave * (1 - np.exp(-t * 500)) * 0.7).astype(np.float32), 0.2)


def pad(key: float, seconds: float) -> Wave:
    """Several soft voices swelling and parting."""
    t, f = _time(seconds + 0.7), hertz(key)
    wave = np.zeros_like(t)
    for n, strength in ((1, 1.0), (2, 0.34), (3, 0.14)):
        for drift in (0.9975, 1.0025):
            wave += (strength * np.sin(TAU * f * n * drift * t + n)).astype(np.float32)
    shape = np.minimum(1, t / 0.7) * np.minimum(1, np.maximum(0, (seconds + 0.7 - t) / 0.7))
    return np.asarray(wave * shape * 0.3, np.float32)


def strings(key: float, seconds: float) -> Wave:
    t, f = _time(seconds + 0.5), hertz(key)
    vibrato = 0.0016 * np.sin(TAU * 5.2 * t)
    wave = np.zeros_like(t)
    for n in range(1, 9):
        if f * n < 7000:
            wave += (np.sin(TAU * f * n * t + n * f * vibrato) / n**1.25).astype(np.float32)
    shape = np.minimum(1, t / 0.45) * np.minimum(1, np.maximum(0, (seconds + 0.5 - t) / 0.5))
    return np.asarray(wave * shape * 0.3, np.float32)


def bass(key: float, seconds: float) -> Wave:
    """Overtones carry it where a loudspeaker has no low end."""
    t, f = _time(seconds), hertz(key)
    wave = 0.8 * np.sin(TAU * f * t) + np.sin(TAU * 2 * f * t) * np.exp(-t * 2) * 0.55
    wave += np.sin(TAU * 3 * f * t) * np.exp(-t * 3.5) * 0.22
    return _released((np.tanh(wave * 1.3) * np.exp(-t * 0.9) * (1 - np.exp(-t * 150)) * 0.7).astype(np.float32))


def kick(seed: int) -> Wave:
    t = _time(0.38)
    sweep = 47 * t + 3.4 * (1 - np.exp(-t * 34))
    return _released((np.sin(TAU * sweep) * np.exp(-t * 10)).astype(np.float32))


def boom(seed: int) -> Wave:
    """A big drum far away."""
    t = _time(1.8)
    low = np.sin(TAU * (43 * t + 2.2 * (1 - np.exp(-t * 20)))) * np.exp(-t * 2.6)
    return _released((low + 0.2 * _noise(len(t), seed) * np.exp(-t * 30)).astype(np.float32), 0.3)


def snare(seed: int) -> Wave:
    t = _time(0.24)
    body = np.sin(TAU * 188 * t) * np.exp(-t * 32) * 0.5
    return _released((body + _noise(len(t), seed) * np.exp(-t * 24) * 0.42).astype(np.float32))


def clap(seed: int) -> Wave:
    t = _time(0.26)
    late = t - np.array([[0.0], [0.011], [0.022]], np.float32)
    bursts = (np.exp(-np.maximum(0, late) * 130) * (late >= 0)).sum(0)
    return _released((_noise(len(t), seed) * (0.5 * bursts + np.exp(-t * 22) * 0.4) * 0.5).astype(np.float32))


def hat(seed: int) -> Wave:
    t = _time(0.07)
    return _released((np.diff(_noise(len(t) + 1, seed)) * np.exp(-t * 80) * 0.6).astype(np.float32), 0.01)


def shaker(seed: int) -> Wave:
    t = _time(0.11)
    return _released(
        (np.diff(_noise(len(t) + 1, seed)) * np.minimum(1, t / 0.03) * np.exp(-t * 34) * 0.5).astype(np.float32), 0.02
    )


@lru_cache(maxsize=32)
def _noise(count: int, seed: int) -> Wave:
    return np.random.default_rng(seed).standard_normal(count).astype(np.float32)


Tone = Callable[[float, float], Wave]
Hit = Callable[[int], Wave]
