"""Loudness and peaks: ITU-R BS.1770 measured in small steps, and the gain that masters a programme. Pure arithmetic.

A programme is summed up as two numbers per step of 5 ms: its K-weighted power and its true peak. From these the gain
curve of the whole master is decided before a single sample is written.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

RATE = 48_000
STEP = 240
"""Samples to a step: 5 ms."""
BLOCK = 80
"""Steps to a gating block: 400 ms; blocks start every 100 ms."""
SILENT = -120.0

Samples = npt.NDArray[np.float32]
"""(2, n), full scale 1.0."""
Curve = npt.NDArray[np.float64]


def _weighting(count: int) -> npt.NDArray[np.complex128]:
    """The two K filters of BS.1770-4 at 48 kHz, as a response for a real transform of `count` samples."""
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(count))
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    rumble = (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    return shelf * rumble  # type: ignore[no-any-return]


def _between(taps: int = 12) -> npt.NDArray[np.float64]:
    """Three filters that give the signal a quarter, half and three quarters of a sample later."""
    at = np.arange(-taps // 2 + 1, taps // 2 + 1)
    rows = []
    for shift in (0.25, 0.5, 0.75):
        x = at - shift
        rows.append(np.sinc(x) * np.cos(np.pi * x / (taps + 1)) ** 2)
    return np.array([row / row.sum() for row in rows])


QUARTERS = _between()


class Meter:
    """Fed a programme piece by piece (whole steps each), it keeps power and peak of every step."""

    def __init__(self) -> None:
        self._before: Samples = np.zeros((2, RATE // 2), np.float32)
        self._powers: list[Curve] = []
        self._peaks: list[Curve] = []
        self._response: tuple[int, npt.NDArray[np.complex128]] = (0, np.zeros(1, np.complex128))

    def feed(self, samples: Samples) -> None:
        count = samples.shape[1]
        joined = np.concatenate([self._before, samples], axis=1)
        size = joined.shape[1]
        if self._response[0] != size:
            self._response = (size, _weighting(size))
        weighted = np.fft.irfft(np.fft.rfft(joined) * self._response[1], size)[:, -count:]
        self._powers.append((weighted.reshape(2, -1, STEP) ** 2).mean(2).sum(0))
        tail = joined[:, -count - 12 :]
        peak = np.abs(samples)
        for channel in range(2):
            for quarter in QUARTERS:
                between = np.convolve(tail[channel], quarter)[12 : 12 + count]
                np.maximum(peak[channel], np.abs(between), out=peak[channel])
        self._peaks.append(peak.max(0).reshape(-1, STEP).max(1).astype(np.float64))
        self._before = joined[:, -RATE // 2 :]

    @property
    def powers(self) -> Curve:
        return np.concatenate(self._powers) if self._powers else np.zeros(0)

    @property
    def peaks(self) -> Curve:
        return np.concatenate(self._peaks) if self._peaks else np.zeros(0)


def loudness(powers: Curve) -> float:
    """Integrated loudness in LUFS, gated at -70 and at 10 below the rest; SILENT when nothing passes the gates."""
    if len(powers) < BLOCK:
        blocks = np.array([powers.mean()]) if len(powers) else np.zeros(0)
    else:
        sums = np.concatenate([[0.0], np.cumsum(powers)])
        starts = np.arange(0, len(powers) - BLOCK + 1, 20)
        blocks = (sums[starts + BLOCK] - sums[starts]) / BLOCK
    heard = blocks[_lufs(blocks) > -70]
    if not len(heard):
        return SILENT
    heard = heard[_lufs(heard) > _lufs(heard.mean()) - 10]
    return float(_lufs(heard.mean()))


def _lufs(power: Curve | float) -> Curve:
    return -0.691 + 10 * np.log10(np.maximum(power, 1e-14))


@dataclass(frozen=True)
class Master:
    """A gain for every step, limiter included; `at` interpolates it for samples."""

    gains: Curve

    def at(self, first: int, count: int) -> npt.NDArray[np.float32]:
        """Gains of samples first..first+count."""
        if not len(self.gains):
            return np.ones(count, np.float32)
        low = max(0, first // STEP - 1)
        high = min(len(self.gains), (first + count) // STEP + 3)
        centres = np.arange(low, high) * STEP + STEP / 2
        return np.interp(np.arange(first, first + count), centres, self.gains[low:high]).astype(np.float32)


def master(powers: Curve, peaks: Curve, target: float, ceiling: float) -> Master:
    """The gain that brings a programme to `target` LUFS with no true peak above `ceiling` dBFS.

    Peaks are limited with 15 ms of foresight; the loudness this costs is won back until both hold or no more can be.
    """
    measured = loudness(powers)
    if measured <= SILENT:
        return Master(np.zeros(0))
    gain = target - measured
    curve = np.ones(len(powers))
    for _ in range(6):
        curve = limited(peaks * 10 ** (gain / 20), 10 ** (ceiling / 20)) * 10 ** (gain / 20)
        missing = target - loudness(powers * curve**2)
        if abs(missing) < 0.03:
            break
        gain += min(max(missing, -6.0), 3.0)
    return Master(curve)


def limited(peaks: Curve, ceiling: float) -> Curve:
    """Gains, at most 1, that keep each step and its neighbours under the ceiling, without a jump anywhere."""
    wanted = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    padded = np.pad(wanted, 5, mode="edge")
    lowest = np.min(np.stack([padded[i : i + len(wanted) + 4] for i in range(7)]), axis=0)
    bell = np.array([1.0, 4.0, 6.0, 4.0, 1.0]) / 16
    return np.convolve(lowest, bell, mode="valid")
