"""Sound out of uploaded files: decoded forwards at 48 kHz stereo, at any speed, looped when it ends."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import av
import numpy as np
from av import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from av.filter import Graph
from av.filter.context import FilterContext

from ..look.reader import unreadable
from .loudness import RATE, Samples


def has_sound(path: Path) -> bool:
    """Whether a file holds audio that can be decoded."""
    try:
        with av.open(str(path)) as container:
            return bool(container.streams.audio) and next(container.decode(audio=0), None) is not None
    except (FFmpegError, OSError, ValueError):
        return False


class Tape:
    """A file from `skip` seconds on; never ends, holds a second at most."""

    def __init__(self, path: Path, name: str, skip: float = 0.0, speed: float = 1.0) -> None:
        self._pieces = endless(path, name or path.name, skip, speed)
        self._rest: Samples = np.zeros((2, 0), np.float32)

    def take(self, count: int) -> Samples:
        """The next `count` samples."""
        parts, have = [self._rest], self._rest.shape[1]
        while have < count:
            parts.append(next(self._pieces))
            have += parts[-1].shape[1]
        joined = np.concatenate(parts, axis=1)
        self._rest = joined[:, count:]
        return joined[:, :count]


def endless(path: Path, name: str, skip: float, speed: float) -> Iterator[Samples]:
    """The sound again and again. A plain function, so that a Tape nobody needs closes its file at once."""
    while True:
        heard = 0
        for piece in once(path, name, skip, speed):
            heard += piece.shape[1]
            yield piece
        if not heard:
            if not skip:
                raise unreadable(name)
            skip = 0.0


def once(path: Path, name: str, skip: float, speed: float) -> Iterator[Samples]:
    """The sound from `skip` seconds to its end, in pieces."""
    try:
        with av.open(str(path)) as container:
            stream = container.streams.audio[0]
            resampler = av.AudioResampler("fltp", "stereo", RATE)
            pacer = _Pacer(speed)
            left = round(skip * RATE)
            for frame in _frames(container, stream):
                for even in resampler.resample(frame):
                    samples = even.to_ndarray()
                    cut = min(left, samples.shape[1])
                    left -= cut
                    if cut < samples.shape[1]:
                        yield from pacer.through(np.ascontiguousarray(samples[:, cut:]))
    except (FFmpegError, OSError, ValueError, IndexError) as error:
        raise unreadable(name) from error


def _frames(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame | None]:
    """Decoded frames until the end or the first damage, then None to flush."""
    decoded = container.decode(stream)
    while True:
        try:
            yield next(decoded)
        except (StopIteration, FFmpegError):
            break
    yield None


class _Pacer:
    """Changes speed, not pitch."""

    def __init__(self, speed: float) -> None:
        self._graph: Graph | None = None
        self._at = 0
        if abs(speed - 1) < 0.01:
            return
        graph = av.filter.Graph()
        chain: list[FilterContext] = [graph.add_abuffer(sample_rate=RATE, format="fltp", layout="stereo")]
        while speed > 2 or speed < 0.5:
            step = 2.0 if speed > 2 else 0.5
            chain.append(graph.add("atempo", str(step)))
            speed /= step
        chain += [graph.add("atempo", f"{speed:.4f}"), graph.add("aformat", "sample_fmts=fltp:channel_layouts=stereo")]
        chain.append(graph.add("abuffersink"))
        graph.link_nodes(*chain).configure()
        self._graph = graph

    def through(self, samples: Samples) -> Iterator[Samples]:
        if self._graph is None:
            yield samples
            return
        frame = av.AudioFrame.from_ndarray(samples, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts = RATE, self._at
        self._at += samples.shape[1]
        self._graph.push(frame)
        while True:
            try:
                yield np.asarray(cast(AudioFrame, self._graph.pull()).to_ndarray(), np.float32)
            except (BlockingIOError, EOFError):
                return
